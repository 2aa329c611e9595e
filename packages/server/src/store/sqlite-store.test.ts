import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { keyRecord } from "../testing/keys.js";
import { storeContract } from "../testing/store-contract.js";
import { GroupCommit } from "./group-commit.js";
import { openSqliteStore } from "./sqlite-store.js";

storeContract("the embedded store", {
  async create() {
    const place = mkdtempSync(join(tmpdir(), "store-"));
    return {
      open: async () => openSqliteStore(join(place, "a.db")),
      remove: async () => rmSync(place, { recursive: true, force: true }),
    };
  },
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the database is durable: WAL, and every commit synced", async () => {
  const store = openSqliteStore(join(folder, "a.db"));
  const database = new Database(join(folder, "a.db"));
  expect(database.pragma("journal_mode")).toEqual([{ journal_mode: "wal" }]);
  database.close();
  await store.close();
});

test.skipIf(process.platform === "win32")(
  "a new database, and what stands beside it, is for its owner only",
  async () => {
    const mask = process.umask(0o022);
    onTestFinished(() => void process.umask(mask));
    const store = openSqliteStore(join(folder, "a.db"));
    await store.insertKey(keyRecord(), { openai: "sk-1" });
    const files = readdirSync(folder);
    expect(files).toContain("a.db-wal");
    for (const file of files) expect([file, statSync(join(folder, file)).mode & 0o077]).toEqual([file, 0]);
    await store.close();
  },
);

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
