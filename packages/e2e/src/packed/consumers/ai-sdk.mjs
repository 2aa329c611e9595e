// The provider in the AI SDK, with nothing but web standards.
import { createModelApi } from "@model-api/ai-sdk";
import { generateImage } from "ai";

// The server warns that it has drawn a placeholder, which is so in each run.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** Makes a picture and edits it; throws where something is not as it should be. */
export async function exerciseAiSdk({ baseUrl, token }) {
  const modelApi = createModelApi({ baseUrl, token });
  const drawn = await generateImage({
    model: modelApi.image("openai/gpt-image-2/text-to-image"),
    prompt: "A yellow bicycle",
  });
  const { image, providerMetadata } = await generateImage({
    model: modelApi.image("openai/gpt-image-2/edit"),
    prompt: { text: "Convert it to greyscale", images: [drawn.image.uint8Array] },
  });
  const made = providerMetadata.modelApi.images.length;
  if (image.uint8Array.byteLength < 100 || made !== 1) throw new Error(`${made} pictures were made`);
  return { bytes: image.uint8Array.byteLength, made };
}
