import {
  APICallError,
  type JSONObject,
  type SpeechModelV4,
  type SpeechModelV4CallOptions,
  type SpeechModelV4Result,
} from "@ai-sdk/provider";
import { speechInput } from "../input/speech-input.js";
import { engineWarnings, fileMetadata, requestMetadata, responseOf } from "../metadata.js";
import type { ModelSettings } from "../options.js";
import { runAll } from "../requests/run.js";
import { type ModelCall, type ProviderContext, urlOf } from "../requests/submit.js";
import { billedQuantity } from "../usage.js";
import { knowModel } from "./load-model.js";
import { PROVIDER } from "./names.js";
import { takeKey } from "./take-key.js";

/** A model that speaks, in the AI SDK's specification. */
export function createSpeechModel(
  context: ProviderContext,
  modelId: string,
  settings: ModelSettings,
): SpeechModelV4 {
  async function doGenerate(options: SpeechModelV4CallOptions): Promise<SpeechModelV4Result> {
    const { abortSignal: signal } = options;
    const client = () => context.connection().client();
    const model = await knowModel(modelId, "speechModel", context.settings.models, client, signal);
    const draft = speechInput(model, options);
    const { headers, idempotencyKey } = takeKey(options.headers);
    const call: ModelCall = { context, modelId, settings, headers, signal, origins: draft.settings };
    const { done } = await runAll(call, [draft.fields], "audio", { idempotencyKey });
    const [run] = done;
    const [file] = run?.files ?? [];
    if (!run || !file) {
      const requestId = run?.handle.id;
      throw new APICallError({
        message: `Request ${requestId} has completed without audio, and is paid for.`,
        url: urlOf(call),
        requestBodyValues: undefined,
        isRetryable: false,
        data: { code: "output", charged: "yes", requestId },
      });
    }
    const usage = billedQuantity(model, run.input);
    const facts = { ...run, model: modelId, usage };
    return {
      audio: file.bytes,
      warnings: [...draft.warnings, ...engineWarnings([run.result])],
      providerMetadata: {
        [PROVIDER]: { audio: fileMetadata(facts), requests: [requestMetadata(facts)] } satisfies JSONObject,
      },
      response: responseOf(modelId, run.headers, [run.result]),
      ...(usage && { usage }),
    };
  }
  return { specificationVersion: "v4", provider: PROVIDER, modelId, doGenerate };
}
