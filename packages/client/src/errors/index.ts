import { type ErrorDetails, hasCode, ModelApiError } from "./model-api-error.js";

export { type ErrorCode, ModelApiError } from "./model-api-error.js";

/** The token is missing, unknown, expired or revoked (400004, HTTP 401). */
export class AuthenticationError extends ModelApiError {
  readonly code = "authentication";
  static override isInstance(value: unknown): value is AuthenticationError {
    return hasCode(value, "authentication");
  }
}

/** The request belongs to another account (403001). */
export class PermissionError extends ModelApiError {
  readonly code = "permission";
  static override isInstance(value: unknown): value is PermissionError {
    return hasCode(value, "permission");
  }
}

/** No such model or request (404001), or a malformed id (400001). */
export class NotFoundError extends ModelApiError {
  readonly code = "not_found";
  static override isInstance(value: unknown): value is NotFoundError {
    return hasCode(value, "not_found");
  }
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
  readonly code = "invalid_input";
  readonly issues: readonly InputIssue[];

  constructor(message: string, issues: readonly InputIssue[], details?: ErrorDetails) {
    super(message, details);
    this.issues = issues;
  }
  static override isInstance(value: unknown): value is InvalidInputError {
    return hasCode(value, "invalid_input");
  }
}

/** The balance does not cover the request (400002, HTTP 402). */
export class InsufficientBalanceError extends ModelApiError {
  readonly code = "insufficient_balance";
  static override isInstance(value: unknown): value is InsufficientBalanceError {
    return hasCode(value, "insufficient_balance");
  }
}

/** Too many requests (429). */
export class RateLimitError extends ModelApiError {
  readonly code = "rate_limit";
  override readonly retryable = true;
  /** Milliseconds to wait, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter: number | undefined, details?: ErrorDetails) {
    super(message, details);
    this.retryAfter = retryAfter;
  }
  static override isInstance(value: unknown): value is RateLimitError {
    return hasCode(value, "rate_limit");
  }
}

/** The server failed (HTTP 5xx), or answered an error that this version does not know. */
export class ServerError extends ModelApiError {
  readonly code = "server";
  override readonly retryable: boolean;
  /** Milliseconds to wait, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter: number | undefined, details: ErrorDetails) {
    super(message, details);
    this.retryable = (details.status ?? 0) >= 500;
    this.retryAfter = retryAfter;
  }
  static override isInstance(value: unknown): value is ServerError {
    return hasCode(value, "server");
  }
}

/** The server could not be reached, or the connection was lost. For a submit: it certainly did not arrive. */
export class ConnectionError extends ModelApiError {
  readonly code = "connection";
  override readonly retryable = true;
  static override isInstance(value: unknown): value is ConnectionError {
    return hasCode(value, "connection");
  }
}

/** Waiting took longer than the `timeout` that was given. The request itself goes on. */
export class TimeoutError extends ModelApiError {
  readonly code = "timeout";
  static override isInstance(value: unknown): value is TimeoutError {
    return hasCode(value, "timeout");
  }
}

/**
 * A submit whose answer was lost: the request may run and be charged. It is never repeated automatically.
 * Look at the account's requests before you submit again.
 */
export class SubmissionUnknownError extends ModelApiError {
  readonly code = "submission_unknown";
  static override isInstance(value: unknown): value is SubmissionUnknownError {
    return hasCode(value, "submission_unknown");
  }
}

/** The request ended as `failed`: the model or the engine could not do it. */
export class RequestFailedError extends ModelApiError {
  readonly code = "request_failed";
  /** The server's own word for the reason, where it gives one. */
  readonly reason: string | undefined;

  constructor(message: string, reason: string | undefined, details?: ErrorDetails) {
    super(message, details);
    this.reason = reason;
  }
  static override isInstance(value: unknown): value is RequestFailedError {
    return hasCode(value, "request_failed");
  }
}

/** The request ended as `cancelled`. */
export class RequestCancelledError extends ModelApiError {
  readonly code = "request_cancelled";
  static override isInstance(value: unknown): value is RequestCancelledError {
    return hasCode(value, "request_cancelled");
  }
}

/** A request was picked up as one of another model than it is. */
export class ModelMismatchError extends ModelApiError {
  readonly code = "model_mismatch";
  static override isInstance(value: unknown): value is ModelMismatchError {
    return hasCode(value, "model_mismatch");
  }
}

/** The server answered something that is not the Model API's: not JSON, or of another shape. */
export class InvalidResponseError extends ModelApiError {
  readonly code = "invalid_response";
  static override isInstance(value: unknown): value is InvalidResponseError {
    return hasCode(value, "invalid_response");
  }
}
