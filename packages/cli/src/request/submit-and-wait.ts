import type { CompletedResult } from "@model-api/client";
import { secondsFlag } from "../input/numbers.js";
import type { SchemaFlag } from "../input/schema-flags.js";
import { printEvent, printJson } from "../output/json.js";
import { createProgress } from "../output/progress.js";
import { print, tell } from "../output/streams.js";
import { collect } from "./collect.js";
import { onInterrupt } from "./interrupt.js";
import { checkOutputFolder } from "./output-folder.js";
import { isForScript, type RunFlags } from "./run-flags.js";
import { createSubmitter } from "./submit.js";
import { waitFor } from "./wait-for.js";

/** Submits, shows the progress, downloads. Errors name the flags that they are about. */
export async function submitAndWait(
  modelId: string,
  input: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  options: RunFlags,
): Promise<void> {
  const timeout = options.timeout === undefined ? undefined : secondsFlag(options.timeout);
  // Found out now: afterwards it has been paid for.
  if (options.download) checkOutputFolder(options.outputDir);
  const interrupt = onInterrupt();
  try {
    const submitter = createSubmitter(modelId, flags, options, interrupt);
    const progress = await createProgress(modelId, { quiet: isForScript(options) });
    let result: CompletedResult;
    try {
      const handle = await submitter.submit(input);
      if (options.ndjson) printEvent("submitted", { requestId: handle.id, model: modelId });
      result = await waitFor(handle, {
        interrupt,
        timeout,
        journal: submitter.journal,
        onStatus(status) {
          progress.update(status);
          if (options.ndjson) printEvent("status", { requestId: handle.id, ...status });
        },
      });
    } finally {
      progress.stop();
    }
    await collect(result, options, { ...submitter, model: modelId }, interrupt);
  } finally {
    interrupt.done();
  }
}

/** Submits, and prints the request's id. */
export async function submitOnly(
  modelId: string,
  input: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  options: RunFlags,
): Promise<void> {
  const interrupt = onInterrupt();
  try {
    const handle = await createSubmitter(modelId, flags, options, interrupt).submit(input);
    const facts = { requestId: handle.id, model: modelId };
    if (options.json) return printJson(facts);
    if (options.ndjson) return printEvent("submitted", facts);
    print(handle.id);
    tell(`Come back to it with: model-api wait ${handle.id}`);
  } finally {
    interrupt.done();
  }
}
