import { expect, test } from "vitest";
import { AbortedError, SubmissionUnknownError } from "./index.js";
import { type FakeAnswer, RESET } from "./testing/fake-service.js";
import { EDIT, heldStatus, INPUT, rejection, SUBMITTED, setUp, status } from "./testing/set-up.js";

const REASON = new Error("the user left");
const cancelled = (word: string, outcome: string): FakeAnswer => ({
  json: { request_id: "r1", status: word, outcome },
});

/** A wait that is aborted after five seconds. */
async function abortedWait(cancel: FakeAnswer[], statuses: FakeAnswer[] = [heldStatus("in_queue", 30_000)]) {
  const scene = await setUp({ status: statuses, cancel });
  const controller = new AbortController();
  scene.clock.later(5000, () => controller.abort(REASON));
  const error = await rejection(
    scene.client.request("r1").wait({ signal: controller.signal, cancelOnAbort: true }),
  );
  return { ...scene, error };
}

const REPORTS: [string, FakeAnswer[], string, string][] = [
  [
    "was cancelled",
    [cancelled("cancelled", "cancelled")],
    "cancelled",
    "The waiting for request r1 was aborted. It was cancelled and costs nothing.",
  ],
  [
    "was too late to cancel",
    [cancelled("in_progress", "not_cancellable")],
    "too_late",
    "The waiting for request r1 was aborted. It was too late to cancel it: it runs to its end and is charged, or has ended.",
  ],
  [
    "may have been cancelled",
    [{ status: 403, json: { error_code: 403001, error_message: "not yours" } }],
    "unknown",
    "The waiting for request r1 was aborted. Whether it was cancelled is not known: it may run and be charged.",
  ],
];
test.each(REPORTS)("an abort reports that the request %s", async (_, answers, outcome, message) => {
  const { error, service, clock } = await abortedWait(answers);
  expect(error).toBeInstanceOf(AbortedError);
  expect(error).toMatchObject({ code: "aborted", outcome, message, requestId: "r1", cause: REASON });
  expect(service.of("cancel").map(({ at }) => at)).toEqual([5000]);
  expect(clock.elapsed).toBe(5000);
});

test("an abort in a pause between two looks cancels as well", async () => {
  const { error } = await abortedWait([cancelled("cancelled", "cancelled")], [status("in_queue")]);
  expect(error).toMatchObject({ outcome: "cancelled", cause: REASON });
});

test("a cancel that is not answered is waited for ten seconds", async () => {
  const { error, clock } = await abortedWait([{ json: {}, after: Number.POSITIVE_INFINITY }]);
  expect(error).toMatchObject({ outcome: "unknown", cause: REASON });
  expect(clock.elapsed).toBe(15_000);
  expect(clock.pending).toEqual([]);
});

test("a cancel whose connection is lost is tried again", async () => {
  const { error, service } = await abortedWait([RESET, cancelled("cancelled", "cancelled")]);
  expect(error).toMatchObject({ outcome: "cancelled" });
  expect(service.of("cancel")).toHaveLength(2);
});

test("a signal that is aborted before the wait cancels too, without a look", async () => {
  const { client, service } = await setUp({ cancel: [cancelled("cancelled", "cancelled")] });
  const signal = AbortSignal.abort(REASON);
  const error = await rejection(client.request("r1").wait({ signal, cancelOnAbort: true }));
  expect(error).toMatchObject({ code: "aborted", outcome: "cancelled", cause: REASON });
  expect(service.calls.map(({ path }) => path)).toEqual(["/v1/requests/r1/cancel"]);
});

test("a timeout cancels nothing", async () => {
  const { client, service } = await setUp({ status: [status("in_queue")] });
  const { signal } = new AbortController();
  const error = await rejection(client.request("r1").wait({ signal, timeout: 1000, cancelOnAbort: true }));
  expect(error.code).toBe("timeout");
  expect(service.of("cancel")).toEqual([]);
});

test("without cancelOnAbort an abort cancels nothing", async () => {
  const { client, service, clock } = await setUp({ status: [status("in_queue")] });
  const controller = new AbortController();
  clock.later(1000, () => controller.abort(REASON));
  expect(await rejection(client.request("r1").wait({ signal: controller.signal }))).toBe(REASON);
  expect(service.of("cancel")).toEqual([]);
});

test("a run that is aborted while it waits cancels what it has submitted", async () => {
  const { client, service, clock } = await setUp({
    submit: [SUBMITTED],
    status: [heldStatus("in_queue", 30_000)],
    cancel: [cancelled("cancelled", "cancelled")],
  });
  const controller = new AbortController();
  clock.later(1000, () => controller.abort(REASON));
  const error = await rejection(client.run(EDIT, INPUT, { signal: controller.signal, cancelOnAbort: true }));
  expect(error).toMatchObject({ code: "aborted", outcome: "cancelled", requestId: "r1" });
  expect(service.of("cancel")).toHaveLength(1);
});

test("a run that is aborted in its submit has no id to cancel by, and says that the outcome is unknown", async () => {
  const { client, service, clock } = await setUp({
    submit: [{ ...SUBMITTED, after: 30_000 }],
  });
  const controller = new AbortController();
  clock.later(1000, () => controller.abort(REASON));
  const error = await rejection(client.run(EDIT, INPUT, { signal: controller.signal, cancelOnAbort: true }));
  expect(error).toBeInstanceOf(SubmissionUnknownError);
  expect(error.cause).toBe(REASON);
  expect(service.of("cancel")).toEqual([]);
});
