import type Database from "libsql";
import type { KeyRecord } from "../keys/key-record.js";
import type { GroupCommit } from "./group-commit.js";
import { KEY_COLUMNS, type KeyRow, toKey, valuesOfKey } from "./key-row.js";
import { RateLimiter } from "./rate-limiter.js";
import type { Store } from "./store.js";

const INSERT = `INSERT INTO keys (${KEY_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
/** How long a key is taken for what it was when it was read. */
const KEEP_MS = 50;
const DATA_VERSION = "PRAGMA data_version";
const FIND = `SELECT ${KEY_COLUMNS} FROM keys WHERE hash = ?`;
const LIST = `SELECT ${KEY_COLUMNS} FROM keys ORDER BY created_at, id`;
const REVOKE = "UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
const RENEW = "UPDATE keys SET hash = ?, expires_at = ? WHERE id = ? AND revoked_at IS NULL";
const PROVIDER_KEYS = "SELECT provider_keys FROM keys WHERE id = ?";

type KeyMethods = Pick<
  Store,
  "insertKey" | "findKey" | "listKeys" | "revokeKey" | "renewKey" | "providerKeys" | "takeRate"
>;

/** API keys, and how fast they may submit. `prepare` answers a statement that has been prepared once. */
export function sqliteKeys(
  prepare: (sql: string) => Database.Statement<unknown[]>,
  commit: GroupCommit,
): KeyMethods {
  const limiter = new RateLimiter();
  /** Keys that have been asked for: reading one costs more than the rest of most calls. */
  const keys = new Map<string, KeyRecord>();
  let version: number | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;

  /** Other processes write keys; the file's version changes when they do. What they write counts after {@link KEEP_MS} at the latest. */
  function forgetChanged(): void {
    const now = performance.now();
    if (now - checkedAt < KEEP_MS) return;
    checkedAt = now;
    const current = prepare(DATA_VERSION).get() as { data_version: number };
    if (current.data_version !== version) keys.clear();
    version = current.data_version;
  }

  return {
    insertKey: (key, providerKeys) =>
      commit.run(() => void prepare(INSERT).run(...valuesOfKey(key, providerKeys))),
    async findKey(hash) {
      forgetChanged();
      const known = keys.get(hash);
      if (known) return known;
      const row = prepare(FIND).get(hash) as KeyRow | undefined;
      const key = row && toKey(row);
      if (key) keys.set(hash, key);
      return key;
    },
    listKeys: async () => (prepare(LIST).all() as KeyRow[]).map(toKey),
    async revokeKey(id, now) {
      const revoked = await commit.run(() => prepare(REVOKE).run(now, id).changes === 1);
      keys.clear();
      return revoked;
    },
    async renewKey(id, { hash, expiresAt }) {
      const renewed = await commit.run(() => prepare(RENEW).run(hash, expiresAt, id).changes === 1);
      keys.clear();
      return renewed;
    },
    async providerKeys(keyId) {
      const row = prepare(PROVIDER_KEYS).get(keyId) as Pick<KeyRow, "provider_keys"> | undefined;
      return JSON.parse(row?.provider_keys ?? "{}");
    },
    takeRate: async (keyId, perMinute, now) => limiter.take(keyId, perMinute, now),
  };
}
