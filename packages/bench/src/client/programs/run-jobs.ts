/** Runs jobs, each through a client of its own. usage: run-jobs URL PLAN (JSON); prints when each promise resolved, by tag. */
import { now, sleep } from "./clock.js";
import { RUNNERS, type RunnerName } from "./runners.js";

export interface PlannedJob {
  readonly tag: string;
  readonly runner: RunnerName;
  /** Milliseconds. */
  readonly duration: number;
  /** Milliseconds after the start; where it is left out, the job starts when the one before has ended. */
  readonly startAfter?: number;
}

const [url = "", plan = "[]"] = process.argv.slice(2);
const jobs = JSON.parse(plan) as PlannedJob[];

async function run({ tag, runner, duration }: Omit<PlannedJob, "startAfter">): Promise<number> {
  const start = await RUNNERS[runner](url);
  await start({ tag, duration_ms: duration });
  return now();
}

// Not counted: it loads the clients and warms the code.
for (const runner of new Set(jobs.map((job) => job.runner)))
  for (let time = 0; time < 2; time++) await run({ tag: "warm-up", runner, duration: 50 });

const resolved: Record<string, number> = {};
const started: Promise<void>[] = [];
for (const { startAfter, ...job } of jobs) {
  const ended = sleep(startAfter ?? 0)
    .then(() => run(job))
    .then((time) => {
      resolved[job.tag] = time;
    });
  if (startAfter === undefined) await ended;
  started.push(ended);
}
await Promise.all(started);
console.log(JSON.stringify(resolved));
process.exit();
