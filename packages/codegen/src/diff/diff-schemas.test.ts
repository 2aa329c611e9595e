import { describe, expect, test } from "vitest";
import type { JsonSchema } from "../json-schema.js";
import type { Level } from "./change.js";
import { diffInputSchemas } from "./diff-schemas.js";

/** Given: a field before and after. Wanted: level and pointer below the field, of each change. */
type Row = [name: string, before: JsonSchema, after: JsonSchema, ...wanted: `${Level} ${string}`[]];

function levels(before: JsonSchema, after: JsonSchema): string[] {
  return diffInputSchemas(before, after).map(({ level, pointer }) => `${level} ${pointer}`);
}

function ofField(field: JsonSchema): JsonSchema {
  return { type: "object", properties: { f: field } };
}

const text = (more: JsonSchema = {}): JsonSchema => ({ type: "string", ...more });
const whole = (more: JsonSchema = {}): JsonSchema => ({ type: "integer", ...more });
const list = (more: JsonSchema = {}): JsonSchema => ({ type: "array", ...more });
const rule = (comparison: "<" | ">", value: number, message?: string) => ({
  measure: "file_size_mb",
  comparison,
  value,
  ...(message === undefined ? {} : { message }),
});
const media = (...rules: ReturnType<typeof rule>[]): JsonSchema => ({
  type: "string",
  format: "image_uri",
  ...(rules.length > 0 ? { "x-file-rules": rules } : {}),
});

const FIELDS: Row[] = [
  ["integer to number", whole(), { type: "number" }, "addition /type"],
  ["number to integer", { type: "number" }, whole(), "breaking /type"],
  ["null accepted too", text(), { type: ["string", "null"] }, "addition /type"],
  ["a type in a list of one", text(), { type: ["string"] }],
  ["a type where the values had it", { enum: ["a"] }, text({ enum: ["a"] })],
  ["a type dropped beside values", text({ enum: ["a"] }), { enum: ["a"] }],
  ["nullable on", text(), text({ nullable: true }), "addition /nullable"],
  ["nullable off", text({ nullable: true }), text(), "breaking /nullable"],
  ["a value removed", { enum: ["a", "b"] }, { enum: ["a"] }, "breaking /enum"],
  ["a value added", { enum: ["a"] }, { enum: ["b", "a"] }, "addition /enum"],
  ["values in another order", { enum: ["a", { x: 1, y: 2 }] }, { enum: [{ y: 2, x: 1 }, "a"] }],
  ["const to enum", { const: 1 }, { enum: [1, 2] }, "addition /enum"],
  ["text to values", text(), text({ enum: ["a"] }), "breaking /enum"],
  ["values to text", text({ enum: ["a"] }), text(), "addition /enum"],
  ["a length tightened", text({ maxLength: 9 }), text({ maxLength: 8 }), "breaking /maxLength"],
  ["a length loosened", text({ minLength: 2 }), text({ minLength: 1 }), "addition /minLength"],
  ["a length of at least nothing", text(), text({ minLength: 0 })],
  ["a bound added", whole(), whole({ minimum: 0 }), "breaking /minimum"],
  ["a bound dropped", whole({ maximum: 9 }), whole(), "addition /maximum"],
  [
    "a bound made exclusive",
    whole({ minimum: 1 }),
    whole({ exclusiveMinimum: 1 }),
    "breaking /exclusiveMinimum",
  ],
  ["an idle exclusive bound", whole({ minimum: 1 }), whole({ minimum: 1, exclusiveMinimum: 0 })],
  [
    "a bound of draft 4",
    whole({ minimum: 1 }),
    whole({ minimum: 1, exclusiveMinimum: true as never }),
    "breaking /exclusiveMinimum",
  ],
  ["a bound of another type", text(), text({ minimum: 1 }), "documentation /minimum"],
  ["a divisor", whole({ multipleOf: 8 }), whole({ multipleOf: 4 }), "addition /multipleOf"],
  ["no divisor", whole({ multipleOf: 8 }), whole({ multipleOf: 3 }), "breaking /multipleOf"],
  ["a divisor in fractions", { multipleOf: 0.2 }, { multipleOf: 0.1 }, "breaking /multipleOf"],
  ["whole steps of whole numbers", whole(), whole({ multipleOf: 1 })],
  ["a pattern added", text(), text({ pattern: "a" }), "breaking /pattern"],
  ["a pattern dropped", text({ pattern: "a" }), text(), "addition /pattern"],
  ["text to media", text(), media(), "breaking /format"],
  ["media to text", media(), text(), "breaking /format"],
  ["image to video", media(), text({ format: "video_uri" }), "breaking /format"],
  ["a note of a format", text(), text({ format: "date" }), "documentation /format"],
  ["items counted", list({ maxItems: 9 }), list({ maxItems: 3 }), "breaking /maxItems"],
  ["items inside", list({ items: whole() }), list({ items: text() }), "breaking /items/type"],
  ["items described", list(), list({ items: whole() }), "breaking /items/type"],
  [
    "items by position",
    list({ items: [whole()] as never }),
    list({ items: [text()] as never }),
    "breaking /items",
  ],
  ["items once each", list(), list({ uniqueItems: true }), "breaking /uniqueItems"],
  ["a limit of the file added", media(), media(rule("<", 16)), "breaking /x-file-rules"],
  ["a limit tightened", media(rule("<", 16)), media(rule("<", 8)), "breaking /x-file-rules"],
  ["a limit loosened", media(rule(">", 2)), media(rule(">", 1)), "addition /x-file-rules"],
  [
    "a limit in other words",
    media(rule("<", 1)),
    media(rule("<", 1, "Too big")),
    "documentation /x-file-rules",
  ],
  [
    "default and title",
    text({ default: "a", title: "A" }),
    text({ default: "b", title: "B" }),
    "documentation /default",
    "documentation /title",
  ],
  ["what no rule knows", text(), text({ if: {} }), "breaking /if"],
];
describe("of a field", () => {
  test.each(FIELDS)("%s", (_, before, after, ...wanted) => {
    const expected = wanted.map((one) => one.replace(" ", " /properties/f"));
    expect(levels(ofField(before), ofField(after))).toEqual(expected);
  });
});

