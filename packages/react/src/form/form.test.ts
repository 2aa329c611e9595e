import { models } from "@model-api/models";
import * as speech from "@model-api/models/bytedance/seed-audio-1.0/text-to-audio";
import { type ModelInputSchema, typeOf } from "@model-api/models/lean";
import { loadModel } from "@model-api/models/load";
import * as edit from "@model-api/models/openai/gpt-image-2/edit";
import { expect, test } from "vitest";
import { checkForm, formSchema } from "./check.js";
import { fieldsOf } from "./field-info.js";
import { sentenceOf, sortIssues } from "./issues.js";
import { fromInput, type MediaItem, toInput } from "./values.js";

const fields = fieldsOf(edit.inputSchema);
const PNG = new File([new Uint8Array(8)], "a.png", { type: "image/png" });

test("a field is told with its kind, label, choices, limits and default, in the order of the schema", () => {
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ["prompt", "text", true],
    ["images", "media", true],
    ["aspect_ratio", "choice", false],
    ["resolution", "choice", false],
    ["quality", "choice", false],
    ["output_format", "choice", false],
  ]);
  expect(fields[1]).toMatchObject({
    label: "Images",
    description: "Reference images to edit, up to 10.",
    mediaKind: "image",
    isList: true,
    minItems: 1,
    maxItems: 10,
  });
  expect(fields[2]?.derivedFrom).toEqual(expect.objectContaining({ field: "images" }));
  expect(fields[3]).toMatchObject({ choices: ["1k", "2k", "4k"], default: "1k" });
});

test("every field of the catalog has a kind of its own; only what has a structure is left to JSON", async () => {
  const found = new Set<string>();
  for (const { model_id: id } of models) {
    const model = await loadModel(id);
    const schema = model?.inputSchema as ModelInputSchema;
    for (const { name, kind, choices, mediaKind } of fieldsOf(schema)) {
      if (kind !== "json") found.add(kind);
      else expect([undefined, "object", "array"], name).toContain(typeOf(schema.properties[name]));
      if (kind === "choice") expect(choices.length).toBeGreaterThan(0);
      if (kind === "media") expect(["image", "video", "audio"]).toContain(mediaKind);
    }
  }
  expect([...found].sort()).toEqual(["choice", "media", "number", "text", "toggle"]);
});

test("a field that may be null has the kind of its other type, and null is no choice", () => {
  const nullable = fieldsOf({
    type: "object",
    properties: {
      sound: { title: "Sound", type: ["boolean", "null"] },
      steps: { title: "Steps", type: ["integer", "null"] },
      style: { title: "Style", type: ["string", "null"], enum: ["plain", "bold", null] },
      images: { title: "Images", type: ["array", "null"], items: { type: "string", format: "image_uri" } },
      camera: { title: "Camera", type: ["object", "null"] },
      extra: { title: "Extra" },
    },
  });
  expect(nullable.map(({ kind }) => kind)).toEqual(["toggle", "number", "choice", "media", "json", "json"]);
  expect(nullable[1]?.isInteger).toBe(true);
  expect(nullable[2]?.choices).toEqual(["plain", "bold"]);
  expect(nullable[3]?.isList).toBe(true);
});

test("what was left empty is left out, and no default is written into an input", () => {
  expect(toInput(fields, {})).toEqual({});
  expect(toInput(fields, { prompt: "", images: [], resolution: "", quality: undefined })).toEqual({});
  expect(toInput(fields, { prompt: "x", quality: "high" })).toEqual({ prompt: "x", quality: "high" });
});

test("typed text becomes what the schema wants: numbers, choices that are numbers, files", () => {
  const audio = fieldsOf(speech.inputSchema);
  const values = { text: "hello", speed: "1.5", sample_rate: "24000" };
  expect(toInput(audio, values)).toMatchObject({ speed: 1.5, sample_rate: 24000 });
  // What is no number stays as it was typed, for the validator to say so.
  expect(toInput(audio, { speed: "fast" })).toEqual({ speed: "fast" });
  const images = [
    { key: "a", source: PNG },
    { key: "b", source: "https://a/b.png" },
  ];
  expect(toInput(fields, { images })).toEqual({ images: [PNG, "https://a/b.png"] });
});

