import { fileURLToPath } from "node:url";
import type { JsonSchema, ModelFile } from "@model-api/codegen";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadModel } from "../../packages/models/src/generated/load.js";
import { readSchemas } from "./read-schemas.js";

const { models } = readSchemas(fileURLToPath(new URL("../..", import.meta.url)));
const RUNS = 40;

/** Values that a field takes, its limits among them. */
function fieldValue(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === undefined) return fc.jsonValue();
  return fc.oneof(...[schema.type].flat().map((type) => valueOfType(type, schema)));
}

function valueOfType(type: string, schema: JsonSchema): fc.Arbitrary<unknown> {
  const { minimum: min = -1e9, maximum: max = 1e9, minItems = 0, maxItems = 20, maxLength = 200 } = schema;
  switch (type) {
    case "integer":
      return fc.integer({ min: Math.ceil(min), max: Math.floor(Math.min(max, 2 ** 31 - 1)) });
    case "number":
      return fc.double({ min, max, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(fieldValue(schema.items ?? {}), { minLength: minItems, maxLength: maxItems });
    case "object":
      return objectOf(schema);
    case "null":
      return fc.constant(null);
    default:
      return schema.format ? fc.webUrl() : fc.string({ maxLength });
  }
}

/** Objects that the schema accepts; a model's input is one. */
function objectOf({ properties = {}, required = [], not }: JsonSchema): fc.Arbitrary<object> {
  // Of a pair that excludes each other, one is left out.
  const excluded = not?.required?.[0];
  const fields = Object.entries(properties).filter(([field]) => field !== excluded);
  const arbitraries = Object.fromEntries(fields.map(([field, schema]) => [field, fieldValue(schema)]));
  return fc.record(arbitraries, { requiredKeys: required });
}

/** Values that a field must refuse, each with the rule that it breaks. */
function mistakes(schema: JsonSchema): [rule: string, value: unknown][] {
  const types = [schema.type ?? []].flat();
  const found: [string, unknown][] = [];
  if (types.includes("object")) found.push(["type", "no object"]);
  else if (types.length > 0) found.push(["type", { not: "a value of any field" }]);
  const { minimum, maximum, maxLength, minItems, maxItems, items } = schema;
  if (schema.enum) found.push(["enum", schema.type === "string" ? "no such value" : -98765]);
  if (minimum !== undefined) found.push(["minimum", minimum - 1]);
  if (maximum !== undefined) found.push(["maximum", maximum + 1]);
  if (schema.type === "integer" && !schema.enum) found.push(["integer", (minimum ?? 0) + 0.5]);
  if (maxLength !== undefined) found.push(["maxLength", "x".repeat(maxLength + 1)]);
  if (schema.format) found.push(["format", "photo.png"]);
  const item = items?.format ? "https://example.com/a" : "x";
  if (minItems) found.push(["minItems", Array(minItems - 1).fill(item)]);
  if (maxItems !== undefined) found.push(["maxItems", Array(maxItems + 1).fill(item)]);
  if (items?.format) found.push(["items", ["photo.png"]]);
  return found;
}

describe.each(models.map((model): [string, ModelFile] => [model.model_id, model]))("%s", (id, model) => {
  const { properties, required = [] } = model.input_schema;

  test("its validator accepts what the schema accepts", async () => {
    const loaded = await loadModel(id);
    const check = new Ajv({
      strict: false,
      formats: { image_uri: true, video_uri: true, audio_uri: true },
    }).compile(model.input_schema);
    fc.assert(
      fc.property(objectOf(model.input_schema), (value) => {
        expect(check(value)).toBe(true);
        expect(loaded?.validator.validate(value).issues).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  test("its validator refuses each mistake, and names the field", async () => {
    const loaded = await loadModel(id);
    const [sample] = fc.sample(objectOf(model.input_schema), { numRuns: 1, seed: 1 });
    const good: Record<string, unknown> = model.examples?.[0]?.input ?? { ...sample };
    expect(loaded?.validator.validate(good)).toEqual({ value: good });
    for (const [field, schema] of Object.entries(properties)) {
      for (const [rule, value] of mistakes(schema)) {
        const { issues } = loaded?.validator.validate({ ...good, [field]: value }) ?? {};
        expect(issues?.[0]?.path[0], `${field}: ${rule}`).toBe(field);
      }
    }
    for (const field of required) {
      const { [field]: _removed, ...rest } = good;
      expect(loaded?.validator.validate(rest).issues?.[0]).toMatchObject({
        path: [field],
        keyword: "required",
      });
    }
  });
});
