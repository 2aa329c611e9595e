import { sleep } from "./clock.js";
import { ModelApiError, SubmissionUnknownError } from "./errors/index.js";
import { quietly, type ResolvedOptions } from "./options.js";

const FIRST_DELAY = 500;
const MAX_DELAY = 8000;

/**
 * Repeats a call that failed in a way that may pass and that costs nothing to repeat: `Retry-After` first, else exponential
 * backoff with full jitter, within a budget of tries and of waiting. Throws the last error, but for a submit that may have
 * arrived in one try: it stays so, whatever the tries after it come to.
 * @param patience how many times the budget is to be had
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  { clock, hooks, retry }: ResolvedOptions,
  signal: AbortSignal | undefined,
  patience = 1,
): Promise<T> {
  let left = patience * retry.maxTime;
  let lost: SubmissionUnknownError | undefined;
  for (let retries = 0; ; retries++) {
    try {
      return await call();
    } catch (error) {
      if (SubmissionUnknownError.isInstance(error)) lost = error;
      const mayPass = ModelApiError.isInstance(error) && error.retryable && !signal?.aborted;
      if (!mayPass || retries >= patience * retry.maxRetries) throw lost ?? error;
      const delay = error.retryAfter ?? clock.random() * Math.min(MAX_DELAY, FIRST_DELAY * 2 ** retries);
      left -= delay;
      if (left < 0) throw lost ?? error;
      quietly(() => hooks?.onRetry?.(error, delay));
      // An abort ends the next try before it has begun.
      await sleep(clock, delay, signal).catch(() => {});
    }
  }
}
