import { readFileSync } from "node:fs";
import type { ModelApiOptions } from "@model-api/ai-sdk";
import { createProviderRegistry, generateImage, wrapImageModel } from "ai";
import sharp from "sharp";
import { expect, test } from "vitest";
import { COFFEE, EDIT } from "../harness.js";
import { closeAfterEach, openScene, rejection } from "./scene.js";

closeAfterEach();

const PAINT = "openai/gpt-image-2/text-to-image";
const photograph = readFileSync(COFFEE);

test("an edit uploads its images, maps its settings to the model's input, and gives the picture's bytes", async () => {
  const { engine, modelApi } = await openScene();
  const { image, warnings, responses } = await generateImage({
    model: modelApi.image(EDIT),
    prompt: { text: "a white studio", images: [photograph, "https://pictures.example/cup.png"] },
    aspectRatio: "16:9",
    providerOptions: { modelApi: { quality: "high" } satisfies ModelApiOptions<typeof EDIT> },
  });
  expect((await sharp(image.uint8Array).metadata()).format).toBe("png");
  expect(image.mediaType).toBe("image/png");
  expect(warnings).toEqual([]);
  expect(engine.begun).toEqual([
    {
      modelId: EDIT,
      input: {
        prompt: "a white studio",
        images: [expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//), "https://pictures.example/cup.png"],
        aspect_ratio: "16:9",
        quality: "high",
      },
    },
  ]);
  expect(responses).toEqual([
    {
      modelId: EDIT,
      timestamp: expect.any(Date),
      headers: expect.objectContaining({
        "model-api-request-id": expect.any(String),
        "model-api-created-at": expect.stringMatching(/Z$/),
        "model-api-finished-at": expect.stringMatching(/Z$/),
      }),
    },
  ]);
});

test("what is known of the request and of each picture is in the provider's metadata", async () => {
  const { modelApi, token } = await openScene();
  const result = await generateImage({ model: modelApi.image(PAINT), prompt: "count a bicycle" });
  const requestId = result.responses[0]?.headers?.["model-api-request-id"];
  expect(result.providerMetadata.modelApi?.images).toEqual([
    {
      requestId,
      url: expect.stringMatching(/^http/),
      mediaType: "image/png",
      bytes: result.image.uint8Array.byteLength,
      estimatedCostUsd: null,
    },
  ]);
  expect(result.calls[0]?.providerMetadata?.modelApi).toMatchObject({
    requests: [
      {
        requestId,
        model: PAINT,
        createdAt: expect.any(String),
        finishedAt: expect.any(String),
        usage: { unit: "output", quantity: 1 },
        engineReport: { engine: "scripted" },
      },
    ],
  });
  expect(result.usage).toEqual({ inputTokens: 7, outputTokens: 11, totalTokens: 18 });
  expect(await modelApi.client.request(requestId ?? "").result()).toMatchObject({ status: "completed" });
  expect(JSON.stringify(result)).not.toContain(token);
});

test("three pictures of a model that makes one a request are three requests, each submitted once", async () => {
  const { modelApi, submits } = await openScene();
  const { images } = await generateImage({ model: modelApi.image(PAINT), prompt: "a bicycle", n: 3 });
  expect(images).toHaveLength(3);
  expect(submits()).toEqual(Array(3).fill(`POST /v1/models/${PAINT}`));
});

test("three pictures of a model with a count of its own are one request, and five of one that makes four are two", async () => {
  const { modelApi, engine } = await openScene();
  const model = modelApi.image("wan-ai/wan-2.7/edit");
  const prompt = { text: "brighter", images: [photograph] };
  const three = await generateImage({ model, prompt, n: 3 });
  expect([three.images.length, three.warnings]).toEqual([3, []]);
  expect(engine.begun.map(({ input }) => input.num_images)).toEqual([3]);
  const five = await generateImage({ model, prompt, n: 5 });
  expect(five.images).toHaveLength(5);
  const counts = engine.begun.slice(1).map(({ input }) => Number(input.num_images ?? 1));
  expect(counts.sort()).toEqual([1, 4]);
});

test("a model that makes fewer pictures than were asked for says so", async () => {
  const { modelApi } = await openScene();
  const result = await generateImage({
    model: modelApi.image("wan-ai/wan-2.7/text-to-image"),
    prompt: "hills",
    n: 2,
  });
  expect(result.images).toHaveLength(1);
  expect(result.warnings).toEqual([
    { type: "other", message: "2 images were asked for, and the model made 1." },
  ]);
});

test("settings that the model has nothing for are warned of, each by its name", async () => {
  const { modelApi } = await openScene();
  const { warnings } = await generateImage({
    model: modelApi.image("google/nano-banana-2-lite/edit"),
    prompt: { text: "odd", images: [photograph], mask: photograph },
    seed: 7,
    aspectRatio: "31:20",
  });
  expect(warnings).toEqual([
    {
      type: "unsupported",
      feature: "prompt.mask",
      details: expect.stringContaining("has no input for a mask"),
    },
    {
      type: "compatibility",
      feature: "aspectRatio",
      details: 'google/nano-banana-2-lite/edit has no 31:20; aspect_ratio "3:2" is the nearest.',
    },
    { type: "unsupported", feature: "seed", details: expect.stringContaining("no such input") },
    {
      type: "other",
      message: 'The server\'s engine "scripted" left out "odd": nobody can do that',
    },
  ]);
});

test("an option of the provider counts before a setting, and the setting is warned of", async () => {
  const { modelApi, engine } = await openScene();
  const { warnings } = await generateImage({
    model: modelApi.image(PAINT),
    prompt: "a bicycle",
    aspectRatio: "16:9",
    providerOptions: { modelApi: { aspect_ratio: "21:9", prompt: "a bicycle" } },
  });
  expect(engine.begun[0]?.input.aspect_ratio).toBe("21:9");
  expect(warnings).toEqual([
    {
      type: "other",
      message:
        "aspectRatio is overruled by providerOptions.modelApi.aspect_ratio, which sets the same field.",
    },
  ]);
});

test.each([
  [
    "a value that the model does not know",
    { prompt: "x", providerOptions: { modelApi: { quality: "hihg" } } },
    "providerOptions.modelApi.quality",
    /quality: must be one of .*"high".*nothing was sent|nothing was sent[\s\S]*quality: must be one of/,
  ],
  [
    "a field that is misspelt",
    { prompt: "x", providerOptions: { modelApi: { qualty: "high" } } },
    "providerOptions.modelApi.qualty",
    /quality/,
  ],
  [
    "options that are none",
    { prompt: "x", providerOptions: { modelApi: [] as never } },
    "providerOptions.modelApi",
    /is an object/,
  ],
  [
    "images for a model that takes none",
    { prompt: { text: "x", images: [photograph] } },
    "prompt.images",
    /takes no images, and 1 were given as prompt\.images; nothing was sent/,
  ],
])("%s is an invalid argument, and nothing is sent", async (_, settings, argument, message) => {
  const { modelApi, tap } = await openScene();
  const error = await rejection(generateImage({ model: modelApi.image(PAINT), ...settings }));
  expect(error).toMatchObject({ name: "AI_InvalidArgumentError", argument });
  expect(error.message).toMatch(message);
  expect(tap.calls).toEqual([]);
});

test("too many input images are refused by the model's own schema, and the setting is named", async () => {
  const { modelApi, tap } = await openScene();
  const prompt = { text: "x", images: Array(11).fill(photograph) };
  const model = modelApi.image("google/nano-banana-2-lite/edit");
  const error = await rejection(generateImage({ model, prompt }));
  expect(error).toMatchObject({
    argument: "prompt.images",
    message: expect.stringContaining("image_urls comes from the setting prompt.images"),
    cause: { code: "invalid_input", issues: [{ path: ["image_urls"] }] },
  });
  expect(tap.calls).toEqual([]);
});

test("a model that is not there is an error that names the nearest, and one of another kind names its method", async () => {
  const { modelApi } = await openScene();
  // @ts-expect-error the id is misspelt
  expect(() => modelApi.image("openai/gpt-image-2/edti")).toThrow(
    expect.objectContaining({
      name: "AI_NoSuchModelError",
      modelId: "openai/gpt-image-2/edti",
      modelType: "imageModel",
      message: expect.stringContaining("did you mean openai/gpt-image-2/edit?"),
    }),
  );
  expect(() => modelApi.image("wan-ai/wan-2.7/text-to-video")).toThrow(
    'wan-ai/wan-2.7/text-to-video makes video: use `modelApi.video("wan-ai/wan-2.7/text-to-video")`.',
  );
  expect(() => modelApi.languageModel("openai/gpt-image-2/edit")).toThrow(
    expect.objectContaining({ name: "AI_NoSuchModelError" }),
  );
});

test("a registry of providers finds the models by their ids", async () => {
  const { modelApi } = await openScene();
  const registry = createProviderRegistry({ modelApi });
  const { image } = await generateImage({
    model: registry.imageModel("modelApi:openai/gpt-image-2/text-to-image"),
    prompt: "a bicycle",
  });
  expect(image.mediaType).toBe("image/png");
  expect(registry.videoModel("modelApi:wan-ai/wan-2.7/text-to-video").modelId).toBe(
    "wan-ai/wan-2.7/text-to-video",
  );
});

test("middleware stands before the model, and is told what the model can do", async () => {
  const { modelApi, engine } = await openScene();
  const model = wrapImageModel({
    model: modelApi.image(EDIT),
    middleware: {
      specificationVersion: "v4",
      transformParams: async ({ params }) => ({ ...params, aspectRatio: "1:1" }),
    },
  });
  expect(await model.supportsFileInputs).toBe(true);
  expect(await model.supportsMaskInputs).toBe(false);
  await generateImage({ model, prompt: { text: "x", images: [photograph] }, aspectRatio: "16:9" });
  expect(engine.begun[0]?.input.aspect_ratio).toBe("1:1");
});

test("headers of a call and of the provider reach the API, with a name for who is calling", async () => {
  const { tap, provider } = await openScene();
  const modelApi = provider({ headers: { "x-team": "studio", "x-call": "provider" } });
  await generateImage({ model: modelApi.image(PAINT), prompt: "x", headers: { "X-Call": "call" } });
  const [submit] = tap.calls.filter(({ method }) => method === "POST");
  expect(submit?.headers).toMatchObject({
    "x-team": "studio",
    "x-call": "call",
    "user-agent": expect.stringMatching(/^ai\/7\S* .*model-api-ai-sdk\/0\.0\.0 model-api-client\/0\.0\.0$/),
  });
});
