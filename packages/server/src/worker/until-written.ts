import { type Clock, pause } from "../clock.js";

/** Between two tries; the last one for all that follow. */
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];

export interface UntilWrittenOptions {
  readonly clock: Clock;
  /** Ends the tries: the error of the last one is thrown. */
  readonly signal: AbortSignal;
  /** Hears of each try that failed. */
  onFailure(error: unknown): void;
}

/**
 * Writes until it is written: a full disk, or a database that restarts, must not cost what has been done. What is tried again has to be
 * harmless to repeat.
 */
export async function untilWritten<T>(write: () => Promise<T>, options: UntilWrittenOptions): Promise<T> {
  const { clock, signal, onFailure } = options;
  for (let tries = 0; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (signal.aborted) throw error;
      onFailure(error);
      await pause(clock, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] as number, signal);
    }
  }
}
