import { type InputIssue, InvalidInputError, ModelApiError } from "@model-api/client";
import { TOKEN_HELP } from "./connect.js";
import { CliError } from "./exit-codes.js";

/** An error as lines for a person: what happened, to which flag, and what to do next. */
export function describeError(error: unknown, flagOf: (field: string) => string = (field) => field): string {
  if (InvalidInputError.isInstance(error) && error.issues.length > 0) {
    const [what] = error.message.split("\n");
    return [`error: ${what}`, ...error.issues.map((issue) => `  ${describeIssue(issue, flagOf)}`)].join("\n");
  }
  if (error instanceof CliError) return `error: ${error.message}`;
  if (ModelApiError.isInstance(error)) {
    const hint = hintFor(error);
    return `error: ${error.message}${hint}`;
  }
  return `error: ${error instanceof Error ? error.message : String(error)}`;
}

function hintFor({ code, requestId }: ModelApiError): string {
  if (code === "authentication") return `\n${TOKEN_HELP}`;
  return code === "timeout" && requestId ? `\n  Come back to it with: model-api result ${requestId}` : "";
}

function describeIssue({ path, message }: InputIssue, flagOf: (field: string) => string): string {
  const [field, ...rest] = path;
  if (field === undefined) return message;
  const place = rest.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return `${flagOf(String(field))}${place} ${message}`;
}
