import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../measure.js";
import { printTable, times } from "../report.js";
import { statusBytes, submitBytes, submitOne } from "./http.js";
import { load, percentile } from "./load-generator.js";
import { type Served, serve } from "./served.js";

const CONNECTIONS = 32;
const WARM_UP = 2000;
const REQUESTS = 6000;
const ROUNDS = 5;

interface Measured {
  /** Microseconds of the server's CPU a request. */
  readonly cpu: number;
  readonly perSecond: number;
}

type Sender = (server: Served) => (index: number) => string;

/** Submits and status calls against the same framework that answers a constant, in turn, over 32 connections. */
export async function benchServerLoad(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "model-api-load-"));
  const [baseline, server] = [await serve(["baseline"]), await serve(["embedded", folder])];
  try {
    const ids = await Promise.all(Array.from({ length: 50 }, () => submitOne(server)));
    const senders: Record<string, Sender> = {
      submit: (target) => () => submitBytes(target),
      status: (target) => (index) => statusBytes(target, ids[index % ids.length] as string),
    };
    for (const [name, sender] of Object.entries(senders)) await compare(name, sender, baseline, server);
  } finally {
    await Promise.all([baseline.stop(), server.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(name: string, sender: Sender, baseline: Served, server: Served): Promise<void> {
  const targets = [baseline, server];
  for (const target of targets) await run(target, sender, WARM_UP);
  const rounds: [Measured, Measured][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push([await measure(baseline, sender), await measure(server, sender)]);
  }
  const ratio = (figure: keyof Measured) => median(rounds.map(([bare, full]) => full[figure] / bare[figure]));
  const middle = (index: 0 | 1, figure: keyof Measured) => median(rounds.map((pair) => pair[index][figure]));
  const tails = [
    await tail(baseline, sender, middle(0, "perSecond") / 2),
    await tail(server, sender, middle(1, "perSecond") / 2),
  ];
  const goals = name === "submit" ? ["at most 6 ×", "at least 0.25 ×"] : ["at most 3.5 ×", "at least 0.45 ×"];
  printTable(
    `Server, ${name}: against the same framework answering a constant, ${CONNECTIONS} connections`,
    ["constant", "server", "ratio"],
    [
      {
        what: "server CPU a request",
        figures: [
          `${middle(0, "cpu").toFixed(0)} µs`,
          `${middle(1, "cpu").toFixed(0)} µs`,
          times(ratio("cpu")),
        ],
        goal: goals[0] as string,
      },
      {
        what: "requests a second",
        figures: [
          middle(0, "perSecond").toFixed(0),
          middle(1, "perSecond").toFixed(0),
          times(ratio("perSecond")),
        ],
        goal: goals[1] as string,
      },
      {
        what: "p99 at half of the reached load",
        figures: [...tails.map((ms) => `${ms.toFixed(1)} ms`), times((tails[1] ?? 0) / (tails[0] ?? 1))],
        goal: "at most 5 ×",
      },
    ],
  );
}

function run(target: Served, sender: Sender, requests: number, rate?: number) {
  const request = sender(target);
  return load({ url: target.url, connections: CONNECTIONS, requests, request, ...(rate && { rate }) });
}

async function measure(target: Served, sender: Sender): Promise<Measured> {
  const before = await target.usage();
  const { perSecond } = await run(target, sender, REQUESTS);
  const after = await target.usage();
  return { cpu: (after.cpu - before.cpu) / REQUESTS, perSecond };
}

/** The p99 of some rounds at a rate, the middle one: one hiccup of the machine is not the server's. */
async function tail(target: Served, sender: Sender, rate: number): Promise<number> {
  const tails: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { latencies } = await run(target, sender, Math.ceil(rate), rate);
    tails.push(percentile(latencies, 0.99));
  }
  return median(tails);
}
