import { UnreachableError } from "./problem.js";

const MAX_TRIES = 5;
const FIRST_DELAY = 500;
const MAX_DELAY = 16_000;
/** A server that asks for a longer pause than this is better asked another day. */
const MAX_PAUSE = 120_000;

/** What time and chance do to a retry; tests put their own here. */
export interface Timing {
  sleep(ms: number): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Milliseconds since 1970. */
  now(): number;
}

export const systemTiming: Timing = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
  now: Date.now,
};

/** A read that failed in a way that may pass. */
export class PassingError extends Error {
  override readonly name = "PassingError";
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/** Repeats a read as long as it fails in a passing way: at most five tries, `Retry-After` first, else backoff with full jitter. */
export async function withRetries<T>(read: () => Promise<T>, timing: Timing): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof PassingError)) throw error;
      if (tries === MAX_TRIES) throw new UnreachableError(`${error.message} (tried ${tries} times)`);
      const pause = error.retryAfter ?? timing.random() * Math.min(MAX_DELAY, FIRST_DELAY * 2 ** tries);
      if (pause > MAX_PAUSE) {
        const seconds = Math.round(pause / 1000);
        throw new UnreachableError(`${error.message}; it asks to come back in ${seconds} seconds`);
      }
      await timing.sleep(pause);
    }
  }
}

/** `Retry-After` in milliseconds: seconds, or a date. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
