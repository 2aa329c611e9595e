import { within } from "./abort.js";
import type { Clock } from "./clock.js";
import type { AbortedError, CancelReport } from "./errors/index.js";
import type { CancelOutcome } from "./request-handle.js";

/** Milliseconds that the answer to the cancel is waited for: whoever aborts wants to go. */
const CANCEL_TIMEOUT = 10_000;

const REPORTS: Readonly<Record<CancelReport, string>> = {
  cancelled: "It was cancelled and costs nothing.",
  too_late: "It was too late to cancel it: it runs to its end and is charged, or has ended.",
  unknown: "Whether it was cancelled is not known: it may run and be charged.",
};

/** Cancels a request whose waiting was aborted, and gives the error that says what became of it. */
export async function cancelAborted(
  Aborted: typeof AbortedError,
  requestId: string,
  cause: unknown,
  clock: Clock,
  cancel: (options: { readonly signal: AbortSignal }) => Promise<CancelOutcome>,
): Promise<AbortedError> {
  const outcome = await within<CancelReport>(clock, CANCEL_TIMEOUT, undefined, Error, async (signal) =>
    (await cancel({ signal })) === "cancelled" ? "cancelled" : "too_late",
  ).catch((): CancelReport => "unknown");
  const message = `The waiting for request ${requestId} was aborted. ${REPORTS[outcome]}`;
  return new Aborted(message, { requestId, outcome, cause });
}
