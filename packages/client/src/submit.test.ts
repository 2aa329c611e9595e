import { expect, test } from "vitest";
import {
  type ClientOptions,
  ConnectionError,
  type ModelApiError,
  SubmissionUnknownError,
  untyped,
} from "./index.js";
import { cutShort, type FakeAnswer, type FakeCall, RESET } from "./testing/fake-service.js";
import { EDIT, INPUT, rejection, SUBMITTED, setUp } from "./testing/set-up.js";

const keysOf = (calls: readonly FakeCall[]) => calls.map(({ headers }) => headers["idempotency-key"]);

/** A server that honours keys: it echoes the one that it was sent, with an error as well. */
const echoing =
  (answer: { status?: number; json: unknown; after?: number }): FakeAnswer =>
  ({ headers }) => ({ ...answer, headers: { "idempotency-key": `${headers["idempotency-key"]}` } });
const ERROR = (code: number) => ({ status: code, json: { error_code: code, error_message: "no" } });
const LATER = { ...ERROR(429), headers: { "retry-after": "2" } };

test("a submit carries a key of its own, which is random", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  await client.submit(EDIT, INPUT);
  await client.submit(EDIT, INPUT);
  const [first, second] = keysOf(service.calls);
  expect(first).toMatch(/^[\w-]{16,}$/);
  expect(second).toMatch(/^[\w-]{16,}$/);
  expect(first).not.toBe(second);
});

test("the key can be chosen, and is on the error of a submit whose answer was lost", async () => {
  const { client, service } = await setUp({ submit: [RESET] });
  const error = await rejection(client.submit(EDIT, INPUT, { idempotencyKey: "order-7" }));
  expect(keysOf(service.calls)).toEqual(["order-7"]);
  expect(error.idempotencyKey).toBe("order-7");
});

test("no other call carries a key", async () => {
  const { client, service } = await setUp({
    cancel: [{ json: { status: "cancelled", outcome: "cancelled" } }],
  });
  await client.request("r1").cancel();
  expect(keysOf(service.calls)).toEqual([undefined]);
});

const LOST: [string, FakeAnswer][] = [
  ["whose connection is reset", RESET],
  ["whose answer is cut short", cutShort()],
  ["that is never answered", { json: {}, after: Number.POSITIVE_INFINITY }],
  ["that meets HTTP 408", { status: 408, text: "" }],
  ["that meets HTTP 425", { status: 425, text: "" }],
  ["that meets HTTP 500", ERROR(500)],
  ["that meets HTTP 502", { status: 502, text: "<html>bad gateway</html>" }],
  ["that meets HTTP 503 without Retry-After", { status: 503, text: "" }],
  ["that meets HTTP 504", { status: 504, text: "" }],
  ["that meets HTTP 504 with Retry-After", { status: 504, headers: { "retry-after": "1" }, text: "" }],
  ["that meets an error 500001 under 200", { json: { error_code: 500001, error_message: "no" } }],
  ["whose answer is HTML", { text: "<html>welcome</html>" }],
  ["whose answer is empty", { text: "" }],
  ["whose answer is a list", { json: ["r1"] }],
  ["whose answer has no request id", { json: { ok: true } }],
  ["whose answer has a request id that is none", { json: { request_id: "../x" } }],
];
test.each(LOST)(
  "a submit %s is sent once, and the error says that the outcome is unknown",
  async (_, answer) => {
    const { client, service } = await setUp({ submit: [answer, SUBMITTED] });
    const error = await rejection(client.submit(EDIT, INPUT));
    expect(error).toBeInstanceOf(SubmissionUnknownError);
    expect(error.retryable).toBe(false);
    expect(error.message).toMatch(/\. It may be charged: look at your requests before you submit again$/);
    expect(error.idempotencyKey).toBe(service.calls[0]?.headers["idempotency-key"]);
    expect(service.calls).toHaveLength(1);
  },
);

test.each(LOST)(
  "a submit %s is repeated with the same key once the server has shown that it honours keys",
  async (_, answer) => {
    const { client, service } = await setUp({ submit: [echoing(SUBMITTED), answer, echoing(SUBMITTED)] });
    await client.submit(EDIT, INPUT);
    expect((await client.submit(EDIT, INPUT)).id).toBe("r1");
    const [, lost, repeated] = keysOf(service.calls);
    expect(repeated).toBe(lost);
    expect(service.calls).toHaveLength(3);
    expect(service.calls[2]?.body).toBe(service.calls[1]?.body);
  },
);

