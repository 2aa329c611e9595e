// The provider in the AI SDK.
import { readFile } from "node:fs/promises";
import { modelApi } from "@model-api/ai-sdk";
import { generateImage } from "ai";

const { image, providerMetadata } = await generateImage({
  model: modelApi.image("openai/gpt-image-2/edit"),
  prompt: { text: "Convert it to greyscale", images: [await readFile("photo.png")] },
});
if (image.uint8Array.byteLength < 100) throw new Error("the picture is empty");
console.log(
  JSON.stringify({ bytes: image.uint8Array.byteLength, made: providerMetadata.modelApi.images.length }),
);
