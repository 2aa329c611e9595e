import type { RequestState } from "../../requests.js";
import { type RequestRow, SUMMARY_COLUMNS, type SummaryRow, toRecord, toSummary } from "../request-row.js";
import type { EarlierRequest, NewRequest, Store } from "../store.js";
import { ANNOUNCE } from "./announcements.js";
import { type Connection, type Pool, rowOf, rowsOf, transaction } from "./database.js";
import type { Deliveries } from "./deliveries.js";
import { LOCKS } from "./migrations.js";
import type { QueueView } from "./queue-view.js";

/** Of two that race with one idempotency key, the second waits for the first one's end. */
const INSERT = `
  WITH added AS (
    INSERT INTO model_api.requests
      (id, key_id, model_id, input, state, created_at, idempotency_key, fingerprint, webhook, simulation, available_at)
    VALUES ($1, $2, $3, $4, 'in_queue', $5, $6, $7, $8, $9, $10)
    ON CONFLICT (key_id, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
    RETURNING seq, id, state
  )
  SELECT seq, ${ANNOUNCE} FROM added`;
const FIND_EARLIER =
  "SELECT id, fingerprint FROM model_api.requests WHERE key_id = $1 AND idempotency_key = $2";
const COUNT_OPEN = `SELECT count(*) AS open FROM model_api.requests
  WHERE key_id = $1 AND state IN ('in_queue', 'in_progress')`;
const FIND = "SELECT * FROM model_api.requests WHERE id = $1 AND deleted_at IS NULL";
const FIND_SUMMARY = `SELECT ${SUMMARY_COLUMNS} FROM model_api.requests WHERE id = $1 AND deleted_at IS NULL`;
const FIND_STATE = "SELECT state, seq FROM model_api.requests WHERE id = $1 AND deleted_at IS NULL";
/** `filter` names further conditions, whose values come behind the others. */
const listOf = (filter: string) => `SELECT ${SUMMARY_COLUMNS} FROM model_api.requests
  WHERE key_id = $1 AND seq < $2 AND deleted_at IS NULL${filter} ORDER BY seq DESC LIMIT $3`;
const DEPTH = `SELECT
  (SELECT count(*) FROM model_api.requests WHERE state = 'in_queue') AS queued,
  (SELECT count(*) FROM model_api.requests WHERE state = 'in_progress') AS running`;
const ENDED_BEFORE = `SELECT id FROM model_api.requests
  WHERE removed_at IS NULL AND deleted_at IS NULL AND finished_at < $1 ORDER BY finished_at LIMIT $2`;
const FORGET = "UPDATE model_api.requests SET removed_at = $2, input = '{}' WHERE id = $1";

type RequestMethods = Pick<
  Store,
  | "insertRequest"
  | "findEarlier"
  | "findRequest"
  | "findStatus"
  | "stateOf"
  | "listRequests"
  | "depth"
  | "endedBefore"
  | "forget"
>;

/** Requests, as their callers see them. */
export function requestMethods(pool: Pool, deliveries: Deliveries, queue: QueueView): RequestMethods {
  const findEarlier = (database: Pool | Connection, keyId: string, key: string) =>
    rowOf<EarlierRequest>(database, FIND_EARLIER, [keyId, key]);
  const findState = (id: string) => rowOf<{ state: RequestState; seq: number }>(pool, FIND_STATE, [id]);

  return {
    insertRequest: (request) =>
      transaction(pool, async (connection) => {
        const { id, keyId, idempotency, maxOpen, availableAt } = request;
        if (maxOpen !== undefined) {
          // Its submits come one after another, so that none counts before another one is there.
          await connection.query("SELECT pg_advisory_xact_lock($1, hashtext($2))", [LOCKS.open, keyId]);
          const earlier = idempotency && (await findEarlier(connection, keyId, idempotency.key));
          if (earlier) return { outcome: "repeat", earlier };
          const open = (await rowOf<{ open: number }>(connection, COUNT_OPEN, [keyId]))?.open ?? 0;
          if (open >= maxOpen) return { outcome: "full", open };
        }
        const added = await rowOf<{ seq: number }>(connection, INSERT, valuesOf(request));
        if (!added) {
          const earlier = await findEarlier(connection, keyId, idempotency?.key ?? "");
          return { outcome: "repeat", earlier: earlier as EarlierRequest };
        }
        // What cannot be claimed yet is sent when its time has come.
        if (availableAt === undefined) await deliveries.send(connection, [{ seq: added.seq, id }]);
        return { outcome: "added" };
      }),
    findEarlier: (keyId, key) => findEarlier(pool, keyId, key),
    async findRequest(id) {
      const row = await rowOf<RequestRow>(pool, FIND, [id]);
      return row && toRecord(row);
    },
    async findStatus(id) {
      const row = await rowOf<SummaryRow>(pool, FIND_SUMMARY, [id]);
      if (!row) return undefined;
      const summary = toSummary(row);
      return row.state === "in_queue" ? { ...summary, ahead: await queue.ahead(row.seq) } : summary;
    },
    stateOf: async (id) => (await findState(id))?.state,
    async listRequests({ keyId, state, modelId, before = Number.MAX_SAFE_INTEGER, limit }) {
      const wanted = Object.entries({ state, model_id: modelId }).filter(([, value]) => value !== undefined);
      const filter = wanted.map(([column], index) => ` AND ${column} = $${index + 4}`).join("");
      // One more than is asked for tells whether there is a next page.
      const values = [keyId, before, limit + 1, ...wanted.map(([, value]) => value)];
      const rows = await rowsOf<SummaryRow>(pool, listOf(filter), values);
      const page = rows.slice(0, limit);
      return { requests: page.map(toSummary), next: rows.length > limit ? page.at(-1)?.seq : undefined };
    },
    async depth() {
      const row = await rowOf<{ queued: number; running: number }>(pool, DEPTH);
      return row ?? { queued: 0, running: 0 };
    },
    async endedBefore(before, limit) {
      return (await rowsOf<{ id: string }>(pool, ENDED_BEFORE, [before, limit])).map(({ id }) => id);
    },
    async forget(id, now) {
      await pool.query(FORGET, [id, now]);
    },
  };
}

/** In the order of {@link INSERT}. */
function valuesOf(request: NewRequest): (string | number | null)[] {
  const { idempotency, webhook, simulation } = request;
  return [
    request.id,
    request.keyId,
    request.modelId,
    JSON.stringify(request.input),
    request.createdAt,
    idempotency?.key ?? null,
    idempotency?.fingerprint ?? null,
    webhook ? JSON.stringify(webhook) : null,
    simulation ? JSON.stringify(simulation) : null,
    request.availableAt ?? null,
  ];
}
