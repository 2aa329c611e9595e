import type { components } from "../generated/openapi.js";
import { base64, bytesOf, hmac } from "../signing/hmac.js";
import { isSame } from "../signing/is-same.js";
import { type RawBody, rawBytes, readBody } from "./raw-body.js";
import { secretKey } from "./secret-key.js";
import { WebhookError } from "./webhook-error.js";

/** That a request has ended, and its result, as the server posts it. */
export type WebhookEvent = components["schemas"]["WebhookEvent"];

/** An event whose signature is right. */
export type VerifiedWebhook = WebhookEvent & {
  /** Names this event. Deliveries are repeated: take an id that you have seen before for a repeat. */
  readonly id: string;
};

/** A webhook that a framework has taken apart. */
export interface ReceivedWebhook {
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it arrived, before anything parses it. */
  readonly body: RawBody;
}

export interface VerifyWebhookOptions {
  /** Seconds that the timestamp may be in the past, and in the future. @default 300 */
  readonly toleranceSeconds?: number;
  /** Milliseconds since the epoch; for tests. @default Date.now() */
  readonly now?: number;
  /** Bytes of the largest body that is read. @default 4194304 (4 MiB) */
  readonly maxBytes?: number;
}

const MAX_BYTES = 4 * 2 ** 20;
const EVENT_TYPE = /^request\.(completed|failed|cancelled)$/;

/**
 * Checks that a webhook comes from who holds the secret, and lately, after the Standard Webhooks specification; gives its event.
 * Runs wherever WebCrypto does.
 * @param secrets the `whsec_…` secret that was shown when the API key was made; while it is replaced, the old and the new one
 * @throws WebhookError where the webhook must not be believed; its `code` says why. TypeError where a secret is none.
 */
export async function verifyWebhook(
  received: Request | ReceivedWebhook,
  secrets: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now(), maxBytes = MAX_BYTES }: VerifyWebhookOptions = {},
): Promise<VerifiedWebhook> {
  const keys = [secrets].flat().map(secretKey);
  if (keys.length === 0) throw new TypeError("No webhook secret was given: nothing could be verified.");
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    header(received.headers, name),
  ) as [string, string, string];
  checkAge(timestamp, toleranceSeconds, now);

  const body =
    "arrayBuffer" in received ? await readBody(received, maxBytes) : rawBytes(received.body, maxBytes);
  const start = bytesOf(`${id}.${timestamp}.`);
  const signed = new Uint8Array(start.length + body.length);
  signed.set(start);
  signed.set(body, start.length);

  let isRight = false;
  for (const key of keys) {
    const expected = `v1,${base64(await hmac(key, signed))}`;
    // All of them, also after the right one.
    for (const signature of signatures.split(" ")) isRight = isSame(signature, expected) || isRight;
  }
  if (!isRight) {
    throw new WebhookError(
      "wrong_signature",
      "None of the signatures was made with the secret over this id, timestamp and body. Check that the secret is that of the API key which submitted, and that the body is the one that arrived, byte for byte.",
    );
  }
  return { ...parse(body), id };
}

function header(headers: ReceivedWebhook["headers"], name: string): string {
  const value =
    headers instanceof Headers || typeof headers.get === "function"
      ? (headers as Headers).get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (value === undefined || value === null || value === "")
    throw new WebhookError("missing_header", `The header ${name} is missing: this is no signed webhook.`);
  // Given twice, it could be read in two ways.
  if (typeof value !== "string")
    throw new WebhookError("malformed_header", `The header ${name} was sent more than once.`);
  return value;
}

function checkAge(timestamp: string, toleranceSeconds: number, now: number): void {
  if (!/^\d{1,12}$/.test(timestamp))
    throw new WebhookError("malformed_header", "webhook-timestamp is no number of seconds since the epoch.");
  const age = now / 1000 - Number(timestamp);
  // Written so that a tolerance or a time that is no number lets nothing through.
  if (Math.abs(age) <= toleranceSeconds) return;
  const [code, where] = age > 0 ? (["too_old", "old"] as const) : (["too_new", "in the future"] as const);
  throw new WebhookError(
    code,
    `The webhook is ${Math.round(Math.abs(age))} seconds ${where}; ${toleranceSeconds} are allowed. It is a replay, or one of the clocks is wrong.`,
  );
}

function parse(body: Uint8Array): WebhookEvent {
  try {
    const event = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    if (EVENT_TYPE.test(event.type) && typeof event.data.request_id === "string") return event;
  } catch {}
  throw new WebhookError(
    "malformed_body",
    "It is signed with the right secret, and is no event that this version knows. Was the secret used for something else?",
  );
}
