import { findBaseUrl } from "@model-api/node";
import type { SchemaFlag } from "../input/schema-flags.js";
import { printEvent, printJson } from "../output/json.js";
import { print, tell } from "../output/streams.js";
import { costLine } from "../request/dry-run.js";
import { estimate } from "../request/estimate.js";
import type { RunFlags } from "../request/run-flags.js";
import { planBatch } from "./plan.js";
import { openStateFile, stateFileOf } from "./state-file.js";

/** `run --batch --dry-run`: checks all rows, and tells how many a start would run and what they would cost. Nothing is written. */
export async function dryRunBatch(
  modelId: string,
  given: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  options: RunFlags,
): Promise<void> {
  const { batch: file = "" } = options;
  const state = openStateFile(stateFileOf(options), { readOnly: true });
  const baseUrl = options.baseUrl ?? findBaseUrl();
  const jobs = await planBatch(modelId, file, given, flags, options, state, baseUrl);
  const open = jobs.filter(({ done }) => !done);
  const found = await estimate(
    modelId,
    open.map(({ input }) => input),
    options,
  );
  const facts = {
    dryRun: true,
    model: modelId,
    total: jobs.length,
    toRun: open.length,
    estimateUsd: found.usd,
    estimatedBy: found.by,
  };
  if (options.json) return printJson(facts);
  if (options.ndjson) return printEvent("dry_run", facts);
  print(`${open.length} of ${jobs.length} rows of ${file} would be run`);
  tell(costLine(found));
  tell("All rows are valid as far as this version knows. Nothing was sent.");
}
