import { within } from "./abort.js";
import { sleep } from "./clock.js";
import type { Answer } from "./contract.js";
import { AbortedError, RequestCancelledError, RequestFailedError, TimeoutError } from "./errors/index.js";
import { follow, type Parts } from "./follow.js";
import { isRequestId, refused } from "./identifiers.js";
import { type CompletedResult, isResult, type RequestResult, toResult } from "./result.js";
import { withRetries } from "./retry.js";
import { hasStatus, type RequestStatus, toStatus } from "./status.js";

export interface CallOptions {
  /** Stops the call at once; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface ResultOptions extends CallOptions {
  /** Asks the server for the cost. @default false */
  readonly includeCost?: boolean | undefined;
}

export interface WaitOptions extends ResultOptions {
  /** Called with each change of the status. What it throws ends the waiting. */
  readonly onStatus?: (status: RequestStatus) => void;
  /** Milliseconds to wait for the request's end; then a `TimeoutError` says how to go on. @default 86400000 (a day) */
  readonly timeout?: number;
  /**
   * Whether an abort of `signal` cancels the request too. Then it rejects with `AbortedError`, which says what became of the
   * request, as soon as the cancel is answered or ten seconds have passed.
   * @default false
   */
  readonly cancelOnAbort?: boolean;
}

/** What became of a cancel: a request in progress runs to its end and is charged. */
export type CancelOutcome = "cancelled" | "not_cancellable";

/** A submitted request. `JSON.stringify` keeps what `client.request(id, { model })` needs to pick it up again. */
export interface RequestHandle extends AsyncIterable<RequestStatus> {
  readonly id: string;
  /** The model, where the caller has said it. */
  readonly model: string | undefined;
  status(options?: CallOptions): Promise<RequestStatus>;
  /** The result as it stands; before the end it has no output. */
  result(options?: ResultOptions): Promise<RequestResult>;
  /** Cancels the request if it is still queued. */
  cancel(options?: CallOptions): Promise<CancelOutcome>;
  /**
   * Waits for the end. Throws `RequestFailedError`, `RequestCancelledError`, `TimeoutError`, or the signal's reason;
   * the request itself goes on in the last two cases.
   */
  wait(options?: WaitOptions): Promise<CompletedResult>;
  /** The statuses, one for each change, until the end. The handle itself is iterable too. */
  watch(options?: CallOptions): AsyncIterable<RequestStatus>;
  toJSON(): { id: string; model: string | undefined };
}

const DAY = 86_400_000;
/** Seconds that a server is asked to hold an answer: less than common gateways allow. */
const HOLD = 30;
/** How many times more patient waiting is than a single call: it may have taken minutes to come this far. */
const PATIENCE = 5;

export function createRequestHandle(id: string, model: string | undefined, parts: Parts): RequestHandle {
  if (!isRequestId(id)) throw refused(id, "request id");
  const { send, waiting, clock, polling } = parts;

  async function look(mayHold: boolean, signal: AbortSignal | undefined, isWaiting = true) {
    let held = mayHold ? 1 : 0;
    const call = async () => {
      if (isWaiting && !held) await waiting.turn(signal);
      waiting.count.held += held;
      const isExpected = (body: Answer<"getRequestStatus">, headers: Headers) => {
        // Across origins, `Prefer` is not sent until an answer names the extension: this one may.
        if (held)
          waiting.holds = /wait/.test(
            `${headers.get("preference-applied")} ${headers.get("model-api-extensions")}`,
          );
        return hasStatus(body);
      };
      try {
        return await send({ path: `/v1/requests/${id}/status` }, isExpected, {
          signal,
          requestId: id,
          hold: HOLD * held,
        });
      } finally {
        waiting.count.held -= held;
        // Where holding an answer has failed, it may be what the way to the server does not bear.
        held = 0;
      }
    };
    return toStatus(await withRetries(call, parts, signal, isWaiting ? PATIENCE : 1));
  }

  async function result(
    { includeCost, signal }: ResultOptions = {},
    patience?: number,
  ): Promise<RequestResult> {
    const path = `/v1/requests/${id}/result${includeCost ? "?include_cost=true" : ""}` as const;
    const call = () => send({ path }, isResult, { signal, requestId: id });
    return toResult(await withRetries(call, parts, signal, patience), id, model);
  }

  async function cancel({ signal }: CallOptions = {}): Promise<CancelOutcome> {
    const path = `/v1/requests/${id}/cancel` as const;
    const call = () =>
      send<Answer<"cancelRequest">>({ method: "POST", path }, hasStatus, { signal, requestId: id });
    const answer = await withRetries(call, parts, signal);
    // A cancel whose answer was lost has been repeated, and finds the request cancelled.
    return /cancelled/.test(answer.outcome + toStatus(answer).status) ? "cancelled" : "not_cancellable";
  }

  async function wait(settings: WaitOptions = {}): Promise<CompletedResult> {
    const { onStatus, timeout = DAY, signal } = settings;
    // Loaded before it is needed: who aborts may be about to lose the network.
    if (settings.cancelOnAbort)
      return (await import("./extras.js")).waitOrCancel(handle, settings, clock, AbortedError);
    const expired = () =>
      new TimeoutError(
        `Request ${id} has not ended in ${timeout} ms. It goes on, and is charged; client.request("${id}").wait() waits again.`,
        { requestId: id },
      );
    return within(clock, timeout, signal, expired, async (inner) => {
      for await (const change of follow(look, parts, inner, !!onStatus)) onStatus?.(change);
      for (let delay = polling.initialDelay; ; delay = Math.min(2 * delay, polling.maxDelay)) {
        const found = await result({ ...settings, signal: inner }, PATIENCE);
        if (found.status === "completed") return found;
        if (found.status === "cancelled")
          throw new RequestCancelledError(`Request ${id} was cancelled.`, { requestId: id });
        if (found.status === "failed") {
          const { code: reason, message } = found.error;
          throw new RequestFailedError(`Request ${id} failed: ${message}`, { reason, requestId: id });
        }
        // The status is ahead of the result, as it may be where several machines answer.
        await sleep(clock, delay, inner);
      }
    });
  }

  const handle: RequestHandle = {
    id,
    model,
    status: ({ signal } = {}) => look(false, signal, false),
    result: (settings) => result(settings),
    cancel,
    wait,
    watch: ({ signal } = {}) => follow(look, parts, signal),
    [Symbol.asyncIterator]: () => follow(look, parts),
    toJSON: () => ({ id, model }),
  };
  return handle;
}
