import { AISDKError, APICallError } from "@ai-sdk/provider";
import { AbortedError, InvalidInputError, ModelApiError, SubmissionUnknownError } from "@model-api/client";
import { AbortedCallError } from "./aborted-call-error.js";
import { type CallFailure, chargeOf, type Phase } from "./call-facts.js";
import { invalidArgument } from "./invalid-argument.js";

export interface CallContext {
  readonly phase: Phase;
  readonly url: string;
  readonly input: object;
  readonly requestId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Which setting each field comes from. */
  readonly settings?: ReadonlyMap<string, string>;
}

/**
 * The error as the AI SDK knows errors, with the client's own as its cause. The SDK repeats what is retryable, and a submit that
 * is repeated may be paid for twice: so a submit is retryable only where it certainly did not arrive, and nothing is after it; reads
 * are where the client says so.
 */
export function toSdkError(error: unknown, context: CallContext): unknown {
  const { phase, url, input, signal } = context;
  const requestId = ModelApiError.isInstance(error)
    ? (error.requestId ?? context.requestId)
    : context.requestId;
  const abort = signal?.aborted && aborted(error, context, requestId);
  if (abort) return abort;
  if (AISDKError.isInstance(error)) return error;
  if (InvalidInputError.isInstance(error) && error.status === undefined && phase === "submit")
    return invalidArgument(error, context.settings);
  const facts = factsOf(error, phase, requestId);
  if (!facts) return error;
  const { message, status, retryAfter, retryable } = error as ModelApiError;
  const isFree = phase === "read" || (phase === "submit" && requestId === undefined);
  return new APICallError({
    message: facts.code === "output" ? outputMessage(message, requestId) : message,
    url,
    requestBodyValues: summarise(input),
    ...(status !== undefined && { statusCode: status }),
    ...(retryAfter !== undefined && { responseHeaders: { "retry-after-ms": `${retryAfter}` } }),
    cause: error,
    isRetryable: isFree && retryable === true && facts.code !== "submission_unknown",
    data: facts,
  });
}

/** What is known of a failure; undefined of one that is a mistake in a program. */
function factsOf(error: unknown, phase: Phase, requestId: string | undefined): CallFailure | undefined {
  const id = requestId !== undefined && { requestId };
  if (ModelApiError.isInstance(error)) {
    const { issues, reason, outcome, idempotencyKey } = error as Partial<CallFailure>;
    return {
      code: error.code,
      charged: chargeOf(error.code, phase, outcome),
      ...id,
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(issues && { issues }),
      ...(reason !== undefined && { reason }),
      ...(outcome && { outcome }),
    };
  }
  return error instanceof Error && error.name === "OutputError"
    ? { code: "output", charged: "yes", ...id }
    : undefined;
}

const outputMessage = (message: string, requestId: string | undefined) =>
  `Request ${requestId} is done and paid for, and a file of its output was not fetched: ${message} modelApi.client.request("${requestId}").result() names its files again.`;

/** The error of a call whose signal was aborted; undefined where it failed of something else all the same. */
function aborted(error: unknown, { phase, signal }: CallContext, requestId: string | undefined): unknown {
  if (phase === "read") return signal?.reason;
  if (phase === "output") return new AbortedCallError(error, signal?.reason, "too_late", requestId);
  // What was refused, or did not leave, has left nothing to cancel.
  if (phase === "submit" && !SubmissionUnknownError.isInstance(error)) return signal?.reason;
  const outcome = phase === "submit" ? "unknown" : AbortedError.isInstance(error) && error.outcome;
  return outcome ? new AbortedCallError(error, signal?.reason, outcome, requestId) : undefined;
}

/** An input as it may be kept in logs: without the bytes of files. */
function summarise(value: unknown): unknown {
  if (value instanceof Blob) return `[${value.type || "file"}, ${value.size} bytes]`;
  if (typeof value === "string") return value.replace(/^data:([^,]{0,60}),.*$/s, "[data URI: $1]");
  if (Array.isArray(value)) return value.map(summarise);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, summarise(item)]));
}
