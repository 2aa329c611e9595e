import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GroupCommit } from "./group-commit.js";
import { openSqliteStore } from "./sqlite-store.js";
import type { Store } from "./store.js";

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
  store = openSqliteStore(join(folder, "a.db"));
  await store.insertKey({ id: "k", name: "k", hash: "h", createdAt: 1 });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (id: string) =>
  store.insertRequest({ id, keyId: "k", modelId: "a/b", input: { n: id }, createdAt: 5 });
const FILES = {
  files: [{ kind: "image" as const, name: "x.png" }],
  report: { engine: "e", applied: [], ignored: [] },
};

test("the database is durable: WAL, and every commit synced", () => {
  const database = new Database(join(folder, "a.db"));
  expect(database.pragma("journal_mode")).toEqual([{ journal_mode: "wal" }]);
  database.close();
});

test("requests are claimed oldest first, each once", async () => {
  await Promise.all(["a", "b", "c"].map(add));
  const claims = await Promise.all([1, 2, 3, 4].map((lease) => store.claim(String(lease))));
  expect(claims.map((claim) => claim?.request.id)).toEqual(["a", "b", "c", undefined]);
  expect(claims[0]?.request).toMatchObject({ state: "in_progress", attempts: 1, input: { n: "a" } });
});

test("of a cancel and a claim that race, one wins", async () => {
  for (const cancelFirst of [true, false]) {
    const id = `race-${cancelFirst}`;
    await add(id);
    const cancel = () => store.cancel(id, 9);
    const claim = async () => (await store.claim("lease"))?.request.id;
    const [cancelled, claimed] = cancelFirst
      ? await Promise.all([cancel(), claim()])
      : (await Promise.all([claim(), cancel()])).reverse();
    expect([cancelled, claimed]).toEqual(cancelFirst ? [true, undefined] : [false, id]);
    expect(store.findRequest(id)?.state).toBe(cancelFirst ? "cancelled" : "in_progress");
  }
});

test("only the lease that holds a request may finish or release it, and only once", async () => {
  await add("a");
  const claim = await store.claim("one");
  if (!claim) throw new Error("no claim");
  const stale = { ...claim, leaseId: "other" };
  expect(await store.finish(stale, FILES, 7)).toBe(false);
  expect(await store.release(stale)).toBe(false);
  expect(await store.finish(claim, FILES, 7)).toBe(true);
  expect(await store.finish(claim, { failure: { code: "x", message: "y" } }, 8)).toBe(false);
  expect(store.findRequest("a")).toMatchObject({ state: "completed", finishedAt: 7, files: FILES.files });
});

test("a released request keeps its place in the queue, and its count unless it is taken back", async () => {
  await Promise.all(["a", "b"].map(add));
  const first = await store.claim("1");
  if (!first) throw new Error("no claim");
  await store.release(first, { uncount: true });
  expect(store.queuePosition("b")).toBe(1);
  const again = await store.claim("2");
  expect(again?.request).toMatchObject({ id: "a", attempts: 1 });
  if (again) await store.release(again);
  expect((await store.claim("3"))?.request).toMatchObject({ id: "a", attempts: 2 });
});

test("what a process left in progress is found as an orphan by the next", async () => {
  await Promise.all(["a", "b"].map(add));
  await store.claim("dead");
  await store.close();
  store = openSqliteStore(join(folder, "a.db"));
  expect(store.orphans()).toMatchObject([{ leaseId: "dead", request: { id: "a", attempts: 1 } }]);
});

test("a write that fails takes back its own work and nobody else's", async () => {
  const results = await Promise.allSettled([add("a"), add("a"), add("b")]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(store.findRequest("b")?.state).toBe("in_queue");
});

test("writes of one turn share one transaction; none is acknowledged when it fails", async () => {
  const database = new Database(join(folder, "b.db"));
  database.exec("CREATE TABLE t (n INTEGER)");
  const statements: string[] = [];
  const exec = database.exec.bind(database);
  let failing = false;
  database.exec = (sql: string) => {
    statements.push(sql);
    if (failing && sql === "COMMIT") throw new Error("disk full");
    return exec(sql);
  };
  const commit = new GroupCommit(database);
  const insert = (n: number) => commit.run(() => database.prepare("INSERT INTO t VALUES (?)").run(n));
  await Promise.all([insert(1), insert(2), insert(3)]);
  expect(statements.filter((sql) => sql === "COMMIT")).toHaveLength(1);
  failing = true;
  const lost = await Promise.allSettled([insert(4), insert(5)]);
  expect(lost.every(({ status }) => status === "rejected")).toBe(true);
  failing = false;
  await insert(6);
  expect(database.prepare("SELECT n FROM t").all()).toEqual([1, 2, 3, 6].map((n) => ({ n })));
  database.close();
});

test("a file that a newer release wrote is refused, and says what to do", async () => {
  const file = join(folder, "c.db");
  const database = new Database(file);
  database.exec("PRAGMA user_version = 999");
  database.close();
  expect(() => openSqliteStore(file)).toThrow(/written by a newer release.*Upgrade/);
});
