import { expect, test } from "vitest";
import { type ModelApiError, RateLimitError, ServerError } from "./index.js";
import { type FakeAnswer, RESET } from "./testing/fake-service.js";
import { DONE, rejection, setUp, status } from "./testing/set-up.js";
import { createVirtualClock } from "./testing/virtual-clock.js";

const BUSY: FakeAnswer = { status: 503, text: "busy" };
const after = (value: string, code = 503): FakeAnswer => ({
  status: code,
  headers: { "retry-after": value },
  json: { error_code: code, error_message: "later" },
});
/** The next number of a list, again and again. */
const chances =
  (...values: number[]) =>
  () => {
    const value = values.shift() ?? 0;
    values.push(value);
    return value;
  };
const times = (calls: readonly { readonly at: number }[]) => calls.map(({ at }) => at);

test("pauses are a random part of a bound that doubles", async () => {
  const clock = createVirtualClock({ random: chances(0.5, 0.25, 1, 0.1) });
  const { client, service } = await setUp({ result: [BUSY, BUSY, BUSY, BUSY, DONE] }, {}, { clock });
  await client.request("r1").result();
  // 0.5 × 500, 0.25 × 1000, 1 × 2000, 0.1 × 4000
  expect(times(service.calls)).toEqual([0, 250, 500, 2500, 2900]);
});

test("the bound of a pause is eight seconds", async () => {
  const clock = createVirtualClock({ random: () => 1 });
  const { client, service } = await setUp(
    { result: [...Array(7).fill(BUSY), DONE] },
    { retry: { maxRetries: 9 } },
    { clock },
  );
  await client.request("r1").result();
  expect(times(service.calls)).toEqual([0, 500, 1500, 3500, 7500, 15_500, 23_500, 31_500]);
});

test("Retry-After in seconds is waited for", async () => {
  const { client, service } = await setUp({ result: [after("7"), DONE] });
  await client.request("r1").result();
  expect(times(service.calls)).toEqual([0, 7000]);
});

test("Retry-After as a date is waited for, by the client's own clock", async () => {
  const start = Date.parse("2026-01-01T00:00:00Z");
  const clock = createVirtualClock({ start });
  const { client, service } = await setUp(
    { result: [after("Thu, 01 Jan 2026 00:00:09 GMT"), DONE] },
    {},
    { clock },
  );
  await client.request("r1").result();
  expect(times(service.calls)).toEqual([0, 9000]);
});

test.each([
  ["that is over", "Thu, 01 Jan 2015 00:00:00 GMT"],
  ["of no time", "0"],
  ["of less than no time", "-5"],
])("a Retry-After %s is no reason to wait", async (_, value) => {
  const clock = createVirtualClock({ start: Date.parse("2026-01-01T00:00:00Z") });
  const { client, service } = await setUp({ result: [after(value), DONE] }, {}, { clock });
  await client.request("r1").result();
  expect(times(service.calls)).toEqual([0, 0]);
});

test("a Retry-After that says nothing is as if it were not there", async () => {
  const { client, service } = await setUp({ result: [after("soon"), DONE] });
  await client.request("r1").result();
  expect(times(service.calls)).toEqual([0, 250]);
});

test("a Retry-After over the budget is thrown, and the error says how long it would be", async () => {
  const { client, service, clock } = await setUp({ result: [after("61", 429), DONE] });
  const error = await rejection(client.request("r1").result());
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ retryAfter: 61_000, retryable: true, status: 429, requestId: "r1" });
  expect(service.calls).toHaveLength(1);
  expect(clock.elapsed).toBe(0);
});

test("a call is tried five times, and then throws the last error", async () => {
  const { client, service } = await setUp({
    result: [BUSY, BUSY, BUSY, BUSY, { status: 500, text: "" }, DONE],
  });
  const error = await rejection(client.request("r1").result());
  expect(error).toBeInstanceOf(ServerError);
  expect(error.status).toBe(500);
  expect(service.calls).toHaveLength(5);
});

test("how often a call is repeated can be set", async () => {
  const { client, service } = await setUp({ result: [BUSY] }, { retry: { maxRetries: 0 } });
  await rejection(client.request("r1").result());
  expect(service.calls).toHaveLength(1);
});

test("the pauses of a call are limited in all, and not one by one", async () => {
  const { client, service } = await setUp({ result: [after("25")] });
  const error = await rejection(client.request("r1").result());
  // 25 + 25 are within a minute, and the third would not be.
  expect(times(service.calls)).toEqual([0, 25_000, 50_000]);
  expect(error.retryAfter).toBe(25_000);
});

