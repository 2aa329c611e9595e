import Database from "libsql";
import type { RequestRecord, RequestState } from "../requests.js";
import { GroupCommit } from "./group-commit.js";
import { migrate } from "./migrations.js";
import type { Claim, KeyRecord, Store } from "./store.js";

interface RequestRow {
  id: string;
  key_id: string;
  model_id: string;
  input: string;
  state: RequestState;
  attempts: number;
  lease_id: string | null;
  created_at: number;
  finished_at: number | null;
  files: string | null;
  report: string | null;
  failure: string | null;
}

const INSERT_KEY = "INSERT INTO keys (id, name, hash, created_at) VALUES (?, ?, ?, ?)";
const FIND_KEY = "SELECT id, name, hash, created_at AS createdAt FROM keys WHERE hash = ?";
const INSERT_REQUEST =
  "INSERT INTO requests (id, key_id, model_id, input, state, created_at) VALUES (?, ?, ?, ?, 'in_queue', ?)";
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
  const changed = (sql: string, ...values: unknown[]) =>
    commit.run(() => prepare(sql).run(...values).changes === 1);

  return {
    async insertKey({ id, name, hash, createdAt }) {
      await changed(INSERT_KEY, id, name, hash, createdAt);
    },
    findKey: (hash) => prepare(FIND_KEY).get(hash) as KeyRecord | undefined,
    countKeys: () => (prepare("SELECT count(*) AS n FROM keys").get() as { n: number }).n,

    async insertRequest({ id, keyId, modelId, input, createdAt }) {
      await changed(INSERT_REQUEST, id, keyId, modelId, JSON.stringify(input), createdAt);
    },
    findRequest(id) {
      const row = prepare("SELECT * FROM requests WHERE id = ?").get(id) as RequestRow | undefined;
      return row && toRecord(row);
    },
    queuePosition: (id) => (prepare(QUEUE_POSITION).get(id) as { ahead: number }).ahead,
    cancel: (id, now) => changed(CANCEL, now, id),

    claim: (leaseId) =>
      commit.run(() => {
        const oldest = prepare(OLDEST).get() as { seq: number } | undefined;
        const row = oldest && (prepare(CLAIM).get(leaseId, oldest.seq) as RequestRow | undefined);
        return row && { request: toRecord(row), leaseId };
      }),
    finish({ request, leaseId }, outcome, now) {
      const [state, files, report, failure] =
        "failure" in outcome
          ? ["failed", null, null, JSON.stringify(outcome.failure)]
          : ["completed", JSON.stringify(outcome.files), JSON.stringify(outcome.report), null];
      return changed(FINISH, state, now, files, report, failure, request.id, leaseId);
    },
    release: ({ request, leaseId }, { uncount = false } = {}) =>
      changed(RELEASE, uncount ? 1 : 0, request.id, leaseId),
    orphans() {
      const rows = prepare("SELECT * FROM requests WHERE state = 'in_progress'").all() as RequestRow[];
      return rows.map((row): Claim => ({ request: toRecord(row), leaseId: row.lease_id as string }));
    },

    async close() {
      commit.flush();
      database.close();
    },
  };
}

function toRecord(row: RequestRow): RequestRecord {
  return {
    id: row.id,
    keyId: row.key_id,
    modelId: row.model_id,
    input: JSON.parse(row.input),
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.files !== null && { files: JSON.parse(row.files) }),
    ...(row.report !== null && { report: JSON.parse(row.report) }),
    ...(row.failure !== null && { failure: JSON.parse(row.failure) }),
  };
}