test("an input that fills the form comes out of it again, without what is null", async () => {
  for (const { model_id: id } of models) {
    const model = await loadModel(id);
    if (!model) throw new Error(id);
    const own = fieldsOf(model.inputSchema);
    for (const { input } of model.examples) {
      const filled = Object.entries(input).filter(([, value]) => value !== null);
      expect(toInput(own, fromInput(own, input))).toEqual(Object.fromEntries(filled));
    }
  }
});

test("files pass where media are wanted, and one that says it is something else does not", () => {
  expect(checkForm(edit, { prompt: "x", images: [PNG, new URL("https://a/b.png")] })).toEqual([]);
  const text = new File(["x"], "a.txt", { type: "text/plain" });
  expect(checkForm(edit, { prompt: "x", images: [PNG, text] })).toEqual([
    {
      path: ["images", 1],
      message: "must be an image file; got text/plain",
      keyword: "fileKind",
      params: { kind: "image", type: "text/plain" },
    },
  ]);
});

test("the Standard Schema for libraries of forms takes what the form hands in, and refuses the rest", () => {
  const { validate, vendor, version } = formSchema(edit)["~standard"];
  expect([vendor, version]).toEqual(["model-api", 1]);
  const input = { prompt: "x", images: [PNG] };
  const taken = validate(input);
  expect(taken).toEqual({ value: input });
  // What libraries of forms have for a field that was left empty.
  const empty = { quality: "", resolution: undefined, aspect_ratio: null };
  expect(validate({ ...input, ...empty })).toEqual({ value: input });
  expect(validate({ prompt: "", images: [] }).issues?.map(({ keyword }) => keyword)).toEqual([
    "required",
    "required",
  ]);
  expect(validate({ images: [PNG], qualty: "high" }).issues?.map(({ path }) => path)).toEqual([
    ["prompt"],
    ["qualty"],
  ]);
  expect(validate("x").issues).toHaveLength(1);
});

const [a, b]: MediaItem[] = [
  { key: "a", source: PNG },
  { key: "b", source: "https://a/b.png" },
];
const values = { prompt: "x", images: [a as MediaItem, b as MediaItem] };

test("an issue keeps what a program needs to word it in another language", () => {
  const found = checkForm(edit, { images: Array(11).fill(PNG), quality: "hig", extra: 1 });
  const { ofField, ofForm } = sortIssues(fields, {}, found, undefined);
  const told = [...ofField.values(), ofForm].flat();
  expect(told.map(({ keyword, params, suggestion }) => [keyword, params?.limit, suggestion])).toEqual([
    ["required", undefined, undefined],
    ["maxItems", 10, undefined],
    ["enum", undefined, "high"],
    ["unknownField", undefined, undefined],
  ]);
});

test("issues are sorted to fields and files, with the field's label, and the rest to the form", () => {
  const issues = sortIssues(
    fields,
    values,
    [
      { path: ["prompt"], message: "is required" },
      { path: ["images", 1], message: "is no image" },
      { path: [], message: "is a combination that the model does not take" },
      { path: ["nope"], message: "is not a field of this model" },
    ],
    undefined,
  );
  const notTaken = { path: ["images", 1], message: "is no image" };
  expect(issues.ofField.get("prompt")).toEqual([{ path: ["prompt"], message: "is required" }]);
  expect(issues.ofField.get("images")).toEqual([notTaken]);
  expect(Object.fromEntries(issues.ofFile)).toEqual({ b: [notTaken] });
  expect(sentenceOf(notTaken, "Images")).toBe("Images 2 is no image");
  expect(issues.ofForm.map((issue) => sentenceOf(issue))).toEqual([
    "is a combination that the model does not take",
    "nope is not a field of this model",
  ]);
});

test("a refusal counts until the value is another one, and follows a file to its new place", () => {
  const refusal = {
    values,
    issues: [
      { path: ["prompt"], message: "is too rude" },
      { path: ["images", 1], message: "is too small" },
    ],
  };
  const { ofField } = sortIssues(fields, values, [], refusal);
  expect([...ofField.values()].flat()).toEqual(refusal.issues);
  const moved = { prompt: "y", images: [b as MediaItem, a as MediaItem] };
  expect([...sortIssues(fields, moved, [], refusal).ofField.values()].flat()).toEqual([
    { path: ["images", 0], message: "is too small" },
  ]);
  const removed = { prompt: "y", images: [a as MediaItem] };
  expect(sortIssues(fields, removed, [], refusal).ofField.size).toBe(0);
});
