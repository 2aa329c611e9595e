import { expect, test } from "vitest";
import { normaliseInputSchema } from "./normalise.js";

const run = (schema: unknown) => normaliseInputSchema(schema, "x.json");
const field = (schema: object, required = false) => {
  const { schema: normalised, notes } = run({
    type: "object",
    properties: { a: schema },
    ...(required && { required: ["a"] }),
  });
  return {
    schema: normalised.properties.a,
    notes: notes.map(({ pointer, message }) => `${pointer}: ${message}`),
  };
};

/** Each rule: what is published, and what it becomes. `noted` says that a note tells of it. */
const RULES: [rule: string, given: object, want: object, noted: boolean][] = [
  [
    "clean schemas stay as they are",
    { type: "string", title: "A", enum: ["x"], default: "x" },
    { type: "string", title: "A", enum: ["x"], default: "x" },
    false,
  ],
  ["float is number", { type: "float", minimum: 0.5 }, { type: "number", minimum: 0.5 }, true],
  ["int and bool are read", { type: "int" }, { type: "integer" }, true],
  [
    "nullable is a type",
    { type: "string", nullable: true, enum: ["x"] },
    { type: ["string", "null"], enum: ["x", null] },
    true,
  ],
  ["nullable: false is left out", { type: "string", nullable: false }, { type: "string" }, false],
  [
    "an array of media without items",
    { type: "array", format: "image_uris", minItems: 1 },
    { type: "array", minItems: 1, items: { type: "string", format: "image_uri" } },
    true,
  ],
  [
    "an array of media whose items say nothing of it",
    { type: "array", format: "audio_uris", items: { type: "string" } },
    { type: "array", items: { type: "string", format: "audio_uri" } },
    true,
  ],
  ["an array without items holds anything", { type: "array" }, { type: "array", items: {} }, true],
  [
    "a plural format on a single value",
    { type: "string", format: "video_uris" },
    { type: "string", format: "video_uri" },
    true,
  ],
  [
    "other formats and keywords are kept",
    { type: "string", format: "date", widget: "slider", "x-own": 1 },
    { type: "string", format: "date", widget: "slider", "x-own": 1 },
    false,
  ],
  [
    "a default outside the enum is documentation only",
    { type: "string", enum: ["x"], default: "y" },
    { type: "string", enum: ["x"], "x-published-default": "y" },
    true,
  ],
  [
    "a default of another type is documentation only",
    { type: "integer", default: "many" },
    { type: "integer", "x-published-default": "many" },
    true,
  ],
  [
    "a default given as text is read",
    { type: "integer", default: "5" },
    { type: "integer", default: 5 },
    true,
  ],
  [
    "numbers of an enum given as texts",
    { type: "integer", enum: ["5", "10"], default: "5" },
    { type: "integer", enum: [5, 10], default: 5 },
    true,
  ],
  [
    "texts of an enum given as numbers",
    { type: "string", enum: [720, 1080] },
    { type: "string", enum: ["720", "1080"] },
    true,
  ],
  [
    "an enum that repeats itself",
    { type: "string", enum: ["x", "x"] },
    { type: "string", enum: ["x"] },
    true,
  ],
  [
    "limits given as texts",
    { type: "integer", minimum: "0", maximum: "9" },
    { type: "integer", minimum: 0, maximum: 9 },
    true,
  ],
  [
    "the exclusive limits of draft 4",
    { type: "number", minimum: 0, exclusiveMinimum: true },
    { type: "number", exclusiveMinimum: 0 },
    true,
  ],
  [
    "file rules",
    {
      type: "string",
      format: "image_uri",
      validations: [
        { validation_rule: "width/height<", validation_value: "16", validation_error: "too wide" },
        { rule: "file_size_mb<", value: 30 },
      ],
    },
    {
      type: "string",
      format: "image_uri",
      "x-file-rules": [
        { measure: "width/height", comparison: "<", value: 16, message: "too wide" },
        { measure: "file_size_mb", comparison: "<", value: 30 },
      ],
    },
    true,
  ],
  [
    "examples that are no list",
    { type: "string", examples: "x" },
    { type: "string", examples: ["x"] },
    false,
  ],
  ["words that are no text", { type: "string", title: 7 }, { type: "string", title: "7" }, true],
  ["empty objects stay open", { type: "object" }, { type: "object" }, false],
  [
    "a nested object, at every depth",
    {
      type: "object",
      properties: { b: { type: "array", items: { type: "object", properties: { c: { type: "float" } } } } },
    },
    {
      type: "object",
      properties: { b: { type: "array", items: { type: "object", properties: { c: { type: "number" } } } } },
    },
    true,
  ],
  [
    "alternatives",
    { oneOf: [{ type: "float" }, { type: "str" }] },
    { oneOf: [{ type: "number" }, { type: "string" }] },
    true,
  ],
  [
    "null or something else, as pydantic writes what is optional",
    { anyOf: [{ type: "float", maximum: 2 }, { type: "null" }], title: "Speed", default: null },
    { type: ["number", "null"], maximum: 2, title: "Speed", default: null },
    true,
  ],
  [
    "null or one of a list",
    { oneOf: [{ type: "null" }, { type: "string", enum: ["a", "b"], title: "Inner" }], default: "a" },
    { type: ["string", "null"], enum: ["a", "b", null], title: "Inner", default: "a" },
    true,
  ],
  [
    "null or a list of files",
    { anyOf: [{ type: "array", items: { type: "string", format: "image_uri" } }, { type: "null" }] },
    { type: ["array", "null"], items: { type: "string", format: "image_uri" } },
    true,
  ],
  [
    "null or a constant stays a choice",
    { anyOf: [{ type: "string", const: "a" }, { type: "null" }] },
    { anyOf: [{ type: "string", const: "a" }, { type: "null" }] },
    false,
  ],
  [
    "null or something stays a choice where more is asked of both",
    { type: ["string", "null"], anyOf: [{ type: "string", maxLength: 3 }, { type: "null" }] },
    { type: ["string", "null"], anyOf: [{ type: "string", maxLength: 3 }, { type: "null" }] },
    false,
  ],
];

