/** Compile-time tests: `tsc` reads this file, nothing runs it. Each `@ts-expect-error` fails where there is no error. */
import { createProviderRegistry, experimental_generateVideo, generateImage, generateSpeech } from "ai";
import { createModelApi, type ModelApiOptions, modelApi, untyped } from "./index.js";

const EDIT = "openai/gpt-image-2/edit";

export async function images(): Promise<void> {
  const model = modelApi.image(EDIT, { maxCostUsd: 0.5, onSubmitted: ({ requestId }) => requestId.length });
  await generateImage({
    model,
    prompt: { text: "x", images: [new Uint8Array()] },
    aspectRatio: "16:9",
    providerOptions: { modelApi: { quality: "high" } satisfies ModelApiOptions<typeof EDIT> },
  });
  modelApi.image(untyped("acme/private/edit"));
  modelApi.imageModel(EDIT);
  // @ts-expect-error the id is misspelt
  modelApi.image("openai/gpt-image-2/edti");
  // @ts-expect-error a model that the registry does not know
  modelApi.imageModel("acme/private/edit");
  // @ts-expect-error a setting of that name does not exist
  modelApi.image(EDIT, { maxCost: 1 });
}

export const options: unknown[] = [
  { quality: "low", images: ["https://a.example/b.png"] } satisfies ModelApiOptions<typeof EDIT>,
  // @ts-expect-error the value is not one of the enum
  { quality: "lowest" } satisfies ModelApiOptions<typeof EDIT>,
  // @ts-expect-error a field of that name does not exist
  { qualty: "low" } satisfies ModelApiOptions<typeof EDIT>,
  // @ts-expect-error files are URLs in the provider's options
  { images: [new Blob()] } satisfies ModelApiOptions<typeof EDIT>,
  { num_images: 2 } satisfies ModelApiOptions<"wan-ai/wan-2.7/edit">,
  // @ts-expect-error that is a field of another model
  { num_images: 2 } satisfies ModelApiOptions<typeof EDIT>,
];

export async function others(): Promise<void> {
  await experimental_generateVideo({ model: modelApi.video("wan-ai/wan-3.0/text-to-video"), prompt: "x" });
  await generateSpeech({ model: modelApi.speech("bytedance/seed-audio-1.0/text-to-audio"), text: "x" });
  const registry = createProviderRegistry({ modelApi: createModelApi({ token: async () => "x" }) });
  registry.imageModel("modelApi:openai/gpt-image-2/edit");
  registry.videoModel("modelApi:wan-ai/wan-3.0/text-to-video");
  // @ts-expect-error there is no provider of that name
  registry.imageModel("modelApo:openai/gpt-image-2/edit");
  // @ts-expect-error a base URL is a text
  createModelApi({ baseUrl: 8787 });
}
