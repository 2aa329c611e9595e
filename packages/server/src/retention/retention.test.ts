import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openMemoryBackend } from "../backend/memory.js";
import { createServer } from "../create-server.js";
import { EngineError } from "../engines/engine.js";
import type { Logger } from "../logger.js";
import type { Storage } from "../storage/storage.js";
import type { Store } from "../store/store.js";
import { type ManualClock, manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { keyRecord } from "../testing/keys.js";
import { callerOf, ORIGIN, serverSuite, until } from "../testing/servers.js";
import { deleteRequest } from "./delete-request.js";
import { createRetention, type Retention } from "./retention.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FILES = {
  files: [{ kind: "image" as const, name: "x.png" }],
  report: { engine: "e", applied: [], ignored: [] },
};

let clock: ManualClock;
let store: Store;
let storage: Storage;
let logged: { level: string; message: string; fields: Record<string, unknown> }[];
let log: Logger;
beforeEach(async () => {
  clock = manualClock();
  ({ store, storage } = openMemoryBackend(clock));
  await store.insertKey(keyRecord());
  logged = [];
  const note = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, message, fields: fields as Record<string, unknown> });
  log = { info: note("info"), warn: note("warn"), error: note("error") };
});
afterEach(() => store.close());

const retention = (retentionMs = 7 * DAY, over: Storage = storage): Retention =>
  createRetention({ store, storage: over, clock, log, retentionMs });

/** Requests that have completed now, each with an output. */
async function complete(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await store.insertRequest({ id, keyId: "k", modelId: "a/b", input: { n: id }, createdAt: clock.now() });
    const claim = await store.claim({ id: `lease of ${id}`, ms: HOUR, now: clock.now() });
    if (!claim) throw new Error("nothing was there to be claimed");
    await storage.write(`outputs/${id}/x.png`, new Uint8Array([1]));
    await store.finish(claim, FILES, clock.now());
  }
}

const upload = (name: string) => storage.write(`files/${name}`, new Uint8Array([1]));

async function kept(): Promise<string[]> {
  const keys: string[] = [];
  for (const prefix of ["outputs", "files"])
    for await (const { key } of storage.list(prefix)) keys.push(key.replace(/^outputs\/|\/x\.png$/g, ""));
  return keys.sort();
}

/** Lets a sweep that has begun come to its end: what it stands on here is in memory. */
async function settled(): Promise<void> {
  for (let i = 0; i < 200; i++) await turnOfTheLoop();
}

test("outputs and uploads are removed when they have been kept for long enough, and no earlier", async () => {
  const sweeper = retention();
  sweeper.start();
  await complete("old");
  await upload("old.png");
  clock.advance(DAY);
  await complete("young");
  await upload("young.png");
  clock.advance(6 * DAY - HOUR);
  await settled();
  expect(await kept()).toEqual(["files/old.png", "files/young.png", "old", "young"]);
  for (let hour = 0; hour < 2; hour++) {
    clock.advance(HOUR);
    await settled();
  }
  expect(await kept()).toEqual(["files/young.png", "young"]);
  expect(await store.findRequest("old")).toMatchObject({ state: "completed", input: {} });
  expect((await store.findRequest("old"))?.removedAt).toBeGreaterThan(0);
  expect((await store.findRequest("young"))?.removedAt).toBeUndefined();
  expect(logged).toMatchObject([{ level: "info", fields: { requests: 1, uploads: 1 } }]);
  await sweeper.stop();
});

test("the input of a request that failed or was cancelled is forgotten as well, and what is still open keeps its own", async () => {
  const add = (id: string) =>
    store.insertRequest({ id, keyId: "k", modelId: "a/b", input: { prompt: id }, createdAt: clock.now() });
  const claim = () => store.claim({ id: "lease", ms: HOUR, now: clock.now() });
  await add("failed");
  const claimed = await claim();
  if (!claimed) throw new Error("nothing was there to be claimed");
  await store.finish(claimed, { failure: { code: "x", message: "no" } }, clock.now());
  await add("cancelled");
  await store.cancel("cancelled", clock.now());
  await add("running");
  await claim();
  await add("queued");
  clock.advance(8 * DAY);
  const sweeper = retention();
  sweeper.start();
  await settled();
  const inputOf = async (id: string) => (await store.findRequest(id))?.input;
  expect(await inputOf("failed")).toEqual({});
  expect(await inputOf("cancelled")).toEqual({});
  expect(await inputOf("running")).toEqual({ prompt: "running" });
  expect(await inputOf("queued")).toEqual({ prompt: "queued" });
  await sweeper.stop();
});

