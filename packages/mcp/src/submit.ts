import { type RequestHandle, SubmissionUnknownError, untyped } from "@model-api/client";
import { SdkError, SdkErrorCode } from "@modelcontextprotocol/server";
import type { Context, SubmitNews } from "./context.js";
import { priceOf } from "./cost/price.js";
import type { FoundModel } from "./models/find-model.js";
import type { ToolCall } from "./tools/define-tool.js";

/** Milliseconds that the answer to a submit is waited for after the caller has gone: with it, there is something to cancel. */
const ANSWER_TIMEOUT = 5000;

export interface SubmitSettings {
  /** US dollars: the caller's own limit. */
  readonly maxCostUsd?: number | undefined;
  /** Tells requests apart that have the same input. */
  readonly variant?: string | undefined;
}

export interface Submitted {
  readonly handle: RequestHandle;
  /** Whether it is a request of before, found in the journal: nothing was submitted this time. */
  readonly isResumed: boolean;
}

/**
 * Submits within the limits of the cost, and written down. The same input that was submitted before and whose result nobody has
 * had yet is gone on with instead.
 * @throws ToolError `cost_guard`; what a submit throws
 */
export async function submit(
  context: Context,
  model: FoundModel,
  input: Record<string, unknown>,
  { maxCostUsd, variant }: SubmitSettings,
  { signal }: ToolCall,
): Promise<Submitted> {
  const price = await priceOf(model.entry, input, context.options.freeServer ?? false);
  const admission = context.guard.admit(model.id, price, maxCostUsd);
  const news: SubmitNews = { hasLeft: false };
  const stop = new AbortController();
  let disarm = () => {};
  const onAbort = () => {
    const abort = () => stop.abort(signal.reason);
    // Before it has left, nothing is lost. Afterwards its answer tells what there is to cancel, and to find again.
    if (news.hasLeft) disarm = context.clock.after(ANSWER_TIMEOUT, abort);
    else abort();
  };
  signal.addEventListener("abort", onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    const options = {
      signal: stop.signal,
      validate: true,
      journal: context.journal,
      resume: true,
      ...(variant !== undefined && { work: variant }),
    };
    const handle = await keepTrack(
      context,
      context.submits.run(news, () => context.client.submit(untyped(model.id), input, options)),
    );
    if (!news.hasLeft) admission.takeBack();
    return { handle, isResumed: !news.hasLeft };
  } catch (error) {
    const isUnknown = SubmissionUnknownError.isInstance(error) || stop.signal.aborted;
    if (!news.hasLeft || !isUnknown) admission.takeBack();
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
    disarm();
  }
}

async function keepTrack<T>({ underWay }: Context, submitting: Promise<T>): Promise<T> {
  underWay.add(submitting);
  try {
    return await submitting;
  } finally {
    underWay.delete(submitting);
  }
}

/**
 * Whether a call has ended because its client wants it to end. A connection that merely closes says nothing of the sort: what is
 * under way goes on, and the journal knows it.
 */
export function isCancelled(context: Context, { signal, isHttp, request }: ToolCall): boolean {
  if (!signal.aborted || context.isStopping) return false;
  const { reason } = signal;
  const isClosed = SdkError.isInstance(reason) && reason.code === SdkErrorCode.ConnectionClosed;
  // By the protocol's revision of 2026, a client cancels over HTTP by closing the stream of the answer.
  return !isClosed || (isHttp && request.envelope !== undefined);
}
