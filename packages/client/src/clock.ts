import { abortable } from "./abort.js";

/** Where the client takes time and chance from; tests hand in their own. */
export interface Clock {
  /** Milliseconds since the epoch. Only read to understand dates in `Retry-After`: nothing else depends on it. */
  now(): number;
  /** Calls back after `ms`; returns what takes it back. */
  after(ms: number, callback: () => void): () => void;
  /** A number from 0 up to 1, for jitter. */
  random(): number;
}

/** The longest time that timers take; a longer one would fire at once. About 25 days. */
const LONGEST = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(ms, LONGEST));
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`; rejects at once with the signal's reason when it is aborted. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  let stop!: () => void;
  const passed = new Promise<void>((resolve) => {
    stop = clock.after(ms, resolve);
  });
  return abortable(passed, signal).finally(stop);
}
