import { afterEach, expect, test } from "vitest";
import type { Backend } from "../backend/backend.js";
import { openMemoryBackend } from "../backend/memory.js";
import { createServer, type ModelApiServer } from "../create-server.js";
import type { Engine } from "../engines/engine.js";
import type { Storage } from "../storage/storage.js";
import type { Store } from "../store/store.js";
import { type ManualClock, manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { type Call, callerOf, until } from "../testing/servers.js";

let server: ModelApiServer | undefined;
afterEach(async () => {
  await server?.close({ graceMs: 0 });
});

const PATH = `/v1/models/${EDIT}`;
const report = { engine: "e", applied: [], ignored: [] };
const diskFull = () => Promise.reject(new Error("ENOSPC: no space left on device"));

interface Started {
  readonly call: Call;
  readonly clock: ManualClock;
  readonly backend: Backend;
}

/** A server in memory, whose parts may be replaced by such as fail. */
async function start(
  engine: Engine,
  replace: {
    store?: (store: Store) => Partial<Store>;
    storage?: (storage: Storage) => Partial<Storage>;
  } = {},
): Promise<Started> {
  const clock = manualClock();
  const { store, storage, close } = openMemoryBackend(clock);
  const backend = {
    store: { ...store, ...replace.store?.(store) },
    storage: { ...storage, ...replace.storage?.(storage) },
    close,
  };
  server = await createServer({ backend, engines: [engine], clock, concurrency: 1, leaseMs: 30_000 });
  return { call: callerOf(server, await server.createKey("test")), clock, backend };
}

const submit = async (call: Call) => (await call("POST", PATH, INPUT)).body.request_id as string;
const resultOf = async (call: Call, id: string) => (await call("GET", `/v1/requests/${id}/result`)).body;
const stateOf = async (call: Call, id: string) => (await resultOf(call, id)).status;

async function filesOf({ storage }: Backend, id: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(`outputs/${id}`)) keys.push(key);
  return keys;
}

test.each([
  [[undefined], 2],
  [[5], 5],
  [[5, undefined], 2],
  [[5, 7], 5],
])("engines that can have %j runs at once have %i where nobody says it", async (each, atOnce) => {
  let running = 0;
  const engines = each.map(
    (concurrency): Engine => ({
      name: "e",
      repeatable: true,
      concurrency,
      serves: () => true,
      run: (_, { signal }) => {
        running++;
        return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      },
    }),
  );
  server = await createServer({ backend: openMemoryBackend(manualClock()), engines });
  const call = callerOf(server, await server.createKey("test"));
  for (let n = 0; n < 10; n++) await submit(call);
  await until(() => running >= atOnce);
  // As many claims again as there might have been.
  for (let n = 0; n < 10; n++) await stateOf(call, await submit(call));
  expect(running).toBe(atOnce);
});

test("an engine that hangs, and does not hear that it is told to stop, loses its place after the run's time", async () => {
  let runs = 0;
  const engine: Engine = {
    name: "hanging",
    repeatable: true,
    serves: () => true,
    run: () => (++runs === 1 ? new Promise(() => {}) : Promise.resolve({ files: [], report })),
  };
  const { call, clock } = await start(engine);
  const [first, second] = [await submit(call), await submit(call)];
  await until(() => runs === 1);
  await clock.advanceAsync(600_000);
  expect(await stateOf(call, first)).toBe("in_progress");
  await clock.advanceAsync(5000);
  expect(await resultOf(call, first)).toMatchObject({ status: "failed", error: { code: "timed_out" } });
  await until(async () => (await stateOf(call, second)) === "completed");
});

