import { median } from "../measure.js";
import { milliseconds, printTable } from "../report.js";
import { spread } from "./durations.js";
import { callsOf, mean, type Outcome, quantile, runJobs } from "./lateness.js";
import { compileProgram, startJobServer } from "./processes.js";
import type { RunnerName } from "./programs/runners.js";

const BARE = "bare held request";
const RUNNERS: readonly RunnerName[] = [
  BARE,
  "@model-api/client",
  "@model-api/client, onStatus",
  "replicate, Prefer: wait",
  "fal.subscribe, streaming",
];
const JOBS = 15;

/** How late the end of a job is known where the server holds its answer until then; the clients take turns. */
export async function benchHeld(): Promise<void> {
  const plan = spread(JOBS, 1000, 1500).flatMap((duration) =>
    RUNNERS.map((runner) => ({ tag: `${runner} ${duration}`, runner, duration })),
  );
  const server = await startJobServer({ holds: true });
  let outcomes: Outcome[];
  try {
    outcomes = await runJobs(await compileProgram("run-jobs"), server, plan);
  } finally {
    await server.stop();
  }
  const of = (runner: RunnerName) => outcomes.filter((outcome) => outcome.runner === runner);
  const latenessOf = (runner: RunnerName) => of(runner).map(({ lateness }) => lateness);
  printTable(
    `Client, latency: held requests, ${JOBS} jobs of 1 to 1.5 s each`,
    ["late (median)", "95 %", "over bare", "status calls", "calls a job"],
    RUNNERS.map((runner) => ({
      what: runner,
      figures: [
        milliseconds(median(latenessOf(runner))),
        milliseconds(quantile(latenessOf(runner), 0.95)),
        milliseconds(median(latenessOf(runner)) - median(latenessOf(BARE))),
        mean(of(runner).map(({ calls }) => calls.status)).toFixed(1),
        mean(of(runner).map(callsOf)).toFixed(1),
      ],
      ...goalOf(runner),
    })),
  );
}

function goalOf(runner: RunnerName): { goal?: string } {
  if (runner === "@model-api/client") return { goal: "5 ms over bare, 1 status call" };
  // One call more: the first status is told at once.
  if (runner === "@model-api/client, onStatus") return { goal: "5 ms over bare, 2 status calls" };
  return {};
}
