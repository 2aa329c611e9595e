import { createModelApi, type ModelApiProvider } from "@model-api/ai-sdk";
import { type ModelId, models } from "@model-api/models";
import { loadModel } from "@model-api/models/load";
import { createTestServer } from "@model-api/server/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scriptedEngine } from "./engine.js";

const engine = scriptedEngine();
let server: Awaited<ReturnType<typeof createTestServer>>;
beforeAll(async () => {
  server = await createTestServer({ engines: [engine] });
});
afterAll(() => server.close());

const provider = () => createModelApi({ token: server.token, baseUrl: server.url, fetch: server.fetch });

type Settings = Record<string, unknown>;
type ImageModel = ReturnType<ModelApiProvider["image"]>;

const NOTHING = { n: 1, providerOptions: {}, files: undefined, mask: undefined };
const IMAGE = { type: "url" as const, url: "https://a.example/a.png" };
const VIDEO = { type: "url" as const, url: "https://a.example/a.mp4", mediaType: "video/mp4" };

/** What the model is sent for these settings, and what is warned of. */
async function send(id: string, settings: Settings) {
  const before = engine.begun.length;
  const kind = models.find(({ model_id }) => model_id === id)?.output_kind;
  const model = kind === "video" ? provider().video(id as ModelId) : provider().image(id as ModelId);
  const options = { prompt: "x", ...NOTHING, ...settings } as unknown as Parameters<
    ImageModel["doGenerate"]
  >[0];
  const { warnings } = await (model as ImageModel).doGenerate(options);
  return { input: engine.begun[before]?.input ?? {}, warnings };
}

describe("a frame", () => {
  const cases: readonly (readonly [
    id: string,
    settings: Settings,
    input: Settings,
    warned: readonly string[],
  ])[] = [
    ["openai/gpt-image-2/text-to-image", { aspectRatio: "16:9" }, { aspect_ratio: "16:9" }, []],
    ["openai/gpt-image-2/text-to-image", { aspectRatio: "32:18" }, { aspect_ratio: "16:9" }, []],
    ["openai/gpt-image-2/text-to-image", { aspectRatio: "17:9" }, { aspect_ratio: "16:9" }, ["aspectRatio"]],
    ["openai/gpt-image-2/text-to-image", { aspectRatio: "wide" }, {}, ["aspectRatio"]],
    ["openai/gpt-image-2/text-to-image", { aspectRatio: "0:9" }, {}, ["aspectRatio"]],
    [
      "openai/gpt-image-2/text-to-image",
      { size: "1024x1024" },
      { aspect_ratio: "1:1", resolution: "1k" },
      [],
    ],
    [
      "openai/gpt-image-2/text-to-image",
      { size: "3840x2160" },
      { aspect_ratio: "16:9", resolution: "4k" },
      [],
    ],
    [
      "openai/gpt-image-2/text-to-image",
      { size: "1536x1024" },
      { aspect_ratio: "3:2", resolution: "1k" },
      ["size"],
    ],
    [
      "openai/gpt-image-2/text-to-image",
      { size: "2048x2048", aspectRatio: "16:9" },
      { aspect_ratio: "16:9", resolution: "2k" },
      [],
    ],
    ["ideogram-ai/ideogram-v4/text-to-image", { aspectRatio: "9:16" }, { size: "9:16" }, []],
    ["google/nano-banana-2-lite/text-to-image", { size: "1024x512" }, { aspect_ratio: "16:9" }, ["size"]],
    ["blackforestlabs/flux-2-klein/4b/text-to-image", { size: "800x600" }, { width: 800, height: 600 }, []],
    [
      "blackforestlabs/flux-2-klein/4b/text-to-image",
      { size: "4000x32" },
      { width: 2048, height: 64 },
      ["size"],
    ],
    [
      "blackforestlabs/flux-2-klein/4b/text-to-image",
      { aspectRatio: "16:9" },
      { width: 1360, height: 768 },
      ["aspectRatio"],
    ],
    [
      "blackforestlabs/flux-2-klein/4b/text-to-image",
      { size: "800x600", aspectRatio: "1:1" },
      { width: 800, height: 600 },
      ["aspectRatio"],
    ],
    ["blackforestlabs/flux-3/image", { aspectRatio: "9:16" }, { image_size: "portrait_16_9" }, []],
    ["blackforestlabs/flux-3/image", { aspectRatio: "1:1" }, { image_size: "square_hd" }, []],
    ["blackforestlabs/flux-3/image", { size: "512x512" }, { image_size: "square" }, ["size"]],
    ["blackforestlabs/flux-3/image", { size: "1024x768" }, { image_size: "landscape_4_3" }, ["size"]],
    [
      "wan-ai/wan-3.0/text-to-video",
      { resolution: "1080x1920" },
      { resolution: "1080p", aspect_ratio: "9:16" },
      [],
    ],
    [
      "wan-ai/wan-3.0/text-to-video",
      { resolution: "3840x2160" },
      { resolution: "1080p", aspect_ratio: "16:9" },
      ["resolution"],
    ],
    [
      "minimax/minimax-h3/text-to-video",
      { resolution: "2560x1440" },
      { resolution: "2k", aspect_ratio: "16:9" },
      [],
    ],
    ["alibaba/happyhorse-1.1/text-to-video", { aspectRatio: "adaptive" }, {}, ["aspectRatio"]],
    [
      "blackforestlabs/flux-3/text-to-video",
      { aspectRatio: "adaptive", duration: 6 },
      { aspect_ratio: "auto", duration: "6" },
      ["aspectRatio"],
    ],
    ["lightricks/ltx-2.5/text-to-video/pro", { fps: 30 }, { fps: 25 }, ["fps"]],
  ];
  test.each(cases)("of %s, asked for as %o, is %o", async (id, settings, expected, warned) => {
    const { input, warnings } = await send(id, settings);
    expect(input).toEqual({ prompt: "x", ...expected });
    expect(warnings.map((warning) => "feature" in warning && warning.feature)).toEqual(warned);
  });
});

