import { KEY_COLUMNS, type KeyRow, toKey, valuesOfKey } from "../key-row.js";
import type { Store } from "../store.js";
import { type Pool, rowOf, rowsOf } from "./database.js";
import { KeyCache } from "./key-cache.js";

const INSERT = `INSERT INTO model_api.keys (${KEY_COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const FIND = `SELECT ${KEY_COLUMNS} FROM model_api.keys WHERE hash = $1`;
const LIST = `SELECT ${KEY_COLUMNS} FROM model_api.keys ORDER BY created_at, id`;
const REVOKE = "UPDATE model_api.keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id";
const RENEW =
  "UPDATE model_api.keys SET hash = $2, expires_at = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING id";
const PROVIDER_KEYS = "SELECT provider_keys FROM model_api.keys WHERE id = $1";

/** The same arithmetic as in `RateLimiter`. The row says how long the last one has to wait; where that is not 0, it took nothing. */
const TAKE = `
  INSERT INTO model_api.rates AS r (key_id, until, wait) VALUES ($1, $2::float8 + $3::float8, 0)
  ON CONFLICT (key_id) DO UPDATE SET
    wait = greatest(greatest(r.until, $2) + $3 - $2 - 60000, 0),
    until = CASE WHEN greatest(r.until, $2) + $3 - $2 - 60000 > 0 THEN r.until ELSE greatest(r.until, $2) + $3 END
  RETURNING wait`;

/** API keys, and how fast they may submit. */
export function keyMethods(
  pool: Pool,
): Pick<
  Store,
  "insertKey" | "findKey" | "listKeys" | "revokeKey" | "renewKey" | "providerKeys" | "takeRate"
> {
  const cache = new KeyCache(async (hash) => {
    const row = await rowOf<KeyRow>(pool, FIND, [hash]);
    return row && toKey(row);
  });
  return {
    async insertKey(key, providerKeys) {
      await pool.query(INSERT, valuesOfKey(key, providerKeys));
    },
    findKey: (hash) => cache.find(hash),
    listKeys: async () => (await rowsOf<KeyRow>(pool, LIST)).map(toKey),
    async revokeKey(id, now) {
      const revoked = await rowOf(pool, REVOKE, [id, now]);
      cache.clear();
      return revoked !== undefined;
    },
    async renewKey(id, { hash, expiresAt }) {
      const renewed = await rowOf(pool, RENEW, [id, hash, expiresAt]);
      cache.clear();
      return renewed !== undefined;
    },
    async providerKeys(keyId) {
      const row = await rowOf<Pick<KeyRow, "provider_keys">>(pool, PROVIDER_KEYS, [keyId]);
      return JSON.parse(row?.provider_keys ?? "{}");
    },
    async takeRate(keyId, perMinute, now) {
      const row = await rowOf<{ wait: number }>(pool, TAKE, [keyId, now, 60_000 / perMinute]);
      return row?.wait ?? 0;
    },
  };
}
