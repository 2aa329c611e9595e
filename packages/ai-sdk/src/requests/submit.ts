import { type RequestHandle, systemClock } from "@model-api/client";
import type { CallHeaders, Connection, Passage } from "../connection.js";
import { toSdkError } from "../errors/to-sdk-error.js";
import type { ModelApiSettings, ModelSettings } from "../options.js";

/** What the models of a provider share. */
export interface ProviderContext {
  readonly settings: ModelApiSettings;
  readonly connection: () => Connection;
}

/** One call of the AI SDK to one model. */
export interface ModelCall {
  readonly context: ProviderContext;
  readonly modelId: string;
  readonly settings: ModelSettings;
  readonly headers: CallHeaders | undefined;
  readonly signal: AbortSignal | undefined;
  /** Which setting each field of the input comes from. */
  readonly origins: ReadonlyMap<string, string>;
}

export interface Submission {
  readonly handle: RequestHandle;
  readonly input: Record<string, unknown>;
  /** Headers of the answer, where they could be seen. */
  readonly headers: Record<string, string>;
}

export interface SubmitWish {
  readonly idempotencyKey?: string | undefined;
  readonly webhookUrl?: string | undefined;
}

/** Milliseconds that a submit on its way is still waited for after an abort: only what has an id can be cancelled. */
const GRACE = 10_000;

export const urlOf = ({ context, modelId }: Pick<ModelCall, "context" | "modelId">): string =>
  `${context.connection().baseUrl.replace(/(\/v1)?\/*$/, "")}/v1/models/${modelId}`;

/**
 * Submits once. An abort before it leaves ends it, and nothing was sent; after that the answer is waited for a little, so that
 * the request can be cancelled by its id.
 * @throws what the AI SDK knows, see `toSdkError`
 */
export async function submitOnce(
  call: ModelCall,
  input: Record<string, unknown>,
  { idempotencyKey = randomKey(), webhookUrl }: SubmitWish = {},
): Promise<Submission> {
  const { context, modelId, settings, signal } = call;
  const connection = context.connection();
  const { clock = systemClock } = context.settings;
  const own = new AbortController();
  let stop = () => {};
  const passage: Passage = {
    headers: webhookUrl === undefined ? {} : { "model-api-webhook": webhookUrl },
    // A submit that is tried again must not leave after the caller has gone.
    beforeItLeaves: () => signal?.throwIfAborted(),
  };
  const onAbort = () => {
    if (!passage.hasLeft) own.abort(signal?.reason);
    else stop = clock.after(GRACE, () => own.abort(signal?.reason));
  };
  connection.passages.set(idempotencyKey, passage);
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    signal?.throwIfAborted();
    const { maxCostUsd } = settings;
    const handle = await connection.client(call.headers).submit({ untyped: modelId }, input, {
      idempotencyKey,
      signal: own.signal,
      ...(maxCostUsd !== undefined && { maxCostUsd }),
    });
    const request = { requestId: handle.id, model: modelId };
    quietly(() => settings.onSubmitted?.(request));
    return { handle, input, headers: passage.answer ?? {} };
  } catch (error) {
    throw toSdkError(error, { phase: "submit", url: urlOf(call), input, signal, settings: call.origins });
  } finally {
    stop();
    signal?.removeEventListener("abort", onAbort);
    connection.passages.delete(idempotencyKey);
  }
}

/** 128 random bits. Not `randomUUID`, which pages without TLS do not have. */
const randomKey = () => `aisdk-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;

/** Runs what only looks on. */
export function quietly(observe: () => void): void {
  try {
    observe();
  } catch {}
}