test("a lost submit is repeated when the server says, where it says so", async () => {
  const late = { status: 504, headers: { "retry-after": "7", "idempotency-key": "mine" }, text: "" };
  const { client, service } = await setUp({ submit: [late, SUBMITTED] });
  await client.submit(EDIT, INPUT, { idempotencyKey: "mine" });
  expect(service.calls.map(({ at }) => at)).toEqual([0, 7000]);
});

test("the head of the answer that is lost counts as well, and so does an error's", async () => {
  const { client, service } = await setUp({
    submit: [cutShort({ "idempotency-key": "mine" }), SUBMITTED],
  });
  await client.submit(EDIT, INPUT, { idempotencyKey: "mine" });
  expect(keysOf(service.calls)).toEqual(["mine", "mine"]);

  const other = await setUp({ submit: [echoing(ERROR(422)), RESET, SUBMITTED] });
  await rejection(other.client.submit(EDIT, INPUT));
  await other.client.submit(EDIT, INPUT);
  expect(other.service.calls).toHaveLength(3);
});

test("the echo of another key proves nothing", async () => {
  const { client, service } = await setUp({
    submit: [{ ...SUBMITTED, headers: { "idempotency-key": "another" } }, RESET, SUBMITTED],
  });
  await client.submit(EDIT, INPUT);
  expect(await rejection(client.submit(EDIT, INPUT))).toBeInstanceOf(SubmissionUnknownError);
  expect(service.calls).toHaveLength(2);
});

test("what one client's server has shown is not believed of another client's", async () => {
  const honest = await setUp({ submit: [echoing(SUBMITTED)] });
  await honest.client.submit(EDIT, INPUT);
  const { client, service } = await setUp({ submit: [RESET, SUBMITTED] });
  expect(await rejection(client.submit(EDIT, INPUT))).toBeInstanceOf(SubmissionUnknownError);
  expect(service.calls).toHaveLength(1);
});

test("a repeated submit that stays lost says that a repetition with the key is safe", async () => {
  const { client, service } = await setUp({ submit: [echoing(SUBMITTED), RESET] });
  await client.submit(EDIT, INPUT);
  const error = await rejection(client.submit(EDIT, INPUT, { idempotencyKey: "mine" }));
  expect(error).toBeInstanceOf(SubmissionUnknownError);
  expect(error).toMatchObject({ retryable: true, idempotencyKey: "mine" });
  expect(service.calls).toHaveLength(1 + 5);
});

test("a definite error after a lost try does not make the lost try undone", async () => {
  const { client, service } = await setUp({
    submit: [echoing(SUBMITTED), RESET, echoing(ERROR(402))],
  });
  await client.submit(EDIT, INPUT);
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).toBeInstanceOf(SubmissionUnknownError);
  expect(error.message).toContain("the connection failed");
  expect(service.calls).toHaveLength(3);
});

const REFUSED: [string, FakeAnswer][] = [
  ["HTTP 429", ERROR(429)],
  ["HTTP 429 with Retry-After", LATER],
  ["error 429 under 200", { json: { error_code: 429, error_message: "slow down" } }],
  ["HTTP 503 with Retry-After", { status: 503, headers: { "retry-after": "2" }, text: "maintenance" }],
];
test.each(REFUSED)("%s is no submit, and is repeated on any server", async (_, answer) => {
  const { client, service } = await setUp({ submit: [answer, SUBMITTED] });
  expect((await client.submit(EDIT, INPUT)).id).toBe("r1");
  const [first, second] = keysOf(service.calls);
  expect(second).toBe(first);
});

test.each([400, 401, 402, 403, 404, 413, 422])("HTTP %i is definite, and not repeated", async (code) => {
  const { client, service } = await setUp({ submit: [ERROR(code), SUBMITTED] });
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).not.toBeInstanceOf(SubmissionUnknownError);
  expect(error).toMatchObject({ status: code, retryable: false });
  expect(service.calls).toHaveLength(1);
});

test("a submit that the system refuses certainly did not arrive, and is repeated", async () => {
  const told: ModelApiError[] = [];
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    { hooks: { onRetry: (error) => told.push(error) } },
  );
  await service.close();
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.message).toContain("ECONNREFUSED");
  expect(told).toHaveLength(4);
});

