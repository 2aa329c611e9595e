import type { Clock } from "../clock.js";

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves the time on by `ms`, and calls back whoever is due, the earliest first. What follows from that takes turns of the event loop. */
  advance(ms: number): void;
  /**
   * The same, with some turns of the event loop before, between and after the callbacks, so that what follows from one (a request is claimed, its run
   * begins) can wait for a time of its own before the clock goes on.
   */
  advanceAsync(ms: number): Promise<void>;
  /** How many callbacks wait to be due. */
  readonly pending: number;
}

/** `start` is in milliseconds since the epoch. */
export function manualClock(start = 1_700_000_000_000): ManualClock {
  let now = start;
  const timers = new Set<{ due: number; callback: () => void }>();

  /** Calls back whoever is due next, at its time; false when nobody is until `end`. */
  function step(end: number): boolean {
    const [next] = [...timers].sort((a, b) => a.due - b.due);
    if (!next || next.due > end) return false;
    timers.delete(next);
    now = Math.max(now, next.due);
    next.callback();
    return true;
  }

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
      // One callback may arm the next, due before the end as well.
      while (step(end));
      now = end;
    },
    async advanceAsync(ms) {
      const end = now + ms;
      do await turns();
      while (step(end));
      now = end;
    },
    get pending() {
      return timers.size;
    },
  };
}

/** More than any step of a request's life takes on a server in memory. */
const TURNS = 30;

async function turns(): Promise<void> {
  for (let i = 0; i < TURNS; i++) await new Promise((resolve) => setImmediate(resolve));
}
