import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Site } from "./site.js";

/** A page of the app in a browser of its own: nothing is shared with other pages but the site. */
export interface Scene {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page has said on its console, errors that nobody caught included. */
  readonly said: string[];
  /** Waits until a hook tells this; the attributes are those of `app/shown.tsx`. */
  told(facts: Readonly<Record<string, string | number | boolean>>, name?: string): Promise<void>;
  /** What a hook tells right now. */
  fact(fact: string, name?: string): Promise<string | null>;
  click(button: string): Promise<void>;
}

export interface SceneOptions {
  /** Whether the test can move the page's clock, which goes as it always does until then. */
  readonly hasClock?: boolean;
}

export async function openScene(
  browser: Browser,
  site: Site,
  query: string,
  { hasClock = false }: SceneOptions = {},
): Promise<Scene> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (hasClock) await page.clock.install();
  page.setDefaultTimeout(20_000);
  const said: string[] = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`uncaught: ${error.message}`));
  await page.goto(`${site.url}/?${query}`);
  return {
    page,
    context,
    said,
    async told(facts, name = "model") {
      const attributes = Object.entries(facts).map(([fact, value]) => `[data-${fact}="${value}"]`);
      await page.waitForSelector(`#${name} .told${attributes.join("")}`, { state: "attached" });
    },
    fact: (fact, name = "model") => page.getAttribute(`#${name} .told`, `data-${fact}`),
    click: (button) => page.click(`text="${button}"`),
  };
}
