import { within } from "./abort.js";
import type { Clock } from "./clock.js";
import type { AbortedError, CancelReport } from "./errors/index.js";
import type { RequestHandle, WaitOptions } from "./request-handle.js";
import type { CompletedResult } from "./result.js";

/** Milliseconds that the answer to the cancel is waited for: whoever aborts wants to go. */
const CANCEL_TIMEOUT = 10_000;

const REPORTS: Readonly<Record<CancelReport, string>> = {
  cancelled: "It was cancelled and costs nothing.",
  too_late: "It was too late to cancel it: it runs to its end and is charged, or has ended.",
  unknown: "Whether it was cancelled is not known: it may run and be charged.",
};

/** Waits; when the signal is aborted, cancels the request, and throws the error that says what became of it. */
export async function waitOrCancel(
  handle: RequestHandle,
  { cancelOnAbort, ...settings }: WaitOptions,
  clock: Clock,
  Aborted: typeof AbortedError,
): Promise<CompletedResult> {
  const { signal } = settings;
  try {
    return await handle.wait(settings);
  } catch (cause) {
    if (!signal?.aborted || cause !== signal.reason) throw cause;
    const outcome = await within<CancelReport>(clock, CANCEL_TIMEOUT, undefined, Error, async (limit) =>
      (await handle.cancel({ signal: limit })) === "cancelled" ? "cancelled" : "too_late",
    ).catch((): CancelReport => "unknown");
    const message = `The waiting for request ${handle.id} was aborted. ${REPORTS[outcome]}`;
    throw new Aborted(message, { requestId: handle.id, outcome, cause });
  }
}
