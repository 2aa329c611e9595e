import type { components } from "../generated/openapi.js";

export type ErrorDetail = components["schemas"]["ErrorDetail"];

/** The documented errors: code on the wire and HTTP status. */
const ERRORS = {
  invalidIdentifier: { code: 400001, status: 400 },
  unauthenticated: { code: 400004, status: 401 },
  forbidden: { code: 403001, status: 403 },
  notFound: { code: 404001, status: 404 },
  tooLarge: { code: 422, status: 413 },
  invalid: { code: 422, status: 422 },
  malformedBody: { code: 422, status: 400 },
} as const;

/** An error that the caller is told, in the documented shape. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly body: components["schemas"]["Error"];

  constructor(kind: keyof typeof ERRORS, message: string, detail?: ErrorDetail[]) {
    super(message);
    const { code, status } = ERRORS[kind];
    this.status = status;
    this.body = { error_code: code, error_message: message, ...(detail && { detail }) };
  }

  toResponse(): Response {
    const headers = this.status === 401 ? { "www-authenticate": "Bearer" } : {};
    return Response.json(this.body, { status: this.status, headers });
  }
}
