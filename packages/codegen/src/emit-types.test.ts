import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test, vi } from "vitest";
import { inputInterface } from "./emit-types.js";
import type { JsonSchema, ModelFile, ObjectSchema } from "./json-schema.js";
import { normaliseInputSchema } from "./normalise/normalise.js";
import { SchemaError } from "./schema-error.js";
import { accepts } from "./testing/accepts.js";
import { candidateOf } from "./testing/arbitrary-instance.js";
import { arbitraryInputSchema, type SchemaOptions } from "./testing/arbitrary-schema.js";

/** TYPES_SCHEMAS: how many random schemas of each kind; `npm run test:extended` takes more. */
const SCHEMAS = Number(process.env.TYPES_SCHEMAS ?? 150);

// A compiler is started by each test; on a busy machine, or with many schemas, that takes a while.
vi.setConfig({ testTimeout: 120_000 + 500 * SCHEMAS });

const CANDIDATES = 60;
const VALUES = 8;

/** What the compiler says of a module that has `Media`, one line each, after the text of the line that it complains of. */
function complaints(source: string): string[] {
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
  };
  const text = `declare class Blob { readonly size: number }\ntype Media = string | Blob | Uint8Array;\n${source}`;
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version) =>
    file === "main.ts" ? ts.createSourceFile(file, text, version, true) : read(file, version);
  return ts.getPreEmitDiagnostics(ts.createProgram(["main.ts"], options, host)).map((problem) => {
    const line = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
    return `${text.split("\n")[line]}\n${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}`;
  });
}

function interfaceFor(schema: ObjectSchema, name: string): Promise<string> {
  const model = { model_id: "a/b", display_name: "B", description: "B.", price_unit: "output" };
  return inputInterface({ ...model, input_schema: schema } as ModelFile, name);
}

/** The schema as the generators get it; `undefined` where it is refused. */
function normalised(published: JsonSchema): ObjectSchema | undefined {
  try {
    return normaliseInputSchema(published, "a.json").schema;
  } catch (error) {
    if (error instanceof SchemaError) return undefined;
    throw error;
  }
}

