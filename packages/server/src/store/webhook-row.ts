import type { RequestState } from "../requests.js";
import type { WebhookDelivery } from "../webhooks/webhook-delivery.js";

/** A delivery with what it takes of its request and its key, in either database. */
export interface WebhookRow {
  id: string;
  request_id: string;
  /** How often it had been tried before it was taken. */
  attempts: number;
  state: RequestState;
  /** JSON. */
  webhook: string;
  webhook_secret: string;
}

export function toDelivery(row: WebhookRow): WebhookDelivery {
  return {
    id: row.id,
    requestId: row.request_id,
    state: row.state,
    target: JSON.parse(row.webhook),
    secret: row.webhook_secret,
    attempts: row.attempts,
  };
}
