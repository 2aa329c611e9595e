import type { Clock } from "../clock.js";
import { GuardRefusal } from "./refusal.js";

/** The outcome of work that cannot be stopped, or the reason of an abort that comes first. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

export interface Deadline {
  readonly clock: Clock;
  readonly timeoutMs: number;
  /** The caller's own. Its reason is passed on as it is. */
  readonly signal: AbortSignal;
}

/**
 * Runs work that has to end in time, from its first lookup to its last byte. Its signal is aborted when it does not, and it is
 * up to the work to end then.
 */
export async function withDeadline<T>(
  { clock, timeoutMs, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const disarm = clock.after(timeoutMs, () =>
    controller.abort(new GuardRefusal(`it took longer than ${timeoutMs / 1000} s, which is the most it may`)),
  );
  const both = AbortSignal.any([signal, controller.signal]);
  try {
    return await work(both);
  } finally {
    disarm();
  }
}
