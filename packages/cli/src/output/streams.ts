import { CliError, EXIT } from "../exit-codes.js";

/** Why stdout takes nothing any more. A reader that has gone (`| head`) has what it wanted, and is no failure. */
let stopped: NodeJS.ErrnoException | undefined;
let isTold = false;
const isGone = (error: NodeJS.ErrnoException) =>
  error.code === "EPIPE" || error.code === "EIO" || error.code === "ERR_STREAM_DESTROYED";

/** Hears what goes wrong with the standard streams. To be called once, before anything is written. */
export function watchStreams(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    stopped ??= error;
  });
  // Of a terminal that was closed, or a log that is full: there is nobody to tell.
  process.stderr.on("error", () => {});
}

/** A line on stdout: what scripts read. */
export function print(line: string): void {
  if (!stopped) process.stdout.write(`${line}\n`);
}

/** A line on stderr: what people read. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Waits until stdout has taken everything, and throws where it could not. */
export async function flush(): Promise<void> {
  await new Promise<void>((resolve) => {
    if (stopped || process.stdout.destroyed) return resolve();
    process.stdout.write("", () => resolve());
  });
  // The event comes in a turn of its own.
  await new Promise((resolve) => setImmediate(resolve));
  if (!stopped || isGone(stopped) || isTold) return;
  isTold = true;
  throw new CliError(
    EXIT.failure,
    "standard output cannot be written",
    stopped.code === "ENOSPC" ? "There is no space left where it goes." : stopped.message,
    "A request that was submitted is not lost: `model-api requests` lists it, `model-api result` fetches it.",
  );
}
