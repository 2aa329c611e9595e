/** Where the server takes the time from; tests hand in their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back after `ms`; returns what takes it back. Does not keep the process alive. */
  after(ms: number, callback: () => void): () => void;
}

/** Resolves after `ms`, or when `signal` is aborted; which of them it was, the signal says. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      disarm();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const disarm = clock.after(ms, end);
    signal.addEventListener("abort", end);
  });
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
