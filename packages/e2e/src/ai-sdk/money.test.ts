import { inspect } from "node:util";
import { createModelApi, type ModelApiSettings } from "@model-api/ai-sdk";
import { generateImage } from "ai";
import { expect, test } from "vitest";
import { createFastClock } from "../faults/fast-clock.js";
import { openPaidService, type PaidService, SECRET } from "../mcp/service.js";
import { answering } from "../proxy/tap.js";
import { closeAfterEach, closeLater, openScene, rejection } from "./scene.js";

closeAfterEach();

const PAINT = "openai/gpt-image-2/text-to-image";

/** The hosted service as far as money goes: it charges for what has arrived, and promises no idempotency. */
async function openPaid(settings: ModelApiSettings = {}): Promise<{
  service: PaidService;
  paint: (prompt?: string, n?: number) => ReturnType<typeof generateImage>;
}> {
  const service = await openPaidService();
  closeLater(() => service.close());
  const baseUrl = service.env.RUNCOMFY_MODEL_API_BASE ?? "";
  const modelApi = createModelApi({ token: SECRET, baseUrl, ...settings });
  return {
    service,
    paint: (prompt = "a bicycle", n = 1) => generateImage({ model: modelApi.image(PAINT), prompt, n }),
  };
}

test.each([
  ["the answer is lost", (response: { destroy(): void }) => response.destroy()],
  [
    "a gateway answers in its place",
    (response: { writeHead(status: number): { end(body: string): void } }) =>
      response.writeHead(502).end("<h1>Bad gateway</h1>"),
  ],
  [
    "the server fails",
    (response: { writeHead(status: number): { end(body: string): void } }) =>
      response.writeHead(500).end('{"error_code": 500, "error_message": "it broke"}'),
  ],
  [
    "the answer is no answer of the API",
    (response: { writeHead(status: number): { end(body: string): void } }) =>
      response.writeHead(200).end("Hello"),
  ],
])("a submit of which %s is never repeated, whatever maxRetries says", async (_, answer) => {
  const { service, paint } = await openPaid();
  service.answer = answer as PaidService["answer"];
  const error = await rejection(paint());
  expect(service.submitted).toHaveLength(1);
  expect(error).toMatchObject({
    name: "AI_APICallError",
    isRetryable: false,
    message: expect.stringContaining("look at your requests before you submit again"),
    data: { code: "submission_unknown", charged: "maybe", idempotencyKey: expect.any(String) },
    cause: { code: "submission_unknown" },
  });
});

test("a submit that was refused for being one too many is repeated by the SDK, and charged once", async () => {
  const { service, paint } = await openPaid({ retry: { maxRetries: 0 } });
  service.answer = (response) =>
    void response
      .writeHead(429, { "retry-after": "0" })
      .end('{"error_code": 429, "error_message": "slowly"}');
  const { images } = await paint();
  expect(images).toHaveLength(1);
  // The service of these tests counts what it refuses, too.
  expect(service.submitted).toHaveLength(2);
});

test("a server that cannot be reached is retryable: nothing has arrived there", async () => {
  const { service } = await openPaid();
  const baseUrl = service.env.RUNCOMFY_MODEL_API_BASE ?? "";
  await service.close();
  const modelApi = createModelApi({ token: SECRET, baseUrl, retry: { maxRetries: 0 } });
  const error = await rejection(generateImage({ model: modelApi.image(PAINT), prompt: "x", maxRetries: 0 }));
  expect(error).toMatchObject({
    name: "AI_APICallError",
    isRetryable: true,
    url: `${baseUrl}/v1/models/${PAINT}`,
    data: { code: "connection", charged: "no" },
  });
});

test("what is wrong with the account is not repeated, and costs nothing", async () => {
  const { service, paint } = await openPaid();
  service.answer = (response) =>
    void response.writeHead(402).end('{"error_code": 400002, "error_message": "no balance"}');
  expect(await rejection(paint())).toMatchObject({
    isRetryable: false,
    statusCode: 402,
    data: { code: "insufficient_balance", charged: "no" },
  });
  expect(service.submitted).toHaveLength(1);
});

