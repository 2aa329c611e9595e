import { ModelApiError, RequestFailedError } from "@model-api/client";
import { ApiProblem } from "../api/use-api.js";
import type { MessageKey, Messages } from "./languages.js";

/** What the console's own calls are refused with, in the words of the client. */
const CODES: Readonly<Record<number, string>> = {
  401: "authentication",
  402: "insufficient_balance",
  403: "permission",
  404: "not_found",
  409: "not_ended",
  422: "invalid_input",
  429: "rate_limit",
};

/** What says in the language of the page what went wrong. The details are in the English of the server and the client. */
export function problemKey(error: Error, messages: Messages): MessageKey {
  const known = (key: string): key is MessageKey => Object.hasOwn(messages, key);
  const reason = RequestFailedError.isInstance(error) ? `failed.${error.reason}` : "";
  if (known(reason)) return reason;
  const key = `problem.${codeOf(error)}`;
  return known(key) ? key : "error.title";
}

function codeOf(error: Error): string {
  // The client has no class of its own for a request that has not ended.
  if (ModelApiError.isInstance(error)) return error.status === 409 ? "not_ended" : error.code;
  if (error instanceof ApiProblem) return CODES[error.status] ?? (error.status >= 500 ? "server" : "");
  // What `fetch` rejects with.
  return error instanceof TypeError ? "connection" : "";
}
