import { expect, test } from "vitest";
import { until } from "../harness.js";
import { gate } from "./gate.js";
import { inBrowser, STATUS } from "./in-browser.js";

inBrowser((stage) => {
  const { open, begin, seeProgress, openLooks, heldLook, closePages, statusOf } = stage;

  test("however many look at a request, one waits for it", async () => {
    const id = await begin(await open("scene=runner"));
    await closePages();
    await until("the end of all looks", async () => openLooks() === 0);
    const before = stage.site.called(STATUS).length;
    const scene = await open(`scene=viewers&count=3&run=${id}`);
    const told = await seeProgress(scene, "viewer-0");
    for (const name of ["viewer-1", "viewer-2"]) await scene.told({ status: "in_progress" }, name);
    for (const name of ["viewer-1", "viewer-2"])
      expect(Number(await scene.fact("progress", name))).toBeGreaterThanOrEqual(Number(told));
    expect(openLooks()).toBeLessThanOrEqual(1);
    stage.site.engine.open();
    for (const name of ["viewer-0", "viewer-1", "viewer-2"]) await scene.told({ status: "completed" }, name);
    // StrictMode's doubled effect begins anew, so there are two looks at first, and then one held for each change.
    expect(stage.site.called(STATUS).length - before).toBeLessThanOrEqual(5);
  });

  test("a run that begins while its page is told that it is queued is seen all the same", async () => {
    await begin(await open("scene=runner"));
    const held = gate();
    stage.site.holdLooks(held.promise);
    const scene = await open("scene=runner");
    await scene.click("Run");
    const id = await until("an id", () => scene.fact("request").then((told) => told ?? undefined));
    await until("a look", async () => stage.site.called(STATUS).some(({ call }) => call.includes(id)));
    stage.site.engine.open();
    await until("a run", async () => (await statusOf(id)) === "in_progress");
    // The page hears that it is queued, and its next look is held until the end.
    held.open();
    await scene.told({ status: "in_progress" });
  });

  test("a request of another model than was said is told as such, and so is one that there is not", async () => {
    const id = await begin(await open("scene=runner"));
    stage.site.engine.open();
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
    await closePages();
    const scene = await open(`scene=suspended&run=${id}`);
    await scene.page.waitForSelector("#waiting");
    await scene.told({ status: "in_progress" }, "viewer-0");
    // Who follows it goes; who is suspended stays.
    await scene.click("Toggle");
    await scene.page.waitForSelector("#waiting");
    await heldLook();
    stage.site.engine.open();
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

  test("lists come page by page, and a list of requests hears of a new one", async () => {
    const runner = await open("scene=runner");
    for (const _ of [1, 2, 3]) {
      stage.site.engine.open();
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
    expect(stage.site.called(/^GET \/v1\/models\/openai/)).toEqual([]);
  });
});
