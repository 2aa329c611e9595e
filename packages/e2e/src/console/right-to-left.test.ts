import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COFFEE, EDIT, REPOSITORY } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { widthOf } from "./in-page.js";
import { type Scene, settled, startScene } from "./scene.js";

const MODEL = `/models/${EDIT}`;
const PAGES = ["/", MODEL, `${MODEL}?tab=api`, "/generations", "/keys", "/usage", "/settings"];

let scene: Scene;
beforeAll(async () => {
  if (!WITHOUT_CHROMIUM) scene = await startScene();
});
afterAll(() => scene?.close());

/** English in Arabic letters, a third longer: what a language that is written from right to left asks of the pages. */
function pseudoLocale(): string {
  const english = JSON.parse(readFileSync(join(REPOSITORY, "schemas/locales/en.json"), "utf8"));
  const letters = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];
  const written = (text: string): string =>
    text
      .split(/(\{\w+\}|`[^`]*`)/)
      .map((part, index) => {
        if (index % 2 === 1) return part;
        const word = part.replace(/[a-z]/gi, (letter) =>
          String(letters[letter.charCodeAt(0) % letters.length]),
        );
        return word.replace(/\p{L}{3,}/gu, (long) => long + long.slice(0, Math.ceil(long.length / 3)));
      })
      .join("");
  const messages = Object.fromEntries(
    Object.entries(english.console as Record<string, string | Record<string, string>>).map(
      ([key, message]) => [
        key,
        typeof message === "string"
          ? written(message)
          : Object.fromEntries(Object.entries(message).map(([form, text]) => [form, written(text)])),
      ],
    ),
  );
  return `export default ${JSON.stringify({ ...english, direction: "rtl", console: messages })};`;
}

/** A page whose file of English is that language, as if it had been built so. */
async function openMirrored(path: string, settings?: BrowserContextOptions): Promise<Page> {
  const context = await scene.context(settings);
  await context.route(/\/assets\/en-[\w-]+\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: pseudoLocale() }),
  );
  const page = await context.newPage();
  await page.goto(scene.served.url + path);
  await page.locator("main h1").first().waitFor();
  await settled(page);
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  return page;
}

const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} is not to be seen`);
  return { left: found.x, right: found.x + found.width };
};

describe.skipIf(WITHOUT_CHROMIUM)("in a language that is written from right to left", () => {
  test("nothing has to be scrolled sideways at 360 pixels, on any page and in any dialog", async () => {
    for (const path of PAGES) {
      const page = await openMirrored(path, { viewport: { width: 360, height: 740 } });
      expect(await widthOf(page), path).toBeLessThanOrEqual(360);
      if (path === "/keys") {
        await page.locator(".page-head .button").click();
        await page.getByRole("dialog").waitFor();
        expect(await widthOf(page), path).toBeLessThanOrEqual(360);
      }
      await page.context().close();
    }
    expect(scene.troubles).toEqual([]);
  });

  test("each page is the mirror of what it is from left to right", async () => {
    const page = await openMirrored(MODEL, { viewport: { width: 1280, height: 900 } });
    const [logo, choice] = [await box(page, ".home"), await box(page, ".bar select")];
    expect(logo.left).toBeGreaterThan(640);
    expect(choice.right).toBeLessThan(640);
    const [form, result] = [await box(page, "form.card"), await box(page, ".result")];
    expect(form.left).toBeGreaterThan(result.right);
    const [heading, button] = [await box(page, "form h2"), await box(page, "form .panel-head .actions")];
    expect(heading.left).toBeGreaterThan(button.right);
    await page.context().close();

    const reference = await openMirrored(`${MODEL}?tab=api`, { viewport: { width: 1280, height: 900 } });
    expect((await box(reference, ".contents")).left).toBeGreaterThan((await box(reference, "article")).right);
    // Code is read from left to right everywhere.
    expect(await reference.locator("pre").first().getAttribute("dir")).toBe("ltr");
    await reference.context().close();
  });

  test("a picture is not mirrored: the slider uncovers it from the left, where its line is", async () => {
    const page = await openMirrored(MODEL);
    // The buttons have other names here.
    await page.locator("form .panel-head .button").first().click();
    await page.locator(".media-actions .button").last().click();
    await page.locator('input[type="file"]').setInputFiles(COFFEE);
    await page.locator("form .primary").click();
    await page.locator(".compare .before").waitFor();
    await page.getByRole("slider").fill("25");
    const [picture, line] = [await box(page, ".compare"), await box(page, ".divider")];
    const share = ((line.left + line.right) / 2 - picture.left) / (picture.right - picture.left);
    expect(share).toBeCloseTo(0.25, 2);
    expect(scene.troubles).toEqual([]);
  });
});
