import { expect, test } from "vitest";
import { NotFoundError, ServerError } from "./index.js";
import { cutShort, type FakeAnswer, RESET } from "./testing/fake-service.js";
import { EDIT, rejection, setUp } from "./testing/set-up.js";

const PATH = "/v1/requests/r1";
const GONE: FakeAnswer = { json: { request_id: "r1", outcome: "deleted" } };
const NONE: FakeAnswer = { status: 404, json: { error_code: 404001, error_message: "no such request" } };
const BUSY: FakeAnswer = { status: 429, json: { error_code: 429, error_message: "too often" } };

test("an input is told as the server tells it", async () => {
  const told = {
    request_id: "r1",
    model_id: EDIT,
    created_at: "2026-01-01T00:00:00Z",
    input: { prompt: "x" },
  };
  const { client, service } = await setUp({ [`${PATH}/input`]: [BUSY, { json: told }] });
  expect(await client.requests.input("r1")).toEqual(told);
  expect(service.calls.map(({ method }) => method)).toEqual(["GET", "GET"]);
});

test("an answer without an input is none of the API's", async () => {
  const { client } = await setUp({ [`${PATH}/input`]: [{ json: { request_id: "r1", input: "x" } }] });
  expect((await rejection(client.requests.input("r1"))).code).toBe("invalid_response");
});

test("a deletion is one call without a body", async () => {
  const { client, service } = await setUp({ [PATH]: [GONE] });
  expect(await client.requests.delete("r1")).toBeUndefined();
  expect(service.calls.map(({ method, path, body }) => [method, path, body])).toEqual([["DELETE", PATH, ""]]);
});

test.each([
  ["whose connection was lost", RESET],
  ["whose answer was cut short", cutShort()],
  [
    "that failed in the server",
    { status: 500, json: { error_code: 500, error_message: "some files are left" } },
  ],
  ["that a gateway gave up", { status: 504, text: "" }],
])("a repeat that finds nothing, after a try %s, has found it deleted", async (_, lost) => {
  const { client, service } = await setUp({ [PATH]: [lost as FakeAnswer, NONE] });
  expect(await client.requests.delete("r1")).toBeUndefined();
  expect(service.calls).toHaveLength(2);
});

test("a request that is not there is told of, also after tries that were refused unseen", async () => {
  const unavailable: FakeAnswer = { status: 503, headers: { "retry-after": "1" }, text: "" };
  const { client, service } = await setUp({ [PATH]: [BUSY, unavailable, NONE] });
  const error = await rejection(client.requests.delete("r1"));
  expect(error).toBeInstanceOf(NotFoundError);
  expect([error.requestId, service.calls.length]).toEqual(["r1", 3]);
});

test("each deletion stands for itself: a lost one makes no other one done", async () => {
  const { client } = await setUp({ [PATH]: [RESET, NONE, NONE] });
  await client.requests.delete("r1");
  expect(await rejection(client.requests.delete("r1"))).toBeInstanceOf(NotFoundError);
});

test("a request that has not ended is left as it is, and not asked for again", async () => {
  const open: FakeAnswer = { status: 409, json: { error_code: 409, error_message: "cancel it first" } };
  const { client, service } = await setUp({ [PATH]: [open] });
  const error = await rejection(client.requests.delete("r1"));
  expect(error).toBeInstanceOf(ServerError);
  expect([error.status, error.retryable, service.calls.length]).toEqual([409, false, 1]);
});

test("an answer that says nothing of a deletion is none of the API's", async () => {
  const { client } = await setUp({ [PATH]: [{ json: { status: "ok" } }] });
  expect((await rejection(client.requests.delete("r1"))).code).toBe("invalid_response");
});

test.each(["", "..", "../keys", "r1/input", "r1?x", "r 1"])(
  "%j is no request id, and nothing is asked",
  async (id) => {
    const { client, service } = await setUp({});
    expect(await rejection(client.requests.input(id))).toBeInstanceOf(NotFoundError);
    expect(await rejection(client.requests.delete(id))).toBeInstanceOf(NotFoundError);
    expect(service.calls).toEqual([]);
  },
);

test("an abort ends either of them", async () => {
  const { client } = await setUp({ [PATH]: [GONE], [`${PATH}/input`]: [GONE] });
  const signal = AbortSignal.abort(new Error("never mind"));
  expect(await rejection(client.requests.input("r1", { signal }))).toBe(signal.reason);
  expect(await rejection(client.requests.delete("r1", { signal }))).toBe(signal.reason);
});
