import { describe, expect, test } from "vitest";
import { COFFEE } from "../harness.js";
import { WITHOUT_CHROMIUM } from "./chromium.js";
import { browserWithSites } from "./in-browser.js";
import { openScene } from "./scene.js";

describe.skipIf(WITHOUT_CHROMIUM)("the README's examples with libraries of forms, in a browser", () => {
  const { browser, site } = browserWithSites(19);

  test.each(["hook-form", "tanstack-form"])(
    "%s tells what is missing and sends nothing, and then a picked file comes back as the picture",
    async (scene) => {
      const { page, said } = await openScene(browser(), site(), `scene=${scene}`);
      await page.click("text=Run");
      await page.waitForSelector("[role=alert] >> nth=1");
      const alerts = () => page.locator("[role=alert]").allTextContents();
      expect(await alerts()).toEqual(["Prompt is required", "Images is required"]);
      expect(site().called(/^POST/)).toEqual([]);
      await page.getByRole("textbox", { name: "Prompt" }).fill("a better cup");
      await page.setInputFiles("input[type=file]", COFFEE);
      site().engine.open();
      await page.click("text=Run");
      await page.waitForFunction("document.querySelector('img')?.naturalWidth > 1");
      expect(await alerts()).toEqual([]);
      expect(site().engine.accepted.map(({ prompt }) => prompt)).toEqual(["a better cup"]);
      expect(said.filter((line) => /^(error|uncaught)/.test(line))).toEqual([]);
    },
  );
});
