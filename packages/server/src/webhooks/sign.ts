import { createHmac } from "node:crypto";

/**
 * The headers that prove who sent a webhook, after the Standard Webhooks specification: an HMAC-SHA256 over id, time and body with the
 * secret's bytes. `now` is in milliseconds.
 */
export function signatureHeaders(
  secret: string,
  id: string,
  now: number,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
