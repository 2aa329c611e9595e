import { abortable } from "./abort.js";
import { sleep } from "./clock.js";
import type { ResolvedOptions } from "./options.js";
import { pageLocation } from "./page.js";

/** A browser opens about six connections to an origin; waiting must leave some for a submit. */
const HELD_IN_BROWSER = 4;
/** Milliseconds between two looks of one client: a thousand waiters still look every five seconds, and never all at once. */
const SPACING = 5;

/** What all the waiting of one client shares. */
export interface Waiting {
  /** Whether the server holds answers; undefined until one has shown it. */
  holds?: boolean;
  /** How many answers of this server are being held, or asked to be, for all clients of it. */
  readonly count: { held: number };
  /** Whether one more may be asked to be held. */
  isFree(): boolean;
  /** The turn of a look that is not held. One comes after the other, so that a thousand waiters do not march in step. */
  turn(signal: AbortSignal | undefined): Promise<void>;
}

/** A browser's connections are shared by all clients of a page. */
const counts = new Map<string, Waiting["count"]>();

export function createWaiting({ clock, baseUrl }: ResolvedOptions): Waiting {
  const count = counts.get(baseUrl) ?? { held: 0 };
  counts.set(baseUrl, count);
  const page = pageLocation();
  let last = Promise.resolve();
  const waiting: Waiting = {
    count,
    isFree: () => waiting.holds !== false && (!page || count.held < HELD_IN_BROWSER),
    turn(signal) {
      const mine = last;
      // Who has gone takes no time.
      last = mine.then(() => (signal?.aborted ? undefined : sleep(clock, SPACING)));
      return abortable(mine, signal);
    },
  };
  return waiting;
}
