import {
  AuthenticationError,
  type InputIssue,
  InsufficientBalanceError,
  InvalidInputError,
  type ModelApiError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "./index.js";
import type { ErrorDetails } from "./model-api-error.js";

/** Which class stands for a documented code or, where there is none, for an HTTP status. */
const CLASSES = {
  400001: NotFoundError,
  404001: NotFoundError,
  404: NotFoundError,
  400002: InsufficientBalanceError,
  402: InsufficientBalanceError,
  400004: AuthenticationError,
  401: AuthenticationError,
  403001: PermissionError,
  403: PermissionError,
  400: InvalidInputError,
  413: InvalidInputError,
  422: InvalidInputError,
  429: RateLimitError,
};

/** Statuses that may pass: the server was busy, slow, or failed. */
const MAY_PASS = /^(408|425|429|5\d\d(\d{3})?)$/;

/** The error that stands for what the server said. The documented code counts before the HTTP status. */
export function errorFromAnswer(
  errorCode: number,
  message: string,
  detail: unknown,
  details: ErrorDetails,
): ModelApiError {
  const codes = [errorCode, details.status];
  const Class = codes.map((code) => CLASSES[code as keyof typeof CLASSES]).find(Boolean) ?? ServerError;
  const retryable = codes.some((code) => MAY_PASS.test(`${code}`));
  const issues = Class === InvalidInputError && { issues: toIssues(detail) };
  return new Class(message, { ...details, retryable, ...(issues as { issues: InputIssue[] }) });
}

interface WireIssue extends Partial<Omit<InputIssue, "message">> {
  readonly loc?: InputIssue["path"];
  readonly message?: unknown;
  readonly msg?: unknown;
}

/** Problems of an input in the contract's shape, in the `{loc, msg}` shape that is met as well, or as sentences. */
function toIssues(detail: unknown): InputIssue[] {
  const items: unknown[] = typeof detail === "string" ? [detail] : Array.isArray(detail) ? detail : [];
  return items.map((item) => {
    // Nothing else is taken over: a server may reflect a token in a name as well.
    const { loc, msg, path = loc, message = msg, allowed, suggestion }: WireIssue = Object(item);
    return {
      path: [path ?? []].flat(),
      message: `${message ?? item}`,
      ...(allowed && { allowed }),
      ...(suggestion && { suggestion }),
    };
  });
}
