import { readFileSync } from "node:fs";
import { join } from "node:path";
import { models } from "@model-api/models";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, EDIT, REPOSITORY, until } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { violationsOn } from "./axe.js";
import { languageOf, unfoldAll, widthOf, wordsOn } from "./in-page.js";
import { type Scene, settled, startScene } from "./scene.js";

const TEXT = "openai/gpt-image-2/text-to-image";
const PAGES = [
  "/",
  `/models/${EDIT}`,
  `/models/${EDIT}?tab=api`,
  "/generations",
  "/keys",
  "/usage",
  "/settings",
  "/no/such/page",
];
const LANGUAGES = { en: "en-US", ru: "ru-RU", zh: "zh-CN" };
const KEYS = Object.keys(
  JSON.parse(readFileSync(join(REPOSITORY, "schemas/locales/en.json"), "utf8")).console,
).filter((key) => key.includes("."));

let scene: Scene;
beforeAll(async () => {
  if (WITHOUT_CHROMIUM) return;
  scene = await startScene();
  const { body } = await call(scene.served, "POST", `/v1/models/${TEXT}`, { prompt: "x" });
  await until("a request has ended", async () => {
    const state = await call(scene.served, "GET", `/v1/requests/${body.request_id}/status`);
    return state.body.status === "completed";
  });
});
afterAll(() => scene?.close());

