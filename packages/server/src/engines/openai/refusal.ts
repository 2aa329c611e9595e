import { EngineError, type EngineErrorOptions, type EngineFault } from "../engine.js";

/** An answer that is not a success. */
export interface Refusal {
  readonly status: number;
  readonly headers: Headers;
  /** OpenAI's own words, without a key. Undefined where the answer is not in OpenAI's form: something in between has given it. */
  readonly words: string | undefined;
  readonly type: string;
  readonly code: string;
  /** The field that it is about. */
  readonly param: string;
}

/** There is no money left, or no permission to spend it: waiting does not help. */
const QUOTA = /quota|billing|spend_limit|credit/;
const MODERATION = /moderation|content_policy|safety/;
/** Fields that the engine makes up; what is wrong with one of them is no fault of the caller. */
const OURS = /^(model|n|size)\b/;
const ABOUT_THE_INPUT = [400, 413, 415, 422];
/** A gateway says so when it has waited in vain for what stands behind it, which may go on with the work. */
const GATEWAY = [502, 504, 520, 524];

/** How a sentence ends about a call of which nobody knows whether it was paid for. */
export function mayHaveCost(reference: string): string {
  return `the picture may have been made and charged, and it was not asked for again. OpenAI can be asked for it by the client request id ${reference}.`;
}

/** What a refusal means for a request. `now` is in milliseconds since the epoch, `reference` what OpenAI was told that the call is called. */
export function failureOf(refusal: Refusal, now: number, reference: string): EngineError {
  const { status, words, type, code, param } = refusal;
  const said = words === undefined ? "" : ` It says: ${words}`;
  const error = (fault: EngineFault, message: string, options?: EngineErrorOptions): EngineError =>
    new EngineError(fault, `${message}${said}`, options);

  if (status === 402 || QUOTA.test(`${code} ${type}`))
    return error("final", "The account at OpenAI may not spend more, so nothing was made or charged.", {
      code: "provider_quota",
    });
  if (status === 401 || status === 403)
    return error(
      "final",
      `OpenAI did not accept the key (HTTP ${status}), so nothing was made or charged. Whoever it belongs to checks it, and what it may do.`,
      { code: "provider_auth" },
    );
  if (MODERATION.test(code) || (type === "image_generation_user_error" && code === ""))
    return error(
      "input",
      "OpenAI's moderation refused the request, so no picture was made or charged. Change the prompt or the pictures.",
      { code: "content_policy" },
    );
  if (words === undefined && GATEWAY.includes(status))
    return error("unknown", `A gateway before OpenAI answered HTTP ${status}: ${mayHaveCost(reference)}`);
  if (status === 408 || status === 409 || status === 429 || status >= 500)
    return error("transient", `OpenAI answered HTTP ${status}, so nothing was made or charged.`, {
      retryAfterMs: retryAfterMs(refusal.headers, now),
    });
  const isOurs = !ABOUT_THE_INPUT.includes(status) || OURS.test(param) || code === "unknown_parameter";
  return error(
    isOurs ? "final" : "input",
    `OpenAI refused the request (HTTP ${status}), so nothing was made or charged.${isOurs ? " That is no fault of the input." : ""}`,
    { code: "provider_rejected" },
  );
}

/** Milliseconds that OpenAI asks to wait: `retry-after-ms`, else `retry-after` in seconds or as a date. */
function retryAfterMs(headers: Headers, now: number): number | undefined {
  const inMs = headers.get("retry-after-ms");
  const after = headers.get("retry-after");
  const ms =
    inMs && Number.isFinite(Number(inMs))
      ? Number(inMs)
      : after && Number.isFinite(Number(after))
        ? Number(after) * 1000
        : Date.parse(after ?? "") - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
