import type { SharedV4Warning } from "@ai-sdk/provider";
import { APICallError } from "@ai-sdk/provider";
import { type OutputFile, systemClock } from "@model-api/client";
import { toSdkError } from "../errors/to-sdk-error.js";
import { type Finished, fetchOutputs } from "./outputs.js";
import { type ModelCall, quietly, type Submission, type SubmitWish, submitOnce, urlOf } from "./submit.js";

/** What one request has come to. */
export interface Run extends Finished, Submission {
  /** US dollars by the catalog's price; null where nobody can know. */
  readonly estimatedCostUsd: number | null;
}

/** Runs that have come to their good end, and what to say of those that have not. */
export interface Runs {
  readonly done: readonly Run[];
  readonly warnings: readonly SharedV4Warning[];
}

/**
 * Runs every input, each submitted once, at the same time. Where some come to a good end and others do not, the former are given,
 * because they are paid for, and warnings tell of the latter.
 * @throws what the AI SDK knows, where none has come to a good end, or the call was aborted
 */
export async function runAll(
  call: ModelCall,
  inputs: readonly Record<string, unknown>[],
  kind: OutputFile["kind"],
  wish: SubmitWish,
): Promise<Runs> {
  const settled = await submitAll(call, inputs, wish, (submission) => finish(call, submission, kind));
  return sortOut(settled, call.signal);
}

/** Submits every input, and goes on with each as soon as it is accepted. */
export async function submitAll<T>(
  call: ModelCall,
  inputs: readonly Record<string, unknown>[],
  wish: SubmitWish,
  next: (submission: Submission) => Promise<T> | T,
): Promise<PromiseSettledResult<T>[]> {
  const { idempotencyKey: given } = wish;
  const claims = inputs.map(() => (given ? call.context.connection().claimKey(given) : undefined));
  try {
    return await Promise.allSettled(
      inputs.map(async (input, index) => {
        const idempotencyKey = claims[index]?.key;
        return next(await submitOnce(call, input, { ...wish, idempotencyKey }));
      }),
    );
  } finally {
    for (const claim of claims) claim?.release();
  }
}

/** What came well; the rest as warnings. @throws where nothing did, or the call was aborted */
export function sortOut<T>(
  settled: readonly PromiseSettledResult<T>[],
  signal: AbortSignal | undefined,
): { done: T[]; warnings: SharedV4Warning[] } {
  const done = settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const errors = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  // Repeating the whole call is right only where it repeats nothing that may have been accepted.
  const [worst] = [...errors.filter((error) => !isRetryable(error)), ...errors];
  if (worst !== undefined && (done.length === 0 || signal?.aborted)) throw worst;
  const warnings = errors.map((error, index): SharedV4Warning => {
    const why = error instanceof Error ? error.message : String(error);
    return { type: "other", message: `Request ${index + 1} of the ${errors.length} that failed: ${why}` };
  });
  return { done, warnings };
}

const isRetryable = (error: unknown) => APICallError.isInstance(error) && error.isRetryable;

/** Waits for a request's end, cancels it when the call is aborted, and fetches its files. */
async function finish(call: ModelCall, submission: Submission, kind: OutputFile["kind"]): Promise<Run> {
  const { settings, signal, modelId } = call;
  const { timeout, onStatus } = settings;
  const { input } = submission;
  const { handle } = submission;
  const request = { requestId: handle.id, model: modelId };
  const estimated = estimate(call, input);
  try {
    const result = await handle.wait({
      ...(signal && { signal }),
      ...(timeout !== undefined && { timeout }),
      ...(onStatus && { onStatus: (status) => quietly(() => onStatus(status, request)) }),
      cancelOnAbort: true,
      includeCost: true,
    });
    const finished = await fetchOutputs(call, result, kind);
    return { ...submission, ...finished, estimatedCostUsd: await estimated() };
  } catch (error) {
    throw toSdkError(error, { phase: "wait", url: urlOf(call), input, requestId: handle.id, signal });
  }
}

/** Cancels a request whose call has been aborted; gives the error that says what became of it. */
export async function cancelled(call: ModelCall, { handle, input }: Submission): Promise<unknown> {
  const { signal } = call;
  const cause = await handle
    .wait({ ...(signal && { signal }), cancelOnAbort: true })
    .catch((error: unknown) => error);
  return toSdkError(cause, { phase: "wait", url: urlOf(call), input, requestId: handle.id, signal });
}

/** Milliseconds that a result waits for its estimate. */
const ESTIMATE_TIMEOUT = 2000;

/** Asked for while the request runs. Nothing depends on it: it is left out where it fails or takes long. */
export function estimate(call: ModelCall, input: Record<string, unknown>): () => Promise<number | null> {
  const { context, headers, modelId, signal } = call;
  const { clock = systemClock } = context.settings;
  const asking = context
    .connection()
    .client(headers)
    .estimate({ untyped: modelId }, input, { signal })
    .catch(() => null);
  return () =>
    new Promise((resolve) => {
      const stop = clock.after(ESTIMATE_TIMEOUT, () => resolve(null));
      asking.then((cost) => {
        stop();
        resolve(cost);
      });
    });
}
