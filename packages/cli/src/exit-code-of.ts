import { type ErrorCode, ModelApiError } from "@model-api/client";
import { CliError, EXIT } from "./exit-codes.js";

const BY_CODE: Readonly<Record<ErrorCode, number>> = {
  authentication: EXIT.noPermission,
  permission: EXIT.noPermission,
  not_found: EXIT.badInput,
  invalid_input: EXIT.badInput,
  model_mismatch: EXIT.badInput,
  insufficient_balance: EXIT.failure,
  cost_limit: EXIT.failure,
  aborted: EXIT.interrupted,
  request_failed: EXIT.failure,
  request_cancelled: EXIT.failure,
  // Not "try again": a second submit may be charged a second time.
  submission_unknown: EXIT.failure,
  rate_limit: EXIT.tryAgain,
  timeout: EXIT.tryAgain,
  server: EXIT.unavailable,
  connection: EXIT.unavailable,
  invalid_response: EXIT.unavailable,
};

/** The exit code that an error ends the command with. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CliError) return error.exitCode;
  if (ModelApiError.isInstance(error)) return BY_CODE[error.code];
  if (isDownloadError(error) && error.code === "connection") return EXIT.unavailable;
  // Another process submits the same work: later it is done.
  return isJournalError(error) && error.code === "busy" ? EXIT.tryAgain : EXIT.failure;
}

/** Whether the journal could not do its part. Its class is not loaded for that. */
export function isJournalError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && error.name === "JournalError";
}

/** Whether files of an output could not be fetched or written. */
export function isDownloadError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && error.name === "DownloadError";
}
