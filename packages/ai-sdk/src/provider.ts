import {
  type Experimental_VideoModelV4,
  type ImageModelV4,
  NoSuchModelError,
  type ProviderV4,
  type SpeechModelV4,
} from "@ai-sdk/provider";
import type { ModelApiClient, ModelId, UntypedModel } from "@model-api/client";
import { type Connection, createConnection } from "./connection.js";
import { findModel } from "./models/find-model.js";
import { createImageModel } from "./models/image-model.js";
import { createSpeechModel } from "./models/speech-model.js";
import { createVideoModel } from "./models/video-model.js";
import type { ModelApiSettings, ModelSettings } from "./options.js";

/** The Model API as a provider of the AI SDK. */
export interface ModelApiProvider extends ProviderV4 {
  /**
   * A model that makes images, for `generateImage`.
   * @throws NoSuchModelError which names the nearest id
   */
  image(model: ModelId | UntypedModel, settings?: ModelSettings): ImageModelV4;
  /** The same, as registries of providers call it. */
  imageModel(model: ModelId): ImageModelV4;
  /**
   * A model that makes videos, for `experimental_generateVideo`, and for `experimental_startVideo` with `experimental_getVideoStatus`.
   * @throws NoSuchModelError which names the nearest id
   */
  video(model: ModelId | UntypedModel, settings?: ModelSettings): Experimental_VideoModelV4;
  /** The same, as registries of providers call it. */
  videoModel(model: ModelId): Experimental_VideoModelV4;
  /**
   * A model that speaks, for `generateSpeech`.
   * @throws NoSuchModelError which names the nearest id
   */
  speech(model: ModelId | UntypedModel, settings?: ModelSettings): SpeechModelV4;
  /** The same, as registries of providers call it. */
  speechModel(model: ModelId): SpeechModelV4;
  /** The client that the provider calls: requests are picked up, and music is made, by it. */
  readonly client: ModelApiClient;
}

/** A provider of the AI SDK. Holds no connection and reads no environment until it is used. */
export function createModelApi(settings: ModelApiSettings = {}): ModelApiProvider {
  let opened: Connection | undefined;
  const connection = () => {
    opened ??= createConnection(settings);
    return opened;
  };
  const context = { settings, connection };
  const hasOwnModels = settings.models !== undefined;
  const image: ModelApiProvider["image"] = (model, own) =>
    createImageModel(context, findModel(model, "image", hasOwnModels), { ...settings, ...own });
  const video: ModelApiProvider["video"] = (model, own) =>
    createVideoModel(context, findModel(model, "video", hasOwnModels), { ...settings, ...own });
  const speech: ModelApiProvider["speech"] = (model, own) =>
    createSpeechModel(context, findModel(model, "audio", hasOwnModels), { ...settings, ...own });
  return {
    specificationVersion: "v4",
    image,
    imageModel: (model) => image(model),
    video,
    videoModel: (model) => video(model),
    speech,
    speechModel: (model) => speech(model),
    languageModel: (modelId) => {
      throw new NoSuchModelError({ modelId, modelType: "languageModel" });
    },
    embeddingModel: (modelId) => {
      throw new NoSuchModelError({ modelId, modelType: "embeddingModel" });
    },
    get client() {
      return connection().client();
    },
  };
}

/** The provider with what the environment says: `RUNCOMFY_TOKEN` and, for a server of your own, `RUNCOMFY_MODEL_API_BASE`. */
export const modelApi: ModelApiProvider = createModelApi();
