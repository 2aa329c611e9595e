import { type InputIssue, InvalidInputError, ModelApiError } from "@model-api/client";
import { comeBack } from "./come-back.js";
import { TOKEN_HELP } from "./connect.js";
import { isJournalError } from "./exit-code-of.js";
import { CliError, EXIT } from "./exit-codes.js";
import { describeFileError } from "./file-errors.js";

type NameOf = (field: string) => string;

/** An error as lines for a person: what happened, why, and what to do next. `flagOf` names the fields of an input. */
export function describeError(error: unknown, flagOf: NameOf = (field) => field): string {
  if (InvalidInputError.isInstance(error) && error.issues.length > 0) {
    const [what = ""] = error.message.split("\n");
    return lines(
      what,
      error.issues.map((issue) => describeIssue(issue, flagOf)),
    );
  }
  if (error instanceof CliError) return `error: ${error.message}`;
  if (ModelApiError.isInstance(error)) return lines(inOurWords(error.message), nextSteps(error));
  if (isJournalError(error)) return describeJournalError(error);
  const file = describeFileError(error);
  if (file) return lines(file.what, [file.why]);
  return `error: ${error instanceof Error ? error.message : String(error)}`;
}

/** The code of an error that is none of the API, by what the command ends with. */
const CODES: Readonly<Record<number, string>> = {
  [EXIT.usage]: "usage",
  [EXIT.badInput]: "invalid_input",
  [EXIT.unavailable]: "connection",
  [EXIT.tryAgain]: "not_yet",
  [EXIT.noPermission]: "authentication",
  [EXIT.hungUp]: "stopped",
  [EXIT.interrupted]: "stopped",
  [EXIT.terminated]: "stopped",
};

/** The same for a script. */
export function errorAsJson(error: unknown, exitCode: number): object {
  const cause = error instanceof CliError ? error.cause : error;
  const { code, requestId, status, issues, outcome, reason, retryable, retryAfter, estimateUsd } =
    ModelApiError.isInstance(cause)
      ? (cause as ModelApiError & Record<string, unknown>)
      : ({} as Record<string, never>);
  return {
    code: code ?? (cause as { code?: string } | undefined)?.code ?? CODES[exitCode] ?? "failed",
    message: describeError(error).replace(/^error: /, ""),
    exitCode,
    ...without({ requestId, status, issues, outcome, reason, retryable, retryAfter, estimateUsd }),
  };
}

/** What the libraries call by the names of their functions, as somebody in a terminal does it. */
function inOurWords(message: string): string {
  return message
    .replace(/\bmaxCostUsd\b/g, "--max-cost")
    .replace(/journal\.note\("(\S+?)", \{ requestId \}\)/g, "`model-api requests link $1 <request>`")
    .replace(/journal\.remove\("(\S+?)"\)/g, "`model-api requests forget $1`");
}

function describeJournalError(error: Error & { readonly code: string }): string {
  if (error.code !== "unwritable") return lines(inOurWords(error.message), []);
  const [what = error.message] = error.message.split(", so ");
  return lines(`${what}; nothing was submitted`, [
    ...(describeFileError(error.cause) ? [describeFileError(error.cause)?.why ?? ""] : []),
    "Set XDG_STATE_HOME to a folder of yours, or keep no record with --no-journal.",
  ]);
}

/** What to do after an error of the API. */
function nextSteps(error: ModelApiError): readonly string[] {
  const { code, requestId, retryAfter } = error;
  if (code === "authentication") return TOKEN_HELP;
  if (code === "timeout" && requestId) return comeBack(requestId);
  if (code === "connection" && !requestId)
    return ["`model-api doctor` looks at the network, the proxy and the base URL."];
  if (code === "invalid_response")
    return ["Check --base-url and what stands before the server; `model-api doctor` looks at both."];
  if (code === "submission_unknown")
    return [
      "`model-api requests` lists it as unknown; look there, and at your account, before you submit it again.",
    ];
  if (code === "insufficient_balance")
    return ["Top up the account, then run it again; nothing was submitted."];
  if (code === "rate_limit" && retryAfter !== undefined)
    return [`Run it again in ${Math.ceil(retryAfter / 1000)} s.`];
  return [];
}

function lines(what: string, more: readonly string[]): string {
  return [`error: ${what}`, ...more.map((line) => `  ${line}`)].join("\n");
}

function describeIssue({ path, message }: InputIssue, flagOf: NameOf): string {
  const [field, ...rest] = path;
  if (field === undefined) return message;
  const place = rest.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return `${flagOf(String(field))}${place} ${message}`;
}

function without(facts: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
