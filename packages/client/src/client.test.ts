import { inspect } from "node:util";
import { afterEach, expect, test } from "vitest";
import {
  AuthenticationError,
  type ClientOptions,
  type Clock,
  ConnectionError,
  createClient,
  InvalidInputError,
  InvalidResponseError,
  ModelApiError,
  ModelMismatchError,
  NotFoundError,
  RequestCancelledError,
  RequestFailedError,
  type RequestStatus,
  SubmissionUnknownError,
  TimeoutError,
  untyped,
} from "./index.js";
import { type FakeAnswer, type FakeService, startFakeService } from "./testing/fake-service.js";

const EDIT = "openai/gpt-image-2/edit";
const INPUT = { prompt: "make it blue", images: ["https://example.com/a.png"] };
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const TOKEN = "secret-token";
const SUBMITTED = { json: { request_id: "r1", status_url: "s", result_url: "r", cancel_url: "c" } };
const DONE = {
  json: {
    request_id: "r1",
    status: "completed",
    model_id: EDIT,
    output: { image: "https://x.runcomfy.net/a.png" },
    created_at: "2026-01-01T00:00:00.000Z",
  },
};
const status = (word: string, more: object = {}): FakeAnswer => ({
  json: { request_id: "r1", status: word, ...more },
});

const services: FakeService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

/**
 * A clock on which pauses pass at once, and that remembers them. What is a limit (half a minute and more) never comes, and
 * what the test waits for does: `timeout`.
 */
function testClock({ timeout }: { timeout?: number } = {}) {
  const sleeps: number[] = [];
  const clock: Clock = {
    now: () => 0,
    random: () => 0.5,
    after(ms, callback) {
      if (ms >= 30_000) return () => {};
      if (ms !== timeout) sleeps.push(ms);
      const timer = setTimeout(callback, ms === timeout ? 30 : 0);
      return () => clearTimeout(timer);
    },
  };
  return { clock, sleeps };
}

async function setUp(script: Record<string, FakeAnswer[]>, options: ClientOptions = {}) {
  const service = await startFakeService(script);
  services.push(service);
  const { clock, sleeps } = testClock();
  const client = createClient({ baseUrl: service.baseUrl, token: TOKEN, clock, ...options });
  return { service, client, sleeps };
}

const rejection = async (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("it resolved"),
    (error) => error,
  );

test("run submits the input key for key, follows the status, and gives the result", async () => {
  const { client, service } = await setUp({
    submit: [SUBMITTED],
    status: [
      status("in_queue", { queue_position: 2 }),
      status("in_queue", { queue_position: 2 }),
      status("in_queue", { queue_position: 1 }),
      status("in_progress"),
      status("completed"),
    ],
    result: [DONE],
  });
  const seen: RequestStatus[] = [];
  const result = await client.run(EDIT, INPUT, { onStatus: (change) => seen.push(change) });
  expect(result).toEqual({
    requestId: "r1",
    status: "completed",
    model: EDIT,
    output: { image: "https://x.runcomfy.net/a.png" },
    createdAt: new Date("2026-01-01"),
  });
  expect(seen).toEqual([
    { status: "in_queue", queuePosition: 2 },
    { status: "in_queue", queuePosition: 1 },
    { status: "in_progress" },
    { status: "completed" },
  ]);
  expect(service.calls[0]).toMatchObject({
    method: "POST",
    path: `/v1/models/${EDIT}`,
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
  });
  expect(JSON.parse(service.calls[0]?.body ?? "")).toEqual(INPUT);
});

test("the looks start fast and become rarer up to the cap", async () => {
  const { client, sleeps } = await setUp({
    submit: [SUBMITTED],
    status: [...Array(32).fill(status("in_progress")), status("completed")],
    result: [DONE],
  });
  await client.run(EDIT, INPUT);
  const pauses = sleeps.filter((ms) => ms >= 250);
  expect(pauses.slice(0, 3)).toEqual([250, 281.25, 316.40625]);
  expect(pauses.at(-1)).toBe(5000);
});

test("words of the wire that mean a documented status are read as such; an unknown word is not final", async () => {
  const { client } = await setUp({
    submit: [SUBMITTED],
    status: [status("starting"), status("warming"), status("processing"), status("succeeded")],
    result: [{ json: { ...DONE.json, status: "succeeded" } }],
  });
  const seen: RequestStatus[] = [];
  await client.run(EDIT, INPUT, { onStatus: (change) => seen.push(change) });
  expect(seen).toEqual([
    { status: "in_queue" },
    { status: "unknown", reported: "warming" },
    { status: "in_progress" },
    { status: "completed" },
  ]);
});