test("an abort while the submit is in flight says that the outcome is unknown, with the reason as its cause", async () => {
  const { client, service, clock } = await setUp({ submit: [{ ...SUBMITTED, after: 9000 }] });
  const controller = new AbortController();
  const reason = new Error("the user left");
  clock.later(1000, () => controller.abort(reason));
  const error = await rejection(client.submit(EDIT, INPUT, { signal: controller.signal }));
  expect(error).toBeInstanceOf(SubmissionUnknownError);
  expect(error.cause).toBe(reason);
  expect(error.message).toContain("the user left");
  expect(clock.elapsed).toBe(1000);
  expect(clock.pending).toEqual([]);
  expect(service.calls).toHaveLength(1);
});

test("an abort without a reason of its own is told in words", async () => {
  const { client, clock } = await setUp({ submit: [{ ...SUBMITTED, after: 9000 }] });
  const controller = new AbortController();
  clock.later(1000, () => controller.abort());
  const { message } = await rejection(client.submit(EDIT, INPUT, { signal: controller.signal }));
  expect(message).toMatch(/abort/);
});

test("an abort in flight is no reason for another try, even where keys are honoured", async () => {
  const told: ModelApiError[] = [];
  const { client, service, clock } = await setUp(
    { submit: [echoing(SUBMITTED), echoing({ ...SUBMITTED, after: 9000 })] },
    { hooks: { onRetry: (error) => told.push(error) } },
  );
  await client.submit(EDIT, INPUT);
  const controller = new AbortController();
  clock.later(1000, () => controller.abort());
  const error = await rejection(client.submit(EDIT, INPUT, { signal: controller.signal }));
  expect(error).toBeInstanceOf(SubmissionUnknownError);
  expect(error.retryable).toBe(true);
  expect(service.calls).toHaveLength(2);
  expect(told).toEqual([]);
});

test("an abort in the pause after 429 is the reason itself: nothing was accepted", async () => {
  const { client, service, clock } = await setUp({ submit: [LATER, SUBMITTED] });
  const controller = new AbortController();
  clock.later(1000, () => controller.abort());
  const { signal } = controller;
  expect(await rejection(client.submit(EDIT, INPUT, { signal }))).toBe(signal.reason);
  expect(service.calls).toHaveLength(1);
});

test("an abort in the pause after a lost try says that the outcome is unknown", async () => {
  const { client, clock } = await setUp({
    submit: [
      echoing(SUBMITTED),
      // A quarter of a second is the next pause.
      RESET,
      SUBMITTED,
    ],
  });
  await client.submit(EDIT, INPUT);
  const controller = new AbortController();
  clock.later(100, () => controller.abort());
  const error = await rejection(client.submit(EDIT, INPUT, { signal: controller.signal }));
  expect(error).toBeInstanceOf(SubmissionUnknownError);
  expect(clock.elapsed).toBe(100);
});

test("a signal that is aborted before the submit is its end, and nothing is sent", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const signal = AbortSignal.abort(new Error("never mind"));
  expect(await rejection(client.submit(EDIT, INPUT, { signal }))).toBe(signal.reason);
  expect(service.calls).toEqual([]);
});

test("a submit may take ten times as long as a read", async () => {
  const { client, clock } = await setUp({ submit: [{ ...SUBMITTED, after: 299_999 }] });
  expect((await client.submit(EDIT, INPUT)).id).toBe("r1");
  expect(clock.elapsed).toBe(299_999);
});

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
    expect(service.calls).toEqual([]);
  },
);

test("what prepareInput returns is sent, and the caller's input stays as it is", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    { prepareInput: (model, input) => ({ ...input, from: model }) },
  );
  const input = { prompt: "x" };
  await client.submit(untyped("a/b"), input);
  expect(JSON.parse(service.calls[0]?.body ?? "")).toEqual({ prompt: "x", from: "a/b" });
  expect(input).toEqual({ prompt: "x" });
});

test("what prepareInput reports refuses the input, together with what is found besides", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    {
      prepareInput: (_model, input, report) => {
        report({ path: ["images", 0], message: "is no file: a.png" });
        return input;
      },
    },
  );
  const input = { images: ["a.png"], when: new Date() };
  const error = await rejection(client.submit(untyped("a/b"), input));
  expect(error.issues.map(({ path }: { path: unknown[] }) => path)).toEqual([["images", 0], ["when"]]);
  expect(service.calls).toEqual([]);
});

test("an abort takes effect while the input is being prepared, whatever that waits for, and nothing is sent", async () => {
  const controller = new AbortController();
  const reason = new Error("the user left");
  const prepareInput = () => {
    queueMicrotask(() => controller.abort(reason));
    return new Promise<object>(() => {});
  };
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { prepareInput });
  expect(await rejection(client.submit(EDIT, INPUT, { signal: controller.signal }))).toBe(reason);
  expect(service.calls).toEqual([]);
});