const object = (properties: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema => ({
  type: "object",
  properties,
  ...more,
});
const either = (...anyOf: JsonSchema[]): JsonSchema => ({ anyOf });
const oneOf = (...branches: JsonSchema[]): JsonSchema => ({ oneOf: branches });
const size = (schema: JsonSchema, more: JsonSchema = {}): JsonSchema =>
  object({ a: { $ref: "#/definitions/size" } }, { definitions: { size: schema }, ...more });
const tree = (leaf: JsonSchema): JsonSchema => ({
  $ref: "#/definitions/tree",
  definitions: { tree: object({ next: { $ref: "#/definitions/tree" }, leaf }) },
});
const kind = (name: string, more: Record<string, JsonSchema> = {}): JsonSchema =>
  object({ kind: { const: name }, ...more }, { required: ["kind"] });

const OBJECTS: Row[] = [
  ["an optional field", object({ a: text() }), object({ a: text(), b: text() }), "addition /properties/b"],
  [
    "a required field",
    object({ a: text() }),
    object({ a: text(), b: text() }, { required: ["b"] }),
    "breaking /required",
  ],
  [
    "a field that becomes required",
    object({ a: text() }),
    object({ a: text() }, { required: ["a"] }),
    "breaking /required",
  ],
  [
    "a field that becomes optional",
    object({ a: text() }, { required: ["a"] }),
    object({ a: text() }),
    "addition /required",
  ],
  [
    "a field removed",
    object({ a: text(), "b/c": text() }),
    object({ a: text() }),
    "breaking /properties/b~1c",
  ],
  [
    "a field named as what all objects have",
    object({ a: text() }),
    object({ a: text(), constructor: text() }),
    "addition /properties/constructor",
  ],
  ["a field of a map", { type: "object" }, object({ a: text() }), "breaking /properties/a"],
  [
    "a field of a map of texts",
    object({}, { additionalProperties: text() }),
    object({ a: text() }, { additionalProperties: text() }),
    "addition /properties/a",
  ],
  [
    "a field that was required unlisted",
    object({ a: text() }, { required: ["b"] }),
    object({ a: text(), b: text() }, { required: ["b"] }),
    "breaking /properties/b",
  ],
  [
    "a required field described at last",
    object({}, { required: ["a"], additionalProperties: false }),
    object({ a: text() }, { required: ["a"], additionalProperties: false }),
    "addition /properties/a",
  ],
  [
    "alternatives that the whole schema is within",
    text({ anyOf: [{ maxLength: 3 }] }),
    text({ anyOf: [text()] }),
    "addition /anyOf",
  ],
  [
    "a field that an alternative speaks of",
    object({ a: text() }, either({ required: ["b"] }, {})),
    object({ a: text(), b: text() }, either({ required: ["b"] }, {})),
    "breaking /properties/b",
  ],
  [
    "closed",
    object({ a: text() }),
    object({ a: text() }, { additionalProperties: false }),
    "breaking /additionalProperties",
  ],
  [
    "opened",
    object({ a: text() }, { additionalProperties: false }),
    object({ a: text() }),
    "addition /additionalProperties",
  ],
  ["an alternative more", either(text()), either(text(), whole()), "addition /anyOf/1"],
  ["an alternative less", either(text(), whole()), either(text()), "breaking /anyOf"],
  ["alternatives in another order", either(text(), whole()), either(whole(), text())],
  ["one of what it was", text(), either(whole(), text()), "addition /type", "addition /anyOf/0"],
  ["a condition more", {}, { allOf: [text()] }, "breaking /allOf/0"],
  ["a condition that held", text({ maxLength: 3 }), text({ maxLength: 3, allOf: [{ maxLength: 4 }] })],
  ["a condition less", { allOf: [text(), { maxLength: 3 }] }, { allOf: [text()] }, "addition /allOf/1"],
  ["exactly one of more, told apart by type", oneOf(text()), oneOf(text(), whole()), "addition /oneOf/1"],
  [
    "exactly one of more, told apart by a field",
    oneOf(kind("a")),
    oneOf(kind("a"), kind("b")),
    "addition /oneOf/1",
  ],
  ["exactly one of more that overlap", oneOf(whole()), oneOf(whole(), { type: "number" }), "breaking /oneOf"],
  [
    "exactly one of wider that overlap",
    oneOf(whole({ minimum: 3 }), { type: "number", maximum: 2 }),
    oneOf(whole({ minimum: 1 }), { type: "number", maximum: 2 }),
    "breaking /oneOf",
  ],
  ["less excluded", { not: text() }, { not: text({ minLength: 2 }) }, "addition /not"],
  ["more excluded", { not: text({ minLength: 2 }) }, { not: text() }, "breaking /not"],
  ["a reference's target", size(text()), size(whole()), "breaking /properties/a/type"],
  ["a reference put in place", size(text()), object({ a: text() })],
  ["a definition that nothing uses", { definitions: { a: text() } }, { definitions: {} }],
  ["a schema that refers to itself", tree(text()), tree(whole()), "breaking /properties/leaf/type"],
  ["the same in a circle", tree(text()), tree(text())],
  [
    "a target that a keyword without a rule uses",
    size(text(), { if: { $ref: "#/definitions/size" } }),
    size(text({ title: "A" }), { if: { $ref: "#/definitions/size" } }),
    "breaking /if",
    "documentation /properties/a/title",
  ],
];

describe("of a schema", () => {
  test.each(OBJECTS)("%s", (_, before, after, ...wanted) => {
    expect(levels(before, after).sort()).toEqual([...wanted].sort());
  });
});

test("what two versions share by reference is compared where it stands", () => {
  const shared = { $ref: "#/definitions/size" };
  const of = (size: JsonSchema): JsonSchema => ({
    type: "object",
    additionalProperties: shared,
    definitions: { size },
  });
  expect(levels(of(text()), of(whole()))).toEqual(["breaking /additionalProperties/type"]);
});

test("a change is told in a sentence, with its values", () => {
  const before = ofField(text({ enum: ["a", "b"], default: "a" }));
  const after = ofField(text({ enum: ["a", "c"], default: "c" }));
  expect(diffInputSchemas(before, after).map(({ what }) => what)).toEqual([
    'no longer accepts "b"',
    'also accepts "c"',
    'what the service does without the field changed: the default was "a" and is "c"',
  ]);
});