test("what has been due for long is removed at the start, however much it is", async () => {
  const many = Array.from({ length: 250 }, (_, i) => `r${i}`);
  await complete(...many);
  for (const id of many) await upload(`${id}.png`);
  clock.advance(8 * DAY);
  const sweeper = retention();
  sweeper.start();
  await until(async () => (await kept()).length === 0);
  await until(() => logged.length === 1);
  expect(logged).toMatchObject([{ level: "info", fields: { requests: 250, uploads: 250 } }]);
  await sweeper.stop();
});

test("a failure of the storage for some does not stop the others, is logged, and is mended by the next sweep", async () => {
  let broken = true;
  const fragile: Storage = {
    ...storage,
    async remove(key) {
      if (broken && key.includes("bad")) throw new Error(`${key} is stuck`);
      await storage.remove(key);
    },
  };
  await complete("bad-1", "a", "bad-2", "b");
  for (const name of ["bad.png", "c.png"]) await upload(name);
  clock.advance(8 * DAY);
  const sweeper = retention(7 * DAY, fragile);
  sweeper.start();
  await settled();
  expect(await kept()).toEqual(["bad-1", "bad-2", "files/bad.png"]);
  expect(logged.filter(({ level }) => level === "error").map(({ fields }) => fields.name)).toEqual([
    "bad-1",
    "bad-2",
    "files/bad.png",
  ]);
  expect((await store.findRequest("bad-1"))?.removedAt).toBeUndefined();
  broken = false;
  clock.advance(HOUR);
  await settled();
  expect(await kept()).toEqual([]);
  expect((await store.findRequest("bad-1"))?.removedAt).toBe(clock.now());
  await sweeper.stop();
});

test.each([
  ["nearly a batch of failures does not hide what comes behind", 99, 300],
  ["a storage that fails at all is not asked for each of many", 300, 100],
])("%s", async (_, bad, expected) => {
  let tries = 0;
  const fragile: Storage = {
    ...storage,
    async remove(key) {
      tries++;
      if (Number(key.slice("outputs/r".length)) < bad) throw new Error("stuck");
      await storage.remove(key);
    },
  };
  await complete(...Array.from({ length: 300 }, (__, i) => `r${i}`));
  clock.advance(8 * DAY);
  const sweeper = retention(7 * DAY, fragile);
  sweeper.start();
  await settled();
  expect((await kept()).length).toBe(bad);
  expect(tries).toBeGreaterThanOrEqual(expected);
  expect(tries).toBeLessThan(expected + 4);
  await sweeper.stop();
});

test("a store that cannot be read is logged and asked again", async () => {
  await complete("a");
  clock.advance(8 * DAY);
  let broken = true;
  const sweeper = createRetention({
    store: Object.assign(Object.create(store), {
      endedBefore: (before: number, limit: number) =>
        broken ? Promise.reject(new Error("locked")) : store.endedBefore(before, limit),
    }),
    storage,
    clock,
    log,
    retentionMs: 7 * DAY,
  });
  sweeper.start();
  await settled();
  expect([logged.map(({ level }) => level), await kept()]).toEqual([["error"], ["a"]]);
  broken = false;
  clock.advance(HOUR);
  await settled();
  expect(await kept()).toEqual([]);
  await sweeper.stop();
});

test("two processes that remove the same come to the same", async () => {
  await complete("a", "b", "c");
  await upload("x.png");
  clock.advance(8 * DAY);
  const both = [retention(), retention()];
  for (const sweeper of both) sweeper.start();
  await settled();
  expect(await kept()).toEqual([]);
  expect(logged.filter(({ level }) => level === "error")).toEqual([]);
  await Promise.all(both.map((sweeper) => sweeper.stop()));
});

test("a sweep is let end by a stop, begins nothing more, and is not overtaken by the next hour", async () => {
  const removing: (() => void)[] = [];
  const slow: Storage = {
    ...storage,
    remove: (key) => new Promise((resolve) => removing.push(() => resolve(storage.remove(key)))),
  };
  await complete(...Array.from({ length: 10 }, (_, i) => `r${i}`));
  clock.advance(8 * DAY);
  const sweeper = retention(7 * DAY, slow);
  sweeper.start();
  await settled();
  const atOnce = removing.length;
  expect(atOnce).toBeGreaterThan(0);
  clock.advance(HOUR);
  await settled();
  expect(removing).toHaveLength(atOnce);
  let stopped = false;
  const stopping = sweeper.stop().then(() => {
    stopped = true;
  });
  await settled();
  expect(stopped).toBe(false);
  for (const end of removing) end();
  await stopping;
  expect([removing.length, (await kept()).length, clock.pending]).toEqual([atOnce, 10 - atOnce, 0]);
});

