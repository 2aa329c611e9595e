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
  /** The terminal was closed. */
  hungUp: 129,
  /** Interrupted with Ctrl-C. */
  interrupted: 130,
  /** Told to stop. */
  terminated: 143,
} as const;

/** What the codes mean, for help and the README. */
export const EXIT_CODES: readonly { readonly code: number; readonly meaning: string }[] = [
  { code: EXIT.ok, meaning: "done" },
  { code: EXIT.failure, meaning: "the request failed or was cancelled, or something went wrong here" },
  { code: EXIT.usage, meaning: "wrong usage" },
  { code: EXIT.badInput, meaning: "bad input, nothing sent" },
  { code: EXIT.unavailable, meaning: "the server failed or cannot be reached" },
  { code: EXIT.tryAgain, meaning: "try again: timeout, rate limit, not ended yet" },
  { code: EXIT.noPermission, meaning: "no token, or one that is refused" },
  { code: EXIT.interrupted, meaning: "interrupted with Ctrl-C (129: terminal closed, 143: told to stop)" },
];

/** An error that ends the command with a code of its own and a message that needs no stack. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly exitCode: number;

  /** @param message a line of what; then, each on a line of its own, why and what to do. They are indented here. */
  constructor(exitCode: number, message: string, ...more: readonly string[]) {
    super([message, ...more.map((line) => `  ${line}`)].join("\n"));
    this.exitCode = exitCode;
  }

  /** Keeps the error that it is about, for scripts. */
  from(cause: unknown): this {
    this.cause = cause;
    return this;
  }
}
