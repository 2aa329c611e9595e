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
  const classOf = (code: number | undefined) => CLASSES[code as keyof typeof CLASSES];
  const Class = classOf(errorCode) ?? classOf(details.status) ?? ServerError;
  const retryable = [errorCode, details.status].some((code) => MAY_PASS.test(`${code}`));
  const issues = Class === InvalidInputError ? { issues: toIssues(detail) } : undefined;
  return new Class(message, { ...details, retryable, ...(issues as { issues: InputIssue[] }) });
}

interface WireIssue extends Partial<InputIssue> {
  readonly loc?: InputIssue["path"];
  readonly msg?: unknown;
}

/** Problems of an input in the contract's shape, in the `{loc, msg}` shape that is met as well, or as sentences. */
function toIssues(detail: unknown): InputIssue[] {
  const items: unknown[] = typeof detail === "string" ? [detail] : Array.isArray(detail) ? detail : [];
  return items.map((item) => {
    const given = (Object(item) === item ? item : { msg: item }) as WireIssue;
    // Nothing else is taken over: a server may reflect a token in a name as well.
    const { loc, msg, path = loc, message = msg, allowed, suggestion } = given;
    return {
      path: [path ?? []].flat(),
      message: `${message ?? item}`,
      ...(allowed && { allowed }),
      ...(suggestion && { suggestion }),
    };
  });
}
