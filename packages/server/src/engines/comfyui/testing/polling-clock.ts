import type { Clock } from "../../../clock.js";

/** Whoever waits longer waits for something that may not happen, such as the deadline of a call. */
const LONGEST_POLL_MS = 1000;

/** A clock that jumps to the end of each short wait, at once. What waits for longer waits for ever. */
export function pollingClock(): Clock {
  let now = 1_700_000_000_000;
  return {
    now: () => now,
    after(ms, callback) {
      if (ms > LONGEST_POLL_MS) return () => {};
      const timer = setImmediate(() => {
        now += ms;
        callback();
      });
      return () => clearImmediate(timer);
    },
  };
}
