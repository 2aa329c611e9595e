import { basename, extname } from "node:path";
import { ModelApiError } from "@model-api/client";
import { describeError } from "../describe-error.js";
import { isDownloadError, isJournalError } from "../exit-code-of.js";
import { CliError } from "../exit-codes.js";
import type { Interrupt } from "../request/interrupt.js";
import { noteQuietly } from "../request/note.js";
import { saveResult } from "../request/result-output.js";
import type { RunFlags } from "../request/run-flags.js";
import type { Submitter } from "../request/submit.js";
import { waitFor } from "../request/wait-for.js";
import type { Outcome } from "./outcome.js";
import type { Job } from "./plan.js";
import type { StateFile } from "./state-file.js";

export interface RowContext {
  readonly file: string;
  readonly flags: RunFlags;
  readonly submitter: Submitter;
  readonly interrupt: Interrupt;
  readonly state: StateFile;
  /** Milliseconds that a row is waited for. */
  readonly timeout: number | undefined;
}

/**
 * Runs a row to its end, or goes on with it where an earlier start has submitted it. Throws what is the matter with all rows: there is
 * no use in going on then.
 */
export async function runRow(job: Job, context: RowContext): Promise<Outcome> {
  const { flags, submitter, interrupt, state, timeout, file } = context;
  const { journal, client } = submitter;
  let requestId: string | undefined;
  try {
    const handle = await submitter.submit(job.input, { work: job.work, resume: true });
    requestId = handle.id;
    const result = await waitFor(handle, { interrupt, journal, timeout, onStatus() {} });
    const name = `${basename(file, extname(file))}-${String(job.number).padStart(4, "0")}`;
    const saved = await saveResult(result, { ...flags, name, client, signal: interrupt.any });
    const files = saved.map(({ path, url }) => path ?? url);
    // First the state file, then the journal: killed in between, a second start finds it done.
    state.add({ key: job.key, line: job.line, state: "completed", requestId, files, at: now() });
    await noteQuietly(journal, requestId, { state: "completed", isCollected: true });
    return { line: job.line, state: "completed", requestId, files };
  } catch (error) {
    if (interrupt.reason) return { line: job.line, state: "stopped", requestId, error: firstLine(error) };
    if (concernsAll(error)) throw error;
    const { code } = error as { code?: string };
    const facts = { line: job.line, requestId, error: firstLine(error) };
    if (code === "request_failed" || code === "request_cancelled") {
      // It has ended: a second start tells it again, and does not pay for another.
      state.add({ key: job.key, ...facts, state: "failed", at: now() });
      if (requestId !== undefined) await noteQuietly(journal, requestId, { isCollected: true });
      return { ...facts, state: "failed" };
    }
    return { ...facts, state: code === "submission_unknown" ? "unknown" : "stopped" };
  }
}

/** Errors that the next row would meet as well. */
const FOR_ALL = new Set([
  "authentication",
  "permission",
  "insufficient_balance",
  "cost_limit",
  "connection",
  "invalid_response",
  "not_found",
  "rate_limit",
]);

function concernsAll(error: unknown): boolean {
  if (ModelApiError.isInstance(error)) return FOR_ALL.has(error.code);
  if (isJournalError(error)) return error.code === "unwritable";
  if (isDownloadError(error)) return error.code === "unwritable" || error.code === "connection";
  // Of a disk that is full, or a state file that cannot be written.
  return !(error instanceof CliError) || /state file/.test(error.message);
}

function firstLine(error: unknown): string {
  return (describeError(error).split("\n")[0] ?? "").replace(/^error: /, "");
}

function now(): string {
  return new Date().toISOString();
}
