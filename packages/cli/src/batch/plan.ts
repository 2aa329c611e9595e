import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import { InvalidInputError } from "@model-api/node";
import { describeError } from "../describe-error.js";
import { CliError, EXIT } from "../exit-codes.js";
import { expandMedia } from "../input/media.js";
import type { SchemaFlag } from "../input/schema-flags.js";
import { prepare } from "../request/dry-run.js";
import type { RunFlags } from "../request/run-flags.js";
import { readRows } from "./read-rows.js";
import { type Done, rowKey, type StateFile } from "./state-file.js";

/** A row that is to be run, or was. */
export interface Job {
  readonly line: number;
  /** Number of the row, from 1; files are named after it. */
  readonly number: number;
  readonly key: string;
  /** What the journal calls it: rows that are alike are meant more than once. */
  readonly work: string;
  readonly input: Record<string, unknown>;
  /** What became of it at an earlier start, where that stands. */
  readonly done: Done | undefined;
}

/** How many problems are told at once. */
const SHOWN = 10;

/** The rows of a batch as jobs: read, completed with the flags, checked. Throws with all problems before anything is sent. */
export async function planBatch(
  modelId: string,
  file: string,
  given: Record<string, unknown>,
  flags: readonly SchemaFlag[],
  options: RunFlags,
  state: StateFile,
  baseUrl: string | undefined,
): Promise<Job[]> {
  const rows = await readRows(file, flags, { checkNames: options.validate && flags.length > 0 });
  const folder = dirname(resolve(file));
  // What is typed means what it does elsewhere: paths start from where one is.
  const typed = await expandMedia(given, flags);
  const name = createHash("sha256").update(resolve(state.path)).digest("hex").slice(0, 16);
  const counts = new Map<string, number>();
  const problems: string[] = [];
  const jobs: Job[] = [];
  for (const [index, { line, input: own }] of rows.entries()) {
    const first = rowKey(modelId, baseUrl, { ...given, ...own }, 0);
    const count = counts.get(first) ?? 0;
    counts.set(first, count + 1);
    const key = rowKey(modelId, baseUrl, { ...given, ...own }, count);
    const found = state.find(key);
    const done = found?.state === "failed" && options.retryFailed ? undefined : found;
    let input: Record<string, unknown> = {};
    if (!done) {
      try {
        input = { ...typed, ...(await expandMedia(own, flags, folder)) };
        await prepare(modelId, input, options);
      } catch (error) {
        if (!InvalidInputError.isInstance(error) && !(error instanceof CliError)) throw error;
        problems.push(`${file}:${line}: ${problemOf(error)}`);
      }
    }
    jobs.push({ line, number: index + 1, key, work: `batch ${name} ${count}`, input, done });
  }
  if (problems.length > 0) throw refused(problems);
  return jobs;
}

function problemOf(error: unknown): string {
  const [, ...lines] = describeError(error).split("\n");
  return InvalidInputError.isInstance(error)
    ? lines.map((line) => line.trim()).join("; ")
    : (error as Error).message.replace(/\n\s*/g, "; ");
}

function refused(problems: readonly string[]): CliError {
  const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [];
  return new CliError(
    EXIT.badInput,
    `${problems.length} ${problems.length === 1 ? "row" : "rows"} of the batch cannot be run; nothing was sent`,
    ...problems.slice(0, SHOWN),
    ...more,
  );
}
