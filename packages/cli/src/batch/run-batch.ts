import { CliError, EXIT } from "../exit-codes.js";
import { dollarsFlag, secondsFlag, wholeFlag } from "../input/numbers.js";
import type { SchemaFlag } from "../input/schema-flags.js";
import { printEvent, printJson } from "../output/json.js";
import { tell } from "../output/streams.js";
import { estimate } from "../request/estimate.js";
import { onInterrupt } from "../request/interrupt.js";
import { checkOutputFolder } from "../request/output-folder.js";
import type { RunFlags } from "../request/run-flags.js";
import { createSubmitter } from "../request/submit.js";
import { type Counts, createBatchDisplay } from "./display.js";
import { lockBatch } from "./lock.js";
import type { Outcome } from "./outcome.js";
import { type Job, planBatch } from "./plan.js";
import { runRow } from "./run-row.js";
import { openStateFile, stateFileOf } from "./state-file.js";

const MOST_AT_ONCE = 256;

/** `run --batch`: every row of a file, several at a time. A second start goes on where the first was stopped. */
export async function runBatch(
  modelId: string,
  given: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  options: RunFlags,
): Promise<void> {
  const { batch: file = "", maxCost, ...rest } = options;
  const concurrency = wholeFlag("--concurrency", options.concurrency, 1, MOST_AT_ONCE);
  const timeout = options.timeout === undefined ? undefined : secondsFlag(options.timeout);
  const limit = maxCost === undefined ? undefined : dollarsFlag(maxCost);
  if (!options.journal)
    throw new CliError(EXIT.usage, "--batch needs the journal: without it, a second start would pay twice");
  if (options.detach || options.open)
    throw new CliError(EXIT.usage, `--batch cannot be used with ${options.open ? "--open" : "--detach"}`);
  if (options.download) checkOutputFolder(options.outputDir);
  const path = stateFileOf(options);
  const interrupt = onInterrupt();
  const submitter = createSubmitter(modelId, flags, rest, interrupt);
  // First the lock: what another process writes while it ends has to be read.
  const unlock = lockBatch(path);
  try {
    const state = openStateFile(path);
    const jobs = await planBatch(modelId, file, given, flags, options, state, submitter.baseUrl);
    const open = jobs.filter(({ done }) => !done);
    if (limit !== undefined) await checkCost(modelId, open, limit, options);
    const outcomes = jobs.flatMap(({ done }): Outcome[] =>
      done ? [{ ...ofDone(done), isFromBefore: true }] : [],
    );
    const counts = count(jobs.length, outcomes);
    if (outcomes.length > 0) tell(`${outcomes.length} of ${jobs.length} rows have ended before (${path})`);
    const display = await createBatchDisplay(file, counts, options);
    const context = { file, flags: options, submitter, interrupt, state, timeout };
    let fatal: unknown;
    const next = open.values();
    const work = async () => {
      for (const job of next) {
        if (interrupt.reason || fatal) return;
        counts.running++;
        try {
          const outcome = await runRow(job, context);
          outcomes.push(outcome);
          if (outcome.state === "completed") counts.completed++;
          else counts.failed++;
          display.ended(outcome);
        } catch (error) {
          fatal ??= error;
        } finally {
          counts.running--;
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, open.length) }, work));
    display.stop();
    finish(jobs.length, outcomes, options, path, fatal, interrupt.reason?.exitCode);
  } finally {
    unlock();
    interrupt.done();
  }
}

async function checkCost(
  modelId: string,
  open: readonly Job[],
  limit: number,
  options: RunFlags,
): Promise<void> {
  const { usd } = await estimate(
    modelId,
    open.map(({ input }) => input),
    options,
  );
  if (usd !== null && usd <= limit) return;
  const why = usd === null ? "nothing tells its price" : `it is estimated at $${usd}`;
  throw new CliError(
    EXIT.failure,
    `${open.length} runs of ${modelId}: ${why}, and --max-cost is ${limit}`,
    "Nothing was sent. Leave --max-cost out to run it all the same.",
  );
}

/** Tells how it went, and sets the exit code. */
function finish(
  total: number,
  outcomes: readonly Outcome[],
  { json, ndjson }: RunFlags,
  stateFile: string,
  fatal: unknown,
  interruptedWith: number | undefined,
): void {
  const having = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  const summary = {
    total,
    completed: having("completed"),
    failed: having("failed"),
    unknown: having("unknown"),
    notRun: total - having("completed") - having("failed") - having("unknown"),
    stateFile,
  };
  const rows = [...outcomes].sort((one, other) => one.line - other.line);
  if (ndjson) printEvent("summary", summary);
  else if (json && !fatal) printJson({ ...summary, rows });
  const { completed, failed, unknown, notRun } = summary;
  const parts = [
    `${completed} of ${total} completed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unknown > 0 ? [`${unknown} unknown: look at \`model-api requests\``] : []),
    ...(notRun > 0 ? [`${notRun} not run to the end`] : []),
  ];
  tell(parts.join(", "));
  if (notRun + unknown > 0) tell("Start it again to go on; nothing is paid twice.");
  else if (failed > 0) tell("--retry-failed runs those again that have failed.");
  if (fatal) throw fatal;
  if (completed < total) process.exitCode = interruptedWith ?? EXIT.failure;
}

function count(total: number, outcomes: readonly Outcome[]): Counts {
  const completed = outcomes.filter(({ state }) => state === "completed").length;
  return { total, completed, failed: outcomes.length - completed, running: 0, before: outcomes.length };
}

function ofDone({ line, state, requestId, files, error }: NonNullable<Job["done"]>): Outcome {
  return { line, state, requestId, ...(files && { files }), ...(error !== undefined && { error }) };
}
