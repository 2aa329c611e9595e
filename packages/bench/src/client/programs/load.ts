/**
 * Many runs at once in one process, and many one after the other: what is left afterwards. usage: load URL, under
 * --expose-gc; prints a LoadReport.
 */
import { getEventListeners } from "node:events";
import { createClient, untyped } from "@model-api/client";
import { sleep } from "./clock.js";

/** What stands in the process at one moment, by kind. */
export type Census = Record<string, number>;

export interface LoadReport {
  readonly before: Census;
  readonly inFlight: Census;
  readonly after: Census;
  /** Bytes in use after so many runs, by their number. */
  readonly heap: Record<string, number>;
  /** The first warning of the runtime, such as one of too many listeners. */
  readonly warnings: readonly string[];
}

const AT_ONCE = 1000;
const BATCH = 250;

const client = createClient({ baseUrl: process.argv[2] ?? "", token: "token" });
const { signal } = new AbortController();
const warnings: string[] = [];
process.once("warning", ({ name, message }) => warnings.push(`${name}: ${message}`));

async function run(duration: number, onStatus: () => void = () => {}): Promise<void> {
  const input = { tag: "load", duration_ms: duration };
  await client.run(untyped("acme/x/edit"), input, { signal, timeout: 120_000, onStatus });
}

/** Collects what nobody holds any more; `fetch` takes its own listeners off only when its requests are collected. */
async function settle(): Promise<void> {
  for (let time = 0; time < 5; time++) {
    global.gc?.();
    await sleep(20);
  }
}

function census(): Census {
  const counts: Census = { "listeners on the signal": getEventListeners(signal, "abort").length };
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

async function manyAtOnce() {
  await run(0);
  await settle();
  const before = census();
  let ended = 0;
  const ends: Promise<void>[] = [];
  const told = Array.from(
    { length: AT_ONCE },
    () =>
      new Promise<void>((resolve) => {
        ends.push(run(10_000, resolve).then(() => void ended++));
      }),
  );
  await Promise.all(told);
  await sleep(1000);
  if (ended > 0) throw new Error(`${ended} jobs of 10 s have ended while the others were being started`);
  const inFlight = census();
  await Promise.all(ends);
  await settle();
  return { before, inFlight, after: census() };
}

async function manyInTurn() {
  const heap: Record<string, number> = {};
  for (let done = BATCH; done <= 10_000; done += BATCH) {
    await Promise.all(Array.from({ length: BATCH }, () => run(0)));
    if (done !== 2000 && done !== 10_000) continue;
    await settle();
    heap[done] = process.memoryUsage().heapUsed;
  }
  return heap;
}

const report: LoadReport = { ...(await manyAtOnce()), heap: await manyInTurn(), warnings };
console.log(JSON.stringify(report));
process.exit();
