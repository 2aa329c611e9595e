import { type ErrorCode, ModelApiError } from "@model-api/client";

/** Exit codes after sysexits(3), as the vendor's own tools use them. */
export const EXIT = {
  ok: 0,
  /** The request failed or was cancelled, or something unforeseen happened. */
  failure: 1,
  /** The command line is wrong. */
  usage: 64,
  /** The input is wrong; nothing was charged. */
  badInput: 65,
  /** The server failed or cannot be reached. */
  unavailable: 69,
  /** Try again: a timeout or a rate limit. */
  tryAgain: 75,
  /** No token, or one that is refused. */
  noPermission: 77,
  /** Interrupted with Ctrl-C. */
  interrupted: 130,
} as const;

const BY_CODE: Readonly<Record<ErrorCode, number>> = {
  authentication: EXIT.noPermission,
  permission: EXIT.noPermission,
  not_found: EXIT.badInput,
  invalid_input: EXIT.badInput,
  model_mismatch: EXIT.badInput,
  insufficient_balance: EXIT.failure,
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

/** An error that ends the command with a code of its own and a message that needs no stack. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof CliError) return error.exitCode;
  return ModelApiError.isInstance(error) ? BY_CODE[error.code] : EXIT.failure;
}
