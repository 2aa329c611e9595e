import { type RequestRow, toOutcomeRow, toRecord } from "../request-row.js";
import type { Claim, Store } from "../store.js";
import { ANNOUNCE } from "./announcements.js";
import { type Connection, type Pool, rowOf, rowsOf, transaction } from "./database.js";
import type { Deliveries, Queued } from "./deliveries.js";

/** How long whoever finds an orphan has to settle it. */
const ORPHAN_LEASE_MS = 30_000;
/** How many orphans are handed out at once: each brings its input. */
const ORPHANS = 100;
/** How many of the requests whose time has come one claim sends. */
const DUE = 100;

/** A moment by the database's clock: those of the processes may differ. */
const inMs = (value: string) => `now() + ${value} * interval '1 millisecond'`;

const NOW_DUE = `
  UPDATE model_api.requests SET available_at = NULL
  WHERE seq IN (
    SELECT seq FROM model_api.requests WHERE state = 'in_queue' AND available_at <= $1
    ORDER BY available_at LIMIT ${DUE} FOR UPDATE SKIP LOCKED
  )
  RETURNING seq, id`;
const NEXT_AVAILABLE = `SELECT min(available_at) AS next FROM model_api.requests
  WHERE state = 'in_queue' AND available_at > $1`;
const CLAIM = `
  WITH changed AS (
    UPDATE model_api.requests
    SET state = 'in_progress', lease_id = $2, lease_until = ${inMs("$3")}, started_at = $4, attempts = attempts + 1
    WHERE seq = $1 AND state = 'in_queue'
    RETURNING *
  )
  SELECT *, ${ANNOUNCE} FROM changed`;
const EXTEND = `UPDATE model_api.requests SET lease_until = ${inMs("$2")}
  WHERE state = 'in_progress' AND lease_id = ANY ($1) RETURNING lease_id`;
/** Whoever had the lease has lost it from now on, and of two that look at once each gets others. */
const TAKE_ORPHANS = `
  UPDATE model_api.requests SET lease_id = gen_random_uuid()::text, lease_until = ${inMs("$1")}
  WHERE seq IN (
    SELECT seq FROM model_api.requests WHERE state = 'in_progress' AND lease_until < now()
    ORDER BY lease_until LIMIT ${ORPHANS} FOR UPDATE SKIP LOCKED
  )
  RETURNING *`;
const RELEASE = `
  WITH changed AS (
    UPDATE model_api.requests
    SET state = 'in_queue', lease_id = NULL, lease_until = NULL, started_at = NULL, attempts = attempts - $3,
      available_at = $4, progress = NULL, reference = CASE WHEN $5 THEN NULL ELSE reference END
    WHERE id = $1 AND state = 'in_progress' AND lease_id = $2
    RETURNING *
  )
  SELECT seq, id, ${ANNOUNCE} FROM changed`;
/** Of a progress that stays what it was nobody need hear. */
const NOTE = `
  WITH held AS (
    SELECT seq, progress FROM model_api.requests
    WHERE id = $1 AND state = 'in_progress' AND lease_id = $2 FOR UPDATE
  ),
  changed AS (
    UPDATE model_api.requests AS r SET progress = coalesce($3, r.progress), reference = coalesce($4, r.reference)
    FROM held WHERE r.seq = held.seq
    RETURNING r.seq, id, state, r.progress IS DISTINCT FROM held.progress AS moved
  )
  SELECT seq, CASE WHEN moved THEN ${ANNOUNCE} END FROM changed`;
/** An end: the state that follows, the webhook that is due from now on, and the announcement. `$1` is the request's id, `$2` the time. */
const ended = (update: string) => `
  WITH changed AS (${update} RETURNING seq, id, state, webhook),
  due AS (
    INSERT INTO model_api.webhooks (id, request_id, due_at)
    SELECT 'msg_' || gen_random_uuid(), id, $2 FROM changed WHERE webhook IS NOT NULL
  )
  SELECT ${ANNOUNCE} FROM changed`;
const FINISH = ended(`UPDATE model_api.requests
  SET state = $4, lease_id = NULL, lease_until = NULL, ended_by = $3, finished_at = $2, files = $5, report = $6, failure = $7,
    cost = $8, progress = NULL
  WHERE id = $1 AND state = 'in_progress' AND lease_id = $3`);
