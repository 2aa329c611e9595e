import { EngineError } from "../engine.js";
import type { Line } from "./line.js";
import { type ProviderKey, withoutKey } from "./provider-key.js";
import { failureOf, mayHaveCost, type Refusal } from "./refusal.js";

export interface Circumstances {
  readonly line: Line;
  readonly signal: AbortSignal;
  readonly key: ProviderKey;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What OpenAI was told that the call is called. */
  readonly reference: string;
}

/**
 * What has become of a call that has failed. The SDK's error goes no further: it holds OpenAI's answer, which repeats parts of the key.
 */
export function readFailure(error: unknown, circumstances: Circumstances): unknown {
  const { line, signal, key, now, reference } = circumstances;
  if (signal.aborted) {
    // Where it had not left, an abort is nothing but an abort.
    if (!line.hasLeft) return signal.reason;
    const message = `The run was stopped while OpenAI was at work: ${mayHaveCost(reference)}`;
    return new EngineError("unknown", message, { cause: signal.reason });
  }
  const refusal = readRefusal(error, key.secret);
  if (refusal) return failureOf(refusal, now, reference);
  const reason = reasonOf(line.failure);
  if (line.hasLeft)
    return new EngineError(
      "unknown",
      `OpenAI's answer did not arrive in whole${reason}: ${mayHaveCost(reference)}`,
    );
  if (line.failure)
    return new EngineError(
      "transient",
      `OpenAI could not be reached${reason}, so nothing was made or charged.`,
    );
  return new EngineError(
    "final",
    "The call to OpenAI could not be put together, so nothing was made or charged. Whoever runs the server checks OPENAI_BASE_URL, and the log.",
    { cause: new Error(withoutKey(error instanceof Error ? error.message : String(error), key.secret)) },
  );
}

/** OpenAI has answered, and there is no picture in the answer. */
export function noPicture(reference: string): EngineError {
  return new EngineError(
    "unknown",
    `OpenAI's answer has no picture in it, though it is no error: ${mayHaveCost(reference)}`,
  );
}

/** The code of a connection's error, e.g. ` (ECONNRESET)`; its message may name more than the caller should know. */
function reasonOf(failure: Error | undefined): string {
  const { code } = Object(failure) as { code?: unknown };
  return typeof code === "string" ? ` (${code})` : "";
}

/** Of an error that the SDK has made from an answer; undefined where there was none. */
function readRefusal(error: unknown, secret: string): Refusal | undefined {
  const { status, headers, error: body } = Object(error) as Record<string, unknown>;
  if (typeof status !== "number" || !(headers instanceof Headers)) return undefined;
  const { message, type, code, param } = Object(body) as Record<string, unknown>;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    status,
    headers,
    words: text(message) === "" ? undefined : withoutKey(text(message), secret),
    type: text(type),
    code: text(code),
    param: text(param),
  };
}
