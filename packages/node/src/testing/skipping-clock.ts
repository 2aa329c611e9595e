import type { Clock } from "@model-api/client";

/** A clock on which pauses take no time, and limits are reached when the test says so. */
export interface SkippingClock extends Clock {
  /** Milliseconds of the pauses that were taken, in order. */
  readonly pauses: readonly number[];
  /** How many limits are running. */
  readonly limits: number;
  /** Moves the time on, without calling anybody back. */
  pass(ms: number): void;
  /** Reaches every limit that is running. */
  expire(): void;
}

/** @param limit milliseconds from which a timer is a limit, and no pause */
export function skippingClock(limit = 20_000): SkippingClock {
  const pauses: number[] = [];
  const limits = new Set<() => void>();
  let now = Date.now();
  return {
    pauses,
    get limits() {
      return limits.size;
    },
    now: () => now,
    random: () => 0.5,
    pass(ms) {
      now += ms;
    },
    expire() {
      for (const callback of limits) callback();
      limits.clear();
    },
    after(ms, callback) {
      if (ms >= limit) {
        limits.add(callback);
        return () => limits.delete(callback);
      }
      const turn = setImmediate(() => {
        now += ms;
        pauses.push(ms);
        callback();
      });
      return () => clearImmediate(turn);
    },
  };
}
