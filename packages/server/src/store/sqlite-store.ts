import Database from "libsql";
import type { RequestState } from "../requests.js";
import { GroupCommit } from "./group-commit.js";
import { migrate } from "./migrations.js";
import { type RequestRow, SUMMARY_COLUMNS, type SummaryRow, toRecord, toSummary } from "./request-row.js";
import type { Claim, EarlierRequest, KeyRecord, StateListener, Store } from "./store.js";

const INSERT_KEY = "INSERT INTO keys (id, name, hash, created_at) VALUES (?, ?, ?, ?)";
const FIND_KEY = "SELECT id, name, hash, created_at AS createdAt FROM keys WHERE hash = ?";
const INSERT_REQUEST = `INSERT INTO requests
  (id, key_id, model_id, input, state, created_at, idempotency_key, fingerprint)
  VALUES (?, ?, ?, ?, 'in_queue', ?, ?, ?)
  ON CONFLICT (key_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING`;
const FIND_EARLIER = "SELECT id, fingerprint FROM requests WHERE key_id = ? AND idempotency_key = ?";
const listOf = (filter: string) =>
  `SELECT ${SUMMARY_COLUMNS} FROM requests WHERE ${filter} AND seq < ? ORDER BY seq DESC LIMIT ?`;
const LIST = listOf("key_id = ?");
const LIST_BY_STATE = listOf("key_id = ? AND state = ?");
const STATE_OF = "SELECT state FROM requests WHERE id = ?";
const QUEUE_POSITION = `SELECT count(*) AS ahead FROM requests
  WHERE state = 'in_queue' AND seq < (SELECT seq FROM requests WHERE id = ?)`;
const CANCEL = "UPDATE requests SET state = 'cancelled', finished_at = ? WHERE id = ? AND state = 'in_queue'";
const OLDEST = "SELECT seq FROM requests WHERE state = 'in_queue' ORDER BY seq LIMIT 1";
const CLAIM = `UPDATE requests SET state = 'in_progress', lease_id = ?, attempts = attempts + 1
  WHERE seq = ? AND state = 'in_queue' RETURNING *`;
const FINISH = `UPDATE requests
  SET state = ?, lease_id = NULL, finished_at = ?, files = ?, report = ?, failure = ?
  WHERE id = ? AND state = 'in_progress' AND lease_id = ?`;
const RELEASE = `UPDATE requests SET state = 'in_queue', lease_id = NULL, attempts = attempts - ?
  WHERE id = ? AND state = 'in_progress' AND lease_id = ?`;

/**
 * The embedded store: one SQLite file in WAL mode, `synchronous=FULL`, with group commit. One process owns the file
 * (the data folder's lock sees to that), so every claim that stands in it at start is an orphan.
 */
export function openSqliteStore(file: string): Store {
  const database = new Database(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  migrate(database, file);
  const commit = new GroupCommit(database);
  const statements = new Map<string, Database.Statement<unknown[]>>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const run = (sql: string, ...values: unknown[]) =>
    commit.run(() => prepare(sql).run(...values).changes === 1);

  const findEarlier = (keyId: string, idempotencyKey: string) =>
    prepare(FIND_EARLIER).get(keyId, idempotencyKey) as EarlierRequest | undefined;

  const listeners = new Set<StateListener>();
  const announce = (requestId: string, state: RequestState) => {
    for (const listener of listeners) listener(requestId, state);
  };
  /** A compare-and-set of a request's state, announced when it has succeeded and is committed. */
  const change = async (requestId: string, state: RequestState, sql: string, ...values: unknown[]) => {
    const changed = await run(sql, ...values);
    if (changed) announce(requestId, state);
    return changed;
  };

  return {
    async insertKey({ id, name, hash, createdAt }) {
      await run(INSERT_KEY, id, name, hash, createdAt);
    },
    findKey: (hash) => prepare(FIND_KEY).get(hash) as KeyRecord | undefined,
    countKeys: () => (prepare("SELECT count(*) AS n FROM keys").get() as { n: number }).n,

    insertRequest({ id, keyId, modelId, input, createdAt, idempotency }) {
      const { key = null, fingerprint = null } = idempotency ?? {};
      const row = [id, keyId, modelId, JSON.stringify(input), createdAt, key, fingerprint];
      return commit.run(() => {
        const isNew = prepare(INSERT_REQUEST).run(...row).changes === 1;
        return isNew || key === null ? undefined : findEarlier(keyId, key);
      });
    },
    findEarlier,
    findRequest(id) {
      const row = prepare("SELECT * FROM requests WHERE id = ?").get(id) as RequestRow | undefined;
      return row && toRecord(row);
    },
    queuePosition: (id) => (prepare(QUEUE_POSITION).get(id) as { ahead: number }).ahead,
    stateOf: (id) => (prepare(STATE_OF).get(id) as { state: RequestState } | undefined)?.state,
    listRequests({ keyId, state, before = Number.MAX_SAFE_INTEGER, limit }) {
      const [sql, filter] = state === undefined ? [LIST, [keyId]] : [LIST_BY_STATE, [keyId, state]];
      // One more than is asked for tells whether there is a next page.
      const rows = prepare(sql).all(...filter, before, limit + 1) as SummaryRow[];
      const page = rows.slice(0, limit);
      return { requests: page.map(toSummary), next: rows.length > limit ? page.at(-1)?.seq : undefined };
    },
    cancel: (id, now) => change(id, "cancelled", CANCEL, now, id),

    async claim(leaseId) {
      const request = await commit.run(() => {
        const oldest = prepare(OLDEST).get() as { seq: number } | undefined;
        const row = oldest && (prepare(CLAIM).get(leaseId, oldest.seq) as RequestRow | undefined);
        return row && toRecord(row);
      });
      if (!request) return undefined;
      announce(request.id, request.state);
      return { request, leaseId };
    },
    finish({ request: { id }, leaseId }, outcome, now) {
      if ("failure" in outcome) {
        const failure = JSON.stringify(outcome.failure);
        return change(id, "failed", FINISH, "failed", now, null, null, failure, id, leaseId);
      }
      const [files, report] = [JSON.stringify(outcome.files), JSON.stringify(outcome.report)];
      return change(id, "completed", FINISH, "completed", now, files, report, null, id, leaseId);
    },
    release: ({ request: { id }, leaseId }, { uncount = false } = {}) =>
      change(id, "in_queue", RELEASE, uncount ? 1 : 0, id, leaseId),
    orphans() {
      const rows = prepare("SELECT * FROM requests WHERE state = 'in_progress'").all() as RequestRow[];
      return rows.map((row): Claim => ({ request: toRecord(row), leaseId: row.lease_id as string }));
    },

    onStateChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async close() {
      commit.flush();
      database.close();
    },
  };
}