/** Settings that could be lost, each with a value that most models take. */
const IMAGE_SETTINGS: Settings = { aspectRatio: "16:9", size: "1024x768", seed: 5, mask: IMAGE };
const VIDEO_SETTINGS: Settings = {
  aspectRatio: "9:16",
  resolution: "1280x720",
  seed: 5,
  fps: 25,
  duration: 8,
  generateAudio: true,
  frameImages: [{ frameType: "last_frame", image: IMAGE }],
  inputReferences: [VIDEO],
};

/** What a model cannot do without: files of the kinds that its schema requires, and other fields without a setting. */
async function needs(id: string): Promise<Settings> {
  const module = await loadModel(id);
  const { properties = {}, required = [] } = module?.inputSchema ?? {};
  const isRequired = (kind: string) =>
    required.some((name) => (properties[name]?.items?.format ?? properties[name]?.format) === `${kind}_uri`);
  const duration = required.includes("duration") && { duration: 5 };
  const resolution = required.includes("resolution") && { resolution: "1024x768" };
  return {
    ...(isRequired("image") && { files: [IMAGE], image: IMAGE }),
    ...(isRequired("video") && { inputReferences: [VIDEO] }),
    ...duration,
    ...resolution,
  };
}

test.each(models.filter(({ output_kind }) => output_kind !== "audio").map(({ model_id }) => model_id))(
  "%s loses no setting in silence",
  async (id) => {
    const isVideo = models.some(({ model_id, output_kind }) => model_id === id && output_kind === "video");
    const basis = await needs(id);
    const without = await send(id, basis);
    for (const [name, value] of Object.entries(isVideo ? VIDEO_SETTINGS : IMAGE_SETTINGS)) {
      const { input, warnings } = await send(id, { ...basis, [name]: value });
      const isWarned = warnings.some(
        (warning) => "feature" in warning && warning.feature.replace("prompt.", "") === name,
      );
      const isSame = JSON.stringify(input) === JSON.stringify(without.input);
      // What is required anyway is the same with it and without it.
      const isGiven = JSON.stringify(basis[name]) === JSON.stringify(value);
      expect([name, isWarned || !isSame || isGiven]).toEqual([name, true]);
    }
  },
);
