import { median } from "../measure.js";
import { milliseconds, percent, printTable, type TableRow } from "../report.js";
import { spread } from "./durations.js";
import { callsOf, mean, type Outcome, quantile, runJobs } from "./lateness.js";
import { compileProgram, startJobServer } from "./processes.js";
import type { RunnerName } from "./programs/runners.js";

const RUNNERS = [
  "@model-api/client",
  "fal.subscribe",
  "replicate, polling",
] as const satisfies readonly RunnerName[];
const BANDS = [
  {
    name: "1 – 10 s",
    durations: spread(48, 1000, 10_000),
    goal: "10 % of the job, or half of the peers' calls",
  },
  {
    name: "10 – 120 s",
    durations: spread(48, 10_000, 120_000),
    goal: "10 % of the job, with half of the peers' calls",
  },
];
/** Milliseconds between two starts: the jobs of a process overlap, and do not march in step. */
const STAGGER = 61;

/** How late the end of a job is known, and at what price, where the server answers every call at once. */
export async function benchPolling(): Promise<void> {
  const program = await compileProgram("run-jobs");
  const server = await startJobServer({ holds: false });
  const durations = BANDS.flatMap((band) => band.durations);
  const plan = (runner: RunnerName) =>
    durations.map((duration, index) => ({
      tag: `${runner} ${duration}`,
      runner,
      duration,
      startAfter: index * STAGGER,
    }));
  let outcomes: Outcome[];
  try {
    outcomes = (await Promise.all(RUNNERS.map((runner) => runJobs(program, server, plan(runner))))).flat();
  } finally {
    await server.stop();
  }
  for (const band of BANDS) {
    const within = outcomes.filter(({ duration }) => band.durations.includes(duration));
    const rows = RUNNERS.map((runner) => rowOf(runner, within, band.goal));
    printTable(
      `Client, latency: polling, ${band.durations.length} jobs of ${band.name} each`,
      ["late / job (median)", "95 %", "late (median)", "calls a job", "over fal", "over replicate"],
      rows,
    );
  }
}

function rowOf(runner: RunnerName, outcomes: readonly Outcome[], goal: string): TableRow {
  const own = outcomes.filter((outcome) => outcome.runner === runner);
  const shares = own.map(({ lateness, duration }) => lateness / duration);
  const callsBy = (name: RunnerName) => mean(outcomes.filter((each) => each.runner === name).map(callsOf));
  return {
    what: runner,
    figures: [
      percent(median(shares)),
      percent(quantile(shares, 0.95)),
      milliseconds(median(own.map(({ lateness }) => lateness))),
      callsBy(runner).toFixed(1),
      (callsBy(runner) / callsBy("fal.subscribe")).toFixed(2),
      (callsBy(runner) / callsBy("replicate, polling")).toFixed(2),
    ],
    ...(runner === "@model-api/client" && { goal }),
  };
}
