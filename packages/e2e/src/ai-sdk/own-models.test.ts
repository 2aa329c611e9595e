import { createModelApi, type ModelApiSettings, untyped } from "@model-api/ai-sdk";
import type { ModelId } from "@model-api/models";
import * as paint from "@model-api/models/openai/gpt-image-2/text-to-image";
import { createTestServer } from "@model-api/server/testing";
import { generateImage } from "ai";
import { expect, test } from "vitest";
import { closeAfterEach, closeLater, rejection } from "./scene.js";

closeAfterEach();

const OWN = "acme/private/paint";

/** A server with one model that no installed catalog has. */
async function openOwn(settings: ModelApiSettings = {}) {
  const metadata = { ...paint.metadata, model_id: OWN };
  const bodies: unknown[] = [];
  const server = await createTestServer({
    catalog: {
      models: [metadata],
      load: async (id) => (id === OWN ? ({ ...paint, metadata } as never) : undefined),
    },
  });
  closeLater(() => server.close());
  return {
    bodies,
    modelApi: createModelApi({
      token: server.token,
      baseUrl: server.url,
      fetch: async (url, init) => {
        if (init.method === "POST") bodies.push(JSON.parse(String(init.body)));
        return server.fetch(url, init);
      },
      ...settings,
    }),
  };
}

const settings = { prompt: "x", aspectRatio: "16:9" } as const;

test("a model that this version does not know is asked of the server, and its settings are mapped by what it says", async () => {
  const { modelApi, bodies } = await openOwn();
  const { warnings } = await generateImage({ model: modelApi.image(untyped(OWN)), ...settings, seed: 3 });
  expect(bodies).toEqual([{ prompt: "x", aspect_ratio: "16:9" }]);
  expect(warnings).toContainEqual(expect.objectContaining({ type: "unsupported", feature: "seed" }));
});

test("a model of one's own is known by the module that the caller has of it, and checked before anything is sent", async () => {
  const models = async (id: string) => (id === OWN ? (paint as never) : undefined);
  const { modelApi, bodies } = await openOwn({ models });
  const model = modelApi.image(OWN as ModelId);
  expect((await generateImage({ model, ...settings })).images).toHaveLength(1);
  const providerOptions = { modelApi: { quality: "hihg" } };
  expect(await rejection(generateImage({ model, ...settings, providerOptions }))).toMatchObject({
    name: "AI_InvalidArgumentError",
    argument: "providerOptions.modelApi.quality",
  });
  expect(bodies).toEqual([{ prompt: "x", aspect_ratio: "16:9" }]);
});

test("a model that nobody knows is an error before anything is submitted", async () => {
  const { modelApi, bodies } = await openOwn();
  const error = await rejection(
    generateImage({ model: modelApi.image(untyped("acme/private/pain")), ...settings }),
  );
  expect(error.message).toMatch(/acme\/private\/pain/);
  expect(bodies).toEqual([]);
});

test("a mask goes into the model's field for it, where it has one", async () => {
  const inputSchema = {
    ...paint.inputSchema,
    properties: {
      ...paint.inputSchema.properties,
      mask_url: { title: "Mask", type: "string", format: "image_uri" },
      images: { title: "Images", type: "array", items: { type: "string", format: "image_uri" } },
    },
  };
  const models = async (id: string) => (id === OWN ? ({ ...paint, inputSchema } as never) : undefined);
  const { modelApi, bodies } = await openOwn({ models });
  const model = modelApi.image(OWN as ModelId);
  expect(await model.supportsMaskInputs).toBe(true);
  await generateImage({
    model,
    prompt: { text: "x", images: ["https://a.example/a.png"], mask: "https://a.example/mask.png" },
  });
  expect(bodies).toEqual([
    { prompt: "x", images: ["https://a.example/a.png"], mask_url: "https://a.example/mask.png" },
  ]);
});
