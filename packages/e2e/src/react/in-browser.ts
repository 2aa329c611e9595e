import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { until } from "../harness.js";
import { buildApp, type ReactVersion } from "./build-app.js";
import { launchChromium, WITHOUT_CHROMIUM } from "./chromium.js";
import { openScene, type Scene } from "./scene.js";
import { openSite, type Site } from "./site.js";

export const SUBMIT: RegExp = /^POST \/v1\/models\//;
export const STATUS: RegExp = /\/status$/;

/** What a suite in a browser works with: a site of its own for each test, and pages of it. */
export type Stage = ReturnType<typeof createStage>;

/** A suite that is run in a browser, once with each React. */
export function inBrowser(tests: (stage: Stage, react: ReactVersion) => void): void {
  describe.skipIf(WITHOUT_CHROMIUM).each([19, 18] as const)("with React %i, in a browser", (react) => {
    tests(createStage(browserWithSites(react)), react);
  });
}

/** A browser, and for each test a site of its own, while the tests of the surrounding suite run. */
export interface BrowserWithSites {
  browser(): Browser;
  site(): Site;
  /** What the sites serve, for one that a test opens by itself. */
  files(): ReadonlyMap<string, string>;
}

/** Registers the hooks of the surrounding suite; what it returns is there once they have run. */
export function browserWithSites(react: ReactVersion): BrowserWithSites {
  let browser: Browser;
  let files: ReadonlyMap<string, string>;
  let site: Site;
  beforeAll(async () => {
    files = await buildApp(react);
    browser = await launchChromium();
  });
  beforeEach(async () => {
    site = await openSite(files);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await site.close();
  });
  afterAll(() => browser?.close());
  return { browser: () => browser, site: () => site, files: () => files };
}

function createStage({ browser, site }: BrowserWithSites) {
  const open = (query: string): Promise<Scene> => openScene(browser(), site(), query);
  /** The same, with a clock that the test can move. */
  const openWithClock = (query: string) => openScene(browser(), site(), query, { hasClock: true });
  async function closePages(): Promise<void> {
    for (const context of browser().contexts()) await context.close();
  }

  /** Begins a request, and gives its id as soon as the page has seen it run. */
  async function begin(scene: Scene): Promise<string> {
    await scene.click("Run");
    return seeItRun(scene);
  }

  async function seeItRun(scene: Scene): Promise<string> {
    const id = await until("an id", () => scene.fact("request").then((told) => told ?? undefined));
    await scene.told({ status: "in_progress", running: true });
    return id;
  }

  /** Somebody looks at the page again. */
  const seeAgain = ({ page }: Scene) =>
    page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');

  /** The run comes further, until the page has heard of it; gives what it heard. */
  async function seeProgress(scene: Scene, name: string): Promise<string> {
    let fraction = 0.1;
    return until("progress", async () => {
      fraction += 0.001;
      site().engine.progress(fraction);
      return (await scene.fact("progress", name)) ?? undefined;
    });
  }

  const openLooks = () =>
    site()
      .called(STATUS)
      .filter(({ isOpen }) => isOpen).length;
  const isHeld = () => site().called(STATUS).at(-1)?.headers.prefer !== undefined;
  const heldLook = () => until("a held look, and no other", async () => openLooks() === 1 && isHeld());

  /** Asks the server itself, past the page. */
  async function ask(path: string) {
    const { baseUrl, token, fetch } = site().direct;
    const response = await fetch(baseUrl + path, { headers: { authorization: `Bearer ${token}` } });
    return (await response.json()) as { status: string; requests: { request_id: string }[] };
  }
  const statusOf = async (id: string) => (await ask(`/v1/requests/${id}/status`)).status;
  const listed = async () => (await ask("/v1/requests")).requests;

  return {
    /** Of the test that runs. */
    get site() {
      return site();
    },
    open,
    openWithClock,
    closePages,
    begin,
    seeItRun,
    seeAgain,
    seeProgress,
    openLooks,
    heldLook,
    statusOf,
    listed,
  };
}
