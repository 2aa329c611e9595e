import type { Clock } from "../clock.js";

/** Counts what callers do. */
export interface Limiter {
  /**
   * Takes one of the calls that `key` may make in a minute. Answers 0 where it may, else the milliseconds after which it may
   * again. What it throws, or answers otherwise, refuses the call (503).
   */
  take(key: string, perMinute: number): number | Promise<number>;
}

const MINUTE = 60_000;
/** Callers that are remembered at most. */
const MAX_CALLERS = 10_000;

/**
 * A bucket of calls for each caller, which fills evenly and holds a minute's worth. Who has been quiet longest is forgotten when
 * there are too many, and after a minute of quiet nothing is lost by that.
 */
export function createMemoryLimiter(clock: Pick<Clock, "now">, maxCallers: number = MAX_CALLERS): Limiter {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key, perMinute) {
      const now = clock.now();
      const { left, at } = buckets.get(key) ?? { left: perMinute, at: now };
      // A clock that was set back gives nothing, and takes nothing.
      const filled = Math.min(perMinute, left + (Math.max(0, now - at) * perMinute) / MINUTE);
      const isFree = filled >= 1;
      // Deleted first, so that the map is in order of use.
      buckets.delete(key);
      buckets.set(key, { left: isFree ? filled - 1 : filled, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > maxCallers && oldest !== undefined) buckets.delete(oldest);
      return isFree ? 0 : perMinute > 0 ? Math.ceil(((1 - filled) * MINUTE) / perMinute) : MINUTE;
    },
  };
}
