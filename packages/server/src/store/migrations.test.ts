import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqliteStore } from "./sqlite-store.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the first release made. */
const VERSION_1 = `
  CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE requests (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL REFERENCES keys (id),
    model_id TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('in_queue', 'in_progress', 'completed', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_id TEXT,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    files TEXT,
    report TEXT,
    failure TEXT,
    CHECK ((state = 'in_progress') = (lease_id IS NOT NULL))
  ) STRICT;
  CREATE INDEX requests_open ON requests (state, seq) WHERE state IN ('in_queue', 'in_progress');
  PRAGMA user_version = 1;
  INSERT INTO keys VALUES ('k', 'k', 'h', 1);
  INSERT INTO requests (id, key_id, model_id, input, state, created_at) VALUES ('old', 'k', 'a/b', '{"n":1}', 'in_queue', 5);
`;

test("a file of the first release is brought to this one, with what it holds", async () => {
  const file = join(folder, "a.db");
  const database = new Database(file);
  database.exec(VERSION_1);
  database.close();
  const store = openSqliteStore(file);
  expect(await store.findRequest("old")).toMatchObject({ state: "in_queue", input: { n: 1 }, createdAt: 5 });
  const idempotency = { key: "once", fingerprint: "f" };
  const row = { keyId: "k", modelId: "a/b", input: {}, createdAt: 6, idempotency };
  expect(await store.insertRequest({ ...row, id: "new" })).toEqual({ outcome: "added" });
  const earlier = { id: "new", fingerprint: "f" };
  expect(await store.insertRequest({ ...row, id: "repeat" })).toEqual({ outcome: "repeat", earlier });
  const claim = await store.claim({ id: "lease", ms: 1, now: 7 });
  expect(claim?.request.id).toBe("old");
  expect(claim && (await store.note(claim, { progress: 0.5, reference: "r" }))).toBe(true);
  expect(await store.findRequest("old")).toMatchObject({ progress: 0.5, reference: "r" });
  const key = await store.findKey("h");
  expect(key).toMatchObject({ id: "k", scopes: ["submit", "read", "admin"] });
  // What it may do is what it could do before.
  expect(key).not.toHaveProperty("models");
  expect(await store.providerKeys("k")).toEqual({});
  expect(key?.webhookSecret).toMatch(/^whsec_[0-9A-F]{48}$/);
  expect(await store.usage({ since: 0 })).toMatchObject([{ day: "1970-01-01", submitted: 2 }]);
  expect(await store.cancel("new", 8)).toBe(true);
  expect(await store.markDeleted("new", "k", 9)).toBe("marked");
  await store.erase("new");
  expect(await store.usage({ since: 0 })).toMatchObject([{ day: "1970-01-01", submitted: 2, cancelled: 1 }]);
  await store.close();

  const copy = new Database(`${file}.v1.backup`);
  expect(copy.prepare("SELECT id FROM requests").all()).toEqual([{ id: "old" }]);
  expect(copy.prepare("PRAGMA user_version").get()).toMatchObject({ user_version: 1 });
  copy.close();
  expect(statSync(`${file}.v1.backup`).mode & 0o077).toBe(0);
});
