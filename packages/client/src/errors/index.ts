import { type ErrorDetails, ModelApiError } from "./model-api-error.js";

export { type ErrorCode, ModelApiError } from "./model-api-error.js";

/** The token is missing, unknown, expired or revoked (400004, HTTP 401). */
export class AuthenticationError extends ModelApiError {
  static override readonly code = "authentication";
  readonly code = "authentication";
}

/** The request belongs to another account (403001). */
export class PermissionError extends ModelApiError {
  static override readonly code = "permission";
  readonly code = "permission";
}

/** No such model or request (404001), or a malformed id (400001). */
export class NotFoundError extends ModelApiError {
  static override readonly code = "not_found";
  readonly code = "not_found";
}

/** One problem of an input. */
export interface InputIssue {
  /** Keys and indices from the top of the input. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The values that are allowed, where they can be listed. */
  readonly allowed?: readonly unknown[];
  /** The allowed value or name nearest to what was given. */
  readonly suggestion?: string;
}

/** The input does not fit the model (422), or was refused before it was sent. Nothing was charged. */
export class InvalidInputError extends ModelApiError {
  static override readonly code = "invalid_input";
  readonly code = "invalid_input";
  readonly issues: readonly InputIssue[];

  constructor(message: string, issues: readonly InputIssue[], details?: ErrorDetails) {
    super(message, details);
    this.issues = issues;
  }
}

/** The balance does not cover the request (400002, HTTP 402). */
export class InsufficientBalanceError extends ModelApiError {
  static override readonly code = "insufficient_balance";
  readonly code = "insufficient_balance";
}

/** Too many requests (429). */
export class RateLimitError extends ModelApiError {
  static override readonly code = "rate_limit";
  readonly code = "rate_limit";
  override readonly retryable = true;
  /** Milliseconds to wait, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter: number | undefined, details?: ErrorDetails) {
    super(message, details);
    this.retryAfter = retryAfter;
  }
}

/** The server failed (HTTP 5xx), or answered an error that this version does not know. */
export class ServerError extends ModelApiError {
  static override readonly code = "server";
  readonly code = "server";
  override readonly retryable: boolean;
  /** Milliseconds to wait, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter: number | undefined, details: ErrorDetails) {
    super(message, details);
    this.retryable = (details.status ?? 0) >= 500;
    this.retryAfter = retryAfter;
  }
}

/** The server could not be reached, or the connection was lost. For a submit: it certainly did not arrive. */
export class ConnectionError extends ModelApiError {
  static override readonly code = "connection";
  readonly code = "connection";
  override readonly retryable = true;
}

/** Waiting took longer than the `timeout` that was given. The request itself goes on. */
export class TimeoutError extends ModelApiError {
  static override readonly code = "timeout";
  readonly code = "timeout";
}

/**
 * A submit whose answer was lost: the request may run and be charged. It is never repeated automatically.
 * Look at the account's requests before you submit again.
 */
export class SubmissionUnknownError extends ModelApiError {
  static override readonly code = "submission_unknown";
  readonly code = "submission_unknown";
}

/** The request ended as `failed`: the model or the engine could not do it. */
export class RequestFailedError extends ModelApiError {
  static override readonly code = "request_failed";
  readonly code = "request_failed";
  /** The server's own word for the reason, where it gives one. */
  readonly reason: string | undefined;

  constructor(message: string, reason: string | undefined, details?: ErrorDetails) {
    super(message, details);
    this.reason = reason;
  }
}

/** The request ended as `cancelled`. */
export class RequestCancelledError extends ModelApiError {
  static override readonly code = "request_cancelled";
  readonly code = "request_cancelled";
}

/** A request was picked up as one of another model than it is. */
export class ModelMismatchError extends ModelApiError {
  static override readonly code = "model_mismatch";
  readonly code = "model_mismatch";
}

/** The server answered something that is not the Model API's: not JSON, or of another shape. */
export class InvalidResponseError extends ModelApiError {
  static override readonly code = "invalid_response";
  readonly code = "invalid_response";
}
