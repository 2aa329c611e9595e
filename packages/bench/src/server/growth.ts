import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../measure.js";
import { printTable, times } from "../report.js";
import { statusBytes, submitBytes, submitOne } from "./http.js";
import { load } from "./load-generator.js";
import { type Served, serve } from "./served.js";

const CONNECTIONS = 32;
const QUEUED = 100_000;
const REQUESTS = 3000;
const CLAIMS = 300;
const ROUNDS = 5;

interface Times {
  /** Microseconds of the server's CPU. */
  readonly submit: number;
  readonly status: number;
  readonly claim: number;
}

/** What calls and claims cost when 100,000 requests are queued, against an empty queue; two servers, in turn. */
export async function benchServerGrowth(): Promise<void> {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "model-api-growth-")));
  const [empty, full] = (await Promise.all(folders.map((folder) => serve(["embedded", folder])))) as [
    Served,
    Served,
  ];
  try {
    await load({
      url: full.url,
      connections: CONNECTIONS,
      requests: QUEUED,
      request: () => submitBytes(full),
    });
    const last = [await submitOne(empty), await submitOne(full)] as const;
    const rounds: [Times, Times][] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      rounds.push([await measure(empty, last[0]), await measure(full, last[1])]);
    }
    // The first round warms up.
    rounds.shift();
    const rows = (["submit", "status", "claim"] as const).map((what) => {
      const middle = (index: 0 | 1) => median(rounds.map((pair) => pair[index][what]));
      return {
        what: `${what}, server CPU`,
        figures: [
          `${middle(0).toFixed(0)} µs`,
          `${middle(1).toFixed(0)} µs`,
          times(median(rounds.map(([few, many]) => many[what] / few[what]))),
        ],
        goal: "under 1.2 ×",
      };
    });
    printTable(
      `Server, growth: ${QUEUED.toLocaleString("en-US")} requests queued`,
      ["few", "many", "ratio"],
      rows,
    );
  } finally {
    await Promise.all([empty.stop(), full.stop()]);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(server: Served, id: string): Promise<Times> {
  const cost = async (count: number, work: () => Promise<unknown>) => {
    const before = await server.usage();
    await work();
    return ((await server.usage()).cpu - before.cpu) / count;
  };
  const send = (request: () => string) =>
    load({ url: server.url, connections: CONNECTIONS, requests: REQUESTS, request });
  return {
    submit: await cost(REQUESTS, () => send(() => submitBytes(server))),
    status: await cost(REQUESTS, () => send(() => statusBytes(server, id))),
    // Ends one run after the other: each end makes the server claim the next request.
    claim: await cost(CLAIMS, async () => {
      for (let i = 0; i < CLAIMS; i++) await server.endOne();
    }),
  };
}
