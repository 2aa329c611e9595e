/**
 * Webhooks: whether one is genuine, and what it says.
 *
 * @packageDocumentation
 */

export type { RawBody } from "./raw-body.js";
export {
  type ReceivedWebhook,
  type VerifiedWebhook,
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookEvent,
} from "./verify-webhook.js";
export { WebhookError, type WebhookErrorCode } from "./webhook-error.js";
