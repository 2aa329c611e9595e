import { randomUUID } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import Database from "libsql";
import type { RequestState } from "../requests.js";
import type { WebhookDelivery } from "../webhooks/webhook-delivery.js";
import { Announcer } from "./announcer.js";
import { GroupCommit } from "./group-commit.js";
import { migrate } from "./migrations.js";
import { QueueOrder } from "./queue-order.js";
import {
  type RequestRow,
  SUMMARY_COLUMNS,
  type SummaryRow,
  toOutcomeRow,
  toRecord,
  toSummary,
} from "./request-row.js";
import { sqliteDeletions } from "./sqlite-deletions.js";
import { sqliteKeys } from "./sqlite-keys.js";
import type { Claim, EarlierRequest, Insertion, Store } from "./store.js";
import { dayOf, toUsage, type UsageRow } from "./usage-row.js";
import { toDelivery, type WebhookRow } from "./webhook-row.js";

const INSERT_REQUEST = `INSERT INTO requests
  (id, key_id, model_id, input, state, created_at, idempotency_key, fingerprint, webhook, simulation, available_at)
  VALUES (?, ?, ?, ?, 'in_queue', ?, ?, ?, ?, ?, ?)`;
const COUNT_OPEN =
  "SELECT count(*) AS open FROM requests WHERE key_id = ? AND state IN ('in_queue', 'in_progress')";
const FIND_EARLIER = "SELECT id, fingerprint FROM requests WHERE key_id = ? AND idempotency_key = ?";
const FIND_SUMMARY = `SELECT ${SUMMARY_COLUMNS} FROM requests WHERE id = ? AND deleted_at IS NULL`;
const listOf = (filter: string) =>
  `SELECT ${SUMMARY_COLUMNS} FROM requests WHERE ${filter} AND seq < ? AND deleted_at IS NULL ORDER BY seq DESC LIMIT ?`;
const QUEUED = "SELECT seq FROM requests WHERE state = 'in_queue' ORDER BY seq";
const COUNT_RUNNING = "SELECT count(*) AS running FROM requests WHERE state = 'in_progress'";
const CANCEL = `UPDATE requests SET state = 'cancelled', finished_at = ?
  WHERE id = ? AND state = 'in_queue' RETURNING ${SUMMARY_COLUMNS}`;
const OLDEST = `SELECT seq FROM requests
  WHERE state = 'in_queue' AND (available_at IS NULL OR available_at <= ?) ORDER BY seq LIMIT 1`;
const NEXT_AVAILABLE = `SELECT min(available_at) AS next FROM requests
  WHERE state = 'in_queue' AND available_at IS NOT NULL AND available_at > ?`;
const CLAIM = `UPDATE requests SET state = 'in_progress', lease_id = ?, started_at = ?, attempts = attempts + 1
  WHERE seq = ? AND state = 'in_queue' RETURNING *`;
const FINISH = `UPDATE requests
  SET state = ?, lease_id = NULL, finished_at = ?, files = ?, report = ?, cost = ?, failure = ?, progress = NULL
  WHERE id = ? AND state = 'in_progress' AND lease_id = ? RETURNING ${SUMMARY_COLUMNS}`;
const FIND_HELD = `SELECT progress FROM requests WHERE id = ? AND state = 'in_progress' AND lease_id = ?`;
const NOTE =
  "UPDATE requests SET progress = coalesce(?, progress), reference = coalesce(?, reference) WHERE id = ?";
const RELEASE = `UPDATE requests SET state = 'in_queue', lease_id = NULL, started_at = NULL, attempts = attempts - ?,
  available_at = ?, progress = NULL, reference = iif(?, NULL, reference)
  WHERE id = ? AND state = 'in_progress' AND lease_id = ? RETURNING ${SUMMARY_COLUMNS}`;
const ENDED_BEFORE = `SELECT id FROM requests
  WHERE removed_at IS NULL AND deleted_at IS NULL AND finished_at < ? ORDER BY finished_at LIMIT ?`;
const FORGET = "UPDATE requests SET removed_at = ?, input = '{}' WHERE id = ?";
const ANNOUNCE_BY_WEBHOOK = `INSERT INTO webhooks (id, request_id, due_at)
  SELECT ?, id, ? FROM requests WHERE id = ? AND webhook IS NOT NULL`;
const DUE_WEBHOOK = `SELECT webhooks.id, request_id, webhooks.attempts, state, webhook, webhook_secret
  FROM (SELECT id, request_id, attempts FROM webhooks WHERE due_at <= ? ORDER BY due_at LIMIT 1) AS webhooks
  JOIN requests ON requests.id = request_id JOIN keys ON keys.id = key_id`;
