import { isMedia, type JsonSchema, MEDIA_FORMATS, MEDIA_URI, type ModelFile } from "./json-schema.js";
import { SchemaError } from "./schema-error.js";
import { toJs } from "./to-js.js";

/** Keywords that decide whether a value is accepted; everything else in a schema is for people and tools. */
const VALIDATION_KEYWORDS = [
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "items",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "format",
  "oneOf",
  "anyOf",
  "allOf",
  "not",
  "additionalProperties",
];

/** What Ajv leaves as `require("ajv/dist/runtime/…")`, and the name of our own function that does it. */
const RUNTIME: Record<string, string> = {
  "ajv/dist/runtime/ucs2length": "codePoints",
  "ajv/dist/runtime/equal": "isEqual",
};

export interface ValidatorCode {
  /** Statements that define the function. */
  readonly code: string;
  /** Name of the function that checks a value as Ajv does. */
  readonly check: string;
  /** The names of the runtime that the statements use. */
  readonly imports: readonly string[];
}

/** The check of a model's input as JavaScript, which the model's own examples have passed. */
export async function validatorCode(model: ModelFile): Promise<ValidatorCode> {
  const [{ Ajv }, { default: standalone }] = await Promise.all([
    import("ajv"),
    import("ajv/dist/standalone/index.js"),
  ]);
  // One instance a model, so that the names in its code do not depend on the models before it. Without the meta-schema,
  // which normalisation stands for, an instance costs next to nothing.
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: false,
    meta: false,
    validateSchema: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
    formats: Object.fromEntries(MEDIA_FORMATS.map((format) => [format, MEDIA_URI])),
  });
  const validate = ajv.compile(forValidation(model.input_schema));
  for (const [index, { input }] of (model.examples ?? []).entries()) {
    if (validate(input)) continue;
    const { instancePath = "", keyword } = validate.errors?.[0] ?? {};
    throw new SchemaError(
      fileOf(model),
      `/examples/${index}/input${instancePath}`,
      `breaks the input schema's rule "${keyword}"`,
    );
  }
  const generated = standalone.default(ajv, validate);
  const check = /^export const validate = (\w+);/m.exec(generated)?.[1];
  if (!check) throw new Error("Ajv's standalone code no longer exports `validate`");
  const imports = new Set<string>();
  const code = generated
    .replace(/^"use strict";\s*/, "")
    .replace(/^export const validate = \w+;\s*/, "")
    .replace(/^export default \w+;\s*/, "")
    // In a string of the schema's, the quotation mark would be escaped.
    .replace(/require\("([^"\\]+)"\)\.default/g, (_, path: string) => {
      const helper = RUNTIME[path];
      if (!helper) {
        const reason = `its validator needs ${path}, which has no counterpart in the runtime`;
        throw new SchemaError(fileOf(model), "/input_schema", reason);
      }
      imports.add(helper);
      return helper;
    });
  const small = withShortErrors(withoutSchemas(code.trim()));
  if (small.includes("addError(")) imports.add("addError");
  return { code: small, check, imports: [...imports] };
}

/**
 * Ajv keeps the whole schema in its code; what the code reads of it is the allowed values. A line of code cannot be part of a text of
 * the schema, since texts have no line breaks.
 */
function withoutSchemas(code: string): string {
  return code.replace(/^const (schema\d+) = (\{.*\});$/gm, (_, name: string, schema: string) => {
    return `const ${name} = ${toJs(allowedOnly(JSON.parse(schema) as JsonSchema))};`;
  });
}

/** The schema without anything but its `enum`s and `const`s, in their places. */
function allowedOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(allowedOnly);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    if (key === "enum" || key === "const") return [[key, item]];
    const isSchemas = typeof item === "object" && !(Array.isArray(item) && typeof item[0] !== "object");
    if (!isSchemas) return [];
    const inner = allowedOnly(item);
    return Object.keys(inner as object).length > 0 ? [[key, inner]] : [];
  });
  return Object.fromEntries(kept);
}

/** Ajv writes eight lines for each error; two say the same. Its `schemaPath` is not used. */
function withShortErrors(code: string): string {
  return code.replace(
    /^const (err\d+) = \{instancePath(.*?),schemaPath:"(?:[^"\\]|\\.)*",keyword:("\w+"),params:(.*)\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;$/gm,
    (_, _name, path: string, keyword: string, params: string) =>
      `vErrors = addError(vErrors, {instancePath${path},keyword:${keyword},params:${params}});\nerrors++;`,
  );
}

/** The keywords that Ajv has to see, at every depth. */
function forValidation(schema: JsonSchema): JsonSchema {
  const kept: JsonSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (VALIDATION_KEYWORDS.includes(keyword)) kept[keyword] = value;
  }
  if (!isMedia(schema)) delete kept.format;
  if (schema.items) kept.items = forValidation(schema.items);
  if (schema.not) kept.not = forValidation(schema.not);
  if (typeof schema.additionalProperties === "object") {
    kept.additionalProperties = forValidation(schema.additionalProperties);
  }
  for (const keyword of ["oneOf", "anyOf", "allOf"] as const) {
    if (schema[keyword]) kept[keyword] = schema[keyword].map(forValidation);
  }
  if (schema.properties) {
    const fields = Object.entries(schema.properties);
    kept.properties = Object.fromEntries(fields.map(([name, field]) => [name, forValidation(field)]));
  }
  return kept;
}

function fileOf(model: ModelFile): string {
  return `schemas/models/${model.model_id}.json`;
}
