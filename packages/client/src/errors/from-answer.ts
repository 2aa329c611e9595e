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

/** An error as a server describes it. */
export interface ErrorAnswer {
  /** The documented code, or the HTTP status where there is none. */
  readonly errorCode: number;
  readonly message: string;
  readonly detail: unknown;
  readonly status: number;
  readonly requestId: string | undefined;
  /** Milliseconds, from `Retry-After`. */
  readonly retryAfter: number | undefined;
}

/** The class that stands for what the server said. The documented code counts before the HTTP status. */
export function errorFromAnswer(answer: ErrorAnswer): ModelApiError {
  const { errorCode, message, status, requestId, retryAfter } = answer;
  const details = { status, requestId };
  switch (errorCode) {
    case 400002:
    case 402:
      return new InsufficientBalanceError(message, details);
    case 400004:
    case 401:
      return new AuthenticationError(message, details);
    case 403001:
    case 403:
      return new PermissionError(message, details);
    case 400001:
    case 404001:
    case 404:
      return new NotFoundError(message, details);
    case 400:
    case 413:
    case 422:
      return new InvalidInputError(message, toIssues(answer.detail), details);
    case 429:
      return new RateLimitError(message, retryAfter, details);
    default:
      return new ServerError(message, retryAfter, details);
  }
}

/** Problems of an input in the contract's shape, or in the `{loc, msg}` shape that is met as well. */
function toIssues(detail: unknown): InputIssue[] {
  if (!Array.isArray(detail)) return [];
  return detail.map((item: Record<string, unknown>) => {
    const path = item?.path ?? item?.loc;
    return {
      path: Array.isArray(path) ? path : [],
      message: String(item?.message ?? item?.msg ?? item),
      ...(Array.isArray(item?.allowed) && { allowed: item.allowed }),
      ...(typeof item?.suggestion === "string" && { suggestion: item.suggestion }),
    };
  });
}