describe.skipIf(WITHOUT_CHROMIUM)("in a browser", () => {
  /** Looks at every page, several at once: most of the time one waits for its server. */
  async function onEachPage(
    options: BrowserContextOptions,
    look: (page: Page, path: string) => Promise<void>,
  ) {
    const paths = [...PAGES];
    const lookAtNext = async (): Promise<void> => {
      const path = paths.shift();
      if (path === undefined) return;
      const page = await scene.open(path, options);
      await settled(page);
      await look(page, path);
      await page.context().close();
      await lookAtNext();
    };
    await Promise.all([lookAtNext(), lookAtNext(), lookAtNext()]);
  }

  test.each(Object.entries(LANGUAGES))(
    "no page in %s shows a message key or a placeholder, or has to be scrolled sideways at 360 pixels",
    async (code, locale) => {
      await onEachPage({ locale, viewport: { width: 360, height: 740 } }, async (page, path) => {
        expect(await languageOf(page)).toMatch(new RegExp(`^${code}`));
        expect(await widthOf(page), path).toBeLessThanOrEqual(360);
        const text = await wordsOn(page);
        const words = text.split(/[\s"“”«»]+/);
        expect(
          words.filter((word) => KEYS.includes(word)),
          path,
        ).toEqual([]);
        // camelCase_andUnderscores, a.dotted.key, or a placeholder that nobody filled.
        expect(
          words.filter((word) => /^[a-z]+[A-Z]\w*_\w+$|^modelApiDoc|^\w+\.\w+[A-Z]\w*$/.test(word)),
          path,
        ).toEqual([]);
        expect(text.replaceAll("{request_id}", "").match(/\{\w+\}/), path).toBeNull();
      });
      expect(scene.troubles).toEqual([]);
    },
  );

  test.each(["light", "dark"] as const)(
    "axe finds nothing on any page in the %s theme",
    async (colorScheme) => {
      // axe is put into the page from outside, which the page's policy would refuse.
      await onEachPage({ colorScheme, bypassCSP: true }, async (page, path) => {
        // What is folded is looked at as well.
        await unfoldAll(page);
        expect(await violationsOn(page), path).toEqual([]);
      });
    },
  );

  test("another language is shown at once, and what was entered stays", async () => {
    const page = await scene.open(`/models/${EDIT}`);
    await page.getByLabel("Prompt").fill("keep this");
    await page.getByLabel("Language").selectOption("ru");
    await page.getByRole("heading", { name: "GPT Image 2. Редактирование изображения" }).waitFor();
    expect(await page.getByLabel("Промпт").inputValue()).toBe("keep this");
    await page.getByLabel("Язык").selectOption("zh");
    // Chinese has no words for this model: English ones, marked so.
    await page.getByRole("heading", { name: "GPT Image 2 Edit" }).waitFor();
    await page.getByText(/^英文/).waitFor();
    expect(await page.getByLabel("Prompt").inputValue()).toBe("keep this");
    await page.reload();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
  });

  test("the reference of the page's model has exactly the page's sections, and the two other ways to give a file", async () => {
    const page = await scene.open(`/models/${EDIT}?tab=api`);
    await settled(page);
    expect(await page.locator("article :is(h2, h3)").allTextContents()).toEqual([
      "Get started",
      "Authentication",
      "API reference",
      "Submit a request",
      "Monitor the status",
      "Retrieve the result",
      "Cancel a request",
      "File inputs",
      "Hosted file",
      "Data URI",
      "Upload",
      "Schema",
      "Input schema",
      "Output schema",
    ]);
  });

  test("the reference has the sections of its table of contents, in the model's words, and each call can be tried", async () => {
    const page = await scene.open(`/models/${TEXT}?tab=api`, { locale: "ru-RU" });
    await settled(page);
    const contents = await page.locator(".contents a").allTextContents();
    const headings = await page.locator("article :is(h2, h3)").allTextContents();
    expect(headings).toEqual(contents);
    expect(headings[0]).toBe("Начало работы");
    expect(await page.locator("article").textContent()).toContain("Соотношение сторон изображения.");
    expect(await page.locator("article").textContent()).toContain("URL созданного изображения.");
    await page.getByText("POST /v1/models/").click();
    await page.locator("#submit ~ details button").click();
    await page.locator("#submit ~ details .state.completed").waitFor();
    await page.getByText("GET /v1/requests/{request_id}/status").click();
    await page.locator("#status ~ details button").click();
    await page.locator("#status ~ details .state.completed").waitFor();
    expect(await page.locator("#status ~ details .code").textContent()).toMatch(/"status": "(in_|completed)/);
  });

  test("a key is made, shown once, works, and is revoked", async () => {
    const page = await scene.open("/keys");
    await page.getByRole("button", { name: "Create a key" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("from the console");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    const token = await page.getByRole("dialog").getByLabel("Token", { exact: true }).inputValue();
    const asked = () =>
      fetch(`${scene.served.url}/v1/models`, { headers: { authorization: `Bearer ${token}` } });
    expect((await asked()).status).toBe(200);
    await page.getByRole("button", { name: "I have copied them" }).click();
    expect(await page.content()).not.toContain(token);
    const row = page.getByRole("row").filter({ hasText: "from the console" });
    await row.getByRole("button", { name: /^Revoke/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await row.getByText("Revoked").waitFor();
    await until("it is refused", async () => (await asked()).status === 401);
  });

  test("usage is told by model, with a chart", async () => {
    const page = await scene.open("/usage");
    await page.getByRole("img", { name: /^Requests a day/ }).waitFor();
    await page.getByRole("row").filter({ hasText: TEXT }).waitFor();
  });

  test("the catalog is narrowed by what is typed, and says so where nothing is left", async () => {
    const page = await scene.open("/");
    await page.getByText(`${models.length} models`).waitFor();
    await page.getByLabel("Search").fill("gpt-image-2/edit");
    await page.getByText("1 model", { exact: true }).waitFor();
    await page.getByLabel("Search").fill("edti");
    await page.getByText("No model matches").waitFor();
    await page.getByRole("button", { name: "Clear the filters" }).click();
    await page.getByText(`${models.length} models`).waitFor();
    await page.getByLabel("Category").selectOption("text-to-image");
    const ofCategory = models.filter(({ categories }) => categories.includes("text-to-image"));
    await page.getByText(`${ofCategory.length} models`).waitFor();
    await page.getByLabel("Kind").selectOption("video");
    await page.getByText("No model matches").waitFor();
    expect(new URL(page.url()).search).toBe("?category=text-to-image&kind=video");
  });
});
