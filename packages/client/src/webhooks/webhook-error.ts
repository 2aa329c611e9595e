/** The stable words that say what is wrong with a webhook. */
export type WebhookErrorCode =
  | "missing_header"
  | "malformed_header"
  | "too_old"
  | "too_new"
  | "too_large"
  | "body_not_raw"
  | "wrong_signature"
  | "malformed_body";

/** A webhook that must not be believed. The message says why, and never which signature would have been right. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
  /**
   * - `missing_header`, `malformed_header`: `webhook-id`, `webhook-timestamp` or `webhook-signature` is not there, or not well-formed
   * - `too_old`, `too_new`: the timestamp is further away than the tolerance; it is a replay, or one of the clocks is wrong
   * - `too_large`: the body is larger than `maxBytes`
   * - `body_not_raw`: the body was parsed before it came here, or read; a signature is one of bytes
   * - `wrong_signature`: none of the signatures was made with one of the secrets over this id, time and body
   * - `malformed_body`: it is signed, and is no event of the contract
   */
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  /** Tells errors of this package from others, across its copies. */
  get isWebhookError(): true {
    return true;
  }

  /** Like `instanceof`, and works across two installed copies of this package. */
  static isInstance(value: unknown): value is WebhookError {
    return !!Object(value).isWebhookError;
  }
}
