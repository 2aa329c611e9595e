import type { JsonSchema } from "@model-api/codegen";
import { expect, test } from "vitest";
import { mergeSchema } from "./merge-schema.js";

const object = (field: JsonSchema, isRequired = false): JsonSchema => ({
  type: "object",
  properties: { size: field },
  ...(isRequired && { required: ["size"] }),
});
function merge(published: JsonSchema, file: JsonSchema | undefined) {
  const notices: string[] = [];
  const merged = mergeSchema(
    published,
    file,
    (pointer, message) => notices.push(`${pointer}: ${message}`),
    "",
  );
  return { merged, notices };
}

/** Each rule of one field: what is published, what the file says, and what it says afterwards. */
const RULES: [
  rule: string,
  published: JsonSchema,
  file: JsonSchema,
  want: JsonSchema,
  isRequired?: boolean,
][] = [
  [
    "limits, enums and defaults are the catalog's",
    { type: "integer", minimum: 1, maximum: 9, default: 3 },
    { title: "T", type: "string", minimum: 0, maxLength: 7, enum: ["x"], default: "x" },
    { title: "T", type: "integer", minimum: 1, maximum: 9, default: 3 },
  ],
  [
    "words are the file's",
    { title: "their title", description: "their words", type: "string", examples: ["their"] },
    { title: "T", description: "D", type: "string", examples: ["e"] },
    { title: "T", description: "D", type: "string", examples: ["e"] },
  ],
  [
    "words that the file lacks come in",
    { title: "T", description: "D", type: "string", examples: ["e"] },
    { type: "string" },
    { title: "T", description: "D", type: "string", examples: ["e"] },
  ],
  [
    "a title that is nowhere is made",
    { type: "string" },
    { type: "string" },
    { title: "Size", type: "string" },
  ],
  [
    "file rules are the catalog's",
    { type: "string", format: "image_uri", "x-file-rules": [{ measure: "m", comparison: "<", value: 2 }] },
    { title: "T", type: "string", "x-file-rules": [{ measure: "m", comparison: "<", value: 1 }] },
    {
      title: "T",
      type: "string",
      format: "image_uri",
      "x-file-rules": [{ measure: "m", comparison: "<", value: 2 }],
    },
  ],
  [
    "a default that was moved aside is not put back",
    { type: "string", default: "1:1" },
    { title: "T", type: "string", "x-published-default": "1:1" },
    { title: "T", type: "string", "x-published-default": "1:1" },
  ],
  [
    "another default than the one that was moved aside comes in",
    { type: "string", default: "3:2" },
    { title: "T", type: "string", "x-published-default": "1:1" },
    { title: "T", type: "string", default: "3:2" },
  ],
  [
    "a default that is published no more goes",
    { type: "string" },
    { title: "T", type: "string", default: "a", "x-published-default": "1:1" },
    { title: "T", type: "string" },
  ],
  [
    "a required field's default that was moved aside is no example",
    { type: "string", examples: ["bad", "good"] },
    { title: "T", type: "string", "x-published-default": "bad" },
    { title: "T", type: "string", examples: ["good"], "x-published-default": "bad" },
    true,
  ],
  [
    "words inside of items and alternatives",
    { type: "array", items: { oneOf: [{ type: "string" }, { type: "integer", title: "n" }] } },
    {
      title: "T",
      type: "array",
      items: { title: "I", oneOf: [{ type: "string", title: "s" }, { title: "N" }] },
    },
    {
      title: "T",
      type: "array",
      items: {
        title: "I",
        oneOf: [
          { type: "string", title: "s" },
          { title: "N", type: "integer" },
        ],
      },
    },
  ],
];

test.each(RULES)("%s", (_, published, file, want, isRequired) => {
  const { merged } = merge(object(published, isRequired), object(file, isRequired));
  expect(merged).toEqual(object(want, isRequired));
  // What was merged once is the file of the next run.
  expect(merge(object(published, isRequired), merged).merged).toEqual(merged);
});

test("a derived field has no default, and a person hears of one that is new", () => {
  const derived = { field: "image", rule: "its size" };
  const file = { title: "T", type: "string", "x-derived-from": derived, "x-published-default": "1:1" };
  const { merged, notices } = merge(object({ type: "string", default: "3:2" }), object(file));
  expect(merged.properties?.size).toEqual({ ...file, "x-published-default": "3:2" });
  expect(notices).toEqual([
    '/properties/size: the published default is "3:2" now (before: "1:1"); kept aside, as the field is derived',
  ]);
});

test("fields and names stand in the file's order, new ones behind; keywords in the usual order", () => {
  const fields = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, { title: name, type: "string" }]));
  const { merged } = merge(
    { type: "object", properties: fields("new", "a", "b"), required: ["new", "a", "b"] },
    { type: "object", required: ["b", "gone", "a"], properties: fields("b", "gone", "a") },
  );
  expect(Object.keys(merged)).toEqual(["type", "required", "properties"]);
  expect(merged.required).toEqual(["b", "a", "new"]);
  expect(Object.keys(merged.properties ?? {})).toEqual(["b", "a", "new"]);
  const field = merge(
    object({ default: 1, maximum: 2, type: "integer", minimum: 0, enum: [1] }),
    undefined,
  ).merged;
  expect(Object.keys(field.properties?.size ?? {})).toEqual([
    "title",
    "type",
    "enum",
    "minimum",
    "maximum",
    "default",
  ]);
});

test("fields whose names mean something in JavaScript stay fields", () => {
  const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "string"}}');
  const { merged } = merge({ type: "object", properties }, { type: "object", properties: {} });
  expect(JSON.parse(JSON.stringify(merged.properties))).toEqual(
    JSON.parse(
      '{"__proto__": {"title": "Proto", "type": "string"}, "constructor": {"title": "Constructor", "type": "string"}}',
    ),
  );
});
