import type {
  Experimental_VideoModelV4,
  Experimental_VideoModelV4CallOptions,
  Experimental_VideoModelV4OperationStartResult,
  Experimental_VideoModelV4Result,
  JSONObject,
  SharedV4Warning,
} from "@ai-sdk/provider";
import { maxPerRequest, splitCount } from "../input/numbers.js";
import { findRoles } from "../input/roles.js";
import { videoInput } from "../input/video-input.js";
import { engineWarnings, fileMetadata, requestMetadata, responseOf } from "../metadata.js";
import type { ModelSettings } from "../options.js";
import { cancelled, estimate, runAll, sortOut, submitAll } from "../requests/run.js";
import type { ModelCall, ProviderContext } from "../requests/submit.js";
import { billedQuantity } from "../usage.js";
import { type KnownModel, knowModel } from "./load-model.js";
import { PROVIDER } from "./names.js";
import { readOperation, type VideoOperation } from "./operation.js";
import { takeKey } from "./take-key.js";
import { toVideo, videoStatus } from "./video-status.js";
import { acceptWebhook, takesWebhooks } from "./webhooks.js";

/** A model that makes videos, in the AI SDK's specification: in one call, or started and looked at later, by any process. */
export function createVideoModel(
  context: ProviderContext,
  modelId: string,
  settings: ModelSettings,
): Experimental_VideoModelV4 {
  const know = (signal?: AbortSignal) =>
    knowModel(modelId, "videoModel", context.settings.models, () => context.connection().client(), signal);

  async function prepare(options: Experimental_VideoModelV4CallOptions) {
    const { abortSignal: signal } = options;
    const model = await know(signal);
    const draft = videoInput(model, options);
    const { headers, idempotencyKey } = takeKey(options.headers);
    const call: ModelCall = { context, modelId, settings, headers, signal, origins: draft.settings };
    return { model, call, inputs: splitCount(draft, options.n), warnings: draft.warnings, idempotencyKey };
  }

  async function doGenerate(
    options: Experimental_VideoModelV4CallOptions,
  ): Promise<Experimental_VideoModelV4Result> {
    const { model, call, inputs, warnings, idempotencyKey } = await prepare(options);
    const { done, warnings: failures } = await runAll(call, inputs, "video", { idempotencyKey });
    const results = done.map(({ result }) => result);
    const facts = done.map((run) => ({ ...run, model: modelId, usage: billedQuantity(model, run.input) }));
    return {
      videos: done.flatMap(({ files }) => files.map(toVideo)),
      warnings: [...warnings, ...failures, ...engineWarnings(results)],
      providerMetadata: {
        [PROVIDER]: { videos: facts.flatMap(fileMetadata), requests: facts.map(requestMetadata) },
      },
      response: responseOf(modelId, done[0]?.headers ?? {}, results),
    };
  }

  async function doStart(
    options: Experimental_VideoModelV4CallOptions & { webhookUrl?: string },
  ): Promise<Experimental_VideoModelV4OperationStartResult> {
    const { model, call, inputs, warnings, idempotencyKey } = await prepare(options);
    const { webhookUrl } = options;
    const isHeard = webhookUrl !== undefined && (await takesWebhooks(context, call.headers, call.signal));
    const wish = { idempotencyKey, ...(isHeard && { webhookUrl }) };
    const settled = await submitAll(call, inputs, wish, async (submission) => {
      // Whoever has aborted gets no operation, by which it could be cancelled later.
      if (call.signal?.aborted) throw await cancelled(call, submission);
      return { ...submission, estimatedCostUsd: await estimate(call, submission.input)() };
    });
    const { done, warnings: failures } = sortOut(settled, call.signal);
    const requests = done.map(({ handle, input, estimatedCostUsd }) => ({
      requestId: handle.id,
      model: modelId,
      estimatedCostUsd,
      ...usageOf(model, input),
    }));
    const operation: VideoOperation = {
      version: 1,
      model: modelId,
      requests: done.map(({ handle }) => handle.id),
    };
    const { headers, ...response } = responseOf(modelId, done[0]?.headers ?? {}, []);
    return {
      operation,
      warnings: [...warnings, ...failures, ...(webhookUrl !== undefined && !isHeard ? [UNHEARD] : [])],
      providerMetadata: { [PROVIDER]: { requests } satisfies JSONObject },
      response: {
        ...response,
        headers: { ...headers, "model-api-request-id": operation.requests.join(", ") },
      },
    };
  }

  return {
    specificationVersion: "v4",
    provider: PROVIDER,
    modelId,
    maxVideosPerCall: async () => {
      const model = await know();
      const schemaOf = (field: string) => model.inputSchema.properties[field] as never;
      return maxPerRequest({ roles: findRoles(model), schemaOf }) ?? 1;
    },
    doGenerate,
    doStart,
    doStatus: ({ operation, headers, abortSignal: signal }) =>
      videoStatus(
        { context, modelId, settings, headers: takeKey(headers).headers, signal },
        readOperation(operation, modelId),
      ),
    handleWebhookOption: ({ webhook }) => acceptWebhook(context, webhook),
  };
}

const UNHEARD: SharedV4Warning = {
  type: "unsupported",
  feature: "webhookUrl",
  details: "This server posts no webhooks; look at the status instead.",
};

const usageOf = (model: KnownModel, input: Record<string, unknown>) => {
  const usage = billedQuantity(model, input);
  return usage ? { usage } : {};
};
