import { ModelApiError, RequestCancelledError, RequestFailedError, TimeoutError } from "./errors/index.js";
import { checkRequestId } from "./identifiers.js";
import type { ResolvedOptions } from "./options.js";
import { type CompletedResult, type RequestResult, toResult } from "./result.js";
import { withRetries } from "./retry.js";
import { type RequestStatus, toStatus } from "./status.js";
import type { Transport } from "./transport.js";
import { watch } from "./watch.js";

export interface CallOptions {
  /** Stops the call; it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface ResultOptions extends CallOptions {
  /** Asks the server for the cost. @default false */
  readonly includeCost?: boolean;
}

export interface WaitOptions extends ResultOptions {
  /** Called with each change of the status. What it throws ends the waiting. */
  readonly onStatus?: (status: RequestStatus) => void;
  /** Milliseconds to wait at most; then a `TimeoutError` says how to go on. @default no limit */
  readonly timeout?: number;
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
  toJSON(): { id: string; model?: string };
}

export function createRequestHandle(
  requestId: string,
  model: string | undefined,
  transport: Transport,
  { clock, polling }: ResolvedOptions,
): RequestHandle {
  const id = checkRequestId(requestId);

  const status = ({ signal }: CallOptions = {}) =>
    withRetries(async () => toStatus(await transport.status(id, signal)), clock, signal);

  const result = ({ includeCost = false, signal }: ResultOptions = {}) =>
    withRetries(async () => toResult(await transport.result(id, includeCost, signal), model), clock, signal);

  async function wait({
    onStatus,
    timeout,
    signal,
    includeCost = false,
  }: WaitOptions = {}): Promise<CompletedResult> {
    const deadline = startDeadline(timeout, signal);
    const options = deadline.signal && { signal: deadline.signal };
    try {
      for await (const change of watch(() => status(options), polling, clock, deadline.signal))
        onStatus?.(change);
      return completed(await result({ includeCost, ...options }));
    } catch (error) {
      if (!deadline.expired() || ModelApiError.isInstance(error)) throw error;
      throw new TimeoutError(
        `Request ${id} had not ended after ${timeout} ms. It goes on, and is charged; client.request("${id}").wait() takes up the waiting.`,
        { requestId: id },
      );
    } finally {
      deadline.stop();
    }
  }

  return {
    id,
    model,
    status,
    result,
    cancel: async ({ signal } = {}) => {
      const { outcome } = await withRetries(() => transport.cancel(id, signal), clock, signal);
      return outcome;
    },
    wait,
    [Symbol.asyncIterator]: () => watch(status, polling, clock),
    toJSON: () => ({ id, ...(model !== undefined && { model }) }),
  };
}

function completed(result: RequestResult): CompletedResult {
  const { requestId } = result;
  if (result.status === "completed") return result;
  if (result.status === "failed") {
    const { code, message } = result.error;
    throw new RequestFailedError(`Request ${requestId} failed: ${message}`, code, { requestId });
  }
  throw new RequestCancelledError(`Request ${requestId} was cancelled (its status is ${result.status}).`, {
    requestId,
  });
}

/** The caller's signal, and a timeout where there is one, as one signal that leaves nothing behind. */
function startDeadline(timeout: number | undefined, caller: AbortSignal | undefined) {
  if (timeout === undefined) return { signal: caller, expired: () => false, stop() {} };
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, timeout);
  const pass = () => controller.abort(caller?.reason);
  if (caller?.aborted) pass();
  caller?.addEventListener("abort", pass, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
    stop() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", pass);
    },
  };
}
