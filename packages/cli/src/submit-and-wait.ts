import {
  AbortedError,
  type CompletedResult,
  InvalidInputError,
  type RequestHandle,
  untyped,
} from "@model-api/client";
import { type ConnectionFlags, connect } from "./connect.js";
import { describeError } from "./describe-error.js";
import { exitCodeOf } from "./exit-code-of.js";
import { CliError, EXIT } from "./exit-codes.js";
import { onInterrupt } from "./interrupt.js";
import { createProgress } from "./progress.js";
import type { InputFlags } from "./read-input.js";
import { printResult } from "./result-output.js";
import type { SchemaFlag } from "./schema-flags.js";

/** The flags of `run` that are not the model's. */
export interface RunFlags extends InputFlags, ConnectionFlags {
  outputDir: string;
  download: boolean;
  timeout?: string;
  validate: boolean;
  json: boolean;
}

/** Submits, shows the progress, downloads. Errors name the flags that they are about. */
export async function submitAndWait(
  modelId: string,
  input: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  options: RunFlags,
): Promise<void> {
  const timeout = options.timeout === undefined ? undefined : seconds(options.timeout);
  const { client, baseUrl } = connect(options, { validate: options.validate });
  const interrupt = onInterrupt();
  const { signal } = interrupt;
  const progress = await createProgress(modelId, { quiet: options.json });
  let handle: RequestHandle | undefined;
  let result: CompletedResult;
  try {
    handle = await client.submit(untyped(modelId), input, { signal });
    const limit = timeout === undefined ? {} : { timeout };
    result = await handle.wait({ signal, cancelOnAbort: true, onStatus: progress.update, ...limit });
  } catch (error) {
    progress.stop();
    interrupt.done();
    if (AbortedError.isInstance(error) || (signal.aborted && !handle))
      throw new CliError(EXIT.interrupted, interrupted(error));
    throw withFlagNames(error, flags);
  }
  progress.stop();
  try {
    await printResult(result, { ...options, baseUrl, signal });
  } catch (error) {
    const what = signal.aborted ? "interrupted while downloading" : String((error as Error).message);
    const code = signal.aborted ? EXIT.interrupted : exitCodeOf(error);
    throw new CliError(
      code,
      `${what}\n  The request is done; fetch its files with: model-api result ${handle.id}`,
    );
  } finally {
    interrupt.done();
  }
}

/** What became of the request when the user pressed Ctrl-C. */
function interrupted(error: unknown): string {
  if (!AbortedError.isInstance(error))
    return `interrupted while submitting: ${error instanceof Error ? error.message : "nothing was sent"}`;
  const { outcome, requestId } = error;
  const again = `\n  Come back to it with: model-api result ${requestId}`;
  if (outcome === "cancelled") return `interrupted; request ${requestId} was cancelled and costs nothing`;
  if (outcome === "too_late")
    return `interrupted; request ${requestId} was already in progress, runs to its end and is charged${again}`;
  return `interrupted; whether request ${requestId} was cancelled is not known, so it may run and be charged${again}`;
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0) return value * 1000;
  throw new CliError(EXIT.usage, `--timeout must be a number of seconds above 0; got "${text}"`);
}

function withFlagNames(error: unknown, flags: readonly SchemaFlag[]): CliError {
  const flagOf = (field: string) => flags.find((flag) => flag.field === field)?.flag ?? field;
  const text = describeError(error, flagOf).replace(/^error: /, "");
  // Refused here, by the schema that is installed: the service may know more by now.
  const isLocal = InvalidInputError.isInstance(error) && error.status === undefined;
  const hint = isLocal
    ? "\n  If the service takes more than this version knows, insist with --no-validate."
    : "";
  return new CliError(exitCodeOf(error), text + hint);
}
