import { ModelApiError } from "./model-api-error.js";

export { type ErrorCode, ModelApiError } from "./model-api-error.js";

/** The token is missing, unknown, expired or revoked (400004, HTTP 401). */
export class AuthenticationError extends ModelApiError {
  static override readonly code = "authentication";
  declare readonly code: "authentication";
}

/** The request belongs to another account (403001). */
export class PermissionError extends ModelApiError {
  static override readonly code = "permission";
  declare readonly code: "permission";
}

/** No such model or request (404001), or a malformed id (400001). */
export class NotFoundError extends ModelApiError {
  static override readonly code = "not_found";
  declare readonly code: "not_found";
}

/** One problem of an input. */
export interface InputIssue {
  /** Keys and indices from the top of the input. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /**
   * The keyword of JSON Schema that refused, `unknownField`, or, of a file, `fileKind` or `fileRule`. Only where the input was refused
   * before it was sent.
   */
  readonly keyword?: string;
  /** What the keyword says, such as `limit`: for wording the problem in another language. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** The values that are allowed, where they can be listed. */
  readonly allowed?: readonly unknown[];
  /** The allowed value or name nearest to what was given. */
  readonly suggestion?: string;
}

/** The input does not fit the model (422), or was refused before it was sent. Nothing was charged. */
export class InvalidInputError extends ModelApiError<{ readonly issues: readonly InputIssue[] }> {
  static override readonly code = "invalid_input";
  declare readonly code: "invalid_input";
  declare readonly issues: readonly InputIssue[];
}

/** The balance does not cover the request (400002, HTTP 402). */
export class InsufficientBalanceError extends ModelApiError {
  static override readonly code = "insufficient_balance";
  declare readonly code: "insufficient_balance";
}

/** The request would cost more than `maxCostUsd`, or nobody can say what it would cost. Nothing was sent. */
export class CostLimitError extends ModelApiError<{ readonly estimateUsd: number | null }> {
  static override readonly code = "cost_limit";
  declare readonly code: "cost_limit";
  /** US dollars; null where the price is not known. */
  declare readonly estimateUsd: number | null;
}

/** Too many requests (429). Nothing was accepted. */
export class RateLimitError extends ModelApiError {
  static override readonly code = "rate_limit";
  declare readonly code: "rate_limit";
}

/** The server failed (HTTP 5xx), or answered an error that this version does not know. */
export class ServerError extends ModelApiError {
  static override readonly code = "server";
  declare readonly code: "server";
}

/** The server could not be reached, or the connection was lost. For a submit: it certainly did not arrive. */
export class ConnectionError extends ModelApiError {
  static override readonly code = "connection";
  declare readonly code: "connection";
}

/** Waiting took longer than the `timeout` that was given. The request itself goes on. */
export class TimeoutError extends ModelApiError {
  static override readonly code = "timeout";
  declare readonly code: "timeout";
}

/** What a cancel did: `too_late` means that the request runs on and is charged, or has ended. */
export type CancelReport = "cancelled" | "too_late" | "unknown";

/** The signal was aborted while waiting with `cancelOnAbort`. `cause` is the signal's reason. */
export class AbortedError extends ModelApiError<{ readonly outcome: CancelReport }> {
  static override readonly code = "aborted";
  declare readonly code: "aborted";
  /** What became of the request. `unknown`: the cancel got no answer, so it may run and be charged. */
  declare readonly outcome: CancelReport;
}

/**
 * A submit whose answer was lost: the request may run and be charged. It is repeated automatically only where the server
 * has shown that it honours the key. Look at the account's requests before you submit again.
 */
export class SubmissionUnknownError extends ModelApiError<{ readonly idempotencyKey: string }> {
  static override readonly code = "submission_unknown";
  declare readonly code: "submission_unknown";
  /**
   * The key that the submit was sent with. On a server that honours keys, submitting again with it
   * (`{ idempotencyKey }`) gives the same request and is not charged twice.
   */
  declare readonly idempotencyKey: string;
}

/** The request ended as `failed`: the model or the engine could not do it. */
export class RequestFailedError extends ModelApiError<{ readonly reason: string | undefined }> {
  static override readonly code = "request_failed";
  declare readonly code: "request_failed";
  /** The server's own word for the reason, where it gives one. */
  declare readonly reason: string | undefined;
}

/** The request ended as `cancelled`. */
export class RequestCancelledError extends ModelApiError {
  static override readonly code = "request_cancelled";
  declare readonly code: "request_cancelled";
}

/** A request was picked up as one of another model than it is. */
export class ModelMismatchError extends ModelApiError {
  static override readonly code = "model_mismatch";
  declare readonly code: "model_mismatch";
}

/** The server answered something that is not the Model API's: not JSON, or of another shape. */
export class InvalidResponseError extends ModelApiError {
  static override readonly code = "invalid_response";
  declare readonly code: "invalid_response";
}
