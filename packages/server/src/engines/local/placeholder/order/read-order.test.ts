import type { FieldSchema } from "@model-api/models";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { makePlaceholder } from "../make-placeholder.js";
import type { Model } from "./field-meanings.js";
import type { PlaceholderOrder } from "./order.js";
import { readOrder } from "./read-order.js";

type Input = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, Partial<FieldSchema>>>;
type Facts = Partial<Model["metadata"]>;

const IMAGE = { type: "string", format: "image_uri" } as const;
const VIDEO = { type: "string", format: "video_uri" } as const;

/** A model of somebody's own: the catalog does not know it. */
function model(fields: Fields, facts: Facts = {}): Model {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      { type: "string", title: name, ...field } as FieldSchema,
    ]),
  );
  const metadata = {
    model_id: "acme/own/model",
    output_kind: "image",
    price_unit: "output",
    ...facts,
  } as const;
  return { metadata, inputSchema: { type: "object", properties } };
}

const FILES: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  // Stands upright as 200 × 300.
  turned: () => picture(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  wide: () => picture(2000, 100).png().toBuffer(),
  film: () => film({ width: 640, height: 480 }, 2.5),
  words: async () => Buffer.from("these are words"),
};

function picture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: "#446688" } });
}

async function film(size: { width: number; height: number }, duration: number): Promise<Uint8Array> {
  const rest = {
    modelId: "m",
    prompt: "",
    count: 1,
    ignored: [],
    framesPerSecond: 24,
    sound: false,
  } as const;
  return (await makePlaceholder({ kind: "video", size, duration, ...rest })).data;
}

function order(given: Model, input: Input = {}): Promise<PlaceholderOrder> {
  return readOrder(given, input, {
    fetchMedia: async (uri, kind) => ({
      bytes: (await FILES[uri]?.()) ?? expect.fail(`${uri} was fetched`),
      mediaType: `${kind}/x-some`,
    }),
  });
}

