import { base64, bytesOf, hmac } from "../signing/hmac.js";
import { refuse } from "./refusal.js";

const HEADER = "idempotency-key";
const WELL_FORMED = /^[\x21-\x7e]{1,255}$/;

/** The key that a submit is sent on with, and what the caller has called it. */
export interface IdempotencyKey {
  readonly own: string;
  readonly upstream: string;
}

/**
 * Two callers behind one token must not share keys: who guessed another one's would be given that one's request. So the key that
 * leaves is made of the caller's name and its key. Not of a secret: after that was replaced, a repeat would be a second request.
 */
export async function readIdempotencyKey(
  headers: Headers,
  caller: string,
): Promise<IdempotencyKey | undefined> {
  const own = headers.get(HEADER);
  if (own === null) return undefined;
  if (!WELL_FORMED.test(own)) {
    throw refuse(
      "invalid",
      "The Idempotency-Key header must have 1 to 255 visible ASCII characters and no spaces. Nothing was passed on.",
    );
  }
  const digest = await hmac(bytesOf("model-api-proxy/idempotency/1"), bytesOf(JSON.stringify([caller, own])));
  return { own, upstream: base64(digest).replace(/=+$/, "") };
}
