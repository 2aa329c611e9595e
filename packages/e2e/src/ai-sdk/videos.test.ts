import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { VideoOperation } from "@model-api/ai-sdk";
import {
  experimental_generateVideo as generateVideo,
  experimental_getVideoStatus as getVideoStatus,
  type JSONValue,
  experimental_startVideo as startVideo,
} from "ai";
import { expect, test } from "vitest";
import { COFFEE, VIDEO } from "../harness.js";
import { answering } from "../proxy/tap.js";
import { closeAfterEach, closeLater, openScene, rejection } from "./scene.js";

closeAfterEach();

const TEXT_TO_VIDEO = "wan-ai/wan-3.0/text-to-video";
const photograph = readFileSync(COFFEE);
const isMp4 = (bytes: Uint8Array) => Buffer.from(bytes.subarray(4, 8)).toString() === "ftyp";

test("a video is made of an image, and its settings are the model's input", async () => {
  const { engine, modelApi } = await openScene();
  const { video, warnings, providerMetadata } = await generateVideo({
    model: modelApi.video(VIDEO),
    prompt: { image: photograph, text: "steam rises" },
    frameImages: [{ frameType: "last_frame", image: "https://pictures.example/last.png" }],
    resolution: "1280x720",
    duration: 3,
    seed: 11,
  });
  expect([video.mediaType, isMp4(video.uint8Array)]).toEqual(["video/mp4", true]);
  expect(warnings).toEqual([]);
  expect(engine.begun).toEqual([
    {
      modelId: VIDEO,
      input: {
        prompt: "steam rises",
        image_url: expect.stringMatching(/^http:\/\/127/),
        end_image_url: "https://pictures.example/last.png",
        resolution: "720p",
        duration: 3,
        seed: 11,
      },
    },
  ]);
  expect(providerMetadata.modelApi).toMatchObject({
    videos: [{ requestId: expect.any(String), mediaType: "video/mp4" }],
    requests: [{ usage: { unit: "second", quantity: 3 } }],
  });
});

test("references go where the model takes their kind, and what it takes nowhere is warned of", async () => {
  const { engine, modelApi } = await openScene();
  const { warnings } = await generateVideo({
    model: modelApi.video("bytedance/seedance-2.0/pro"),
    prompt: { image: "https://a.example/first.png", text: "x" },
    inputReferences: ["https://a.example/second.png", "https://a.example/b.mp4"],
    aspectRatio: "adaptive",
    generateAudio: false,
    fps: 24,
  });
  expect(engine.begun[0]?.input).toEqual({
    prompt: "x",
    images: ["https://a.example/first.png", "https://a.example/second.png"],
    videos: ["https://a.example/b.mp4"],
    aspect_ratio: "adaptive",
    generate_audio: false,
  });
  expect(warnings).toEqual([
    { type: "unsupported", feature: "fps", details: "bytedance/seedance-2.0/pro has no such input." },
  ]);
});

test("a duration that the model does not make is refused and not changed, since the price depends on it", async () => {
  const { modelApi, tap } = await openScene();
  const model = modelApi.video("lightricks/ltx-2.5/text-to-video/pro");
  const error = await rejection(generateVideo({ model, prompt: "x", duration: 7 }));
  expect(error).toMatchObject({ name: "AI_InvalidArgumentError", argument: "duration" });
  expect(tap.calls).toEqual([]);
});

test("a video that was started is finished by another process, after the server was restarted as well", async () => {
  const { modelApi, provider, restart, submits, engine } = await openScene();
  const started = await startVideo({ model: modelApi.video(TEXT_TO_VIDEO), prompt: "hold a wave" });
  const kept = JSON.stringify(started.operation);
  const requestId = started.response.headers?.["model-api-request-id"];
  expect(JSON.parse(kept)).toEqual({ version: 1, model: TEXT_TO_VIDEO, requests: [requestId] });

  const model = provider().video(TEXT_TO_VIDEO);
  const operation = JSON.parse(kept) as JSONValue;
  expect(await getVideoStatus(model, { operation })).toMatchObject({
    status: "pending",
    providerMetadata: { modelApi: { requests: [{ requestId }] } },
  });
  await restart();
  engine.release();
  await expect
    .poll(async () => (await getVideoStatus(model, { operation })).status, { timeout: 20_000 })
    .toBe("completed");
  const status = await getVideoStatus(model, { operation });
  expect(status).toMatchObject({
    status: "completed",
    videos: [{ type: "binary", mediaType: "video/mp4" }],
    providerMetadata: { modelApi: { videos: [{ requestId }] } },
    response: { headers: { "model-api-request-id": requestId } },
  });
  expect(submits()).toHaveLength(1);
});

test("generateVideo polls a video that it has started", async () => {
  const { modelApi, submits, engine } = await openScene();
  const { video } = await generateVideo({
    model: modelApi.video(TEXT_TO_VIDEO),
    prompt: "hold a wave",
    poll: {
      intervalMs: 1,
      delay: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        if (engine.begun.length > 0) engine.release();
      },
    },
  });
  expect(isMp4(video.uint8Array)).toBe(true);
  expect(submits()).toHaveLength(1);
});

