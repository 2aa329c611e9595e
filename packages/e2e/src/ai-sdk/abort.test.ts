import { generateImage, experimental_startVideo as startVideo } from "ai";
import { expect, test } from "vitest";
import { createFastClock } from "../faults/fast-clock.js";
import { answering } from "../proxy/tap.js";
import { closeAfterEach, openScene, rejection } from "./scene.js";

closeAfterEach();

const PAINT = "openai/gpt-image-2/text-to-image";

test("an abort while the request is queued cancels it, and says that it costs nothing", async () => {
  const { modelApi, engine } = await openScene();
  const controller = new AbortController();
  // Two fill the engine; the third stands in the queue.
  const ahead = [1, 2].map((n) => generateImage({ model: modelApi.image(PAINT), prompt: `hold ${n}` }));
  await expect.poll(() => engine.begun.length).toBe(2);
  let isQueued = false;
  const model = modelApi.image(PAINT, {
    onStatus: ({ status }) => {
      isQueued ||= status === "in_queue";
    },
  });
  const running = rejection(generateImage({ model, prompt: "a bicycle", abortSignal: controller.signal }));
  await expect.poll(() => isQueued).toBe(true);
  controller.abort();
  const error = await running;
  expect(error).toMatchObject({
    name: "AbortError",
    outcome: "cancelled",
    requestId: expect.any(String),
    message: expect.stringMatching(
      /^The call of request \S+ was aborted\. It was cancelled and costs nothing\.$/,
    ),
  });
  const { status } = await modelApi.client.request(String(error.requestId)).status();
  expect(status).toBe("cancelled");
  engine.release();
  await Promise.all(ahead);
});

test("an abort while it runs says that it runs to its end and is charged", async () => {
  const { modelApi, engine } = await openScene();
  const controller = new AbortController();
  const running = rejection(
    generateImage({ model: modelApi.image(PAINT), prompt: "hold", abortSignal: controller.signal }),
  );
  await expect.poll(() => engine.begun.length).toBe(1);
  controller.abort(new DOMException("too slow", "TimeoutError"));
  expect(await running).toMatchObject({ name: "TimeoutError", outcome: "too_late" });
  engine.release();
});

test("an abort while the submit is on its way waits for its answer, so that the request can be cancelled", async () => {
  const { modelApi, engine, tap } = await openScene();
  const ahead = [1, 2].map((n) => generateImage({ model: modelApi.image(PAINT), prompt: `hold ${n}` }));
  await expect.poll(() => engine.begun.length).toBe(2);
  const controller = new AbortController();
  const arrived = tap.next(/^POST \/v1\/models\//).then(() => controller.abort());
  const error = await rejection(
    generateImage({ model: modelApi.image(PAINT), prompt: "x", abortSignal: controller.signal }),
  );
  await arrived;
  expect(error).toMatchObject({ name: "AbortError", outcome: "cancelled" });
  engine.release();
  await Promise.all(ahead);
});

test("an abort of a submit that is never answered ends the call after a while, and says that nobody knows", async () => {
  const clock = createFastClock(1000);
  const { modelApi, tap } = await openScene({ clock });
  const controller = new AbortController();
  tap.play(() => controller.abort());
  const error = await rejection(
    generateImage({ model: modelApi.image(PAINT), prompt: "x", abortSignal: controller.signal }),
  );
  expect(error).toMatchObject({ name: "AbortError", outcome: "unknown", requestId: undefined });
  expect(clock.pending()).toEqual([]);
});

test("an abort before the call sends nothing, and is the signal's own reason", async () => {
  const { modelApi, tap } = await openScene();
  const signal = AbortSignal.abort();
  const model = modelApi.image(PAINT);
  const options = { prompt: "x", n: 1, providerOptions: {}, abortSignal: signal } as const;
  const rest = {
    size: undefined,
    aspectRatio: undefined,
    seed: undefined,
    files: undefined,
    mask: undefined,
  };
  expect(await rejection(model.doGenerate({ ...options, ...rest }))).toBe(signal.reason);
  expect(tap.calls).toEqual([]);
});

test("a request that does not end in time goes on, and can be picked up by its id", async () => {
  const { engine, provider } = await openScene();
  const modelApi = provider({ timeout: 50 });
  const error = await rejection(generateImage({ model: modelApi.image(PAINT), prompt: "hold" }));
  expect(error).toMatchObject({
    name: "AI_APICallError",
    isRetryable: false,
    data: { code: "timeout", charged: "yes", requestId: expect.any(String) },
  });
  engine.release();
  const { requestId } = error.data as { requestId: string };
  const result = await modelApi.client.request(requestId, { model: PAINT }).wait();
  expect(result.output.image).toMatch(/^http/);
  expect(engine.begun).toHaveLength(1);
});

test("an abort while a video is started cancels it: nobody would have its operation", async () => {
  const { modelApi, engine, tap } = await openScene();
  const model = modelApi.video("wan-ai/wan-3.0/text-to-video");
  const ahead = await Promise.all([1, 2].map((n) => startVideo({ model, prompt: `hold ${n}` })));
  expect(ahead).toHaveLength(2);
  await expect.poll(() => engine.begun.length).toBe(2);
  const controller = new AbortController();
  const arrived = tap.next(/^POST \/v1\/models\//).then(() => controller.abort());
  const error = await rejection(startVideo({ model, prompt: "x", abortSignal: controller.signal }));
  await arrived;
  expect(error).toMatchObject({ name: "AbortError", outcome: "cancelled", requestId: expect.any(String) });
  engine.release();
});

test("an abort in the pause before another try sends nothing more, and is the signal's own reason", async () => {
  const controller = new AbortController();
  const { modelApi, tap, submits } = await openScene({
    clock: createFastClock(1000),
    hooks: { onRetry: () => controller.abort() },
  });
  tap.play(answering(429, "{}", { "retry-after": "3" }));
  const error = await rejection(
    generateImage({ model: modelApi.image(PAINT), prompt: "x", abortSignal: controller.signal }),
  );
  expect(error).toBe(controller.signal.reason);
  expect(submits()).toHaveLength(1);
});
