import { type Clock, sleep } from "./clock.js";
import type { PollingOptions } from "./options.js";
import { isFinal, isSameStatus, type RequestStatus } from "./status.js";
import type { Waiting } from "./waiting.js";

/** Each pause is an eighth longer: late by a sixteenth of the job in the mean, in a quarter of the calls of a fixed 500 ms. */
const GROWTH = 1.125;
const JITTER = 0.2;
/** Held answers that may follow each other at once: a request has no more changes. A server that answers early must not make us spin. */
const QUICK_LOOKS = 4;

/** One look at a request's status; `hold` says for how many seconds the server may hold the answer. */
export type Look = (
  hold: number,
  signal: AbortSignal | undefined,
) => Promise<{
  readonly status: RequestStatus;
  /** Whether the server holds answers; undefined where this look cannot say. */
  readonly held: boolean | undefined;
}>;

export interface FollowOptions {
  readonly waiting: Waiting;
  readonly polling: Required<PollingOptions>;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** Whether somebody sees the statuses: then the first is asked for at once, and only the next ones are held. */
  readonly isObserved: boolean;
}

/**
 * The statuses of a request, one for each change, until it has ended. Where the server holds answers, a change arrives when
 * it happens; elsewhere looks start fast and become rarer, each a little off the beat.
 */
export async function* follow(
  look: Look,
  { waiting, polling, clock, signal, isObserved }: FollowOptions,
): AsyncGenerator<RequestStatus, void, void> {
  const { initialDelay, maxDelay } = polling;
  let delay = initialDelay;
  let last: RequestStatus | undefined;
  for (let looks = 0; ; looks++) {
    const isHeld = waiting.holds && waiting.isFree();
    const pause = isHeld
      ? looks < QUICK_LOOKS
        ? 0
        : initialDelay
      : looks || waiting.holds === false
        ? delay
        : 0;
    if (pause) {
      await sleep(clock, pause * (1 - JITTER + 2 * JITTER * clock.random()), signal);
      if (!isHeld) {
        delay = Math.min(maxDelay, delay * GROWTH);
        await waiting.turn(signal);
      }
    }
    const hold = isObserved && looks === 0 ? 0 : waiting.take();
    const { status, held } = await look(hold, signal).finally(() => waiting.free(hold));
    if (hold) waiting.holds = held ?? waiting.holds;
    if (!isSameStatus(last, status)) yield status;
    if (isFinal(status)) return;
    last = status;
  }
}
