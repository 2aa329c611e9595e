import { ModelApiError } from "@model-api/client/lean";
import type { ReportedError } from "./scenario.js";

/** The facts of an error, in a form that travels. */
export function report(error: unknown): ReportedError {
  if (!ModelApiError.isInstance(error)) return { name: "none of the client's", message: `${error}` };
  const { code, name, message, status, retryable, retryAfter, requestId } = error;
  return {
    code,
    name,
    message,
    retryable,
    ...(status !== undefined && { status }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(requestId !== undefined && { requestId }),
    ...("idempotencyKey" in error && { idempotencyKey: String(error.idempotencyKey) }),
    ...("outcome" in error && { outcome: String(error.outcome) }),
  };
}
