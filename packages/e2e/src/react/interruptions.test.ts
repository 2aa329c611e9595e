import { expect, test } from "vitest";
import { until } from "../harness.js";
import { inBrowser, STATUS, SUBMIT } from "./in-browser.js";

inBrowser((stage) => {
  const { open, openWithClock, begin, seeItRun, seeAgain, openLooks, heldLook, closePages, statusOf } = stage;

  test("an unmount stops the waiting and not the request, and a remount finds it where it is", async () => {
    const id = await begin(await open("scene=runner"));
    await closePages();
    const scene = await open(`scene=viewers&run=${id}`);
    await scene.told({ status: "in_progress" }, "viewer-0");
    await heldLook();
    await scene.click("Toggle");
    await until("the end of all looks", async () => openLooks() === 0);
    const looks = stage.site.called(STATUS).length;
    stage.site.engine.open();
    await until("the end of the request", async () => (await statusOf(id)) === "completed");
    expect(stage.site.called(STATUS)).toHaveLength(looks);
    expect(stage.site.called(/cancel$/)).toEqual([]);
    await scene.click("Toggle");
    await scene.told({ status: "completed" }, "viewer-0");
    // What has ended is not asked for again.
    const all = stage.site.calls.length;
    await scene.click("Toggle");
    await scene.click("Toggle");
    await scene.told({ status: "completed" }, "viewer-0");
    expect(stage.site.calls).toHaveLength(all);
  });

  test("a page that is loaded again in the middle goes on where it was, by the id in its URL", async () => {
    const scene = await open("scene=runner");
    const id = await begin(scene);
    await scene.page.reload();
    await scene.told({ status: "in_progress", request: id });
    expect(scene.page.url()).toContain(id);
    stage.site.engine.open();
    await scene.told({ status: "completed", request: id });
    expect(stage.site.called(SUBMIT)).toHaveLength(1);
  });

  test("without a network it pauses, and goes on by itself when there is one again", async () => {
    const scene = await open("scene=runner");
    const id = await begin(scene);
    await scene.context.setOffline(true);
    await scene.told({ paused: true, status: "in_progress", running: true });
    stage.site.engine.open();
    await until("the end of the request", async () => (await statusOf(id)) === "completed");
    const looks = stage.site.called(STATUS).length;
    await scene.context.setOffline(false);
    await scene.told({ status: "completed", paused: false });
    expect(stage.site.called(STATUS).length - looks).toBeLessThanOrEqual(2);
    expect(stage.site.called(SUBMIT)).toHaveLength(1);
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
    expect(stage.site.engine.accepted.map(({ prompt }) => prompt)).toEqual(["b"]);
  });

  test("a page that was frozen, as in a sleeping laptop or a tab in the background, catches up when it is seen", async () => {
    const scene = await open("scene=runner");
    const id = await begin(scene);
    const session = await scene.context.newCDPSession(scene.page);
    await heldLook();
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
    stage.site.loseOpenCalls();
    stage.site.engine.open();
    await until("the end of the request", async () => (await statusOf(id)) === "completed");
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await seeAgain(scene);
    await scene.told({ status: "completed" });
    expect(stage.site.called(SUBMIT)).toHaveLength(1);
  });

  test("a laptop that has slept for two days has lost its calls and its timers, and sees the end when it is opened", async () => {
    const scene = await openWithClock("scene=runner");
    const id = await begin(scene);
    await heldLook();
    stage.site.loseOpenCalls();
    stage.site.engine.open();
    await until("the end of the request", async () => (await statusOf(id)) === "completed");
    await scene.page.clock.fastForward("48:00:00");
    await seeAgain(scene);
    await scene.told({ status: "completed", request: id });
    expect(await scene.fact("error")).toBeNull();
    expect(stage.site.called(SUBMIT)).toHaveLength(1);
  });

  test("a tab that is seen again looks anew at once, and joins no second one to the waiting", async () => {
    const scene = await open("scene=runner");
    await begin(scene);
    await heldLook();
    const held = stage.site.called(STATUS).at(-1);
    const looks = stage.site.called(STATUS).length;
    const show = (state: string) =>
      `Object.defineProperty(document, "visibilityState", { value: "${state}", configurable: true });
       document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`;
    await scene.page.evaluate(show("hidden"));
    expect(held?.isOpen).toBe(true);
    await scene.page.evaluate(show("visible"));
    await until("another look", async () => stage.site.called(STATUS).length > looks && !held?.isOpen);
    expect(held?.isAnswered).toBe(false);
    await heldLook();
    expect(stage.site.called(/cancel$/)).toEqual([]);
    stage.site.engine.open();
    await scene.told({ status: "completed" });
  });
});
