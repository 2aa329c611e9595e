// The provider as the environment sets it up, with a file; and as a program sets it up.
import { readFile } from "node:fs/promises";
import { modelApi } from "@model-api/ai-sdk";
import { generateImage } from "ai";
import { exerciseAiSdk } from "./ai-sdk.mjs";

const { image, providerMetadata } = await generateImage({
  model: modelApi.image("openai/gpt-image-2/edit"),
  prompt: { text: "Convert it to greyscale", images: [await readFile("photo.png")] },
});
if (image.uint8Array.byteLength < 100) throw new Error("the picture is empty");
if (providerMetadata.modelApi.images.length !== 1)
  throw new Error("another number of pictures was made than one");
const { RUNCOMFY_MODEL_API_BASE: baseUrl, RUNCOMFY_TOKEN: token } = process.env;
console.log(JSON.stringify(await exerciseAiSdk({ baseUrl, token })));
