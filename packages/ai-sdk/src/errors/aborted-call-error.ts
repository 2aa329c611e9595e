import type { CancelReport } from "@model-api/client";

const MESSAGES: Readonly<Record<CancelReport, string>> = {
  cancelled: "It was cancelled and costs nothing.",
  too_late: "It was too late to cancel it: it runs to its end and is charged, or has ended.",
  unknown: "Whether it was cancelled is not known: it may run and be charged.",
};

/**
 * A call whose signal was aborted after its request may have been accepted. Its name is that of the signal's reason, `AbortError` or
 * `TimeoutError`, so that it counts as an abort wherever one is looked for.
 */
export class AbortedCallError extends Error {
  /** What became of the request. */
  readonly outcome: CancelReport;
  /** The request, where its id is known. */
  readonly requestId: string | undefined;

  constructor(cause: unknown, reason: unknown, outcome: CancelReport, requestId: string | undefined) {
    const which = requestId === undefined ? "The submit of a request" : `The call of request ${requestId}`;
    super(`${which} was aborted. ${MESSAGES[outcome]}`, { cause });
    this.name = Object(reason).name === "TimeoutError" ? "TimeoutError" : "AbortError";
    this.outcome = outcome;
    this.requestId = requestId;
  }
}
