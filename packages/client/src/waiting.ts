import { abortable } from "./abort.js";
import { type Clock, sleep } from "./clock.js";
import { pageLocation } from "./page.js";

/** Seconds that a server is asked to hold an answer: less than common gateways allow. */
const HOLD = 30;
/** A browser opens about six connections to an origin; waiting must leave some for a submit. */
const HELD_IN_BROWSER = 4;
/** Milliseconds between two looks of one client: a thousand waiters still look every five seconds, and never all at once. */
const SPACING = 5;

/** What all the waiting of one client shares. */
export interface Waiting {
  /** Whether the server holds answers; undefined until one has shown it. */
  holds: boolean | undefined;
  /** Whether `take` would give some. */
  isFree(): boolean;
  /** Seconds to ask for in the next look, 0 where it must not be held. Whoever took some gives it back with `free`. */
  take(): number;
  free(hold: number): void;
  /** The turn of a look that is not held. One comes after the other, so that a thousand waiters do not march in step. */
  turn(signal: AbortSignal | undefined): Promise<void>;
}

export function createWaiting(clock: Clock): Waiting {
  const limit = pageLocation() ? HELD_IN_BROWSER : Number.POSITIVE_INFINITY;
  let held = 0;
  let last = Promise.resolve();
  const waiting: Waiting = {
    holds: undefined,
    isFree: () => waiting.holds !== false && held < limit,
    take() {
      if (!waiting.isFree()) return 0;
      held++;
      return HOLD;
    },
    free(hold) {
      if (hold) held--;
    },
    turn(signal) {
      const mine = last;
      last = mine.then(() => sleep(clock, SPACING));
      return abortable(mine, signal);
    },
  };
  return waiting;
}
