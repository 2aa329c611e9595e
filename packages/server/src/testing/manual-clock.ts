import type { Clock } from "../clock.js";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves the time on, and calls back whoever is due, the earliest first. */
  advance(ms: number): void;
  /** How many callbacks wait to be due. */
  readonly pending: number;
}

export function manualClock(start = 1_700_000_000_000): ManualClock {
  let now = start;
  const timers = new Set<{ due: number; callback: () => void }>();
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { due: now + ms, callback };
      timers.add(timer);
      // Due at once: nobody has to move the time for it.
      if (ms <= 0) queueMicrotask(() => timers.delete(timer) && callback());
      return () => timers.delete(timer);
    },
    advance(ms) {
      now += ms;
      for (const timer of [...timers].sort((a, b) => a.due - b.due)) {
        if (timer.due > now || !timers.delete(timer)) continue;
        timer.callback();
      }
    },
    get pending() {
      return timers.size;
    },
  };
}
