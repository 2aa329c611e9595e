/** A file that an output names and that cannot be had. The request itself is done, and paid for. */
export class OutputError extends Error {
  override readonly name = "OutputError";

  /** @param why words that follow the file's URL, which is told without its query: that may be a signature */
  constructor(why: string, url: string) {
    super(`${url.replace(/[?#].*$/s, "")}: ${why}.`);
  }
}

/** A failure that may pass. */
export class PassingFailure extends Error {
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter = 0, cause?: unknown) {
    super(message, { cause });
    this.retryAfter = retryAfter;
  }
}
