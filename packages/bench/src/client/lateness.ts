import { type JobServer, runProgram } from "./processes.js";
import type { PlannedJob } from "./programs/run-jobs.js";
import type { CallKind } from "./programs/server/jobs.js";

/** A job that has been run. */
export interface Outcome extends PlannedJob {
  /** Milliseconds from the job's completion on the server to the resolving of the promise. */
  readonly lateness: number;
  readonly calls: Record<CallKind, number>;
}

/** Runs jobs in a process of their own and says how late each was known. */
export async function runJobs(
  program: string,
  server: JobServer,
  plan: readonly PlannedJob[],
): Promise<Outcome[]> {
  const resolved = await runProgram<Record<string, number>>(program, [server.url, JSON.stringify(plan)]);
  const records = await server.jobs();
  return plan.map((job) => {
    const { completedAt = Number.NaN, calls } = records.get(job.tag) ?? {};
    const lateness = (resolved[job.tag] ?? Number.NaN) - completedAt;
    // A client that resolves early, or for another job, has not done what is measured.
    if (!calls || !(lateness > 0))
      throw new Error(`${job.runner}: job ${job.tag} resolved ${lateness} ms late`);
    return { ...job, lateness, calls };
  });
}

export const callsOf = ({ calls }: Outcome): number => calls.submit + calls.status + calls.result;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
