import { expect, test } from "vitest";
import { until } from "../harness.js";
import { gate } from "./gate.js";
import { inBrowser, STATUS, SUBMIT } from "./in-browser.js";

inBrowser((stage, react) => {
  const { open, begin, seeItRun, seeProgress, listed } = stage;

  test("a run goes through its states to the picture on the screen", async () => {
    const scene = await open("scene=runner");
    await scene.told({ status: "idle", running: false });
    await begin(scene);
    await seeProgress(scene, "model");
    stage.site.engine.open();
    await scene.told({ status: "completed", running: false });
    await scene.page.waitForFunction("document.querySelector('img')?.naturalWidth === 1");
    expect(stage.site.called(SUBMIT)).toHaveLength(1);
    expect(scene.said.filter((line) => /^(error|warning|uncaught)/.test(line))).toEqual([]);
  });

  test("the proxy gets no token from the page, and statuses are never taken from a cache", async () => {
    const scene = await open("scene=runner");
    await begin(scene);
    for (const { headers } of stage.site.calls) expect(headers).not.toHaveProperty("authorization");
    expect(stage.site.called(STATUS)[0]?.headers).toMatchObject({ "cache-control": "no-cache" });
  });

  test("an effect that StrictMode runs twice submits once, and so does a double click", async () => {
    const effect = await open("scene=effect");
    await seeItRun(effect);
    expect(stage.site.engine.accepted).toHaveLength(1);
    const clicks = await open("scene=runner");
    await clicks.page.dblclick('text="Run"');
    await clicks.told({ status: "in_queue", queue: 0 });
    expect(stage.site.engine.accepted).toHaveLength(2);
  });

  test("another input while a submit is on its way is another submit, and the last one is shown", async () => {
    const held = gate();
    stage.site.holdSubmits(held.promise);
    const scene = await open("scene=runner");
    await scene.click("Run");
    await scene.click("Run another");
    await until("both submits", async () => stage.site.engine.accepted.length === 2);
    held.open();
    const id = await until("an id", () => scene.fact("request").then((told) => told ?? undefined));
    stage.site.engine.open();
    stage.site.engine.open();
    await scene.told({ status: "completed", request: id });
    const prompts = stage.site.engine.accepted.map(({ prompt }) => prompt);
    expect(prompts.toSorted()).toEqual(["a", "b"]);
    // The list has the newest first.
    const submitted = (await listed()).map(({ request_id }) => request_id).reverse();
    expect(submitted.indexOf(id)).toBe(prompts.indexOf("b"));
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
    stage.site.engine.open();
    await first.told({ status: "completed" });
  });

  test("a cancel during a submit waits for its answer, and then cancels", async () => {
    await begin(await open("scene=runner"));
    const held = gate();
    stage.site.holdSubmits(held.promise);
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
    stage.site.engine.open("the model is tired");
    await scene.told({ status: "failed", running: false });
    expect(await scene.fact("error")).toMatch(/^request_failed: .*the model is tired/);
    await scene.page.waitForSelector('#note:text-is("RequestFailedError")');
    await scene.click("Reset");
    await scene.told({ status: "idle" });
    expect(await scene.fact("error")).toBeNull();
    stage.site.engine.open();
    await scene.click("Await");
    await scene.page.waitForSelector('#note:text-is("\\"completed\\"")');
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

  test.runIf(react >= 19)(
    "a component that Activity hides in the middle of a submit shows it all the same",
    async () => {
      const held = gate();
      stage.site.holdSubmits(held.promise);
      const scene = await open("scene=hidden");
      await scene.click("Run");
      await scene.told({ status: "submitting" });
      await scene.click("Toggle");
      await scene.page.waitForSelector('#mode:text-is("hidden")');
      held.open();
      await until("the submit", async () => stage.site.engine.accepted.length === 1);
      await scene.click("Toggle");
      await seeItRun(scene);
      await scene.click("Toggle");
      await until("the end of all looks", async () =>
        stage.site.called(STATUS).every(({ isOpen }) => !isOpen),
      );
      stage.site.engine.open();
      await scene.click("Toggle");
      await scene.told({ status: "completed" });
      expect(stage.site.called(SUBMIT)).toHaveLength(1);
    },
  );
});