test.each(RULES)("%s", (_, given, want, noted) => {
  const { schema, notes } = field(given);
  expect(schema).toEqual(want);
  expect(notes.length > 0).toBe(noted);
  // Applied twice, it changes nothing.
  expect(field(schema ?? {})).toEqual({ schema: want, notes: [] });
});

test("a default of a required field becomes its first example; an empty one says nothing", () => {
  expect(field({ type: "string", default: "x", examples: ["y"] }, true).schema).toEqual({
    type: "string",
    examples: ["x", "y"],
  });
  expect(field({ type: "string", default: "" }, true).schema).toEqual({
    type: "string",
    "x-published-default": "",
  });
});

test("required: unknown names are noted and kept aside, and fields that say it of themselves are listed", () => {
  const { schema, notes } = run({
    required: ["a", "ghost"],
    properties: { a: { type: "string" }, b: { type: "string", required: true } },
  });
  expect(schema).toEqual({
    type: "object",
    required: ["a", "b"],
    "x-unknown-required": ["ghost"],
    properties: { a: { type: "string" }, b: { type: "string" } },
  });
  expect(notes.map(({ pointer }) => pointer)).toEqual([
    "/input_schema/properties/b/required",
    "/input_schema/required",
  ]);
});

test("references inside the schema are followed, however often; what stands beside one wins", () => {
  const shared = { type: "object", properties: { size: { type: "float" } } };
  const { schema } = run({
    $defs: { shared },
    properties: {
      a: { $ref: "#/$defs/shared" },
      b: { $ref: "#/$defs/shared", title: "B" },
      c: { type: "array", items: { $ref: "#/properties/a" } },
    },
  });
  const resolved = { type: "object", properties: { size: { type: "number" } } };
  expect(schema).toEqual({
    type: "object",
    properties: { a: resolved, b: { ...resolved, title: "B" }, c: { type: "array", items: resolved } },
  });
});

