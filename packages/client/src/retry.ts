import type { Clock } from "./clock.js";
import { ModelApiError } from "./errors/index.js";

const MAX_TRIES = 5;
const FIRST_DELAY = 250;
const MAX_DELAY = 8000;

/**
 * Repeats a call that costs nothing to repeat (a read or a cancel, never a submit) when it failed in a way that may
 * pass: exponential backoff with full jitter, `Retry-After` first, at most five tries.
 */
export async function withRetries<T>(call: () => Promise<T>, clock: Clock, signal?: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      if (!ModelApiError.isInstance(error) || !error.retryable || tries === MAX_TRIES) throw error;
      const { retryAfter } = error as { retryAfter?: number };
      const backoff = clock.random() * Math.min(MAX_DELAY, FIRST_DELAY * 2 ** tries);
      await clock.sleep(retryAfter ?? backoff, signal);
    }
  }
}
