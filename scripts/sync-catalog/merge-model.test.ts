import { expect, test } from "vitest";
import { changedFields } from "./changed-fields.js";
import { layOut } from "./layout.js";
import { type ModelDocument, mergeModel } from "./merge-model.js";
import { describe, guessOutputKind, titleOf } from "./words.js";

const schema = { type: "object", properties: {} };
function merge(entry: object, file?: object) {
  const notices: string[] = [];
  const notice = (pointer: string, message: string) => notices.push(`${pointer}: ${message}`);
  const model = mergeModel({ model_id: "a/b/c", ...entry }, schema, file as ModelDocument, notice);
  return { model: model as Record<string, unknown>, notices };
}

/** Each rule of a model: the entry, the file, and the key that tells. */
const RULES: [rule: string, key: string, entry: object, file: object, want: unknown][] = [
  ["a name is a fact", "display_name", { display_name: "new" }, { display_name: "old" }, "new"],
  ["a name that is not given is kept", "display_name", { display_name: "" }, { display_name: "old" }, "old"],
  ["a description is words", "description", { description: "new" }, { description: "old" }, "old"],
  ["a description that the file lacks", "description", { description: "new" }, {}, "new"],
  [
    "categories are facts, each once",
    "categories",
    { categories: ["x", "y", "x"] },
    { categories: ["z"] },
    ["x", "y"],
  ],
  [
    "categories that are not given are kept",
    "categories",
    { categories: null },
    { categories: ["z"] },
    ["z"],
  ],
  ["what it makes is a fact", "output_kind", { output_kind: "video" }, { output_kind: "image" }, "video"],
  [
    "what it makes is guessed last",
    "output_kind",
    { categories: ["text-to-video"] },
    { output_kind: "image" },
    "image",
  ],
  ["a price comes in", "base_price_usd", { base_price_usd: 0.05 }, { base_price_usd: 1 }, 0.05],
  ["a price of nothing is a price", "base_price_usd", { base_price_usd: 0 }, { base_price_usd: 1 }, 0],
  ["null is no price", "base_price_usd", { base_price_usd: null }, { base_price_usd: 1 }, 1],
  ["no price is invented", "base_price_usd", { base_price_usd: null }, {}, undefined],
  ["a unit is a fact", "price_unit", { price_unit: "second" }, { price_unit: "output" }, "second"],
  ["a note comes in", "pricing_note", { pricing_note: "n" }, {}, "n"],
  [
    "examples are words",
    "examples",
    {},
    { examples: [{ title: "t", input: {} }] },
    [{ title: "t", input: {} }],
  ],
];

test.each(RULES)("%s", (_, key, entry, file, want) => {
  expect(merge(entry, file).model[key]).toEqual(want);
});

test("a new model: its links, its order, and what is guessed is said", () => {
  const { model, notices } = merge({
    categories: ["text-to-video", "lip-sync"],
    price_unit: "second",
    display_name: "C",
  });
  expect(Object.entries(model).slice(0, 8)).toEqual([
    ["$schema", "../../../model.schema.json"],
    ["model_id", "a/b/c"],
    ["display_name", "C"],
    ["description", "A model for text to video and lip sync."],
    ["kind", "model"],
    ["categories", ["text-to-video", "lip-sync"]],
    ["output_kind", "video"],
    ["price_unit", "second"],
  ]);
  expect(model.output_schema).toEqual({ $ref: "../../../openapi.yaml#/components/schemas/Output" });
  expect(notices).toHaveLength(2);
});

test("a field is not derived from one that is gone", () => {
  const field = { title: "S", type: "string" };
  const notices: string[] = [];
  const model = mergeModel(
    { model_id: "a/b" },
    { type: "object", properties: { s: field } },
    { input_schema: { properties: { s: { ...field, "x-derived-from": { field: "image", rule: "r" } } } } },
    (pointer) => notices.push(pointer),
  );
  expect(model.input_schema?.properties.s).toEqual(field);
  expect(notices).toContain("/input_schema/properties/s/x-derived-from");
});

test("a rule between fields that people wrote is kept as long as its fields are there", () => {
  const field = { title: "T", type: "string" };
  const rule = { not: { required: ["a", "b"] }, anyOf: [{ required: ["a"] }, { properties: { c: {} } }] };
  const file = { input_schema: { type: "object", properties: { a: field, b: field, c: field }, ...rule } };
  const merged = (...names: string[]) =>
    mergeModel(
      { model_id: "a/b" },
      { type: "object", properties: Object.fromEntries(names.map((name) => [name, field])) },
      file as unknown as ModelDocument,
      () => {},
    ).input_schema;
  expect(merged("a", "b", "c")).toEqual(file.input_schema);
  expect(Object.keys(merged("a", "b") ?? {})).toEqual(["type", "properties", "not"]);
});

test.each([
  ["image_url", "Image URL"],
  ["image_urls", "Image URLs"],
  ["numInferenceSteps", "Num inference steps"],
  ["lora_id", "LoRA ID"],
  ["4k", "4K"],
  ["seed", "Seed"],
  ["__proto__", "Proto"],
  ["_", ""],
])("the title of %s is %s", (name, title) => expect(titleOf(name)).toBe(title));

test.each([
  [["image-to-video"], "video"],
  [["video-editing"], "video"],
  [["audio-to-video"], "video"],
  [["video-to-audio"], "audio"],
  [["text-to-speech"], "audio"],
  [["music-generation"], "audio"],
  [["video-to-image"], "image"],
  [["upscale"], "image"],
  [[], "image"],
] as const)("%j makes %s", (categories, kind) => expect(guessOutputKind(categories)).toBe(kind));

test("a sentence without categories", () => expect(describe([], "image")).toBe("A model that makes images."));

test("changed fields are named", () => {
  const before = {
    display_name: "a",
    input_schema: { properties: { x: { enum: [1] }, y: {} }, required: ["x"] },
  };
  const after = {
    base_price_usd: 1,
    display_name: "a",
    input_schema: { properties: { z: {}, x: { enum: [2] } } },
  };
  expect(changedFields(before, after)).toEqual([
    "x (enum)",
    "-y",
    "+z",
    "input_schema.required",
    "base_price_usd",
  ]);
});

test("small objects stand on one line, and what is long is broken", () => {
  expect(layOut({ a: { b: 1 }, items: { type: "string" }, list: ["x".repeat(100), "y"], none: {} })).toBe(
    `{\n  "a": {\n    "b": 1\n  },\n  "items": { "type": "string" },\n  "list": [\n    "${"x".repeat(100)}",\n    "y"\n  ],\n  "none": {}\n}\n`,
  );
});

test("a file that breaks its small objects keeps them broken", () => {
  const value = { items: { type: "string" }, output_schema: { $ref: "x" } };
  expect(layOut(value, '{\n  "items": {\n    "type": "integer"\n  }\n}\n')).toBe(
    '{\n  "items": {\n    "type": "string"\n  },\n  "output_schema": { "$ref": "x" }\n}\n',
  );
});