const USAGE =
  "SELECT * FROM usage WHERE day >= ? AND (? IS NULL OR key_id = ?) ORDER BY day, key_id, model_id";

type Counter = "submitted" | "completed" | "failed" | "cancelled";
const countOf = (counter: Counter) => `INSERT INTO usage (day, key_id, model_id, ${counter}, run_ms)
  VALUES (?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET ${counter} = ${counter} + 1, run_ms = run_ms + excluded.run_ms`;

/**
 * The embedded store: one SQLite file in WAL mode, `synchronous=FULL`, with group commit; `:memory:` keeps nothing. One process works on
 * the requests (the data folder's lock sees to that), so every claim that stands in it at start is an orphan. Keys may be
 * written by other processes meanwhile.
 */
export function openSqliteStore(file: string): Store {
  // It holds secrets. What SQLite makes beside it gets the same rights.
  if (file !== ":memory:") closeSync(openSync(file, "a", 0o600));
  const database = new Database(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  // To wait for another process blocks this one: right before it works, and not afterwards; the group commit comes back instead.
  database.exec("PRAGMA busy_timeout = 5000");
  migrate(database, file);
  database.exec("PRAGMA busy_timeout = 0");
  const commit = new GroupCommit(database);
  const announcer = new Announcer();
  const statements = new Map<string, Database.Statement<unknown[]>>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const get = <Row>(sql: string, ...values: unknown[]) => prepare(sql).get(...values) as Row | undefined;
  const all = <Row>(sql: string, ...values: unknown[]) => prepare(sql).all(...values) as Row[];
  const queue = new QueueOrder(all<{ seq: number }>(QUEUED).map(({ seq }) => seq));

  function findEarlier(keyId: string, idempotencyKey: string): EarlierRequest | undefined {
    const row = get<EarlierRequest>(FIND_EARLIER, keyId, idempotencyKey);
    return row && { id: row.id, fingerprint: row.fingerprint };
  }

  function count(counter: Counter, row: SummaryRow): void {
    const runMs =
      row.finished_at !== null && row.started_at !== null ? Math.max(row.finished_at - row.started_at, 0) : 0;
    prepare(countOf(counter)).run(dayOf(row.created_at), row.key_id, row.model_id, runMs);
  }

  /** A compare-and-set of a request's state, with what follows from it; announced when it has succeeded and is committed. */
  async function change(
    state: RequestState,
    update: () => SummaryRow | undefined,
    now?: number,
  ): Promise<boolean> {
    const row = await commit.run(() => {
      const changed = update();
      if (changed && (state === "completed" || state === "failed" || state === "cancelled")) {
        count(state, changed);
        prepare(ANNOUNCE_BY_WEBHOOK).run(`msg_${randomUUID()}`, now, changed.id);
      }
      return changed;
    });
    if (!row) return false;
    if (state === "in_queue") queue.add(row.seq);
    else queue.remove(row.seq);
    announcer.tell(row.id, state);
    return true;
  }

  return {
    shared: false,

    ...sqliteKeys(prepare, commit),
    ...sqliteDeletions(prepare, commit),

    async insertRequest({ id, keyId, modelId, input, createdAt, ...more }) {
      const { key = null, fingerprint = null } = more.idempotency ?? {};
      const json = JSON.stringify(input);
      const webhook = more.webhook ? JSON.stringify(more.webhook) : null;
      const simulation = more.simulation ? JSON.stringify(more.simulation) : null;
      const { seq, ...insertion } = await commit.run((): Insertion & { seq?: number } => {
        const earlier = key === null ? undefined : findEarlier(keyId, key);
        if (earlier) return { outcome: "repeat", earlier };
        if (more.maxOpen !== undefined) {
          const open = get<{ open: number }>(COUNT_OPEN, keyId)?.open ?? 0;
          if (open >= more.maxOpen) return { outcome: "full", open };
        }
        const availableAt = more.availableAt ?? null;
        const values = [
          id,
          keyId,
          modelId,
          json,
          createdAt,
          key,
          fingerprint,
          webhook,
          simulation,
          availableAt,
        ];
        const { lastInsertRowid } = prepare(INSERT_REQUEST).run(...values);
        prepare(countOf("submitted")).run(dayOf(createdAt), keyId, modelId, 0);
        return { outcome: "added", seq: Number(lastInsertRowid) };
      });
      if (seq !== undefined) {
        queue.add(seq);
        announcer.tell(id, "in_queue");
      }
      return insertion;
    },
    findEarlier: async (keyId, key) => findEarlier(keyId, key),
    async findRequest(id) {
      const row = get<RequestRow>("SELECT * FROM requests WHERE id = ? AND deleted_at IS NULL", id);
      return row && toRecord(row);
    },
    async findStatus(id) {
      const row = get<SummaryRow>(FIND_SUMMARY, id);
      if (!row) return undefined;
      const summary = toSummary(row);
      return row.state === "in_queue" ? { ...summary, ahead: queue.ahead(row.seq) } : summary;
    },
    stateOf: async (id) => get<SummaryRow>(FIND_SUMMARY, id)?.state,
    async listRequests({ keyId, state, modelId, before = Number.MAX_SAFE_INTEGER, limit }) {
      const wanted = Object.entries({ key_id: keyId, state, model_id: modelId }).filter(
        ([, value]) => value !== undefined,
      );
      const sql = listOf(wanted.map(([column]) => `${column} = ?`).join(" AND "));
      // One more than is asked for tells whether there is a next page.
      const rows = all<SummaryRow>(sql, ...wanted.map(([, value]) => value), before, limit + 1);
      const page = rows.slice(0, limit);
      return { requests: page.map(toSummary), next: rows.length > limit ? page.at(-1)?.seq : undefined };
    },
    async depth() {
      return { queued: queue.size, running: get<{ running: number }>(COUNT_RUNNING)?.running ?? 0 };
    },
    async usage({ since, keyId = null }) {
      return all<UsageRow>(USAGE, dayOf(since), keyId, keyId).map(toUsage);
    },
    cancel: (id, now) => change("cancelled", () => get<SummaryRow>(CANCEL, now, id), now),

    async claim(lease) {
      let claimed: RequestRow | undefined;
      await change("in_progress", () => {
        const oldest = get<{ seq: number }>(OLDEST, lease.now);
        claimed = oldest && get<RequestRow>(CLAIM, lease.id, lease.now, oldest.seq);
        return claimed;
      });
      return claimed && { request: toRecord(claimed), leaseId: lease.id };
    },
    nextAvailableAt: async (now) => get<{ next: number | null }>(NEXT_AVAILABLE, now)?.next ?? undefined,
    extend: async (leaseIds) => new Set(leaseIds),
    finish({ request: { id }, leaseId }, outcome, now) {
      const { state, files, report, cost, failure } = toOutcomeRow(outcome);
      const values = [state, now, files, report, cost, failure, id, leaseId];
      return change(state, () => get<SummaryRow>(FINISH, ...values), now);
    },
    async note({ request: { id }, leaseId }, { progress = null, reference = null }) {
      const before = await commit.run(() => {
        const held = get<Pick<SummaryRow, "progress">>(FIND_HELD, id, leaseId);
        if (held) prepare(NOTE).run(progress, reference, id);
        return held;
      });
      if (before && progress !== null && progress !== before.progress) announcer.tell(id, "in_progress");
      return before !== undefined;
    },
    release: ({ request: { id }, leaseId }, { uncount = false, availableAt = null, afresh = false } = {}) =>
      change("in_queue", () =>
        get<SummaryRow>(RELEASE, uncount ? 1 : 0, availableAt, afresh ? 1 : 0, id, leaseId),
      ),
    async orphans() {
      const rows = all<RequestRow>("SELECT * FROM requests WHERE state = 'in_progress'");
      return rows.map((row): Claim => ({ request: toRecord(row), leaseId: row.lease_id as string }));
    },

    async endedBefore(before, limit) {
      return all<{ id: string }>(ENDED_BEFORE, before, limit).map(({ id }) => id);
    },
    forget: (id, now) => commit.run(() => void prepare(FORGET).run(now, id)),

    claimWebhook: (now, holdMs) =>
      commit.run((): WebhookDelivery | undefined => {
        const row = get<WebhookRow>(DUE_WEBHOOK, now);
        if (!row) return undefined;
        prepare("UPDATE webhooks SET due_at = ?, attempts = attempts + 1 WHERE id = ?").run(
          now + holdMs,
          row.id,
        );
        return toDelivery(row);
      }),
    settleWebhook: (id, retryAt) =>
      commit.run(() => {
        if (retryAt === undefined) prepare("DELETE FROM webhooks WHERE id = ?").run(id);
        else prepare("UPDATE webhooks SET due_at = ? WHERE id = ?").run(retryAt, id);
      }),
    nextWebhookAt: async () =>
      get<{ due: number | null }>("SELECT min(due_at) AS due FROM webhooks")?.due ?? undefined,

    onStateChange: (listener) => announcer.listen(listener),

    async ping() {
      get("SELECT 1");
    },
    async close() {
      commit.flush();
      database.close();
    },
  };
}