test("a handle is an async iterator of changes, serialises, and is rebuilt elsewhere", async () => {
  const { client } = await setUp({
    submit: [SUBMITTED],
    status: [status("in_queue"), status("completed")],
    result: [DONE],
  });
  const handle = await client.submit(EDIT, INPUT);
  const { id, model } = JSON.parse(JSON.stringify(handle));
  const words: string[] = [];
  for await (const change of client.request(id, { model })) words.push(change.status);
  expect(words).toEqual(["in_queue", "completed"]);
  expect((await client.request(id, { model }).result()).status).toBe("completed");
  await expect(client.request(id, { model: "wan-ai/wan-2.7/image-to-video" }).result()).rejects.toThrow(
    ModelMismatchError,
  );
});

test("files become data URIs whose type is read from their bytes, once for each value", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const file = new Blob([PNG], { type: "image/jpeg" });
  await client.submit(EDIT, { prompt: "x", images: [file, new URL("https://example.com/b.png"), file] });
  const { images } = JSON.parse(service.calls.at(-1)?.body ?? "");
  const uri = `data:image/png;base64,${Buffer.from(PNG).toString("base64")}`;
  expect(images).toEqual([uri, "https://example.com/b.png", uri]);
});

test.each([
  ["bytes that JSON would turn into numbers", PNG, /images\.0: is a Uint8Array/],
  [
    "a file that is no medium",
    new Blob(["hello"]),
    /images\.0: is no image file; its bytes are of no media type that is known/,
  ],
  [
    "a file over the limit",
    new Blob([PNG, new Uint8Array(9 * 2 ** 20)]),
    /images\.0: has 9\.0 MiB; this server takes no uploads, and at most 8\.0 MiB/,
  ],
])("%s is refused before anything is sent", async (_, value, message) => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const error = await rejection(client.submit(untyped(EDIT), { images: [value] }));
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error.message).toMatch(message);
  expect(service.calls.filter(({ method }) => method === "POST")).toHaveLength(0);
});

test.each([
  [401, { error_code: 400004, error_message: "bad token" }, AuthenticationError],
  [404, { error_code: 404001, error_message: "no model" }, NotFoundError],
  [200, { error_code: 400004, error_message: "bad token" }, AuthenticationError],
  [
    422,
    { error_code: 422, error_message: "no", detail: [{ loc: ["prompt"], msg: "field required" }] },
    InvalidInputError,
  ],
])("HTTP %i with %j is the documented error", async (code, json, type) => {
  const { client } = await setUp({ submit: [{ status: code, json }] });
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).toBeInstanceOf(type);
  expect((type as typeof AuthenticationError).isInstance(error)).toBe(true);
  expect(error).toMatchObject({ status: code });
  if (code === 422) expect(error.issues).toEqual([{ path: ["prompt"], message: "field required" }]);
});

const LOST: [string, FakeAnswer][] = [
  ["the connection is reset after the body", (request) => request.socket.destroy()],
  [
    "the answer is cut short",
    (_request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"request_id"', () => response.socket?.destroy());
    },
  ],
  ["a gateway answers HTML", { status: 502, text: "<html>bad gateway</html>" }],
  ["a 2xx is not JSON", { text: "<html>welcome</html>" }],
  ["a 2xx has no request id", { json: { ok: true } }],
  ["a 2xx has a request id that is none", { json: { request_id: "../x" } }],
];
test.each(LOST)(
  "a submit is sent once when %s, and the error says that the outcome is unknown",
  async (_, answer) => {
    const { client, service } = await setUp({ submit: [answer] });
    const error = await rejection(client.submit(EDIT, INPUT));
    expect(error).toBeInstanceOf(SubmissionUnknownError);
    expect(error.retryable).toBe(false);
    expect(error.message).toContain("may be charged");
    expect(service.calls).toHaveLength(1);
  },
);

const NOT_SENT: [string, ClientOptions, Record<string, unknown>, RegExp][] = [
  [
    "the token cannot be had",
    { token: () => Promise.reject(new Error("keychain locked")) },
    {},
    /^keychain locked$/,
  ],
  ["the input is no JSON", {}, { seed: 1n }, /BigInt/],
];
test.each(NOT_SENT)(
  "nothing is sent when %s, and nobody is told that it may be charged",
  async (_, options, input, message) => {
    const { client, service } = await setUp({ submit: [SUBMITTED] }, options);
    const error = await rejection(client.submit(untyped(EDIT), input));
    expect(error).not.toBeInstanceOf(SubmissionUnknownError);
    expect(error.message).toMatch(message);
    expect(inspect(error)).not.toContain("secret");
    expect(service.calls).toHaveLength(0);
  },
);

test("a token from a file works with the line break that the file ends with", async () => {
  const { client, service } = await setUp({ status: [status("completed")] }, { token: `${TOKEN}\n` });
  await client.request("r1").status();
  expect(service.calls[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
});

test("a malformed id of a read is told at once, and not as a connection that failed", async () => {
  const { client, service, sleeps } = await setUp({});
  expect(await rejection(client.models.get("../x"))).toBeInstanceOf(NotFoundError);
  expect([service.calls, sleeps]).toEqual([[], []]);
});

test("a submit that was refused by the system certainly did not arrive", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  await service.close();
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.message).toContain("ECONNREFUSED");
});

