import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COFFEE, EDIT } from "../harness.js";
import { WITHOUT_CHROMIUM } from "../react/chromium.js";
import { clipboardText, focused, isFocusKept, isFocusSeen } from "./in-page.js";
import { type Scene, startScene } from "./scene.js";

/** More stops than any page has. */
const MAX_STOPS = 120;

let scene: Scene;
beforeAll(async () => {
  if (!WITHOUT_CHROMIUM) scene = await startScene();
});
afterAll(() => scene?.close());

/** Goes on by the keyboard to what has a name; at each stop the focus has to be seen. */
async function go(page: Page, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const met: string[] = [];
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (now) expect([now, await isFocusSeen(page)]).toEqual([now, true]);
    if (typeof name === "string" ? now === name : name.test(now)) return;
    met.push(now);
  }
  throw new Error(`The keyboard does not get to ${name}. It met: ${met.join(" | ")}`);
}

test.skipIf(WITHOUT_CHROMIUM)(
  "from the catalog to a deleted request by the keyboard alone, and the focus is always seen",
  async () => {
    const page = await scene.open("/");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the content");
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Search");
    await page.keyboard.type("edit");
    await go(page, "GPT Image 2 Edit");
    await page.keyboard.press("Enter");
    await page.getByLabel("Prompt").waitFor();

    await go(page, /^Prompt/);
    await page.keyboard.type("Turn the background into a white studio sweep");
    // Asked for before: the browser has to know that no window is to be opened.
    const chooser = page.waitForEvent("filechooser");
    await go(page, /^Choose files/);
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(COFFEE);
    await page.getByText("coffee.png").waitFor();
    // A group of choices is one stop, and arrows choose.
    await go(page, /^1:1$|^Automatic$/);
    await page.keyboard.press("ArrowRight");
    await go(page, "Run");
    await page.keyboard.press("Enter");
    await page.getByAltText("What the model made").waitFor();

    await go(page, "Before");
    await page.keyboard.press("End");
    expect(await page.getByRole("slider").inputValue()).toBe("100");
    await go(page, "Download");
    await go(page, "Open");
    const [tab] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("Enter")]);
    expect(tab.url()).toContain("/outputs/");
    await tab.close();
    await page.bringToFront();
    // The browser's own page around a picture styles itself, which the policy of files refuses.
    expect(scene.troubles.filter((trouble) => !trouble.includes("Applying inline style"))).toEqual([]);
    scene.troubles.length = 0;
    await go(page, "Copy the link to this run");
    await page.keyboard.press("Enter");
    await page.getByText("Copied").waitFor();
    expect(await clipboardText(page)).toBe(page.url());

    await go(page, "Copy as code", "Shift+Tab");
    await page.keyboard.press("Enter");
    await go(page, /^Copy: /);
    await page.keyboard.press("Enter");
    await expect.poll(() => clipboardText(page)).toContain("curl");

    await go(page, "Generations", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.locator(".row").waitFor();
    const id = new URL(
      String(await page.locator(".row-title").getAttribute("href")),
      page.url(),
    ).searchParams.get("request");
    const remove = `Delete request ${id}`;
    await go(page, remove);
    for (const leave of ["Escape", "Enter"]) {
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      // What destroys nothing has the focus first.
      expect(await focused(page)).toBe("Cancel");
      for (let stop = 0; stop < 6; stop++) {
        await page.keyboard.press("Tab");
        expect(await isFocusKept(page)).toBe(true);
      }
      if (leave === "Enter") await go(page, "Cancel");
      await page.keyboard.press(leave);
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await focused(page)).toBe(remove);
    }
    await page.keyboard.press("Enter");
    await go(page, "Delete", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText(`Request ${id} is deleted`).waitFor();
    await expect.poll(() => focused(page)).toBe(`Request ${id} is deleted`);
    expect(scene.troubles).toEqual([]);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "the focus is handed on to the request beside the one that was deleted",
  async () => {
    const page = await scene.open(`/models/openai/gpt-image-2/text-to-image`);
    for (const prompt of ["one", "two"]) {
      await page.getByLabel("Prompt").fill(prompt);
      await page.keyboard.press("Control+Enter");
      await page.getByAltText("What the model made").waitFor();
      await page.goto(`${scene.served.url}/models/openai/gpt-image-2/text-to-image`);
    }
    await page.goto(`${scene.served.url}/generations`);
    await page.locator(".row").nth(1).waitFor();
    const rows = await page.locator(".row").count();
    const next = await page.locator(".row-title").nth(1).getAttribute("id");
    await page
      .getByRole("button", { name: /^Delete request/ })
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await go(page, "Delete", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText(/^Request \S+ is deleted$/).waitFor();
    expect(await page.locator(".row").count()).toBe(rows - 1);
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe(next);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "a dialog that is opened right after another was closed stays open",
  async () => {
    const page = await scene.open("/keys");
    await page.getByRole("button", { name: "Create a key" }).click();
    await page.getByRole("dialog").waitFor();
    // In one turn of the page: the browser tells of the first one's end when the second one is there.
    await page.evaluate(`{
    [...document.querySelectorAll("dialog .button")].at(-1).click();
    document.querySelector(".page-head button").click();
  }`);
    await page.evaluate("new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve)))");
    expect(await page.getByRole("dialog").count()).toBe(1);
  },
);

test.skipIf(WITHOUT_CHROMIUM)(
  "the reference and the keys are walked by the keyboard, dialogs too",
  async () => {
    const page = await scene.open(`/models/${EDIT}?tab=api`);
    await page.getByRole("heading", { name: "Get started" }).waitFor();
    await go(page, "Output schema");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("#output-schema");
    await page.goto(`${scene.served.url}/keys`);
    await page.getByRole("button", { name: "Create a key" }).waitFor();
    await go(page, "Create a key");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("by keys");
    expect(await page.getByRole("dialog").getByLabel("Name").inputValue()).toBe("by keys");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await focused(page)).toBe("Create a key");
  },
);
