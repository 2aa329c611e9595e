import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PIXEL } from "../mcp/engine.js";
import { launchChromium, WITHOUT_CHROMIUM } from "../react/chromium.js";
import { openSite, type Site } from "../react/site.js";

describe.skipIf(WITHOUT_CHROMIUM)("in a page", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: { main: fileURLToPath(new URL("page.ts", import.meta.url)) },
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      outdir: "/",
      tsconfigRaw: {},
      write: false,
    });
    site = await openSite(new Map(outputFiles.map(({ path, text }) => [path, text])), { isGuarded: true });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test("a picture is edited through the page's own proxy, and the page has no token", async () => {
    const page = await browser.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(site.url);
    await page.waitForFunction("globalThis.paint");
    // Its engine gives back the first image that it gets.
    site.engine.open();
    const painted = await page.evaluate(
      ([pixel]) =>
        (globalThis as unknown as { paint(prompt: string, pixel?: string): Promise<object> }).paint(
          "x",
          pixel,
        ),
      [PIXEL.toString("base64")],
    );
    expect(painted).toMatchObject({
      mediaType: "image/png",
      picture: PIXEL.toString("base64"),
      warnings: [{ type: "unsupported", feature: "seed" }],
      responses: [{ headers: { "model-api-request-id": expect.any(String) } }],
    });
    expect(said).toEqual([]);
    expect(site.called(/^POST \/v1\/models\//)).toHaveLength(1);
    for (const { headers } of site.calls) expect(headers).not.toHaveProperty("authorization");
  });
});
