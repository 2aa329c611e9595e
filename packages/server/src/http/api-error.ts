import type { components } from "../generated/openapi.js";
import { isUnderV1, jsonAnswer } from "./json-answer.js";

export type ErrorDetail = components["schemas"]["ErrorDetail"];

/** The documented errors: code on the wire and HTTP status. */
const ERRORS = {
  invalidIdentifier: { code: 400001, status: 400 },
  unauthenticated: { code: 400004, status: 401 },
  forbidden: { code: 403001, status: 403 },
  notFound: { code: 404001, status: 404 },
  methodNotAllowed: { code: 405, status: 405 },
  notEnded: { code: 409, status: 409 },
  tooLarge: { code: 422, status: 413 },
  invalid: { code: 422, status: 422 },
  malformedBody: { code: 422, status: 400 },
  rateLimited: { code: 429, status: 429 },
  failed: { code: 500, status: 500 },
} as const;

/** Problems that are listed one by one: a list of thousands of items may have one each. */
const MAX_LISTED = 100;

export interface ApiErrorOptions {
  /** The problems one by one; the first hundred of them are told. */
  readonly detail?: ErrorDetail[] | undefined;
  /** Milliseconds after which another try makes sense. */
  readonly retryAfterMs?: number | undefined;
}

/** An error that the caller is told, in the documented shape. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: components["schemas"]["Error"];

  constructor(kind: keyof typeof ERRORS, message: string, { detail, retryAfterMs }: ApiErrorOptions = {}) {
    super(message);
    const { code, status } = ERRORS[kind];
    this.status = status;
    this.headers = {
      ...(status === 401 && { "www-authenticate": "Bearer" }),
      ...(retryAfterMs !== undefined && {
        "retry-after": String(Math.max(Math.ceil(retryAfterMs / 1000), 1)),
      }),
    };
    this.body = {
      error_code: code,
      error_message: message,
      ...(detail && { detail: detail.slice(0, MAX_LISTED) }),
    };
  }

  /** The answer to a call of `path`. */
  toResponse(path: string): Response {
    const { status, headers } = this;
    return isUnderV1(path)
      ? jsonAnswer(this.body, { status, headers })
      : Response.json(this.body, { status, headers });
  }
}
