import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import {
  createClient,
  ModelMismatchError,
  NotFoundError,
  RequestCancelledError,
  RequestFailedError,
  type RequestStatus,
  TimeoutError,
} from "./index.js";
import type { FakeAnswer } from "./testing/fake-service.js";
import {
  DONE,
  EDIT,
  heldStatus,
  INPUT,
  rejection,
  SUBMITTED,
  setUp,
  status,
  timeline,
} from "./testing/set-up.js";

const result = (json: object): FakeAnswer => ({ json: { request_id: "r1", ...json } });

test("a handle serialises, and is rebuilt elsewhere from what it says", async () => {
  const { client } = await setUp({ submit: [SUBMITTED], status: [status("completed")], result: [DONE] });
  const { id, model } = JSON.parse(JSON.stringify(await client.submit(EDIT, INPUT)));
  expect({ id, model }).toEqual({ id: "r1", model: EDIT });
  expect((await client.request(id, { model }).wait()).output).toEqual(DONE.json.output);
});

test("a request of another model than was said is told apart by its result", async () => {
  const { client } = await setUp({ result: [DONE] });
  const error = await rejection(client.request("r1", { model: "wan-ai/wan-2.7/image-to-video" }).result());
  expect(error).toBeInstanceOf(ModelMismatchError);
  expect(error).toMatchObject({
    requestId: "r1",
    message: `Request r1 is one of ${EDIT}, not of wan-ai/wan-2.7/image-to-video`,
  });
});

test("a result is read with its dates, its cost and what the engine reports", async () => {
  const report = { engine: "local", applied: [], ignored: [{ instruction: "fly", reason: "it cannot" }] };
  const { client, service } = await setUp({
    result: [
      { json: { ...DONE.json, finished_at: "2026-01-01T00:00:09.000Z", cost: 0.04, engine_report: report } },
    ],
  });
  expect(await client.request("r1").result({ includeCost: true })).toEqual({
    requestId: "r1",
    status: "completed",
    model: EDIT,
    output: DONE.json.output,
    createdAt: new Date("2026-01-01T00:00:00Z"),
    finishedAt: new Date("2026-01-01T00:00:09Z"),
    cost: 0.04,
    engineReport: report,
  });
  expect(service.calls[0]?.path).toBe("/v1/requests/r1/result?include_cost=true");
});

test("the cost is only asked for where the caller wants it", async () => {
  const { client, service } = await setUp({ status: [status("completed")], result: [DONE] });
  await client.request("r1").wait();
  await client.request("r1").wait({ includeCost: true });
  expect(service.of("result").map(({ path }) => path)).toEqual([
    "/v1/requests/r1/result",
    "/v1/requests/r1/result?include_cost=true",
  ]);
});

test("a result before the end says how the request stands, and has no output", async () => {
  const { client } = await setUp({ result: [result({ status: "processing", output: null })] });
  expect(await client.request("r1").result()).toEqual({ requestId: "r1", status: "in_progress" });
});

test("a failed request is a RequestFailedError with the server's reason, whether that is an object or a sentence", async () => {
  const { client } = await setUp({
    status: [status("failed")],
    result: [
      result({ status: "failed", error: { code: "moderation", message: "refused" } }),
      result({ status: "failed", error: "out of memory" }),
    ],
  });
  const error = await rejection(client.request("r1").wait());
  expect(error).toBeInstanceOf(RequestFailedError);
  expect(error).toMatchObject({
    reason: "moderation",
    requestId: "r1",
    retryable: false,
    message: "Request r1 failed: refused",
  });
  expect(await rejection(client.request("r1").wait())).toMatchObject({
    code: "request_failed",
    message: "Request r1 failed: out of memory",
  });
});

test("a request that was cancelled is a RequestCancelledError, however the server spells it", async () => {
  const { client } = await setUp({
    status: [status("canceled")],
    result: [result({ status: "canceled" }), result({ status: "cancelled" })],
  });
  for (let spelling = 0; spelling < 2; spelling++) {
    const error = await rejection(client.request("r1").wait());
    expect(error).toBeInstanceOf(RequestCancelledError);
    expect(error.requestId).toBe("r1");
  }
});

test("a wait whose status is ahead of the result looks again", async () => {
  const { client, service } = await setUp({
    status: [status("completed")],
    result: [result({ status: "in_progress" }), result({ status: "in_progress" }), DONE],
  });
  expect((await client.request("r1").wait()).status).toBe("completed");
  expect(service.of("result")).toHaveLength(3);
  expect(Math.min(...pausesOf(service.of("result")))).toBeGreaterThanOrEqual(250);
});

test("a status that a listener has heard is not told again because the result is late", async () => {
  const { client } = await setUp({
    status: [status("in_progress"), status("completed")],
    result: [result({ status: "in_progress" }), DONE],
  });
  const seen: RequestStatus[] = [];
  await client.request("r1").wait({ onStatus: (change) => seen.push(change) });
  expect(seen).toEqual([{ status: "in_progress" }, { status: "completed" }]);
});

test("a wait that takes too long says of which request, and how to go on", async () => {
  const { client, clock } = await setUp({ status: [status("in_progress")] });
  const error = await rejection(client.request("r1").wait({ timeout: 20_000 }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    code: "timeout",
    requestId: "r1",
    message:
      'Request r1 has not ended in 20000 ms. It goes on, and is charged; client.request("r1").wait() waits again.',
  });
  expect(clock.elapsed).toBe(20_000);
});

