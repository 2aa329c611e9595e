/** The `upstream` engine: forwards requests to the hosted service, or to another server that speaks its contract, with this server's token. */

import type {
  ClientOptions,
  CompletedResult,
  ModelApiClient,
  RequestHandle,
  RequestStatus,
} from "@model-api/client";
import { openCassetteFolder } from "../../cassettes/cassette-folder.js";
import { isOfThisMachine } from "../../cassettes/cassette-input.js";
import { createRecorder, type Recording } from "../../cassettes/recorder.js";
import { type Catalog, installedCatalog } from "../../catalog.js";
import { pause } from "../../clock.js";
import { mapTexts } from "../../media/media-fields.js";
import {
  type Engine,
  type EngineContext,
  EngineError,
  type EngineReport,
  type EngineResult,
  type EngineTask,
  WAITING_CONCURRENCY,
} from "../engine.js";
import { fetchOutputs } from "./fetch-outputs.js";
import { submitError } from "./submit-error.js";

export interface UpstreamEngineOptions {
  /** The token that pays. It is sent to `baseUrl` and nowhere else. */
  readonly token: string;
  /** @default the hosted service */
  readonly baseUrl?: string | undefined;
  /** Folder that a cassette of each request is written to, to be played back by the `replay` engine. @default none are */
  readonly record?: string | undefined;
  /** Whether cassettes hold the texts of inputs as hashes only. @default false */
  readonly redactPrompts?: boolean | undefined;
  readonly catalog?: Catalog | undefined;
  /** More for the client that does the talking; for tests. */
  readonly client?: Omit<ClientOptions, "token" | "baseUrl"> | undefined;
}

/** Milliseconds between two tries to go on waiting where the service does not answer; doubled each time, up to the second. */
const PAUSE_MS = [1000, 60_000] as const;

export function createUpstreamEngine(options: UpstreamEngineOptions): Engine {
  const { token, baseUrl, record, redactPrompts, catalog = installedCatalog } = options;
  const recorder =
    record === undefined ? undefined : createRecorder(openCassetteFolder(record), { redactPrompts });
  const origin = baseUrl === undefined ? undefined : new URL(baseUrl).origin;
  let loaded: Promise<Upstream> | undefined;
  // Loaded when it is first needed: most servers forward nothing.
  const upstream = () => (loaded ??= load({ ...options.client, token, baseUrl }));

  async function begin(task: EngineTask, context: EngineContext) {
    const schema = (await catalog.load(task.modelId))?.inputSchema;
    if (!schema)
      throw new EngineError("final", `There is no model ${task.modelId} in this server's catalog.`);
    return { schema, recording: recorder?.begin(task, schema, context) };
  }

  /** Waits for the end of what has been submitted, and brings it home. */
  async function complete(
    handle: RequestHandle,
    recording: Recording | undefined,
    context: EngineContext,
  ): Promise<EngineResult> {
    const { ModelApiError } = await upstream();
    try {
      const result = await waitPatiently(handle, recording, context, ModelApiError);
      const outcome = {
        files: await fetchOutputs(handle.id, result.output, recording, origin, context),
        report: reportOf(result),
        cost: result.cost,
      };
      await recording?.completed(outcome);
      return outcome;
    } catch (error) {
      // What the service itself has ended with can be played back; anything else is no end.
      if (error instanceof Ended) {
        await recording?.failed(error.failure);
        throw error.failure;
      }
      await recording?.abandon();
      throw error;
    }
  }

  return {
    name: "upstream",
    repeatable: false,
    concurrency: WAITING_CONCURRENCY,
    serves: (modelId) => catalog.models.some(({ model_id }) => model_id === modelId),
    async run(task, context) {
      const { client, untyped, ModelApiError } = await upstream();
      const { schema, recording } = await begin(task, context);
      const { modelId, requestId } = task;
      // What only this machine can read goes along; everything else is left to the service to fetch.
      const input = await mapTexts(task.input, schema, async (text, role) => {
        if (role === "free" || role === "choice" || /^data:/i.test(text) || !isOfThisMachine(text, context))
          return text;
        const { bytes, mediaType } = await context.fetchMedia(text, role);
        return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
      });
      const { signal } = context;
      const handle = await client
        .submit(untyped(modelId), input, { signal, idempotencyKey: requestId })
        .catch(async (error) => {
          await recording?.abandon();
          throw ModelApiError.isInstance(error) ? submitError(error) : error;
        });
      await context.remember(handle.id);
      return complete(handle, recording, context);
    },
    async resume(task, reference, context) {
      const { client } = await upstream();
      const { recording } = await begin(task, context);
      return complete(client.request(reference, { model: task.modelId }), recording, context);
    },
  };
}

