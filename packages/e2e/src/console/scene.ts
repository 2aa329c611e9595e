import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { cleanUp, type Served, type ServeOptions, serve, temporaryFolder } from "../harness.js";
import { launchChromium } from "../react/chromium.js";

/** A server whose console is open in a browser. */
export interface Scene {
  readonly served: Served;
  /** A new window, with a storage of its own. What goes wrong in its pages, or leaves this server, is in `troubles`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  readonly context: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Errors of pages, refusals of the page's policy, and calls of anything but the server. */
  readonly troubles: string[];
  close(): Promise<void>;
}

export async function startScene(
  options: ServeOptions = {},
  data: string = temporaryFolder(),
): Promise<Scene> {
  const served = await serve(data, options);
  const browser: Browser = await launchChromium();
  const troubles: string[] = [];

  async function newContext(settings: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({
      locale: "en-US",
      viewport: { width: 1280, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: "reduce",
      ...settings,
    });
    context.on("page", (page) => watch(page, served.url, troubles));
    return context;
  }

  return {
    served,
    troubles,
    context: newContext,
    async open(path, settings) {
      const page = await (await newContext(settings)).newPage();
      await page.goto(served.url + path);
      await page.locator("main h1").first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await cleanUp();
    },
  };
}

function watch(page: Page, url: string, troubles: string[]): void {
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A refused call is said there as well; the pages show it.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const asked = request.url();
    if (/^https?:/.test(asked) && !asked.startsWith(`${url}/`)) troubles.push(`outside: ${asked}`);
  });
}

/** The playground's form, filled with the page's example and a picture that was picked. */
export async function fillExample(page: Page, file: string): Promise<void> {
  await page.getByRole("button", { name: "Fill in the example" }).click();
  await page.getByRole("button", { name: /^Remove / }).click();
  await page.locator('input[type="file"]').setInputFiles(file);
}

/** Waits until a page has all that it loads. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await expect.poll(() => page.locator("[aria-busy=true]").count()).toBe(0);
}
