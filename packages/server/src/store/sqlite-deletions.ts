import type Database from "libsql";
import type { GroupCommit } from "./group-commit.js";
import type { Marking, Store } from "./store.js";

const MARK = `UPDATE requests
  SET deleted_at = coalesce(deleted_at, ?), input = '{}', idempotency_key = NULL, fingerprint = NULL, webhook = NULL
  WHERE id = ? AND key_id = ? AND state IN ('completed', 'failed', 'cancelled')`;
const HUSH = "DELETE FROM webhooks WHERE request_id = ?";
const FIND = "SELECT 1 FROM requests WHERE id = ? AND key_id = ?";
const MARKED = "SELECT id FROM requests WHERE deleted_at IS NOT NULL ORDER BY deleted_at, seq LIMIT ?";
const ERASE = "DELETE FROM requests WHERE id = ? AND deleted_at IS NOT NULL";

/** Requests that their owners delete. Usage is summed up elsewhere, as it happens. `prepare` answers a statement that has been prepared once. */
export function sqliteDeletions(
  prepare: (sql: string) => Database.Statement<unknown[]>,
  commit: GroupCommit,
): Pick<Store, "markDeleted" | "marked" | "erase"> {
  return {
    markDeleted: (id, keyId, now) =>
      commit.run((): Marking => {
        if (prepare(MARK).run(now, id, keyId).changes === 1) {
          prepare(HUSH).run(id);
          return "marked";
        }
        return prepare(FIND).get(id, keyId) ? "open" : "missing";
      }),
    marked: async (limit) => (prepare(MARKED).all(limit) as { id: string }[]).map(({ id }) => id),
    erase: (id) => commit.run(() => void prepare(ERASE).run(id)),
  };
}
