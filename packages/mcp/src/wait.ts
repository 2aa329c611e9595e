import { AbortedError, type CancelReport, type CompletedResult, type RequestHandle } from "@model-api/client";
import type { Context } from "./context.js";
import { createProgress } from "./progress.js";
import { isCancelled } from "./submit.js";
import type { ToolCall } from "./tools/define-tool.js";

/** Milliseconds that the answer to a cancel is waited for. */
const CANCEL_TIMEOUT = 10_000;

const REPORTS: Readonly<Record<CancelReport, string>> = {
  cancelled: "it was cancelled and costs nothing",
  too_late: "it was too late to cancel it: it runs to its end and is charged, or has ended",
  unknown: "whether it was cancelled is not known: it may run and be charged",
};

/**
 * Waits for a request's end and tells the client how far it is. When the client cancels, the request is cancelled where that is
 * possible, and what became of it is told.
 * @throws AbortedError with the outcome of the cancel; what a wait throws
 */
export async function waitFor(
  context: Context,
  handle: RequestHandle,
  timeout: number | undefined,
  call: ToolCall,
): Promise<CompletedResult> {
  const progress = createProgress(call, context.clock);
  try {
    return await handle.wait({
      signal: call.signal,
      includeCost: true,
      onStatus: progress.status,
      ...(timeout !== undefined && { timeout }),
    });
  } catch (error) {
    if (!isCancelled(context, call)) throw error;
    throw await cancelled(context, handle, call, error);
  } finally {
    progress.stop();
  }
}

async function cancelled(
  context: Context,
  handle: RequestHandle,
  call: ToolCall,
  cause: unknown,
): Promise<AbortedError> {
  const limit = new AbortController();
  const disarm = context.clock.after(CANCEL_TIMEOUT, () => limit.abort());
  const outcome = await handle
    .cancel({ signal: limit.signal })
    .then((told): CancelReport => (told === "cancelled" ? "cancelled" : "too_late"))
    .catch((): CancelReport => "unknown");
  disarm();
  const message = `The client cancelled the call of request ${handle.id}; ${REPORTS[outcome]}. get_request_status tells where it stands.`;
  // A call that was cancelled has no answer, by the protocol: it is told to whoever reads logs, here and at the client.
  context.tell(message);
  await call.server.server
    .sendLoggingMessage({ level: "warning", logger: "model-api", data: context.redactor.text(message) })
    .catch(() => {});
  return new AbortedError(message, { requestId: handle.id, outcome, cause });
}
