import type { RequestState } from "../../requests.js";
import type { Store } from "../store.js";
import { type Pool, rowOf, rowsOf, transaction } from "./database.js";
import { usageOf } from "./usage.js";

const MARK = `UPDATE model_api.requests
  SET deleted_at = coalesce(deleted_at, $3), input = '{}', idempotency_key = NULL, fingerprint = NULL, webhook = NULL
  WHERE id = $1 AND key_id = $2 AND state IN ('completed', 'failed', 'cancelled') RETURNING id`;
const HUSH = "DELETE FROM model_api.webhooks WHERE request_id = $1";
const FIND = "SELECT state FROM model_api.requests WHERE id = $1 AND key_id = $2";
const MARKED =
  "SELECT id FROM model_api.requests WHERE deleted_at IS NOT NULL ORDER BY deleted_at, seq LIMIT $1";
/** Its usage moves in the same moment: whoever sums up sees it in one place or in the other. */
const ERASE = `
  WITH gone AS (DELETE FROM model_api.requests WHERE id = $1 AND deleted_at IS NOT NULL RETURNING *)
  INSERT INTO model_api.usage_of_deleted AS u (day, key_id, model_id, submitted, completed, failed, cancelled, run_ms)
  ${usageOf("gone")}
  ON CONFLICT (day, key_id, model_id) DO UPDATE SET ${[
    "submitted",
    "completed",
    "failed",
    "cancelled",
    "run_ms",
  ]
    .map((name) => `${name} = u.${name} + excluded.${name}`)
    .join(", ")}`;

/** Requests that their owners delete. */
export function deletionMethods(pool: Pool): Pick<Store, "markDeleted" | "marked" | "erase"> {
  return {
    markDeleted: (id, keyId, now) =>
      transaction(pool, async (connection) => {
        if (await rowOf(connection, MARK, [id, keyId, now])) {
          // A statement of its own: it sees the webhook of an end that the one before has waited for.
          await connection.query(HUSH, [id]);
          return "marked";
        }
        return (await rowOf<{ state: RequestState }>(connection, FIND, [id, keyId])) ? "open" : "missing";
      }),
    marked: async (limit) => (await rowsOf<{ id: string }>(pool, MARKED, [limit])).map(({ id }) => id),
    async erase(id) {
      await pool.query(ERASE, [id]);
    },
  };
}
