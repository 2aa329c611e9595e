import {
  APICallError,
  type ImageModelV4,
  type ImageModelV4CallOptions,
  type ImageModelV4Result,
} from "@ai-sdk/provider";
import { imageInput } from "../input/image-input.js";
import { maxPerRequest, splitCount } from "../input/numbers.js";
import { findRoles } from "../input/roles.js";
import { engineWarnings, fileMetadata, requestMetadata, responseOf, tokenUsage } from "../metadata.js";
import type { ModelSettings } from "../options.js";
import { type Run, runAll } from "../requests/run.js";
import { type ModelCall, type ProviderContext, urlOf } from "../requests/submit.js";
import { billedQuantity } from "../usage.js";
import { type KnownModel, knowModel } from "./load-model.js";
import { PROVIDER } from "./names.js";
import { takeKey } from "./take-key.js";

/** A model that makes images, in the AI SDK's specification. */
export function createImageModel(
  context: ProviderContext,
  modelId: string,
  settings: ModelSettings,
): ImageModelV4 {
  const know = (signal?: AbortSignal) =>
    knowModel(modelId, "imageModel", context.settings.models, () => context.connection().client(), signal);
  const rolesOf = async () => findRoles(await know());
  const schemaOf = (model: KnownModel) => (field: string) => model.inputSchema.properties[field] as never;

  async function doGenerate(options: ImageModelV4CallOptions): Promise<ImageModelV4Result> {
    const { abortSignal: signal, n } = options;
    const model = await know(signal);
    const draft = imageInput(model, options);
    const inputs = splitCount(draft, n);
    const { headers, idempotencyKey } = takeKey(options.headers);
    const call: ModelCall = { context, modelId, settings, headers, signal, origins: draft.settings };
    const { done, warnings } = await runAll(call, inputs, "image", { idempotencyKey });
    const images = done.flatMap(({ files }) => files);
    if (images.length === 0) throw withoutImages(call, done);
    const results = done.map(({ result }) => result);
    const usage = tokenUsage(results);
    const requests = done.map((run) =>
      requestMetadata({ ...run, model: modelId, usage: billedQuantity(model, run.input) }),
    );
    return {
      images: images.map(({ bytes }) => bytes),
      // Each was paid for: an empty result is an error of its own.
      isRetryable: false,
      warnings: [
        ...draft.warnings,
        ...warnings,
        ...fewer(images.length, n, warnings.length),
        ...engineWarnings(results),
      ],
      providerMetadata: {
        [PROVIDER]: { images: done.flatMap((run) => fileMetadata({ ...run, model: modelId })), requests },
      },
      response: responseOf(modelId, done[0]?.headers ?? {}, results),
      ...(usage && { usage }),
    };
  }

  return {
    specificationVersion: "v4",
    provider: PROVIDER,
    modelId,
    maxImagesPerCall: async () => {
      const model = await know();
      return maxPerRequest({ roles: findRoles(model), schemaOf: schemaOf(model) }) ?? 1;
    },
    get supportsFileInputs() {
      return rolesOf().then(
        ({ image, images }) => !!(image ?? images),
        () => undefined,
      );
    },
    get supportsMaskInputs() {
      return rolesOf().then(
        ({ mask }) => !!mask,
        () => undefined,
      );
    },
    doGenerate,
  };
}

/** A model that may make as many as were asked for, and has made fewer. */
const fewer = (made: number, n: number, failures: number) =>
  made < n && failures === 0
    ? [{ type: "other" as const, message: `${n} images were asked for, and the model made ${made}.` }]
    : [];

function withoutImages(call: ModelCall, done: readonly Run[]): APICallError {
  const requestId = done[0]?.handle.id;
  return new APICallError({
    message: `Request ${requestId} has completed without an image, and is paid for.`,
    url: urlOf(call),
    requestBodyValues: undefined,
    isRetryable: false,
    data: { code: "output", charged: "yes", requestId },
  });
}
