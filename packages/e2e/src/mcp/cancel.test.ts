import { describe, expect, test } from "vitest";
import { BOTH, WIRES } from "./connect.js";
import { callTool, closeAfterEach, openScene, type Scene, until } from "./scene.js";

closeAfterEach();

const MODEL = "openai/gpt-image-2/text-to-image";

/** Runs, and cancels when it is time to. */
async function cancelWhen(scene: Scene, prompt: string, isTime: () => boolean | Promise<boolean>) {
  const stop = new AbortController();
  const running = scene.client.callTool(
    { name: "run_model", arguments: { model_id: MODEL, input: { prompt } } },
    { signal: stop.signal },
  );
  const ended = running.catch((error: unknown) => error);
  await until(isTime);
  stop.abort("the user has changed their mind");
  expect(await ended).toBeInstanceOf(Error);
}

const requestsOf = async (scene: Scene) => (await callTool(scene, "list_requests")).structured.requests;

describe.each(WIRES)("over %s", (_, wire) => {
  test("a run that the client cancels while it is queued is cancelled, and costs nothing", async () => {
    const scene = await openScene(wire);
    // Two at a time: the third waits.
    for (const variant of ["one", "two"])
      await scene.call("submit_request", { model_id: MODEL, input: { prompt: "hold" }, variant });
    await until(() => scene.api.engine.begun.length === 2);
    await cancelWhen(scene, "hold the third", () => scene.api.submits().length === 3);
    await until(async () => (await requestsOf(scene))[0].state === "cancelled");
    await until(() => /was cancelled and costs nothing/.test(scene.stderr()));
    const [{ request_id }] = await requestsOf(scene);
    expect((await scene.call("get_request_status", { request_id })).structured.status).toBe("cancelled");
    scene.api.engine.release();
  });

  test("one that is running goes on, is said to, and is not paid for again when it is wanted after all", async () => {
    const scene = await openScene(wire);
    await cancelWhen(scene, "hold", () => scene.api.engine.begun.length === 1);
    await until(() => /too late to cancel it: it runs to its end and is charged/.test(scene.stderr()));
    const [entry] = await requestsOf(scene);
    expect(entry).toMatchObject({ state: "submitted", collected: false });
    scene.api.engine.release();
    const again = await scene.call("run_model", { model_id: MODEL, input: { prompt: "hold" } });
    expect(again.structured).toMatchObject({
      request_id: entry.request_id,
      status: "completed",
      resumed: true,
    });
    expect(scene.api.submits()).toHaveLength(1);
  });
});

describe.each(BOTH)("over %s", (_, wire) => {
  test("a cancel by a tool says what came of it", async () => {
    const scene = await openScene(wire);
    const submit = async (variant: string) => {
      const input = { prompt: "hold" };
      const { structured } = await scene.call("submit_request", { model_id: MODEL, input, variant });
      return structured.request_id as string;
    };
    const running = await submit("one");
    await submit("two");
    await until(() => scene.api.engine.begun.length === 2);
    const queued = await submit("three");
    const cancelled = await scene.call("cancel_request", { request_id: queued });
    expect(cancelled.structured).toMatchObject({ outcome: "cancelled", message: /costs nothing/ });
    const late = await scene.call("cancel_request", { request_id: running });
    expect(late.structured).toMatchObject({ outcome: "not_cancellable", message: /is charged/ });
    const open = await scene.call("list_requests", { only_open: true });
    expect(open.structured.total).toBe(2);
    scene.api.engine.release();
  });
});

test("the outcome of a cancel is told to a client that reads logs", async () => {
  const logs: string[] = [];
  const scene = await openScene(
    { transport: "stdio", era: "legacy" },
    {
      prepare: (client) =>
        client.setNotificationHandler(
          "notifications/message",
          ({ params }) => void logs.push(`${params.data}`),
        ),
    },
  );
  await cancelWhen(scene, "hold", () => scene.api.engine.begun.length === 1);
  await until(() => logs.length > 0);
  expect(logs).toEqual([expect.stringMatching(/too late to cancel it.*is charged/)]);
  scene.api.engine.release();
});
