/** The provider and the SDK in a page, behind the page's own proxy: no token is here. */
import { createModelApi } from "@model-api/ai-sdk";
import { generateImage } from "ai";

const modelApi = createModelApi({ baseUrl: "/api/model-api" });

/** Edits a picture of one pixel; gives what can be shown. */
async function paint(prompt: string, pixel: string) {
  const { image, warnings, responses } = await generateImage({
    model: modelApi.image("openai/gpt-image-2/edit"),
    prompt: { text: prompt, images: [pixel] },
    aspectRatio: "1:1",
    seed: 3,
  });
  return { mediaType: image.mediaType, picture: image.base64, warnings, responses };
}

Object.assign(globalThis, { paint, AI_SDK_LOG_WARNINGS: false });