/** The interface as code without its comments, on one line. */
async function typeOf(field: unknown): Promise<string> {
  const code = await interfaceFor(normaliseInputSchema({ properties: { field } }, "a.json").schema, "Input");
  const line = code
    .replace(/\/\*\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.replace(/^export interface Input \{ (.*?);? \}$/, "$1");
}

test.each<[string, unknown, string]>([
  ["anything", {}, "field?: unknown"],
  ["anything, with words", { title: "Field", description: "Anything.", default: 1 }, "field?: unknown"],
  ["anything in a list", { type: "array", items: { title: "Item" } }, "field?: unknown[]"],
  ["a file", { type: "string", format: "image_uri" }, "field?: Media"],
  ["a file or null", { type: ["string", "null"], format: "image_uri" }, "field?: Media | null"],
  ["a nullable file", { type: "string", format: "image_uri", nullable: true }, "field?: Media | null"],
  [
    "a file or null, as pydantic says it",
    { anyOf: [{ type: "string", format: "image_uri" }, { type: "null" }] },
    "field?: Media | null",
  ],
  ["files", { type: "array", items: { type: "string", format: "video_uri" } }, "field?: Media[]"],
  ["a number with the format of a file", { type: "integer", format: "image_uri" }, "field?: number"],
  ["an object or a number", { type: ["object", "number"] }, "field?: ({ [k: string]: unknown; } | number)"],
  [
    "values under any name",
    { type: "object", additionalProperties: { title: "Weight", type: "number" } },
    "field?: { [k: string]: number; }",
  ],
  [
    "anything under any name",
    { type: "object", additionalProperties: { title: "Value" } },
    "field?: { [k: string]: unknown; }",
  ],
])("the type of %s", async (_, field, type) => {
  expect(await typeOf(field)).toBe(type);
});

describe("a schema that combines others at its root has one list of fields", () => {
  const prompt = { type: "string" };
  const image = { type: "string", format: "image_uri" };

  test.each<[string, JsonSchema, string[], string[]]>([
    [
      "one of two fields",
      {
        properties: { prompt, image },
        anyOf: [{ required: ["prompt"] }, { required: ["image"] }],
      },
      ['{ prompt: "a" }', '{ image: "https://h/a" }', "{}"],
      ["{ prompt: 1 }", '{ promt: "a" }'],
    ],
    [
      "fields that a branch describes",
      {
        oneOf: [
          { properties: { mode: { const: "text" }, prompt }, required: ["mode"] },
          { properties: { mode: { const: "image" }, image }, required: ["mode"] },
        ],
      },
      ['{ mode: "text", prompt: "a" }', '{ mode: "image", image: new Blob() }'],
      ['{ mode: "sound" }', "{ mode: 1 }"],
    ],
    [
      "all of several parts",
      { properties: { prompt }, allOf: [{ properties: { image }, required: ["image"] }] },
      ['{ prompt: "a", image: "https://h/a" }'],
      ['{ prompt: "a" }'],
    ],
  ])("%s", async (_, published, good, bad) => {
    const code = await interfaceFor(normaliseInputSchema(published, "a.json").schema, "Input");
    const lines = good.map((value, index) => `export const good${index}: Input = ${value};`);
    for (const [index, value] of bad.entries())
      lines.push("// @ts-expect-error it does not fit", `export const bad${index}: Input = ${value};`);
    expect(complaints([code, ...lines].join("\n"))).toEqual([]);
  });
});

/**
 * Random schemas as a module: the interface of each, and inputs that it accepts as constants of that type. `told` is what the
 * interfaces are made from: the schemas, unless the property itself is tested.
 */
async function moduleOf(
  options: SchemaOptions,
  told: (schema: ObjectSchema) => ObjectSchema = (schema) => schema,
): Promise<{ source: string; values: number }> {
  const published = fc.sample(arbitraryInputSchema(options), { seed: 20_261, numRuns: SCHEMAS });
  const schemas = published.flatMap((schema) => normalised(schema) ?? []).filter(isClear);
  const lines: string[] = [];
  let values = 0;
  for (const [index, schema] of schemas.entries()) {
    lines.push(await interfaceFor(told(schema), `Input${index}`));
    const inputs = fc
      .sample(candidateOf(schema), { seed: index, numRuns: CANDIDATES })
      .filter(accepts(schema));
    for (const input of inputs.slice(0, VALUES))
      lines.push(`export const value${values++}: Input${index} = ${JSON.stringify(input)};`);
  }
  return { source: lines.join("\n"), values };
}

/**
 * Not those that say what may not be, and those of which a branch has fields or values of its own: their inputs have fields that
 * another branch leaves open, or that nothing describes.
 */
function isClear(schema: JsonSchema): boolean {
  const branches = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((list) => list ?? []);
  const isOpen = ({ properties, enum: values, const: value }: JsonSchema) =>
    properties === undefined && values === undefined && value === undefined;
  return (
    !JSON.stringify(schema).includes('"not":') && branches.every((each) => isOpen(each) && isClear(each))
  );
}

describe("whatever the validator accepts, the type does", () => {
  test.each([
    ["plain schemas", { combinators: false }],
    ["schemas with combinators and references", {}],
  ])("of %s", async (_, options) => {
    const { source, values } = await moduleOf(options);
    expect(values).toBeGreaterThan(1.5 * SCHEMAS);
    expect(complaints(source)).toEqual([]);
  });

  test("and the property can fail: a type that forgets null, or a kind of field, is caught", async () => {
    const others: Record<string, unknown> = { null: "boolean", number: "string" };
    const forgetful = (schema: ObjectSchema): ObjectSchema =>
      JSON.parse(JSON.stringify(schema), (_, value) => others[String(value)] ?? value);
    const { source } = await moduleOf({ combinators: false }, forgetful);
    expect(complaints(source).join("\n")).toMatch(/Type 'null' is not assignable[\s\S]*Type 'number' is not/);
  });
});
