import { ApiError } from "../http/api-error.js";
import type { WebhookTarget } from "./webhook-delivery.js";

const HEADER = "model-api-webhook";
const MAX_LENGTH = 2048;

/** The webhook that a submit asks for, if any. Where its name leads to is checked when it is called, each time. */
export function webhookTarget(
  headers: Headers,
  origin: string,
  allowLoopback: boolean,
): WebhookTarget | undefined {
  const url = headers.get(HEADER);
  if (url === null) return undefined;
  const parsed = url.length <= MAX_LENGTH && URL.canParse(url) ? new URL(url) : undefined;
  const isFine = parsed?.protocol === "https:" || (allowLoopback && parsed?.protocol === "http:");
  if (parsed && isFine && parsed.username === "" && parsed.password === "")
    return { url: parsed.href, origin };
  throw new ApiError(
    "invalid",
    `The Model-Api-Webhook header must be an https URL of at most ${MAX_LENGTH} characters without a user or a password in it. Nothing was submitted.`,
  );
}
