import {
  AbortedError,
  type CompletedResult,
  RequestCancelledError,
  RequestFailedError,
  type RequestHandle,
  type RequestStatus,
} from "@model-api/client";
import type { Journal } from "@model-api/node";
import { comeBack } from "../come-back.js";
import { CliError, EXIT } from "../exit-codes.js";
import type { Interrupt } from "./interrupt.js";
import { noteQuietly } from "./note.js";

export interface WaitForOptions {
  readonly interrupt: Interrupt;
  readonly onStatus: (status: RequestStatus) => void;
  /** Milliseconds. */
  readonly timeout?: number | undefined;
  /** Is told of the request's end. */
  readonly journal?: Journal | undefined;
}

/**
 * Waits for a request's end. Ctrl-C cancels it, and the error says what became of it; a process that is told to stop leaves it as
 * it is.
 */
export async function waitFor(
  handle: RequestHandle,
  { interrupt, onStatus, timeout, journal }: WaitForOptions,
): Promise<CompletedResult> {
  const { cancel, leave } = interrupt;
  const waiting = handle.wait({
    signal: cancel,
    cancelOnAbort: true,
    includeCost: true,
    onStatus,
    ...(timeout !== undefined && { timeout }),
  });
  let go = () => {};
  const left = new Promise<never>((_, reject) => {
    go = () => reject(stillRunning(handle.id, interrupt.reason?.exitCode ?? EXIT.terminated));
    leave.addEventListener("abort", go, { once: true });
    if (leave.aborted) go();
  });
  try {
    return await Promise.race([waiting, left]);
  } catch (error) {
    waiting.catch(() => {});
    left.catch(() => {});
    const end = endOf(error);
    if (end) await noteQuietly(journal, handle.id, { state: end });
    if (AbortedError.isInstance(error)) throw interrupted(error).from(error);
    throw error;
  } finally {
    leave.removeEventListener("abort", go);
  }
}

/** How a request has ended whose waiting has failed; undefined where it goes on, or nobody knows. */
function endOf(error: unknown): "failed" | "cancelled" | undefined {
  if (RequestFailedError.isInstance(error)) return "failed";
  if (RequestCancelledError.isInstance(error)) return "cancelled";
  return AbortedError.isInstance(error) && error.outcome === "cancelled" ? "cancelled" : undefined;
}

/** An error that says how to come back to a request that goes on. */
function stillRunning(requestId: string, exitCode: number): CliError {
  return new CliError(
    exitCode,
    `stopped waiting; request ${requestId} goes on, and is charged`,
    ...comeBack(requestId),
  );
}

/** What became of the request when the user pressed Ctrl-C. */
function interrupted({ outcome, requestId = "" }: AbortedError): CliError {
  if (outcome === "cancelled")
    return new CliError(
      EXIT.interrupted,
      `interrupted; request ${requestId} was cancelled and costs nothing`,
    );
  const what =
    outcome === "too_late"
      ? `interrupted; request ${requestId} was already in progress, runs to its end and is charged`
      : `interrupted; whether request ${requestId} was cancelled is not known, so it may run and be charged`;
  return new CliError(EXIT.interrupted, what, ...comeBack(requestId));
}