test("what it costs is told: the server's figure, and the estimate by its price, shared by the pictures", async () => {
  const { paint } = await openPaid();
  const { providerMetadata, calls } = await paint("a bicycle", 2);
  expect(providerMetadata.modelApi?.images).toEqual(
    ["r1", "r2"].map((requestId) =>
      expect.objectContaining({ requestId, costUsd: 0.04, estimatedCostUsd: 0.04 }),
    ),
  );
  expect(calls[0]?.providerMetadata?.modelApi).toMatchObject({
    requests: [{ requestId: "r1", costUsd: 0.04, estimatedCostUsd: 0.04 }],
  });
});

test("a result does not wait for an estimate that is never answered", async () => {
  const { service, paint } = await openPaid({
    clock: createFastClock(100),
    fetch: async (url, init) =>
      init.method === "GET" && url.includes("/v1/models/") ? new Promise(() => {}) : fetch(url, init),
  });
  const { calls } = await paint();
  expect(calls[0]?.providerMetadata?.modelApi).toMatchObject({
    requests: [{ requestId: "r1", costUsd: 0.04, estimatedCostUsd: null }],
  });
  expect(service.submitted).toHaveLength(1);
});

test("more than maxCostUsd is refused before anything is submitted, and so is what nobody can estimate", async () => {
  const { service, paint } = await openPaid({ maxCostUsd: 0.03 });
  expect(await rejection(paint())).toMatchObject({
    isRetryable: false,
    data: { code: "cost_limit", charged: "no" },
  });
  service.price = { pricing_note: "it depends" };
  expect(await rejection(paint())).toMatchObject({ data: { code: "cost_limit", charged: "no" } });
  expect(service.submitted).toEqual([]);
});

test("a submit whose answer is lost is not repeated by the SDK even where the client could: that call would have another key", async () => {
  const { modelApi, tap, submits } = await openScene({ retry: { maxRetries: 0 } });
  const paint = () => generateImage({ model: modelApi.image(PAINT), prompt: "a bicycle" });
  // Now the client knows that this server honours keys.
  await paint();
  tap.forget();
  tap.loseNextAnswer();
  expect(await rejection(paint())).toMatchObject({
    isRetryable: false,
    data: { code: "submission_unknown" },
    cause: { retryable: true },
  });
  expect(submits()).toHaveLength(1);
});

test("a connection that is lost while a request is waited for submits nothing again, and the request is named", async () => {
  const submitted: string[] = [];
  const modelApi = createModelApi({
    token: SECRET,
    baseUrl: "https://api.example",
    retry: { maxRetries: 0 },
    fetch: async (url, { method }) => {
      if (method !== "POST") throw new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } });
      submitted.push(url);
      return Response.json({ request_id: "r1" });
    },
  });
  const error = await rejection(generateImage({ model: modelApi.image(PAINT), prompt: "x" }));
  expect(error).toMatchObject({
    isRetryable: false,
    data: { code: "connection", charged: "yes", requestId: "r1" },
    cause: { retryable: true },
  });
  expect(submitted).toHaveLength(1);
});

test("a request that fails is not submitted again, and its id and reason are told", async () => {
  const { modelApi, submits } = await openScene();
  const error = await rejection(generateImage({ model: modelApi.image(PAINT), prompt: "fail" }));
  expect(error).toMatchObject({
    isRetryable: false,
    data: {
      code: "request_failed",
      charged: "maybe",
      requestId: expect.any(String),
      reason: "engine_failed",
    },
  });
  expect(submits()).toHaveLength(1);
});

test("of several pictures in one call, those that were made are given, and a warning tells of the other", async () => {
  const { tap, modelApi } = await openScene();
  tap.loseNextAnswer();
  const result = await generateImage({
    model: modelApi.image(PAINT),
    prompt: "a bicycle",
    n: 3,
    maxImagesPerCall: 3,
  });
  expect(result.images).toHaveLength(2);
  expect(result.warnings).toEqual([{ type: "other", message: expect.stringContaining("It may be charged") }]);
});

