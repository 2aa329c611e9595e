import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonSchema } from "../json-schema.js";
import { accepts } from "./accepts.js";
import { candidateOf, instanceOf } from "./arbitrary-instance.js";
import { arbitrarySchema } from "./arbitrary-schema.js";

const SETTINGS = { seed: 20_261, numRuns: 200 };

test.each<[string, JsonSchema]>([
  ["bounds", { type: "integer", minimum: 3, exclusiveMaximum: 6 }],
  ["a pattern", { type: "string", pattern: "^[a-z]{1,3}$" }],
  ["media", { type: "array", items: { type: "string", format: "image_uri" }, minItems: 1, maxItems: 3 }],
  [
    "fields",
    { type: "object", properties: { a: { enum: [1, 2] } }, required: ["a"], additionalProperties: false },
  ],
  ["alternatives", { anyOf: [{ type: "null" }, { type: "string", maxLength: 1 }] }],
])("every instance fits: %s", (_, schema) => {
  const fits = accepts(schema);
  fc.assert(fc.property(instanceOf(schema), fits), SETTINGS);
});

test("a schema that accepts nothing is said to", () => {
  expect(() => fc.sample(instanceOf({ not: {} }), { ...SETTINGS, numRuns: 1 })).toThrow(
    /none of \d+ candidates/,
  );
});

test("most random schemas have candidates that fit", () => {
  const schemas = fc.sample(arbitrarySchema({ combinators: false }), SETTINGS);
  const fitting = schemas.filter((schema) =>
    fc.sample(candidateOf(schema), { seed: 1, numRuns: 20 }).some(accepts(schema)),
  );
  expect(fitting.length / schemas.length).toBeGreaterThan(0.7);
});
