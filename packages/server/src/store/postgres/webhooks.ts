import type { Store } from "../store.js";
import { toDelivery, type WebhookRow } from "../webhook-row.js";
import { type Pool, rowOf } from "./database.js";

/** Those that others are taking at this moment are passed over, not waited for. */
const CLAIM = `
  WITH due AS (
    SELECT id FROM model_api.webhooks WHERE due_at <= $1 ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE model_api.webhooks AS w SET due_at = $2, attempts = w.attempts + 1
  FROM due, model_api.requests AS r, model_api.keys AS k
  WHERE w.id = due.id AND r.id = w.request_id AND k.id = r.key_id
  RETURNING w.id, w.request_id, w.attempts - 1 AS attempts, r.state, r.webhook, k.webhook_secret`;

/** Announcements of ends that are due. */
export function webhookMethods(pool: Pool): Pick<Store, "claimWebhook" | "settleWebhook" | "nextWebhookAt"> {
  return {
    async claimWebhook(now, holdMs) {
      const row = await rowOf<WebhookRow>(pool, CLAIM, [now, now + holdMs]);
      return row && toDelivery(row);
    },
    async settleWebhook(id, retryAt) {
      if (retryAt === undefined) await pool.query("DELETE FROM model_api.webhooks WHERE id = $1", [id]);
      else await pool.query("UPDATE model_api.webhooks SET due_at = $2 WHERE id = $1", [id, retryAt]);
    },
    async nextWebhookAt() {
      const row = await rowOf<{ due: number | null }>(
        pool,
        "SELECT min(due_at) AS due FROM model_api.webhooks",
      );
      return row?.due ?? undefined;
    },
  };
}