test("field names that are no identifiers, and that mean something in JavaScript, stay as they are", () => {
  const properties = JSON.parse(
    '{"2d-mode": {"type": "string"}, "a/b~c": {"type": "float"}, "__proto__": {"type": "string"}, "constructor": {"type": "string"}}',
  );
  const { schema, notes } = run({ properties });
  expect(Object.keys(schema.properties)).toEqual(["2d-mode", "a/b~c", "__proto__", "constructor"]);
  expect(notes[0]?.pointer).toBe("/input_schema/properties/a~1b~0c/type");
});

/** What cannot be understood: file, pointer, reason. */
const REFUSED: [what: string, schema: unknown, message: string][] = [
  ["no object", [], "x.json#/input_schema: must be a JSON Schema of an object"],
  [
    "an input that is no object",
    { type: "string" },
    "x.json#/input_schema/type: a model's input is an object",
  ],
  [
    "an unknown type",
    { properties: { a: { type: "colour" } } },
    'x.json#/input_schema/properties/a/type: "colour" is not a type',
  ],
  [
    "a field that is no schema",
    { properties: { a: 7 } },
    "x.json#/input_schema/properties/a: must be a schema; it is 7",
  ],
  [
    "a field that nothing fits",
    { properties: { a: false } },
    "x.json#/input_schema/properties/a: must be a schema; it is false",
  ],
  [
    "an empty enum",
    { properties: { a: { enum: [] } } },
    "x.json#/input_schema/properties/a/enum: must be a list",
  ],
  [
    "an enum value of another type",
    { properties: { a: { type: "integer", enum: ["five"] } } },
    'x.json#/input_schema/properties/a/enum/0: "five" is not of type integer',
  ],
  [
    "a limit that is none",
    { properties: { a: { type: "integer", minimum: "low" } } },
    'x.json#/input_schema/properties/a/minimum: must be a number; it is "low"',
  ],
  [
    "limits that leave nothing",
    { properties: { a: { type: "integer", minimum: 5, maximum: 1 } } },
    "x.json#/input_schema/properties/a/minimum: is 5, above maximum",
  ],
  [
    "a file rule that is none",
    { properties: { a: { type: "string", validations: [{ rule: "pretty" }] } } },
    "x.json#/input_schema/properties/a/validations/0: is no rule",
  ],
  [
    "items by place",
    { properties: { a: { type: "array", items: [{}] } } },
    "x.json#/input_schema/properties/a/items: a list of schemas",
  ],
  [
    "a reference that leaves the file",
    { properties: { a: { $ref: "../other.json" } } },
    'x.json#/input_schema/properties/a/$ref: "../other.json" leaves the schema',
  ],
  [
    "a reference that leads nowhere",
    { properties: { a: { $ref: "#/$defs/none" } } },
    'x.json#/input_schema/properties/a/$ref: "#/$defs/none" leads nowhere',
  ],
  ["a reference that is no encoding", { properties: { a: { $ref: "#/%" } } }, '"#/%" leads nowhere'],
  ["a reference to itself", { properties: { a: { $ref: "#/properties/a" } } }, "leads back to itself"],
  [
    "a circle of references",
    { $defs: { x: { properties: { y: { $ref: "#/$defs/x" } } } }, properties: { a: { $ref: "#/$defs/x" } } },
    "leads back to itself (#/$defs/x → #/$defs/x)",
  ],
];

test.each(REFUSED)("%s ends the run, with file, pointer and reason", (_, schema, message) => {
  expect(() => run(schema)).toThrow(message);
});

test("nesting without end is refused", () => {
  let schema: object = { type: "string" };
  for (let i = 0; i < 200; i++) schema = { type: "array", items: schema };
  expect(() => run({ properties: { a: schema } })).toThrow(/nested more than 64 levels/);
});

test("references that double at each level are refused before they fill the memory", () => {
  const $defs: Record<string, object> = { d0: { type: "string" } };
  for (let level = 1; level <= 30; level++) {
    const half = { $ref: `#/$defs/d${level - 1}` };
    $defs[`d${level}`] = { type: "object", properties: { a: half, b: half } };
  }
  expect(() => run({ $defs, properties: { a: { $ref: "#/$defs/d30" } } })).toThrow(/more than 10000 schemas/);
});
