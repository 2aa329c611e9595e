import { expect, test } from "vitest";
import { inferObject } from "./infer-schema.js";

function infer(examples: Record<string, unknown>[], required?: string[]) {
  const guesses: string[] = [];
  const schema = inferObject(examples, required, (pointer, message) =>
    guesses.push(`${pointer}: ${message}`),
  );
  return { ...schema, properties: schema.properties ?? {}, guesses };
}

test("types are those of the values, at every depth", () => {
  const { properties } = infer([
    {
      prompt: "A boat at dawn",
      hd: true,
      seed: 7,
      strength: 0.5,
      sizes: [1, 2],
      camera: { zoom: 1.5, at: ["x y"] },
    },
  ]);
  expect(properties).toEqual({
    prompt: { type: "string" },
    hd: { type: "boolean" },
    seed: { type: "integer" },
    strength: { type: "number" },
    sizes: { type: "array", items: { type: "integer" } },
    camera: {
      type: "object",
      properties: { zoom: { type: "number" }, at: { type: "array", items: { type: "string" } } },
    },
  });
});

test.each([
  [[{ scale: 7 }, { scale: 7.5 }], { type: "number" }],
  [[{ scale: 7 }, { scale: null }], { type: ["integer", "null"] }],
  [[{ scale: 7 }, { scale: "auto" }], { type: ["integer", "string"] }],
  [[{ scale: 7 }, { scale: [7] }], {}],
  [[{ scale: null }], {}],
  [[{ scale: [] }], { type: "array", items: {} }],
])("of several values a field takes all: %j", (examples, expected) => {
  expect(infer(examples).properties.scale).toEqual(expected);
});

test.each([
  ["image_url", "https://a.example/x", "image_uri"],
  ["source", "https://a.example/x.PNG?size=2", "image_uri"],
  ["source", "photo.jpg", "image_uri"],
  ["source", "data:audio/wav;base64,AAAA", "audio_uri"],
  ["clip", "https://a.example/x.mp4", "video_uri"],
  // The extension is what the file is, whatever the field is called.
  ["image_or_video", "https://a.example/x.mp4", "video_uri"],
  ["source", "https://a.example/x", undefined],
  ["image_prompt", "a fine day", undefined],
  ["prompt", "Do it as in photo.png", undefined],
])("%s of %s has the format %s", (name, value, format) => {
  expect(infer([{ [name]: value }]).properties[name]?.format).toBe(format);
  expect(infer([{ [name]: [value, value] }]).properties[name]?.items?.format).toBe(format);
});

test("what all examples have is required; of one example nothing is, unless it is said", () => {
  expect(infer([{ a: true, b: true }]).required).toBeUndefined();
  expect(infer([{ a: true, b: true }, { a: false }]).required).toEqual(["a"]);
  expect(infer([{ a: true, b: true }], ["b"]).required).toEqual(["b"]);
});

test("each guess is told with its place, and what is certain is not", () => {
  const { guesses } = infer([
    { prompt: "A boat at dawn", "a/b": 7, ratio: "16:9", link: "https://a.example/x", hd: true },
  ]);
  expect(guesses).toEqual([
    '/properties/a~1b: is a whole number, as in 7; "number" takes fractions too',
    '/properties/ratio: takes any text; if it is one of a list, such as "16:9", "enum" holds the list',
    '/properties/link: is a text; if it is a file, its "format" is image_uri, video_uri or audio_uri',
  ]);
});

test("a field named __proto__ is a field", () => {
  const { properties } = infer([JSON.parse('{"__proto__": true}')]);
  expect(Object.entries(properties)).toEqual([["__proto__", { type: "boolean" }]]);
});
