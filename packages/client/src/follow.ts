import { sleep } from "./clock.js";
import type { Http } from "./http.js";
import type { ResolvedOptions } from "./options.js";
import { isFinal, type RequestStatus } from "./status.js";
import type { Waiting } from "./waiting.js";

/** Each pause is an eighth longer: what that costs in lateness and saves in calls, `npm run bench -- client-latency` prints. */
const GROWTH = 1.125;
/** By how much pauses differ, as a part of the pause. */
const JITTER = 0.4;
/** Looks that may follow each other at once though they were not held: a server that answers early must not make us spin. */
const QUICK_LOOKS = 4;

/** The client's parts, which following and the rest stand on. */
export interface Parts extends Http, ResolvedOptions {
  readonly waiting: Waiting;
}

/** One look at a request's status, for as long as the server holds the answer where it may. */
export type Look = (mayHold: boolean, signal: AbortSignal | undefined) => Promise<RequestStatus>;

/**
 * The statuses of a request, one for each change, until it has ended. Where the server holds answers, a change arrives when
 * it happens; elsewhere looks start fast and become rarer, each a little off the beat.
 * @param isObserved whether somebody sees the statuses: then the first is asked for at once, and only the next ones are held
 */
export async function* follow(
  look: Look,
  { clock, polling, waiting }: Parts,
  signal?: AbortSignal,
  isObserved = true,
): AsyncGenerator<RequestStatus, void, void> {
  const { initialDelay, maxDelay } = polling;
  let delay = initialDelay;
  let last: string | undefined;
  for (let looks = 0; ; looks++) {
    const isQuick = waiting.holds && waiting.isFree() && looks < QUICK_LOOKS;
    if (!isQuick && (looks || waiting.holds === false)) {
      await sleep(clock, delay * (1 + JITTER * (clock.random() - 0.5)), signal);
      delay = Math.min(maxDelay, delay * GROWTH);
    }
    const pausedUntil = clock.now() + delay;
    const status = await look((looks > 0 || !isObserved) && waiting.isFree(), signal);
    // It was held: the next one may be as well.
    if (clock.now() > pausedUntil) looks = 0;
    const told = JSON.stringify(status);
    if (told !== last) yield status;
    if (isFinal(status)) return;
    last = told;
  }
}