const HAS_FINISHED = `SELECT id FROM model_api.requests
  WHERE id = $1 AND ended_by = $2 AND state = $3 AND files IS NOT DISTINCT FROM $4 AND failure IS NOT DISTINCT FROM $5`;
const FIND_QUEUED = "SELECT seq FROM model_api.requests WHERE id = $1 AND state = 'in_queue'";
const CANCEL = ended(`UPDATE model_api.requests SET state = 'cancelled', finished_at = $2
  WHERE id = $1 AND state = 'in_queue'`);

type ClaimMethods = Pick<
  Store,
  "cancel" | "claim" | "nextAvailableAt" | "extend" | "finish" | "note" | "release" | "orphans"
>;

/** The changes of a request's state. Each is a compare-and-set of its row: the row alone says how a request stands. */
export function claimMethods(pool: Pool, deliveries: Deliveries): ClaimMethods {
  /** A claim, `false` where a delivery was dropped because its request is not waiting any more, or undefined where there is none. */
  function takeOne(lease: Parameters<Store["claim"]>[0]): Promise<Claim | false | undefined> {
    return transaction(pool, async (connection) => {
      await sendDue(connection, lease.now);
      const seq = await deliveries.take(connection);
      if (seq === undefined) return undefined;
      const row = await rowOf<RequestRow>(connection, CLAIM, [seq, lease.id, lease.ms, lease.now]);
      await deliveries.remove(connection, seq);
      return row ? { request: toRecord(row), leaseId: lease.id } : false;
    });
  }

  /** What could not be claimed when it was submitted, and can be now. */
  async function sendDue(connection: Connection, now: number): Promise<void> {
    const due = await rowsOf<Queued>(connection, NOW_DUE, [now]);
    if (due.length > 0) await deliveries.send(connection, due);
  }

  return {
    async cancel(id, now) {
      const queued = await rowOf<{ seq: number }>(pool, FIND_QUEUED, [id]);
      if (!queued) return false;
      return transaction(pool, async (connection) => {
        // First, as in a claim: two that lock the same things in the same order never wait for each other.
        await deliveries.remove(connection, queued.seq);
        return (await rowOf(connection, CANCEL, [id, now])) !== undefined;
      });
    },
    async claim(lease) {
      for (;;) {
        const claim = await takeOne(lease);
        if (claim !== false) return claim;
      }
    },
    async nextAvailableAt(now) {
      const row = await rowOf<{ next: number | null }>(pool, NEXT_AVAILABLE, [now]);
      return row?.next ?? undefined;
    },
    async extend(leaseIds, ms) {
      const rows = await rowsOf<{ lease_id: string }>(pool, EXTEND, [leaseIds, ms]);
      return new Set(rows.map(({ lease_id }) => lease_id));
    },
    async finish({ request: { id }, leaseId }, outcome, now) {
      const { state, files, report, cost, failure } = toOutcomeRow(outcome);
      if (await rowOf(pool, FINISH, [id, now, leaseId, state, files, report, failure, cost])) return true;
      // The answer to the same call may have been lost with its connection. Who is told that it lost removes its files.
      return (await rowOf(pool, HAS_FINISHED, [id, leaseId, state, files, failure])) !== undefined;
    },
    async note({ request: { id }, leaseId }, { progress = null, reference = null }) {
      return (await rowOf(pool, NOTE, [id, leaseId, progress, reference])) !== undefined;
    },
    release: ({ request: { id }, leaseId }, { uncount = false, availableAt, afresh = false } = {}) =>
      transaction(pool, async (connection) => {
        const queued = await rowOf<Queued>(connection, RELEASE, [
          id,
          leaseId,
          uncount ? 1 : 0,
          availableAt ?? null,
          afresh,
        ]);
        // What has to wait is sent when its time has come.
        if (queued && availableAt === undefined) await deliveries.send(connection, [queued]);
        return queued !== undefined;
      }),
    async orphans() {
      await deliveries.sendLost({ always: false });
      const rows = await rowsOf<RequestRow & { lease_id: string }>(pool, TAKE_ORPHANS, [ORPHAN_LEASE_MS]);
      return rows.map((row): Claim => ({ request: toRecord(row), leaseId: row.lease_id }));
    },
  };
}
