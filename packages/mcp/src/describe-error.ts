import {
  AbortedError,
  CostLimitError,
  type InputIssue,
  InvalidInputError,
  ModelApiError,
  type RateLimitError,
  RequestFailedError,
  SubmissionUnknownError,
} from "@model-api/client";
import { JournalError } from "@model-api/node";
import { ToolError } from "./tool-error.js";

/** Whether what went wrong may have cost something: `no`, `yes`, or `unknown`. */
export type Charged = "no" | "yes" | "unknown";

/** What went wrong, for the model that reads the answer, and for a program. */
export interface ToldError {
  readonly code: string;
  readonly message: string;
  readonly charged?: Charged;
  readonly request_id?: string;
  readonly issues?: readonly InputIssue[];
  readonly [fact: string]: unknown;
}

export function tellError(error: unknown): ToldError {
  if (error instanceof ToolError) {
    const { code, issues, facts } = error;
    return {
      code,
      message: withIssues(error.message, issues),
      charged: "no",
      ...(issues.length > 0 && { issues }),
      ...facts,
    };
  }
  if (ModelApiError.isInstance(error)) {
    const { code, requestId, retryable } = error;
    return {
      code,
      message: sentences([wordsOf(error), ...nextSteps(error)]),
      ...chargedOf(error),
      ...(requestId !== undefined && { request_id: requestId }),
      ...(InvalidInputError.isInstance(error) && { issues: error.issues }),
      ...(AbortedError.isInstance(error) && { outcome: error.outcome }),
      ...(retryable && { retryable }),
    };
  }
  if (error instanceof JournalError)
    return { code: `journal_${error.code}`, message: error.message, charged: "no" };
  return { code: "failed", message: error instanceof Error ? error.message : String(error) };
}

/** What a service says does not always end as a sentence does. */
function sentences(texts: readonly string[]): string {
  const ended = texts.map((text, at) => (at < texts.length - 1 && /\w$/.test(text) ? `${text}.` : text));
  return ended.join(" ");
}

function wordsOf(error: ModelApiError): string {
  if (SubmissionUnknownError.isInstance(error))
    return "The outcome is unknown: the submit has left, and its answer was lost. The request may be running, and may be charged.";
  // Its lines are the issues already.
  if (InvalidInputError.isInstance(error))
    return withIssues(error.message.split("\n")[0] ?? "", error.issues);
  return error.message;
}

function nextSteps(error: ModelApiError): readonly string[] {
  if (SubmissionUnknownError.isInstance(error))
    return [
      "Do not repeat it blindly, and not with another input: it could be paid for twice.",
      "list_requests shows it as unknown; the account's own list of requests tells whether it arrived.",
      "The very same call again is safe: it picks the request up where the server can tell, and refuses otherwise.",
    ];
  switch (error.code) {
    case "authentication":
      return ["Whoever runs this server sets the token: RUNCOMFY_TOKEN, or `model-api login`."];
    case "insufficient_balance":
      return ["Nothing was submitted."];
    case "rate_limit": {
      const { retryAfter } = error as RateLimitError;
      return retryAfter === undefined ? [] : [`Try again in ${Math.ceil(retryAfter / 1000)} s.`];
    }
    default:
      return [];
  }
}

function chargedOf(error: ModelApiError): { readonly charged?: Charged } {
  if (SubmissionUnknownError.isInstance(error)) return { charged: "unknown" };
  if (AbortedError.isInstance(error)) {
    const charged = { cancelled: "no", too_late: "yes", unknown: "unknown" } as const;
    return { charged: charged[error.outcome] };
  }
  // The service says nothing of what a failed run costs.
  if (RequestFailedError.isInstance(error)) return { charged: "unknown" };
  if (error.requestId === undefined || CostLimitError.isInstance(error)) return { charged: "no" };
  return {};
}

/** What is wrong, a line for each field: where, what is allowed, what was probably meant. */
function withIssues(what: string, issues: readonly InputIssue[]): string {
  const lines = issues.map(({ path, message }) => `- ${placeOf(path)} ${message}`);
  return [what, ...lines].join("\n");
}

function placeOf([first, ...rest]: readonly (string | number)[]): string {
  if (first === undefined) return "input";
  return `${first}${rest.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("")}`;
}