describe("the size of a placeholder", () => {
  it.each<[string, Fields, Input, { width: number; height: number }]>([
    [
      "edges",
      { width: { type: "integer" }, height: { type: "integer" } },
      { width: 300, height: 77 },
      { width: 300, height: 77 },
    ],
    [
      "one edge, and the other's default",
      { width: { default: 640 }, height: { default: 480 } },
      { width: 320 },
      { width: 320, height: 480 },
    ],
    ["a size in words", { size: {} }, { size: "1536x640" }, { width: 1536, height: 640 }],
    ["a size with a star", { size: {} }, { size: "1280*720" }, { width: 1280, height: 720 }],
    ["a named size", { image_size: { default: "square" } }, {}, { width: 512, height: 512 }],
    [
      "an object",
      { image_size: { type: "object" } },
      { image_size: { width: 96, height: 64 } },
      { width: 96, height: 64 },
    ],
    [
      "a ratio that is not the default size's",
      { image_size: { default: "square_hd" }, ratio: {} },
      { ratio: "16:9" },
      { width: 1360, height: 768 },
    ],
    [
      "a ratio and thousands",
      { aspect_ratio: {}, resolution: {} },
      { aspect_ratio: "1:8", resolution: "2k" },
      { width: 720, height: 5792 },
    ],
    ["nothing", { prompt: {} }, { prompt: "x" }, { width: 1024, height: 1024 }],
    ["auto, without a picture", { aspect_ratio: { default: "auto" } }, {}, { width: 1024, height: 1024 }],
    [
      "a picture that is turned by its EXIF",
      { start_image: IMAGE },
      { start_image: "turned" },
      { width: 832, height: 1248 },
    ],
    [
      "the first of several pictures",
      { images: { type: "array", items: IMAGE } },
      { images: ["wide", "turned"] },
      { width: 4576, height: 224 },
    ],
  ])("of an image follows from %s", async (_, fields, input, size) => {
    expect(await order(model(fields), input)).toMatchObject({ size });
  });

  it.each<[string, Fields, Input, { width: number; height: number }]>([
    [
      "lines across the shorter edge",
      { resolution: {}, aspect_ratio: {} },
      { resolution: "480p", aspect_ratio: "9:16" },
      { width: 480, height: 854 },
    ],
    [
      "lines as a number",
      { resolution: { type: "integer" } },
      { resolution: 1080 },
      { width: 1920, height: 1080 },
    ],
    ["4k", { resolution: { default: "4K" } }, {}, { width: 3840, height: 2160 }],
    [
      "adaptive, with a picture",
      { ratio: { default: "adaptive" }, first_frame: IMAGE },
      { first_frame: "turned" },
      { width: 720, height: 1080 },
    ],
    ["odd edges", { width: { default: 641 }, height: { default: 359 } }, {}, { width: 642, height: 360 }],
    ["a video", { video: VIDEO }, { video: "film" }, { width: 640, height: 480 }],
    [
      "a video, and a ratio of its own",
      { video: VIDEO, target_ratio: {} },
      { video: "film", target_ratio: "1:1" },
      { width: 480, height: 480 },
    ],
    ["nothing", {}, {}, { width: 1280, height: 720 }],
  ])("of a video follows from %s, and is even", async (_, fields, input, size) => {
    expect(await order(model(fields, { output_kind: "video" }), input)).toMatchObject({ size });
  });

  it("follows from the model's id where no field says it", async () => {
    const facts = { output_kind: "video", model_id: "acme/clips/fast/480p" } as const;
    expect(await order(model({}, facts))).toMatchObject({ size: { width: 854, height: 480 } });
  });

  it("is that of the model's own ratio nearest to the picture, where the schema says that it is derived so", async () => {
    const ratio = { enum: ["1:1", "3:4"], "x-derived-from": { field: "image", rule: "the nearest" } };
    const given = model({ image: IMAGE, aspect_ratio: ratio });
    expect(await order(given, { image: "turned" })).toMatchObject({ size: { width: 880, height: 1184 } });
  });

  it("is bounded, and that is noted by the field", async () => {
    const made = await order(model({ width: {}, height: {} }), { width: 40_000, height: 20_000 });
    expect(made).toMatchObject({ size: { width: 5793, height: 2896 } });
    expect(made.ignored).toEqual([{ instruction: "width", reason: expect.stringContaining("5793 × 2896") }]);
  });

  it("fetches no picture where the request says all", async () => {
    const given = model({ image: IMAGE, aspect_ratio: {} });
    await expect(order(given, { image: "nowhere", aspect_ratio: "1:1" })).resolves.toMatchObject({
      kind: "image",
    });
  });

  it("blames the field whose picture cannot be read", async () => {
    const wrong = order(model({ images: { items: IMAGE } }), { images: ["words"] });
    await expect(wrong).rejects.toMatchObject({
      fault: "input",
      message: expect.stringMatching(/^images\[0\]: /),
    });
  });
});

describe("the length of a placeholder", () => {
  const priced = { price_unit: "second", price_quantity: { field: "how_long", factor: 60 } } as const;
  it.each<[string, Fields, Input, number, Facts?]>([
    ["seconds", { duration: { type: "number" } }, { duration: 2.5 }, 2.5],
    ["seconds in words", { seconds: {} }, { seconds: "8" }, 8],
    ["seconds with their unit", { duration: {} }, { duration: "6s" }, 6],
    ["milliseconds", { video_length_ms: { type: "integer" } }, { video_length_ms: 1500 }, 1.5],
    ["frames at a rate", { num_frames: { default: 81 }, fps: { default: 16 } }, {}, 81 / 16],
    [
      "given seconds rather than default frames",
      { num_frames: { default: 81 }, duration: {} },
      { duration: 3 },
      3,
    ],
    [
      "the field that the price counts by",
      { how_long: {}, duration: {} },
      { how_long: 0.5, duration: 3 },
      30,
      priced,
    ],
    [
      "auto, by the shortest usual choice",
      { duration: { enum: ["auto", "3", "6", "9"], default: "auto" } },
      {},
      6,
    ],
    ["auto, without choices", { duration: { default: "auto" } }, {}, 5],
    ["the video that it is made of", { clip: VIDEO }, { clip: "film" }, 2.5],
    ["nothing", {}, {}, 5],
  ])("follows from %s", async (_, fields, input, duration, facts) => {
    expect(await order(model(fields, { output_kind: "video", ...facts }), input)).toMatchObject({ duration });
  });

  it("is about that of the spoken text, where nothing says it", async () => {
    const made = await order(model({ text: {} }, { output_kind: "audio" }), { text: "a".repeat(300) });
    expect(made).toMatchObject({ duration: 20 });
  });

  it("is bounded, and that is noted", async () => {
    const made = await order(model({ duration: {} }, { output_kind: "audio" }), { duration: 7200 });
    expect(made).toMatchObject({ duration: 600 });
    expect(made.ignored).toEqual([
      { instruction: "duration", reason: expect.stringMatching(/7200 s.*600 s/) },
    ]);
  });

  it("is the usual one of a video whose container is not read, which is noted", async () => {
    const made = await order(model({ clip: VIDEO }, { output_kind: "video" }), { clip: "words" });
    expect(made).toMatchObject({ duration: 5, size: { width: 1280, height: 720 } });
    expect(made.ignored).toEqual([{ instruction: "clip", reason: expect.stringContaining("video/x-some") }]);
  });
});