test("a read that fails on the way is repeated, and does not end the waiting", async () => {
  const { client, sleeps } = await setUp({
    submit: [SUBMITTED],
    status: [
      (request) => request.socket.destroy(),
      { status: 503, text: "busy" },
      { status: 429, headers: { "retry-after": "7" }, json: { error_code: 429, error_message: "slow down" } },
      status("completed"),
    ],
    result: [{ status: 500, text: "" }, DONE],
  });
  expect((await client.run(EDIT, INPUT)).status).toBe("completed");
  expect(sleeps).toContain(7000);
});

test("an answer that is not the Model API's says what came", async () => {
  const { client } = await setUp({ status: [{ text: `<html>${TOKEN}</html>` }] });
  const error = await rejection(client.request("r1").status());
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.message).toContain("<html>[token]</html>");
});

test("the token is in no error, whatever the server reflects", async () => {
  const { client } = await setUp({
    submit: [{ status: 500, json: { error_code: 500, error_message: `header Bearer ${TOKEN} was wrong` } }],
  });
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(
    `${error.stack} ${JSON.stringify(error)} ${inspect(error, { depth: 9 })} ${inspect(client, { depth: 9, showHidden: true })}`,
  ).not.toContain(TOKEN);
});

test("a request that ended badly is an error that carries its id", async () => {
  const failed = await setUp({
    status: [status("failed")],
    result: [
      { json: { request_id: "r1", status: "failed", error: { code: "moderation", message: "refused" } } },
    ],
  });
  expect(await rejection(failed.client.request("r1").wait())).toMatchObject({
    code: "request_failed",
    reason: "moderation",
    requestId: "r1",
    message: "Request r1 failed: refused",
  });
  expect(RequestFailedError.isInstance(await rejection(failed.client.request("r1").wait()))).toBe(true);
  const cancelled = await setUp({
    status: [status("canceled")],
    result: [{ json: { request_id: "r1", status: "canceled" } }],
  });
  expect(await rejection(cancelled.client.request("r1").wait())).toBeInstanceOf(RequestCancelledError);
});

test("a wait that times out says how to go on; an abort rejects with its reason", async () => {
  const { client } = await setUp({ status: [status("in_progress")] });
  const late = await rejection(client.request("r1").wait({ timeout: 20 }));
  expect(late).toBeInstanceOf(TimeoutError);
  expect(late).toMatchObject({ requestId: "r1", message: expect.stringContaining('client.request("r1")') });
  const reason = new Error("the user left");
  const controller = new AbortController();
  const waiting = rejection(client.request("r1").wait({ signal: controller.signal }));
  setTimeout(() => controller.abort(reason), 10);
  expect(await waiting).toBe(reason);
});

test("an abort takes effect at once while the client sleeps between two looks", async () => {
  const service = await startFakeService({ status: [status("in_progress")] });
  services.push(service);
  const client = createClient({
    baseUrl: service.baseUrl,
    polling: { initialDelay: 3_600_000, maxDelay: 3_600_000 },
  });
  const controller = new AbortController();
  const waiting = rejection(
    client
      .request("r1")
      .wait({ signal: controller.signal, onStatus: () => setImmediate(() => controller.abort()) }),
  );
  expect((await waiting).name).toBe("AbortError");
});

test.each(["openai", "openai/../x", "openai/%2e%2e/x", "a/b?c=d", "a/b#c", "a//b", "a/b/c/d/e/f"])(
  "the model id %j never gets into a URL",
  async (id) => {
    const { client, service } = await setUp({ submit: [SUBMITTED] });
    expect(() => untyped(id)).toThrow(NotFoundError);
    expect(await rejection(client.submit({ untyped: id }, {}))).toBeInstanceOf(NotFoundError);
    expect(service.calls).toHaveLength(0);
  },
);

test("the base URL is taken with and without /v1", async () => {
  const { service } = await setUp({ status: [status("completed")] });
  for (const suffix of ["", "/", "/v1", "/v1/"]) {
    await createClient({ baseUrl: service.baseUrl + suffix })
      .request("r1")
      .status();
    expect(service.calls.at(-1)?.path).toBe("/v1/requests/r1/status");
  }
});

test("cancel says what became of it", async () => {
  const { client } = await setUp({
    cancel: [{ json: { request_id: "r1", status: "in_progress", outcome: "not_cancellable" } }],
  });
  expect(await client.request("r1").cancel()).toBe("not_cancellable");
});

test("isInstance knows errors of another copy of the package, and nothing else", () => {
  const foreign = Object.assign(new Error("x"), {
    code: "timeout",
    [Symbol.for("@model-api/client.error")]: true,
  });
  expect(ModelApiError.isInstance(foreign)).toBe(true);
  expect(TimeoutError.isInstance(foreign)).toBe(true);
  expect(RequestFailedError.isInstance(foreign)).toBe(false);
  expect(ModelApiError.isInstance(new Error("x"))).toBe(false);
});
