import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { until } from "../harness.js";
import { buildApp } from "./build-app.js";
import { launchChromium, WITHOUT_CHROMIUM } from "./chromium.js";
import { gate } from "./gate.js";
import { openScene, type Scene } from "./scene.js";
import { openSite, type Site } from "./site.js";

const SUBMIT = /^POST \/v1\/models\//;
const STATUS = /\/status$/;

describe.skipIf(WITHOUT_CHROMIUM).each([19, 18] as const)("with React %i, in a browser", (react) => {
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

  const open = (query: string): Promise<Scene> => openScene(browser, site, query);
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
      site.engine.progress(fraction);
      return (await scene.fact("progress", name)) ?? undefined;
    });
  }

  const openLooks = () => site.called(STATUS).filter(({ isOpen }) => isOpen).length;
  const heldLook = () => until("a held look, and no other", async () => openLooks() === 1 && isHeld());
  const isHeld = () => site.called(STATUS).at(-1)?.headers.prefer !== undefined;

  test("a run goes through its states to the picture on the screen", async () => {
    const scene = await open("scene=runner");
    await scene.told({ status: "idle", running: false });
    await begin(scene);
    await seeProgress(scene, "model");
    site.engine.open();
    await scene.told({ status: "completed", running: false });
    await scene.page.waitForFunction("document.querySelector('img')?.naturalWidth === 1");
    expect(site.called(SUBMIT)).toHaveLength(1);
    expect(scene.said.filter((line) => /^(error|warning|uncaught)/.test(line))).toEqual([]);
  });

  test("the proxy gets no token from the page, and statuses are never taken from a cache", async () => {
    const scene = await open("scene=runner");
    await begin(scene);
    for (const { headers } of site.calls) expect(headers).not.toHaveProperty("authorization");
    expect(site.called(STATUS)[0]?.headers).toMatchObject({ "cache-control": "no-cache" });
  });

  test("an effect that StrictMode runs twice submits once, and so does a double click", async () => {
    const effect = await open("scene=effect");
    await seeItRun(effect);
    expect(site.engine.accepted).toHaveLength(1);
    const clicks = await open("scene=runner");
    await clicks.page.dblclick('text="Run"');
    await clicks.told({ status: "in_queue", queue: 0 });
    expect(site.engine.accepted).toHaveLength(2);
  });

  test("another input while a submit is on its way is another submit, and the last one is shown", async () => {
    const held = gate();
    site.holdSubmits(held.promise);
    const scene = await open("scene=runner");
    await scene.click("Run");
    await scene.click("Run another");
    await until("both submits", async () => site.engine.accepted.length === 2);
    held.open();
    const id = await until("an id", () => scene.fact("request").then((told) => told ?? undefined));
    site.engine.open();
    site.engine.open();
    await scene.told({ status: "completed", request: id });
    const prompts = site.engine.accepted.map(({ prompt }) => prompt);
    expect(prompts.toSorted()).toEqual(["a", "b"]);
    // The list has the newest first.
    const submitted = (await listed(site)).map(({ request_id }) => request_id).reverse();
    expect(submitted.indexOf(id)).toBe(prompts.indexOf("b"));
  });

  test("however many look at a request, one waits for it", async () => {
    const id = await begin(await open("scene=runner"));
    for (const context of browser.contexts()) await context.close();
    await until("the end of all looks", async () => openLooks() === 0);
    const before = site.called(STATUS).length;
    const scene = await open(`scene=viewers&count=3&run=${id}`);
    const told = await seeProgress(scene, "viewer-0");
    for (const name of ["viewer-1", "viewer-2"]) await scene.told({ status: "in_progress" }, name);
    for (const name of ["viewer-1", "viewer-2"])
      expect(Number(await scene.fact("progress", name))).toBeGreaterThanOrEqual(Number(told));
    expect(openLooks()).toBeLessThanOrEqual(1);
    site.engine.open();
    for (const name of ["viewer-0", "viewer-1", "viewer-2"]) await scene.told({ status: "completed" }, name);
    // StrictMode's doubled effect begins anew, so there are two looks at first, and then one held for each change.
    expect(site.called(STATUS).length - before).toBeLessThanOrEqual(5);
  });

  test("an unmount stops the waiting and not the request, and a remount finds it where it is", async () => {
    const id = await begin(await open("scene=runner"));
    for (const context of browser.contexts()) await context.close();
    const scene = await open(`scene=viewers&run=${id}`);
    await scene.told({ status: "in_progress" }, "viewer-0");
    await heldLook();
    await scene.click("Toggle");
    await until("the end of all looks", async () => openLooks() === 0);
    const looks = site.called(STATUS).length;
    site.engine.open();
    await until("the end of the request", async () => (await statusOf(site, id)) === "completed");
    expect(site.called(STATUS)).toHaveLength(looks);
    expect(site.called(/cancel$/)).toEqual([]);
    await scene.click("Toggle");
    await scene.told({ status: "completed" }, "viewer-0");
    // What has ended is not asked for again.
    const all = site.calls.length;
    await scene.click("Toggle");
    await scene.click("Toggle");
    await scene.told({ status: "completed" }, "viewer-0");
    expect(site.calls).toHaveLength(all);
  });

  test("a page that is loaded again in the middle goes on where it was, by the id in its URL", async () => {
    const scene = await open("scene=runner");
    const id = await begin(scene);
    await scene.page.reload();
    await scene.told({ status: "in_progress", request: id });
    expect(scene.page.url()).toContain(id);
    site.engine.open();
    await scene.told({ status: "completed", request: id });
    expect(site.called(SUBMIT)).toHaveLength(1);
  });

  test("without a network it pauses, and goes on by itself when there is one again", async () => {
    const scene = await open("scene=runner");
    const id = await begin(scene);
    await scene.context.setOffline(true);
    await scene.told({ paused: true, status: "in_progress", running: true });
    site.engine.open();
    await until("the end of the request", async () => (await statusOf(site, id)) === "completed");
    const looks = site.called(STATUS).length;
    await scene.context.setOffline(false);
    await scene.told({ status: "completed", paused: false });
    expect(site.called(STATUS).length - looks).toBeLessThanOrEqual(2);
    expect(site.called(SUBMIT)).toHaveLength(1);
  });

  test("a submit without a network is refused, and says that nothing was sent; it is not sent later", async () => {
    const scene = await open("scene=runner");
    await scene.context.setOffline(true);
    await scene.click("Run");
    await scene.told({ status: "error", running: false });
    expect(await scene.fact("error")).toMatch(/^connection: There is no network\. Nothing was sent/);
    await scene.context.setOffline(false);
    await scene.click("Run another");
    await seeItRun(scene);
    expect(site.engine.accepted.map(({ prompt }) => prompt)).toEqual(["b"]);
  });

  test("a page that was frozen, as in a sleeping laptop or a tab in the background, catches up when it is seen", async () => {
    const scene = await open("scene=runner");
    const id = await begin(scene);
    const session = await scene.context.newCDPSession(scene.page);
    await heldLook();
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    site.loseOpenCalls();
    site.engine.open();
    await until("the end of the request", async () => (await statusOf(site, id)) === "completed");
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await seeAgain(scene);
    await scene.told({ status: "completed" });
    expect(site.called(SUBMIT)).toHaveLength(1);
  });

  test("a laptop that has slept for two days has lost its calls and its timers, and sees the end when it is opened", async () => {
    const scene = await openScene(browser, site, "scene=runner", { hasClock: true });
    const id = await begin(scene);
    await heldLook();
    site.loseOpenCalls();
    site.engine.open();
    await until("the end of the request", async () => (await statusOf(site, id)) === "completed");
    await scene.page.clock.fastForward("48:00:00");
    await seeAgain(scene);
    await scene.told({ status: "completed", request: id });
    expect(await scene.fact("error")).toBeNull();
    expect(site.called(SUBMIT)).toHaveLength(1);
  });

  test("a run that begins while its page is told that it is queued is seen all the same", async () => {
    await begin(await open("scene=runner"));
    const held = gate();
    site.holdLooks(held.promise);
    const scene = await open("scene=runner");
    await scene.click("Run");
    const id = await until("an id", () => scene.fact("request").then((told) => told ?? undefined));
    await until("a look", async () => site.called(STATUS).some(({ call }) => call.includes(id)));
    site.engine.open();
    await until("a run", async () => (await statusOf(site, id)) === "in_progress");
    // The page hears that it is queued, and its next look is held until the end.
    held.open();
    await scene.told({ status: "in_progress" });
  });

  test("a tab that is seen again looks anew at once, and joins no second one to the waiting", async () => {
    const scene = await open("scene=runner");
    await begin(scene);
    await heldLook();
    const held = site.called(STATUS).at(-1);
    const looks = site.called(STATUS).length;
    const show = (state: string) =>
      `Object.defineProperty(document, "visibilityState", { value: "${state}", configurable: true });
       document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`;
    await scene.page.evaluate(show("hidden"));
    expect(held?.isOpen).toBe(true);
    await scene.page.evaluate(show("visible"));
    await until("another look", async () => site.called(STATUS).length > looks && !held?.isOpen);
    expect(held?.isAnswered).toBe(false);
    await heldLook();
    expect(site.called(/cancel$/)).toEqual([]);
    site.engine.open();
    await scene.told({ status: "completed" });
  });

  test("a cancel says what became of the request", async () => {
    const first = await open("scene=runner");
    await begin(first);
    await first.click("Cancel");
    await first.page.waitForSelector('#note:text-is("\\"not_cancellable\\"")');
    await first.told({ status: "in_progress", running: true });
    const second = await open("scene=runner");
    await second.click("Await");
    await second.told({ status: "in_queue", queue: 0 });
    await second.click("Cancel");
    await second.told({ status: "cancelled", running: false });
    await second.page.waitForSelector('#note:text-matches("cancelled|RequestCancelledError")');
    site.engine.open();
    await first.told({ status: "completed" });
  });

  test("a cancel during a submit waits for its answer, and then cancels", async () => {
    await begin(await open("scene=runner"));
    const held = gate();
    site.holdSubmits(held.promise);
    const scene = await open("scene=runner");
    await scene.click("Run");
    await scene.told({ status: "submitting", running: true });
    await scene.click("Cancel");
    held.open();
    await scene.told({ status: "cancelled" });
  });

  test("a failure is told with its reason, and a promise of the end rejects with it", async () => {
    const scene = await open("scene=runner");
    await scene.click("Await");
    await seeItRun(scene);
    site.engine.open("the model is tired");
    await scene.told({ status: "failed", running: false });
    expect(await scene.fact("error")).toMatch(/^request_failed: .*the model is tired/);
    await scene.page.waitForSelector('#note:text-is("RequestFailedError")');
    await scene.click("Reset");
    await scene.told({ status: "idle" });
    expect(await scene.fact("error")).toBeNull();
    site.engine.open();
    await scene.click("Await");
    await scene.page.waitForSelector('#note:text-is("\\"completed\\"")');
  });

  test("a request of another model than was said is told as such, and so is one that there is not", async () => {
    const id = await begin(await open("scene=runner"));
    site.engine.open();
    const other = await open(`scene=viewers&run=${id}&model=google/nano-banana-2-lite/edit`);
    await until("an error", () => other.fact("error", "viewer-0").then((error) => error ?? undefined));
    expect(await other.fact("error", "viewer-0")).toMatch(/^model_mismatch/);
    const none = await open("scene=viewers&run=00000000-0000-4000-8000-000000000000");
    await until("an error", () => none.fact("error", "viewer-0").then((error) => error ?? undefined));
    expect(await none.fact("error", "viewer-0")).toMatch(/^not_found/);
    expect(await none.fact("running", "viewer-0")).toBe("false");
  });

  test("a suspended component is there when the request has ended, and adds no second one to the waiting", async () => {
    const id = await begin(await open("scene=runner"));
    for (const context of browser.contexts()) await context.close();
    const scene = await open(`scene=suspended&run=${id}`);
    await scene.page.waitForSelector("#waiting");
    await scene.told({ status: "in_progress" }, "viewer-0");
    // Who follows it goes; who is suspended stays.
    await scene.click("Toggle");
    await scene.page.waitForSelector("#waiting");
    await heldLook();
    site.engine.open();
    await scene.page.waitForSelector("#result");
    expect(openLooks()).toBe(0);
  });

  test("lists that are suspended for are there with their first page, and a failure goes to the error boundary", async () => {
    const { page, click } = await open("scene=suspended-lists");
    await page.waitForSelector("#models li:nth-child(2)");
    expect(await page.isVisible("#waiting")).toBe(false);
    expect(await page.textContent("#count")).toBe("0");
    await click("More models");
    await page.waitForSelector("#models li:nth-child(4)");
    const none = await open("scene=suspended-lists&model=nobody/nothing");
    await none.page.waitForSelector('#thrown:text-is("NotFoundError")');
  });

  test("a token in a page is warned of once", async () => {
    const scene = await open("scene=runner&token=secret");
    await scene.told({ status: "idle" });
    const warnings = scene.said.filter((line) =>
      line.startsWith("warning: ModelApiProvider was given a token"),
    );
    expect(warnings).toHaveLength(1);
    expect(scene.said.join()).not.toContain("secret");
  });

  test("lists come page by page, and a list of requests hears of a new one", async () => {
    const runner = await open("scene=runner");
    for (const _ of [1, 2, 3]) {
      site.engine.open();
      await runner.click("Run");
      await runner.told({ status: "completed" });
      await runner.click("Reset");
    }
    const { page, click } = await open("scene=lists");
    await page.waitForSelector("#requests li:nth-child(2)");
    await click("More requests");
    await page.waitForSelector("#requests li:nth-child(3)");
    await page.waitForSelector("text=More requests >> visible=true");
    expect(await page.isDisabled("text=More requests")).toBe(true);
    await page.waitForSelector("#models li:nth-child(2)");
    await click("More models");
    await page.waitForSelector("#models li:nth-child(4)");
    expect(Number(await page.getAttribute("#models", "data-total"))).toBeGreaterThan(4);
    await page.waitForSelector(
      '#schema:text-is("prompt,images,aspect_ratio,resolution,quality,output_format")',
    );
    expect(site.called(/^GET \/v1\/models\/openai/)).toEqual([]);
  });

  test.runIf(react >= 19)(
    "a component that Activity hides in the middle of a submit shows it all the same",
    async () => {
      const held = gate();
      site.holdSubmits(held.promise);
      const scene = await open("scene=hidden");
      await scene.click("Run");
      await scene.told({ status: "submitting" });
      await scene.click("Toggle");
      await scene.page.waitForSelector('#mode:text-is("hidden")');
      held.open();
      await until("the submit", async () => site.engine.accepted.length === 1);
      await scene.click("Toggle");
      await seeItRun(scene);
      await scene.click("Toggle");
      await until("the end of all looks", async () => site.called(STATUS).every(({ isOpen }) => !isOpen));
      site.engine.open();
      await scene.click("Toggle");
      await scene.told({ status: "completed" });
      expect(site.called(SUBMIT)).toHaveLength(1);
    },
  );
});

async function ask(site: Site, path: string) {
  const { baseUrl, token, fetch } = site.direct;
  const response = await fetch(baseUrl + path, { headers: { authorization: `Bearer ${token}` } });
  return (await response.json()) as { status: string; requests: { request_id: string }[] };
}

const statusOf = async (site: Site, id: string) => (await ask(site, `/v1/requests/${id}/status`)).status;
const listed = async (site: Site) => (await ask(site, "/v1/requests")).requests;