test("an outcome that cannot be written is written as soon as it can be; the engine is not asked again", async () => {
  const { engine, runs } = manualEngine(false);
  let full = true;
  const started = await start(engine, {
    store: (store) => ({ finish: (...args) => (full ? diskFull() : store.finish(...args)) }),
  });
  const { call, clock, backend } = started;
  const id = await submit(call);
  (await until(() => runs.shift())).end();
  await until(async () => (await filesOf(backend, id)).length === 1);
  await clock.advanceAsync(60_000);
  expect(await stateOf(call, id)).toBe("in_progress");
  full = false;
  await clock.advanceAsync(30_000);
  expect(await resultOf(call, id)).toMatchObject({ status: "completed" });
  expect([runs.length, (await filesOf(backend, id)).length]).toEqual([0, 1]);
});

test("an output that cannot be kept is kept as soon as it can be; what was paid for is not thrown away", async () => {
  const { engine, runs } = manualEngine(false);
  let full = true;
  const { call, clock, backend } = await start(engine, {
    storage: (storage) => ({ write: (...args) => (full ? diskFull() : storage.write(...args)) }),
  });
  const id = await submit(call);
  (await until(() => runs.shift())).end();
  await clock.advanceAsync(10_000);
  expect(await stateOf(call, id)).toBe("in_progress");
  full = false;
  await clock.advanceAsync(30_000);
  expect(await stateOf(call, id)).toBe("completed");
  expect([runs.length, (await filesOf(backend, id)).length]).toEqual([0, 1]);
});

test.each([
  [true, 3],
  [false, 1],
])(
  "a streamed output that cannot be kept fails the run (free to repeat: %s), after %i runs, and leaves nothing",
  async (repeatable, times) => {
    let runs = 0;
    const engine: Engine = {
      name: "streaming",
      repeatable,
      serves: () => true,
      async run() {
        runs++;
        const whole = { kind: "image", mediaType: "image/png", data: new Uint8Array(3) } as const;
        return { files: [whole, { ...whole, data: broken() }], report };
      },
    };
    const { call, backend } = await start(engine);
    const id = await submit(call);
    await until(async () => (await stateOf(call, id)) === "failed");
    expect(runs).toBe(times);
    expect((await resultOf(call, id)).error.message).toMatch(/output could not be kept/);
    expect(await until(async () => (await filesOf(backend, id)).length === 0)).toBe(true);
  },
);

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  throw new Error("the engine's own connection broke");
}

test("a run whose lease is lost is aborted, its outcome dropped, and its files removed; those of its successor stay", async () => {
  let held = true;
  let end: (() => void) | undefined;
  const engine: Engine = {
    name: "slow",
    repeatable: true,
    serves: () => true,
    run: () =>
      new Promise((resolve) => {
        const files = [{ kind: "image", mediaType: "image/png", data: new Uint8Array(3) }] as const;
        // Ends though it has been aborted, as engines do that are just done.
        end = () => resolve({ files, report });
      }),
  };
  const { call, clock, backend } = await start(engine, {
    store: () => ({
      shared: true,
      extend: async (ids) => new Set(held ? ids : []),
      orphans: async () => [],
    }),
  });
  const id = await submit(call);
  await until(() => end);
  await clock.advanceAsync(25_000);
  // Another worker has taken the request over, and has kept a file of its own.
  held = false;
  await backend.storage.write(`outputs/${id}/theirs.png`, new Uint8Array(1));
  await clock.advanceAsync(10_000);
  end?.();
  await clock.advanceAsync(5000);
  expect(await stateOf(call, id)).toBe("in_progress");
  expect(await filesOf(backend, id)).toEqual([`outputs/${id}/theirs.png`]);
});

test("a submit that cannot be kept is told so, and is nowhere", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine, { store: () => ({ insertRequest: diskFull }) });
  const token = await server?.createKey("raw");
  const request = new Request(`http://127.0.0.1:9${PATH}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(INPUT),
  });
  const answer = await server?.fetch(request);
  expect(answer?.status).toBe(500);
  // Whether it may be repeated is not for a server to say that does not know.
  expect(answer?.headers.get("retry-after")).toBeNull();
  expect((await call("GET", "/v1/requests")).body.requests).toEqual([]);
  expect(runs).toEqual([]);
});
