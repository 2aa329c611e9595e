// What the store on Postgres costs with an empty queue and with a full one, and how claims scale with workers:
//   node --import tsx --conditions=@model-api/source packages/server/src/testing/postgres-speed.ts [queued] [setting=value …]
// Both queues are measured in turn, so that whatever else the machine does befalls both. The last line is JSON, see PostgresSpeed.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openPostgresStore } from "../store/postgres/postgres-store.js";
import type { Store } from "../store/store.js";
import { keyRecord } from "./keys.js";
import { startPostgres } from "./postgres.js";

const [queued = "100000", ...settings] = process.argv.slice(2);
const WARM_UP = 100;
const ROUNDS = 1500;
const ENGINE_MS = 50;
const WORKER_ROUNDS = 100;

const postgres = await startPostgres(Object.fromEntries(settings.map((text) => text.split("="))));
const emptyUrl = await postgres.createDatabase();
const fullUrl = await postgres.createDatabase();
const stores = {
  empty: await openPostgresStore({ url: emptyUrl }),
  full: await openPostgresStore({ url: fullUrl }),
};
const OUTCOME = { files: [], report: { engine: "e", applied: [], ignored: [] } };
let count = 0;
const report: PostgresSpeed = { growth: {}, scaling: Number.NaN };

/** What `npm run bench -- server-postgres` prints. */
export interface PostgresSpeed {
  /** Milliseconds of each call, with an empty queue and a full one, and their ratio. */
  readonly growth: Record<string, { readonly empty: number; readonly full: number; readonly ratio: number }>;
  /** How many times as fast four workers are as one, on an engine that sleeps. */
  scaling: number;
}

const submit = (store: Store, id: string) =>
  store.insertRequest({ id, keyId: "k", modelId: "a/b", input: { prompt: "x" }, createdAt: Date.now() });
const claim = async (store: Store) => {
  const claimed = await store.claim({ id: `lease_${++count}`, ms: 60_000, now: Date.now() });
  if (!claimed) throw new Error("nothing was there to be claimed");
  return claimed;
};

try {
  for (const store of Object.values(stores)) await store.insertKey(keyRecord());
  await fill(Number(queued));
  await measure();
  await drain();
  await scale();
  console.log(JSON.stringify(report));
} finally {
  for (const store of Object.values(stores)) await store.close();
  await postgres.stop();
}

/** Each claim follows a submit, so a queue is as long afterwards as before. */
async function measure(): Promise<void> {
  const times: Record<string, { empty: number[]; full: number[] }> = {};
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    for (const [name, store] of Object.entries(stores) as ["empty" | "full", Store][]) {
      const time = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
        const started = performance.now();
        const result = await call();
        times[what] ??= { empty: [], full: [] };
        if (round >= WARM_UP) times[what][name].push(performance.now() - started);
        return result;
      };
      const id = `req_${++count}`;
      await time("submit", () => submit(store, id));
      await time("status", () => store.findStatus(id));
      const claimed = await time("claim", () => claim(store));
      await time("finish", () => store.finish(claimed, OUTCOME, Date.now()));
    }
  }
  for (const [what, { empty, full }] of Object.entries(times)) {
    const figures = (of: number[]) => {
      of.sort((a, b) => a - b);
      const at = (share: number) => of[Math.floor(of.length * share)] as number;
      const middle = of.slice(Math.floor(of.length * 0.05), Math.floor(of.length * 0.95));
      const mean = middle.reduce((sum, ms) => sum + ms, 0) / middle.length;
      return {
        mean,
        text: `p50 ${at(0.5).toFixed(2)}, mean of the middle ${mean.toFixed(2)}, p95 ${at(0.95).toFixed(2)} ms`,
      };
    };
    const [some, many] = [figures(empty), figures(full)];
    report.growth[what] = { empty: some.mean, full: many.mean, ratio: many.mean / some.mean };
    console.log(
      `${what}: empty ${some.text}; ${queued} queued ${many.text}; ratio ${(many.mean / some.mean).toFixed(2)}`,
    );
  }
}

async function fill(howMany: number): Promise<void> {
  let started = performance.now();
  const through = 5000;
  for (let done = 0; done < through; done += 500)
    await Promise.all(Array.from({ length: 500 }, () => submit(stores.full, `req_${++count}`)));
  console.log(
    `submits, 10 at once: ${((through / (performance.now() - started)) * 1000).toFixed(0)} a second`,
  );
  const client = new pg.Client(fullUrl);
  await client.connect();
  await client.query(`INSERT INTO model_api.requests (id, key_id, model_id, input, state, created_at)
    SELECT 'more_' || n, 'k', 'a/b', '{"prompt":"x"}', 'in_queue', ${Date.now()} FROM generate_series(${through + 1}, ${howMany}) AS n`);
  await client.end();
  started = performance.now();
  await (await openPostgresStore({ url: fullUrl })).close();
  console.log(
    `opened, with ${howMany - through} deliveries missing: ${(performance.now() - started).toFixed(0)} ms`,
  );
  started = performance.now();
  await (await openPostgresStore({ url: fullUrl })).close();
  console.log(`opened, with none missing: ${(performance.now() - started).toFixed(0)} ms`);
}

/** Claims by ten at once: does what has been taken slow down what follows? */
async function drain(): Promise<void> {
  for (let part = 0; part < 4; part++) {
    const started = performance.now();
    for (let done = 0; done < 2500; done += 500)
      await Promise.all(Array.from({ length: 500 }, () => claim(stores.full)));
    console.log(`claims, 10 at once: ${(2_500_000 / (performance.now() - started)).toFixed(0)} a second`);
  }
}

/** Workers that run one request at a time on an engine that sleeps, each on a store of its own. */
async function scale(): Promise<void> {
  const rates: number[] = [];
  for (const workers of [1, 4]) {
    const own = await Promise.all(
      Array.from({ length: workers }, () => openPostgresStore({ url: fullUrl, connections: 2 })),
    );
    const started = performance.now();
    await Promise.all(
      own.map(async (store) => {
        for (let round = 0; round < WORKER_ROUNDS; round++) {
          const claimed = await claim(store);
          await sleep(ENGINE_MS);
          await store.finish(claimed, OUTCOME, Date.now());
        }
      }),
    );
    const rate = (workers * WORKER_ROUNDS * 1000) / (performance.now() - started);
    rates.push(rate);
    console.log(`${workers} workers on an engine of ${ENGINE_MS} ms: ${rate.toFixed(1)} a second`);
    await Promise.all(own.map((store) => store.close()));
  }
  report.scaling = (rates[1] as number) / (rates[0] as number);
}