test("a start whose answer is lost is sent once, with the key that names it", async () => {
  const { modelApi, tap, submits, engine } = await openScene();
  tap.loseNextAnswer();
  const error = await rejection(startVideo({ model: modelApi.video(TEXT_TO_VIDEO), prompt: "a wave" }));
  expect(error).toMatchObject({
    isRetryable: false,
    data: { code: "submission_unknown", idempotencyKey: expect.stringMatching(/^aisdk_vid_/) },
  });
  expect(submits()).toHaveLength(1);
  // With that key, this server gives the request that it has.
  const { idempotencyKey } = error.data as { idempotencyKey: string };
  const again = await startVideo({
    model: modelApi.video(TEXT_TO_VIDEO),
    prompt: "a wave",
    headers: { "idempotency-key": idempotencyKey },
  });
  await expect
    .poll(async () => (await getVideoStatus(modelApi.video(TEXT_TO_VIDEO), again)).status)
    .toBe("completed");
  expect(engine.begun).toHaveLength(1);
});

test("a status that fails is asked for again by the SDK: it costs nothing", async () => {
  const { modelApi, tap, provider } = await openScene();
  const { operation } = await startVideo({ model: modelApi.video(TEXT_TO_VIDEO), prompt: "a wave" });
  const model = provider({ retry: { maxRetries: 0 } }).video(TEXT_TO_VIDEO);
  await expect.poll(async () => (await getVideoStatus(model, { operation })).status).toBe("completed");
  tap.play(answering(503, "{}", { "retry-after": "0" }));
  expect((await getVideoStatus(model, { operation })).status).toBe("completed");
});

test("a video that failed is an error of its status, with its reason", async () => {
  const { modelApi } = await openScene();
  const model = modelApi.video(TEXT_TO_VIDEO);
  const { operation } = await startVideo({ model, prompt: "fail" });
  await expect.poll(async () => (await getVideoStatus(model, { operation })).status).toBe("error");
  const [requestId] = (operation as VideoOperation).requests;
  expect(await getVideoStatus(model, { operation })).toMatchObject({
    error: expect.stringContaining(`Request ${requestId} failed: `),
    providerMetadata: { modelApi: { requests: [{ requestId }] } },
  });
});

test.each([
  ["of another model", { version: 1, model: VIDEO, requests: ["r1"] }, /It is one of wan-ai\/wan-2\.7/],
  ["that is a word", "r1", /not what `startVideo` has given/],
  ["without requests", { version: 1, model: TEXT_TO_VIDEO, requests: [] }, /not what `startVideo` has given/],
])("an operation %s is refused", async (_, operation, message) => {
  const { modelApi, tap } = await openScene();
  const error = await rejection(getVideoStatus(modelApi.video(TEXT_TO_VIDEO), { operation }));
  expect(error).toMatchObject({ name: "AI_InvalidArgumentError", argument: "operation" });
  expect(error.message).toMatch(message);
  expect(tap.calls).toEqual([]);
});

test("several videos in one start are as many requests, and one operation", async () => {
  const { modelApi, submits } = await openScene();
  const model = modelApi.video(TEXT_TO_VIDEO);
  const { operation } = await startVideo({ model, prompt: "a wave", n: 2, maxVideosPerCall: 2 });
  expect((operation as VideoOperation).requests).toHaveLength(2);
  expect(submits()).toHaveLength(2);
  await expect.poll(async () => (await getVideoStatus(model, { operation })).status).toBe("completed");
  expect(await getVideoStatus(model, { operation })).toMatchObject({ videos: [{}, {}] });
});

test("a webhook tells that a video has ended, where the server posts webhooks", async () => {
  const { modelApi, tap } = await openScene();
  let hear = () => {};
  const received = new Promise<{ headers: Record<string, string>; body: JSONValue }>((resolve) => {
    hear = () => resolve({ headers: {}, body: {} });
  });
  const url = "https://hooks.invalid/videos";
  const running = generateVideo({
    model: modelApi.video(TEXT_TO_VIDEO),
    prompt: "a wave",
    webhook: async () => ({ url, received }),
  });
  const submit = await tap.next(/^POST \/v1\/models\//);
  expect(submit.headers["model-api-webhook"]).toBe(url);
  const requests = modelApi.client.requests;
  await expect.poll(async () => (await requests.list()).requests[0]?.status).toBe("completed");
  hear();
  expect(isMp4((await running).video.uint8Array)).toBe(true);
  expect(tap.calls.filter((call) => call.headers["model-api-webhook"])).toHaveLength(1);
});

test("where the server posts no webhooks, nothing is submitted, and no endpoint is opened", async () => {
  const { provider } = await openScene();
  const submitted: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === "POST") submitted.push(request.url ?? "");
    response.end('{"categories": [], "request_id": "r1"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closeLater(async () => server.close());
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const model = provider({ baseUrl }).video(TEXT_TO_VIDEO);
  let isOpened = false;
  const webhook = async () => {
    isOpened = true;
    return { url: "https://hooks.invalid", received: new Promise<never>(() => {}) };
  };
  const error = await rejection(generateVideo({ model, prompt: "x", webhook }));
  expect(error).toMatchObject({ name: "AI_UnsupportedFunctionalityError" });
  expect([isOpened, submitted]).toEqual([false, []]);
  const { warnings } = await startVideo({ model, prompt: "x", webhookUrl: "https://hooks.invalid" });
  expect(warnings).toEqual([expect.objectContaining({ type: "unsupported", feature: "webhookUrl" })]);
});
