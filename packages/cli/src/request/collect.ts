import { resolve } from "node:path";
import type { CompletedResult } from "@model-api/client";
import type { Journal, NodeClient } from "@model-api/node";
import { exitCodeOf } from "../exit-code-of.js";
import { CliError, EXIT } from "../exit-codes.js";
import { describeFileError } from "../file-errors.js";
import type { Interrupt } from "./interrupt.js";
import { noteQuietly } from "./note.js";
import { openFiles } from "./open-files.js";
import { printResult, type SavedFile, saveResult } from "./result-output.js";
import type { OutputFlags } from "./run-flags.js";

export interface CollectContext {
  readonly client: NodeClient;
  readonly journal: Journal | undefined;
  /** The model, where it is known here. */
  readonly model: string | undefined;
}

/** Downloads what a request made, prints it, opens it. Where that fails, the request is done all the same, and the error says so. */
export async function collect(
  given: CompletedResult,
  flags: OutputFlags,
  { client, journal, model }: CollectContext,
  interrupt: Interrupt,
): Promise<void> {
  // A service need not tell the model again.
  const result = { ...given, model: given.model ?? model };
  const { requestId } = result;
  await noteQuietly(journal, requestId, { state: "completed" });
  let saved: readonly SavedFile[];
  try {
    saved = await saveResult(result, { ...flags, client, signal: interrupt.any });
  } catch (error) {
    throw notSaved(error, requestId, flags, interrupt);
  }
  printResult(result, saved, flags);
  await noteQuietly(journal, requestId, { isCollected: true });
  if (flags.open) await openFiles(saved);
}

function notSaved(error: unknown, requestId: string, flags: OutputFlags, interrupt: Interrupt): CliError {
  const again = `The request is done; fetch its files with: model-api result ${requestId}`;
  if (interrupt.reason)
    return new CliError(interrupt.reason.exitCode, "interrupted while downloading", again);
  const file = describeFileError((error as Error).cause) ?? describeFileError(error);
  if (file)
    return new CliError(
      EXIT.failure,
      `nothing can be written in ${resolve(flags.outputDir)}, and nothing was left there`,
      file.why,
      `${again} --output-dir <another folder>`,
    );
  const what = error instanceof Error ? error.message.replace(/ The request is done.*$/s, "") : String(error);
  return new CliError(exitCodeOf(error), what, again).from(error);
}
