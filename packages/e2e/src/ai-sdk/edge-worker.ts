/** The provider and the SDK inside an edge runtime: takes where the API is, answers what came of a picture and a video. */
import { createModelApi } from "@model-api/ai-sdk";
import { experimental_getVideoStatus, experimental_startVideo, generateImage, type JSONValue } from "ai";

export interface EdgeCall {
  readonly baseUrl: string;
  readonly token: string;
  /** An operation to look at; one is started where there is none. */
  readonly operation?: JSONValue;
}

const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="),
  (character) => character.charCodeAt(0),
);

export default {
  async fetch(request: Request): Promise<Response> {
    const { operation, ...settings } = (await request.json()) as EdgeCall;
    const modelApi = createModelApi(settings);
    const model = modelApi.video("wan-ai/wan-3.0/text-to-video");
    if (operation !== undefined) {
      const status = await experimental_getVideoStatus(model, { operation });
      return Response.json({ status: status.status });
    }
    const { image } = await generateImage({
      model: modelApi.image("openai/gpt-image-2/edit"),
      prompt: { text: "a bicycle", images: [PNG] },
    });
    const started = await experimental_startVideo({ model, prompt: "a wave" });
    return Response.json({ mediaType: image.mediaType, operation: started.operation });
  },
};
