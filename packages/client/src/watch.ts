import type { Clock } from "./clock.js";
import type { PollingOptions } from "./options.js";
import { isFinal, isSameStatus, type RequestStatus } from "./status.js";

const GROWTH = 1.5;
const JITTER = 0.2;

/**
 * The statuses of a request, one for each change, until it has ended. The looks start fast and become rarer, each a
 * little off the beat so that many waiters do not march in step.
 */
export async function* watch(
  look: () => Promise<RequestStatus>,
  { initialDelay, maxDelay }: Required<PollingOptions>,
  clock: Clock,
  signal?: AbortSignal,
): AsyncGenerator<RequestStatus, void, void> {
  let delay = initialDelay;
  let last: RequestStatus | undefined;
  for (;;) {
    const status = await look();
    if (!isSameStatus(last, status)) yield status;
    if (isFinal(status)) return;
    last = status;
    await clock.sleep(delay * (1 - JITTER + 2 * JITTER * clock.random()), signal);
    delay = Math.min(maxDelay, delay * GROWTH);
  }
}