test("where everything is kept, nothing that nobody has deleted is removed", async () => {
  await complete("a");
  await upload("a.png");
  clock.advance(10_000 * DAY);
  const sweeper = retention(Number.POSITIVE_INFINITY);
  sweeper.start();
  await settled();
  expect([await kept(), logged]).toEqual([["a", "files/a.png"], []]);
  await sweeper.stop();
});

test.each([
  ["everything is kept", Number.POSITIVE_INFINITY] as const,
  ["things are kept for a week", 7 * DAY] as const,
])(
  "where %s, a deletion that a crash or a failure of the storage has cut short is finished",
  async (_, retentionMs) => {
    let broken = true;
    const fragile: Storage = {
      ...storage,
      remove: (key) => (broken ? Promise.reject(new Error("stuck")) : storage.remove(key)),
    };
    await complete("crashed", "failed", "kept");
    await store.markDeleted("crashed", "k", clock.now());
    await expect(deleteRequest({ store, storage: fragile }, "failed", "k", clock.now())).rejects.toThrow(
      "stuck",
    );
    expect([await kept(), await store.marked(9)]).toEqual([
      ["crashed", "failed", "kept"],
      ["crashed", "failed"],
    ]);
    const sweeper = retention(retentionMs, fragile);
    sweeper.start();
    await settled();
    expect([await store.marked(9), logged.map(({ level }) => level)]).toEqual([
      ["crashed", "failed"],
      ["error", "error"],
    ]);
    broken = false;
    clock.advance(HOUR);
    await settled();
    expect([await kept(), await store.marked(9)]).toEqual([["kept"], []]);
    expect(logged.at(-1)).toMatchObject({ level: "info", fields: { requests: 2 } });
    await sweeper.stop();
  },
);

test("a sweep and the owner that delete the same come to the same", async () => {
  await complete("a");
  await store.markDeleted("a", "k", clock.now());
  const sweeper = retention();
  sweeper.start();
  expect(await deleteRequest({ store, storage }, "a", "k", clock.now())).toBe("marked");
  await settled();
  expect([await kept(), await store.marked(9), logged.filter(({ level }) => level === "error")]).toEqual([
    [],
    [],
    [],
  ]);
  await sweeper.stop();
});

const suite = serverSuite();

test("a server removes by itself, and says of what is gone for how long it is kept", async () => {
  const backend = openMemoryBackend(clock);
  const { engine, runs } = manualEngine();
  const server = await createServer({ backend, engines: [engine], clock, retentionMs: 3 * DAY });
  const call = callerOf(server, await server.createKey("test"));
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  (await until(() => runs[0])).end();
  const failing = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  (await until(() => runs[1])).fail(new EngineError("final", "no"));
  const { output } = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return body.output && body;
  });
  const { pathname } = new URL(output.image);
  expect((await call("GET", pathname)).status).toBe(200);
  await backend.storage.write("files/x.png", new Uint8Array([1]));
  clock.advance(3 * DAY);
  await settled();
  clock.advance(2 * HOUR);
  const gone = await until(async () => {
    const answer = await call("GET", pathname);
    return answer.status === 404 && answer;
  });
  expect((await call("GET", `/v1/requests/${failing}/result`)).body).toMatchObject({
    status: "failed",
    error: { message: "no" },
  });
  expect(gone.body).toEqual({
    error_code: 404001,
    error_message: expect.stringContaining("Outputs are kept for 3 days after their request has completed"),
  });
  const result = await until(async () => {
    const answer = await call("GET", `/v1/requests/${id}/result`);
    return answer.status === 404 && answer;
  });
  expect(result.body).toMatchObject({
    error_code: 404001,
    error_message: expect.stringContaining("removed"),
  });
  const file = await until(async () => {
    const answer = await call("GET", "/files/x.png");
    return answer.status === 404 && answer;
  });
  expect(file.body.error_message).toContain("Uploads are kept for 3 days");
  await server.close({ graceMs: 0 });
});

test("a server that keeps everything promises nothing about it", async () => {
  const { server } = await suite.start(manualEngine().engine, { retentionMs: 0 });
  const response = await server.fetch(new Request(`${ORIGIN}/outputs/req_x/x.png`));
  expect(await response.json()).toEqual({ error_code: 404001, error_message: "There is no such file." });
});