interface Upstream {
  readonly client: ModelApiClient;
  readonly untyped: (modelId: string) => { readonly untyped: string };
  readonly ModelApiError: typeof import("@model-api/client").ModelApiError;
}

async function load(options: ClientOptions): Promise<Upstream> {
  const { createClient, untyped, ModelApiError } = await import("@model-api/client");
  return { client: createClient(options), untyped, ModelApiError };
}

/** What another server of this kind says of its own work, under the name of this engine. */
function reportOf({ engineReport }: CompletedResult): EngineReport {
  const { applied = [], ignored = [], usage } = engineReport ?? {};
  return { engine: "upstream", applied, ignored, ...(usage && { usage }) };
}

/** How the service has ended a request that did not complete. */
class Ended extends Error {
  readonly failure: EngineError;

  constructor(failure: EngineError) {
    super(failure.message, { cause: failure });
    this.failure = failure;
  }
}

/** Waits until the service says how the request has ended, or the run is aborted: what has been paid for is not given up. */
async function waitPatiently(
  handle: RequestHandle,
  recording: Recording | undefined,
  { signal, clock, log, progress }: EngineContext,
  ModelApiError: Upstream["ModelApiError"],
): Promise<CompletedResult> {
  let last: string | undefined;
  const onStatus = (status: RequestStatus) => {
    if (status.status === "in_progress" && status.progress !== undefined) progress(status.progress);
    // After a pause the waiting begins again, with a status that has been told.
    const told = JSON.stringify(status);
    if (told === last || status.status === "unknown") return;
    last = told;
    recording?.status({
      status: status.status,
      ...(status.status === "in_queue" &&
        status.queuePosition !== undefined && { queue_position: status.queuePosition }),
      ...(status.status === "in_progress" && status.progress !== undefined && { progress: status.progress }),
    });
  };
  for (let [ms] = PAUSE_MS as readonly [number, number]; ; ms = Math.min(2 * ms, PAUSE_MS[1])) {
    try {
      return await handle.wait({ signal, onStatus, includeCost: true });
    } catch (error) {
      signal.throwIfAborted();
      if (!ModelApiError.isInstance(error)) throw error;
      const end = endOf(error, handle.id);
      if (end) throw new Ended(end);
      if (error.code === "not_found" || error.code === "model_mismatch") throw lost(handle.id, error);
      log.warn(
        { err: error, upstreamRequestId: handle.id },
        "the upstream service does not answer; waiting on",
      );
      await pause(clock, Math.max(ms, error.retryAfter ?? 0), signal);
      signal.throwIfAborted();
    }
  }
}

function endOf(
  error: { readonly code: string; readonly message: string; readonly reason?: unknown },
  id: string,
) {
  if (error.code === "request_cancelled")
    return new EngineError("final", `Upstream request ${id} was cancelled there. It did not run.`, {
      code: "upstream_cancelled",
    });
  if (error.code !== "request_failed") return undefined;
  const code = typeof error.reason === "string" ? error.reason : undefined;
  return new EngineError("final", `${error.message} Whether it was charged, the upstream service says.`, {
    code,
  });
}

function lost(id: string, cause: Error): EngineError {
  return new EngineError(
    "unknown",
    `The upstream service took the request as ${id}, and does not know it any more. It may have been charged: look at the account there before you submit again.`,
    { cause },
  );
}