describe("the files of a placeholder", () => {
  it.each<["image" | "video" | "audio", Fields, Input, object, string?]>([
    ["image", { output_format: {} }, { output_format: "jpg" }, { format: "jpeg" }],
    ["image", { format: { default: "webp" } }, {}, { format: "webp" }],
    ["image", { output_format: {} }, { output_format: "avif" }, { format: "png" }, "output_format"],
    ["image", { n: {} }, { n: 3 }, { count: 3 }],
    ["image", { num_images: {} }, { num_images: 40 }, { count: 16 }, "num_images"],
    ["video", { fps: {}, format: {} }, { fps: 29.97, format: "mp4" }, { framesPerSecond: 29.97 }],
    [
      "video",
      { frame_rate: {}, output_format: {} },
      { frame_rate: 240, output_format: "mp4" },
      { framesPerSecond: 60 },
      "frame_rate",
    ],
    ["video", { output_format: {} }, { output_format: "webm" }, {}, "output_format"],
    ["video", { enable_audio: { type: "boolean", default: true } }, {}, { sound: true }],
    ["video", { sound: { type: "boolean", default: true } }, { sound: false }, { sound: false }],
    [
      "audio",
      { output_format: {} },
      { output_format: "wav_cd_quality" },
      { container: "wav", sampleRate: 44_100, channels: 2 },
    ],
    [
      "audio",
      { output_format: {} },
      { output_format: "wav_22khz" },
      { container: "wav", sampleRate: 22_050, channels: 1 },
    ],
    [
      "audio",
      { output_format: {} },
      { output_format: "mp3_44100_128" },
      { container: "mp3", sampleRate: 44_100 },
    ],
    [
      "audio",
      { sample_rate: {}, format: {} },
      { sample_rate: 8000, format: "pcm" },
      { container: "pcm", sampleRate: 8000 },
    ],
    ["audio", { num_outputs: {} }, { num_outputs: 2 }, { count: 1 }, "num_outputs"],
    ["audio", { output_format: {} }, { output_format: "ogg_opus" }, { container: "wav" }, "output_format"],
  ])("are as asked: %s, %o, %o", async (output_kind, fields, input, expected, noted) => {
    const made = await order(model(fields, { output_kind }), input);
    expect(made).toMatchObject(expected);
    expect(made.ignored.map(({ instruction }) => instruction)).toEqual(noted === undefined ? [] : [noted]);
  });
});

it("names what a placeholder does not follow, the words first, and says why", async () => {
  const given = model({
    prompt: {},
    seed: { type: "integer" },
    aspect_ratio: {},
    image: IMAGE,
    cfg: { default: 1 },
  });
  const input = { seed: 7, prompt: "a fox", aspect_ratio: "1:1", image: "wide" };
  const { ignored, prompt } = await order(given, input);
  expect(prompt).toBe("a fox");
  expect(ignored).toEqual([
    {
      instruction: "prompt",
      reason: "the local engine has no image model; it makes a labelled placeholder instead",
    },
    { instruction: "seed", reason: "a placeholder does not follow it" },
    { instruction: "image", reason: "a placeholder does not follow it" },
  ]);
});
