import type { Clock } from "../clock.js";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves the time on by `ms`, and calls back whoever is due, the earliest first. What follows from it may take a turn of the event loop. */
  advance(ms: number): void;
  /** How many callbacks wait to be due. */
  readonly pending: number;
}

/** `start` is in milliseconds since the epoch. */
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
      const end = now + ms;
      for (;;) {
        // One callback may arm the next, due before the end as well.
        const [next] = [...timers].sort((a, b) => a.due - b.due);
        if (!next || next.due > end) break;
        timers.delete(next);
        now = Math.max(now, next.due);
        next.callback();
      }
      now = end;
    },
    get pending() {
      return timers.size;
    },
  };
}
