/** The stable words that tell one kind of error from another. */
export type ErrorCode =
  | "authentication"
  | "permission"
  | "not_found"
  | "invalid_input"
  | "insufficient_balance"
  | "cost_limit"
  | "rate_limit"
  | "server"
  | "connection"
  | "timeout"
  | "aborted"
  | "submission_unknown"
  | "request_failed"
  | "request_cancelled"
  | "model_mismatch"
  | "invalid_response";

export interface ErrorDetails {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/**
 * What every error of this package is. The message says what happened and what to do next; it never holds the token.
 * `Facts` are what a class adds to the fields that all have.
 */
export abstract class ModelApiError<Facts extends object = object> extends Error {
  /** Which error it is; does not change with the wording. */
  declare readonly code: ErrorCode;
  /** HTTP status, where the server answered. */
  declare readonly status: number | undefined;
  /** The request concerned, where there is one: `client.request(requestId)` picks it up again. */
  declare readonly requestId: string | undefined;
  /** Whether the same call may succeed later, and costs nothing to repeat. */
  declare readonly retryable: boolean;
  /** Milliseconds to wait before another try, where the server said so (`Retry-After`). */
  declare readonly retryAfter: number | undefined;

  constructor(message: string, details: ErrorDetails & Facts) {
    const { cause, ...facts } = details;
    super(message, details);
    const { code } = new.target as unknown as { readonly code: ErrorCode };
    // From the code and not from the class, whose name a minifier changes: `rate_limit` is RateLimitError.
    const name = `_${code}_error`.replace(/_./g, ([, letter = ""]) => letter.toUpperCase());
    Object.assign(this, { retryable: false, ...facts, name, code });
  }

  /** Tells errors of this package from others, across its copies. */
  get isModelApiError(): true {
    return true;
  }

  /** The code of all errors of a class; undefined for this one, which stands for all. */
  declare static readonly code: ErrorCode | undefined;

  /** Like `instanceof`, and works across two installed copies of this package. */
  static isInstance<Instance extends ModelApiError>(
    this: (abstract new (...args: never[]) => Instance) & { readonly code: ErrorCode | undefined },
    value: unknown,
  ): value is Instance {
    const { isModelApiError, code } = Object(value);
    return !!isModelApiError && [undefined, code].includes(this.code);
  }
}