test("a wait is at its end at the timeout even while the server holds the look", async () => {
  const { client, clock } = await setUp({ status: [heldStatus("in_progress", 30_000)] });
  expect(await rejection(client.request("r1").wait({ timeout: 1000 }))).toBeInstanceOf(TimeoutError);
  expect(clock.elapsed).toBe(1000);
});

test("a wait without a timeout of its own lasts a day", async () => {
  const { client, clock } = await setUp(
    { status: [status("in_progress")] },
    { polling: { initialDelay: 3_600_000, maxDelay: 3_600_000 } },
  );
  expect(await rejection(client.request("r1").wait())).toBeInstanceOf(TimeoutError);
  expect(clock.elapsed).toBe(86_400_000);
});

test.each([2 ** 31, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
  "a timeout of %d ms, which is longer than timers take, does not fire at once",
  async (timeout) => {
    const { service } = await setUp({
      status: [status("in_progress"), status("completed")],
      result: [DONE],
    });
    const client = createClient({ baseUrl: service.baseUrl, polling: { initialDelay: 20 } });
    expect((await client.request("r1").wait({ timeout })).status).toBe("completed");
  },
);

test("a listener that throws ends the waiting with what it throws", async () => {
  const { client, service } = await setUp({ status: [status("in_queue")] });
  const thrown = new Error("the view is gone");
  const onStatus = () => {
    throw thrown;
  };
  expect(await rejection(client.request("r1").wait({ onStatus }))).toBe(thrown);
  expect(service.calls).toHaveLength(1);
});

test("an abort takes effect at once in a pause, and rejects with the signal's reason", async () => {
  const { client, clock } = await setUp(
    { status: [status("in_progress")] },
    { polling: { initialDelay: 3_600_000, maxDelay: 3_600_000 } },
  );
  const controller = new AbortController();
  const reason = new Error("the user left");
  clock.later(1000, () => controller.abort(reason));
  expect(await rejection(client.request("r1").wait({ signal: controller.signal }))).toBe(reason);
  expect(clock.elapsed).toBe(1000);
});

test("an abort takes effect at once while the server holds the look", async () => {
  const { client, clock } = await setUp({ status: [heldStatus("completed", 30_000)] });
  const controller = new AbortController();
  clock.later(1000, () => controller.abort());
  expect(await rejection(client.request("r1").wait({ signal: controller.signal }))).toBe(
    controller.signal.reason,
  );
  expect(clock.elapsed).toBe(1000);
});

const ENDS: [string, FakeAnswer[], FakeAnswer[], number][] = [
  ["completes", [heldStatus("in_queue", 500), heldStatus("completed", 500)], [DONE], 10_000],
  ["fails", [status("in_progress"), status("failed")], [result({ status: "failed", error: "no" })], 10_000],
  ["is aborted", [heldStatus("in_progress", 30_000)], [DONE], 10_000],
  ["times out", [status("in_progress")], [DONE], 3000],
  ["meets an error", [{ status: 404, json: { error_code: 404001, error_message: "no" } }], [DONE], 10_000],
];
test.each(ENDS)("a wait that %s leaves no listener and no timer", async (_, statuses, results, timeout) => {
  const { client, clock } = await setUp({ status: statuses, result: results });
  const controller = new AbortController();
  clock.later(5000, () => controller.abort());
  const { signal } = controller;
  await client
    .request("r1")
    .wait({ signal, timeout })
    .catch(() => {});
  expect(getEventListeners(signal, "abort")).toEqual([]);
  // The distance to the next look is kept for whoever looks next; it is no more than that.
  expect(clock.pending.filter((ms) => ms > 5)).toEqual([]);
  expect(clock.pending.length).toBeLessThanOrEqual(1);
});

test("cancel says what became of it", async () => {
  const { client, service } = await setUp({
    cancel: [
      { json: { request_id: "r1", status: "cancelled", outcome: "cancelled" } },
      { json: { request_id: "r1", status: "in_progress", outcome: "not_cancellable" } },
    ],
  });
  expect(await client.request("r1").cancel()).toBe("cancelled");
  expect(await client.request("r1").cancel()).toBe("not_cancellable");
  expect(timeline(service.calls)).toEqual(["0 cancel", "0 cancel"]);
});

test("a cancel whose answer was lost is repeated, and finds that it has worked", async () => {
  const { client } = await setUp({
    cancel: [
      { socket: (request) => request.socket.destroy() },
      { json: { request_id: "r1", status: "canceled", outcome: "not_cancellable" } },
    ],
  });
  expect(await client.request("r1").cancel()).toBe("cancelled");
});

test("what a server says of the cancel counts before a status that is behind", async () => {
  const { client } = await setUp({ cancel: [{ json: { status: "in_queue", outcome: "cancelled" } }] });
  expect(await client.request("r1").cancel()).toBe("cancelled");
});

test.each(["", "a/b", "..", "r1?x=1", "r1#x", "r 1", "r".repeat(129), "%2e%2e"])(
  "the request id %j never gets into a URL",
  async (id) => {
    const { client, service } = await setUp({});
    expect(() => client.request(id)).toThrow(NotFoundError);
    expect(service.calls).toEqual([]);
  },
);

function pausesOf(calls: readonly { readonly at: number }[]): number[] {
  return calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0));
}
