import { within } from "./abort.js";
import { sleep } from "./clock.js";
import { RequestCancelledError, RequestFailedError, TimeoutError } from "./errors/index.js";
import { follow, type Look } from "./follow.js";
import { checkRequestId } from "./identifiers.js";
import type { ResolvedOptions } from "./options.js";
import { type CompletedResult, type RequestResult, toResult } from "./result.js";
import { type RetryPolicy, withRetries } from "./retry.js";
import { isFinal, type RequestStatus, toStatus } from "./status.js";
import type { Transport } from "./transport.js";
import type { Waiting } from "./waiting.js";

export interface CallOptions {
  /** Stops the call at once; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface ResultOptions extends CallOptions {
  /** Asks the server for the cost. @default false */
  readonly includeCost?: boolean;
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
  toJSON(): { id: string; model?: string };
}

/** What a handle stands on: the client's parts. */
export interface HandleContext {
  readonly transport: Transport;
  readonly options: ResolvedOptions;
  readonly waiting: Waiting;
}

const DAY = 86_400_000;
/** How many times more patient waiting is than a single call: it may have taken minutes to come this far. */
const PATIENCE = 5;

export function createRequestHandle(
  requestId: string,
  model: string | undefined,
  { transport, options, waiting }: HandleContext,
): RequestHandle {
  const id = checkRequestId(requestId);
  const { clock, polling } = options;
  const { maxRetries, maxTime } = options.retry;
  const patient: RetryPolicy = {
    clock,
    retry: { ...options.retry, maxRetries: PATIENCE * maxRetries, maxTime: PATIENCE * maxTime },
    hooks: {
      onRetry(error, delay) {
        if (error.retryAfter) waiting.rest(delay);
        options.hooks.onRetry?.(error, delay);
      },
    },
  };

  const look: Look = (hold, signal) => {
    let seconds = hold;
    return withRetries(
      async () => {
        const asked = seconds;
        // Where holding an answer has failed, it may be what the way to the server does not bear.
        seconds = 0;
        const { answer, held } = await transport.status(id, asked, signal);
        return { status: toStatus(answer), held: asked ? held : undefined };
      },
      patient,
      signal,
    );
  };

  const resultWith = async (
    retries: RetryPolicy,
    { includeCost = false, signal }: ResultOptions = {},
  ): Promise<RequestResult> =>
    toResult(await withRetries(() => transport.result(id, includeCost, signal), retries, signal), id, model);

  const watch = (signal: AbortSignal | undefined, isObserved: boolean) =>
    follow(look, { waiting, polling, clock, signal, isObserved });

  async function cancel({ signal }: CallOptions = {}): Promise<CancelOutcome> {
    const answer = await withRetries(() => transport.cancel(id, signal), options, signal);
    // A cancel whose answer was lost has been repeated, and finds the request cancelled.
    return toStatus(answer).status === "cancelled" ? "cancelled" : answer.outcome;
  }

  async function wait({
    onStatus,
    timeout = DAY,
    signal,
    includeCost = false,
    cancelOnAbort = false,
  }: WaitOptions = {}): Promise<CompletedResult> {
    const expired = () =>
      new TimeoutError(
        `Request ${id} had not ended after ${timeout} ms. It goes on, and is charged; client.request("${id}").wait() takes up the waiting.`,
        { requestId: id },
      );
    // Loaded before it is needed: who aborts may be about to lose the network.
    const onAbort = cancelOnAbort && (await import("./extras.js")).cancelAborted;
    try {
      return await within(clock, timeout, signal, expired, async (inner) => {
        for (;;) {
          for await (const change of watch(inner, onStatus !== undefined)) onStatus?.(change);
          const result = await resultWith(patient, { includeCost, signal: inner });
          if (isFinal(result)) return completed(result);
          // The status is ahead of the result, as it may be where several machines answer.
          await sleep(clock, polling.initialDelay, inner);
        }
      });
    } catch (error) {
      if (!onAbort || !signal?.aborted || error !== signal.reason) throw error;
      throw await onAbort(id, error, clock, cancel);
    }
  }

  return {
    id,
    model,
    status: async ({ signal } = {}) =>
      toStatus((await withRetries(() => transport.status(id, 0, signal), options, signal)).answer),
    result: (settings) => resultWith(options, settings),
    cancel,
    wait,
    watch: ({ signal } = {}) => watch(signal, true),
    [Symbol.asyncIterator]: () => watch(undefined, true),
    toJSON: () => ({ id, ...(model !== undefined && { model }) }),
  };
}

function completed(result: RequestResult): CompletedResult {
  const { requestId } = result;
  if (result.status === "completed") return result;
  if (result.status === "failed") {
    const { code, message } = result.error;
    throw new RequestFailedError(`Request ${requestId} failed: ${message}`, { reason: code, requestId });
  }
  throw new RequestCancelledError(`Request ${requestId} was cancelled.`, { requestId });
}
