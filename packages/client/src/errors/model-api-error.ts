/** The stable words that tell one kind of error from another. */
export type ErrorCode =
  | "authentication"
  | "permission"
  | "not_found"
  | "invalid_input"
  | "insufficient_balance"
  | "rate_limit"
  | "server"
  | "connection"
  | "timeout"
  | "submission_unknown"
  | "request_failed"
  | "request_cancelled"
  | "model_mismatch"
  | "invalid_response";

export interface ErrorDetails {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

const BRAND: unique symbol = /* @__PURE__ */ Symbol.for("@model-api/client.error") as never;

/** What every error of this package is. The message says what happened and what to do next; it never holds the token. */
export abstract class ModelApiError extends Error {
  /** Which error it is; does not change with the wording. */
  abstract readonly code: ErrorCode;
  /** HTTP status, where the server answered. */
  readonly status: number | undefined;
  /** The request concerned, where there is one: `client.request(requestId)` picks it up again. */
  readonly requestId: string | undefined;
  /** Whether the same call may succeed later, and costs nothing to repeat. */
  readonly retryable: boolean = false;

  constructor(message: string, { status, requestId, cause }: ErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.requestId = requestId;
    this.name = new.target.name;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** The code of all errors of a class; undefined for this one, which stands for all. */
  static readonly code: ErrorCode | undefined;

  /** Like `instanceof`, and works across two installed copies of this package. */
  static isInstance<Instance extends ModelApiError>(
    this: (abstract new (...args: never[]) => Instance) & { readonly code: ErrorCode | undefined },
    value: unknown,
  ): value is Instance {
    if (typeof value !== "object" || value === null || !(BRAND in value)) return false;
    return this.code === undefined || this.code === (value as { code?: unknown }).code;
  }
}
