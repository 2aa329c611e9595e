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
  /** Told twice to stop. */
  terminated: 143,
} as const;

/** An error that ends the command with a code of its own and a message that needs no stack. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: number;

  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