test("the time that pauses may take can be set", async () => {
  const { client, service } = await setUp({ result: [after("2")] }, { retry: { maxTime: 5000 } });
  await rejection(client.request("r1").result());
  expect(times(service.calls)).toEqual([0, 2000, 4000]);
});

test("waiting is five times as patient as a call, in its looks and in its result", async () => {
  const { client, service } = await setUp({ status: [BUSY], result: [BUSY] });
  await rejection(client.request("r1").wait());
  expect(service.of("status")).toHaveLength(1 + 5 * 4);

  const other = await setUp({ status: [status("completed")], result: [after("61")] });
  await rejection(other.client.request("r1").wait());
  // Four of them are within five minutes.
  expect(times(other.service.of("result"))).toEqual([0, 61_000, 122_000, 183_000, 244_000]);
});

test("a look by hand is as patient as any call", async () => {
  const { client, service } = await setUp({ status: [BUSY] });
  await rejection(client.request("r1").status());
  expect(service.of("status")).toHaveLength(5);
});

test.each([
  ["connections that are reset", RESET, "connection"],
  ["answers that never come", { json: {}, after: Number.POSITIVE_INFINITY }, "connection"],
  ["HTTP 408", { status: 408, text: "" }, "server"],
  ["HTTP 425", { status: 425, text: "" }, "server"],
  ["HTTP 500", { status: 500, text: "" }, "server"],
  ["an error 500001 under 200", { json: { error_code: 500001, error_message: "oh" } }, "server"],
  ["an error 429 under 200", { json: { error_code: 429, error_message: "oh" } }, "rate_limit"],
] as const)("%s are met with another try", async (_, answer, code) => {
  const told: ModelApiError[] = [];
  const { client } = await setUp(
    { result: [answer, DONE] },
    { hooks: { onRetry: (error) => told.push(error) } },
  );
  expect((await client.request("r1").result()).status).toBe("completed");
  expect(told.map((error) => error.code)).toEqual([code]);
});

test.each([400, 401, 402, 403, 404, 409, 410, 413, 418, 422])("HTTP %i is not repeated", async (code) => {
  const { client, service } = await setUp({ result: [{ status: code, text: "" }, DONE] });
  expect((await rejection(client.request("r1").result())).retryable).toBe(false);
  expect(service.calls).toHaveLength(1);
});

test("onRetry is told of each error and of the pause after it", async () => {
  const told: [string, number][] = [];
  const { client } = await setUp(
    { result: [after("3", 429), BUSY, DONE] },
    { hooks: { onRetry: (error, delay) => told.push([error.code, delay]) } },
  );
  await client.request("r1").result();
  expect(told).toEqual([
    ["rate_limit", 3000],
    ["server", 500],
  ]);
});

test("onRetry is not told of an error after which there is no other try", async () => {
  const told: ModelApiError[] = [];
  const { client } = await setUp(
    { result: [after("61")] },
    { hooks: { onRetry: (error) => told.push(error) } },
  );
  await rejection(client.request("r1").result());
  expect(told).toEqual([]);
});

test("what onRetry throws is ignored", async () => {
  const onRetry = () => {
    throw new Error("the log is full");
  };
  const { client } = await setUp({ result: [BUSY, DONE] }, { hooks: { onRetry } });
  expect((await client.request("r1").result()).status).toBe("completed");
});

test("an abort in a pause is its end", async () => {
  const { client, service, clock } = await setUp({ result: [after("30"), DONE] });
  const controller = new AbortController();
  clock.later(1000, () => controller.abort());
  const { signal } = controller;
  expect(await rejection(client.request("r1").result({ signal }))).toBe(signal.reason);
  expect(clock.elapsed).toBe(1000);
  expect(clock.pending).toEqual([]);
  expect(service.calls).toHaveLength(1);
});

test("a call may go unanswered for half a minute, and that can be set", async () => {
  const never: FakeAnswer = { json: {}, after: Number.POSITIVE_INFINITY };
  const usual = await setUp({ result: [never, DONE] });
  await usual.client.request("r1").result();
  expect(times(usual.service.calls)).toEqual([0, 30_250]);
  const hasty = await setUp({ result: [never] }, { retry: { attemptTimeout: 100, maxRetries: 0 } });
  const error = await rejection(hasty.client.request("r1").result());
  expect(error.message).toMatch(/^GET http:\S+\/v1\/requests\/r1\/result: no answer in 100 ms$/);
});
