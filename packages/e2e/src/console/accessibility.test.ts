import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COFFEE, EDIT } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { violationsOn } from "./axe.js";
import { unfoldAll } from "./in-page.js";
import { fillExample, type Scene, settled, startScene } from "./scene.js";

const MODEL = `/models/${EDIT}`;
let scene: Scene;
let guarded: Scene;
beforeAll(async () => {
  if (WITHOUT_CHROMIUM) return;
  scene = await startScene();
  guarded = await startScene({ flags: ["--public-url", "https://models.example"] });
});
afterAll(async () => {
  await scene?.close();
  await guarded?.close();
});

/** What stands on a page only after somebody has done something. */
const STATES: Readonly<Record<string, (open: (path: string) => Promise<Page>) => Promise<Page>>> = {
  async "a form with errors, and files of all kinds"(open) {
    const page = await open(MODEL);
    await page
      .locator('input[type="file"]')
      .setInputFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no picture") }]);
    await page.getByLabel("URL of a file").fill("https://example.com/a.png");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByText("Prompt is required").waitFor();
    return page;
  },
  async "a result, and its input as code"(open) {
    const page = await open(MODEL);
    await fillExample(page, COFFEE);
    await page.getByRole("button", { name: "Run", exact: true }).click();
    await page.getByAltText("What the model made").waitFor();
    await page.getByRole("slider").fill("40");
    await unfoldAll(page);
    return page;
  },
  async "the dialog that deletes a request"(open) {
    const page = await open("/generations");
    await page
      .getByRole("button", { name: /^Delete request/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    return page;
  },
  async "the dialog for a new key, which refuses, and the one that shows it"(open) {
    const page = await open("/keys");
    await page.getByRole("button", { name: "Create a key" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Create", exact: true }).click();
    await dialog.getByText("Give the key a name.").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByLabel("Name").fill("a key");
    await dialog.getByRole("button", { name: "Create", exact: true }).click();
    await dialog.getByLabel("Token", { exact: true }).waitFor();
    return page;
  },
  async "the dialog that revokes a key"(open) {
    const page = await open("/keys");
    await page
      .getByRole("button", { name: /^Revoke/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    return page;
  },
  async "an answer in the reference"(open) {
    const page = await open(`${MODEL}?tab=api`);
    await settled(page);
    await unfoldAll(page);
    await page.locator("#status ~ details input").fill("req_none");
    await page.locator("#status ~ details button").click();
    await page.locator("#status ~ details .state.failed").waitFor();
    return page;
  },
};

describe.skipIf(WITHOUT_CHROMIUM).each(["light", "dark"] as const)("axe, in the %s theme", (colorScheme) => {
  // axe is put into the page from outside, which the page's policy would refuse.
  const settings = { colorScheme, bypassCSP: true };

  test.each(Object.entries(STATES))("finds nothing on %s", async (_, act) => {
    const page = await act((path) => scene.open(path, settings));
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test("finds nothing where somebody signs in, before and after a wrong key", async () => {
    const page = await guarded.open("/", settings);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("API key").fill("mapi_wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("does not know that key").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});