test("the same key names the same request: a call that is made again pays for nothing twice", async () => {
  const { modelApi, engine } = await openScene();
  const paint = async () => {
    const result = await generateImage({
      model: modelApi.image(PAINT),
      prompt: "a bicycle",
      n: 3,
      headers: { "Idempotency-Key": "order-7" },
    });
    return result.responses.map(({ headers }) => headers?.["model-api-request-id"]).sort();
  };
  const first = await paint();
  expect(new Set(first).size).toBe(3);
  expect(await paint()).toEqual(first);
  expect(engine.begun).toHaveLength(3);
});

test("whoever keeps the ids of what is submitted loses no result, whatever becomes of the call", async () => {
  const kept: string[] = [];
  const { service, paint } = await openPaid({
    onSubmitted: ({ requestId }) => {
      kept.push(requestId);
      throw new Error("what it throws is ignored");
    },
  });
  await paint();
  expect(kept).toEqual(["r1"]);
  expect(service.submitted).toHaveLength(1);
});

test("the token is in no error, no result and no metadata, even where a server gives it back", async () => {
  const echo = JSON.stringify({ error_code: 422, error_message: `bad token ${SECRET}`, detail: SECRET });
  const { service, paint } = await openPaid();
  service.answer = (response) => void response.writeHead(422, { "x-echo": SECRET }).end(echo);
  const error = await rejection(paint());
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SECRET);
  service.answer = (response) =>
    void response
      .writeHead(200, { "content-type": "application/json", "x-echo": `Bearer ${SECRET}` })
      .end('{"request_id": "r2"}');
  const result = await paint();
  expect(inspect(result, { depth: 9, showHidden: true })).not.toContain(SECRET);
  expect(result.responses[0]?.headers?.["x-echo"]).toBe("Bearer [token]");
});

test("the token of a call's own header is kept as well", async () => {
  const own = "another-secret-token-123456";
  const { service } = await openPaid();
  const modelApi = createModelApi({ token: SECRET, baseUrl: service.env.RUNCOMFY_MODEL_API_BASE });
  service.answer = (response) =>
    void response.writeHead(422).end(`{"error_code": 422, "error_message": "bad token ${own}"}`);
  const error = await rejection(
    generateImage({
      model: modelApi.image(PAINT),
      prompt: "x",
      headers: { Authorization: `Bearer ${own}` },
    }),
  );
  expect(error.message).toContain("bad token [token]");
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(own);
});

test("the record of the request has no bytes of files", async () => {
  const { tap, modelApi } = await openScene({ upload: async (file) => `data:${file.type};base64,QUJD` });
  tap.play(answering(403, '{"error_code": 403001, "error_message": "not yours"}'));
  const error = await rejection(
    generateImage({
      model: modelApi.image("openai/gpt-image-2/edit"),
      prompt: { text: "x", images: [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])] },
    }),
  );
  expect(error).toMatchObject({
    requestBodyValues: { prompt: "x", images: ["[image/png, 9 bytes]"] },
    data: { code: "permission", charged: "no" },
  });
});

test("without a token nothing is sent to the hosted service", async () => {
  const calls: string[] = [];
  const modelApi = createModelApi({
    fetch: async (url) => {
      calls.push(url);
      return new Response();
    },
  });
  const error = await rejection(generateImage({ model: modelApi.image(PAINT), prompt: "x" }));
  expect(error).toMatchObject({
    name: "AI_LoadAPIKeyError",
    message: expect.stringContaining("RUNCOMFY_TOKEN"),
  });
  expect(calls).toEqual([]);
});

test("nor has it those of data URIs", async () => {
  const { tap, modelApi } = await openScene();
  tap.play(answering(403, '{"error_code": 403001, "error_message": "not yours"}'));
  const error = await rejection(
    generateImage({
      model: modelApi.image("openai/gpt-image-2/edit"),
      prompt: "x",
      providerOptions: { modelApi: { images: ["data:image/png;base64,QUJDREVG"] } },
    }),
  );
  expect(error.requestBodyValues).toEqual({ prompt: "x", images: ["[data URI: image/png;base64]"] });
});
