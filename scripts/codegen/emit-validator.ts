import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { type JsonSchema, MEDIA_FORMATS, type ModelFile } from "./json-schema.js";
import { SchemaError } from "./schema-error.js";

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

/** What a media field holds on the wire: a URL that the service fetches, or a data URI. */
const MEDIA_URI = /^(?:https?:\/\/[^\s/?#]|data:)/i;

/** What Ajv leaves as `require("ajv/dist/runtime/…")`, and the name of our own function that does it. */
const RUNTIME: Record<string, string> = { "ajv/dist/runtime/ucs2length": "codePoints" };

/** Statements that define `name`, a function that checks a value as Ajv does, and the runtime names that they use. */
export function validatorCode(model: ModelFile, name: string): { code: string; imports: string[] } {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true, optimize: 2 },
    formats: Object.fromEntries(MEDIA_FORMATS.map((format) => [format, MEDIA_URI])),
  });
  const check = ajv.compile(forValidation(model.input_schema));
  for (const [index, { input }] of (model.examples ?? []).entries()) {
    if (check(input)) continue;
    const { instancePath = "", keyword } = check.errors?.[0] ?? {};
    throw new SchemaError(
      fileOf(model),
      `/examples/${index}/input${instancePath}`,
      `breaks the input schema's rule "${keyword}"`,
    );
  }
  const imports = new Set<string>();
  const generated = standalone.default(ajv, check);
  const main = /export const validate = (\w+);/.exec(generated)?.[1];
  if (!main) throw new Error("Ajv's standalone code no longer exports `validate`");
  const code = generated
    .replace(/^"use strict";\s*/, "")
    .replace(/export default \w+;\s*/, "")
    .replace(/export const validate = \w+;\s*/, "")
    .replace(new RegExp(`\\b${main}\\b`, "g"), name)
    .replace(/require\("([^"]+)"\)\.default/g, (_, path: string) => {
      const helper = RUNTIME[path];
      if (!helper)
        throw new SchemaError(
          fileOf(model),
          "/input_schema",
          `its validator needs ${path}, which has no counterpart in scripts/codegen/runtime`,
        );
      imports.add(helper);
      return helper;
    });
  return { code: code.trim(), imports: [...imports] };
}

function forValidation(schema: JsonSchema): JsonSchema {
  const kept: JsonSchema = Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => VALIDATION_KEYWORDS.includes(keyword)),
  );
  if (kept.format && !(MEDIA_FORMATS as readonly string[]).includes(kept.format)) delete kept.format;
  if (kept.items) kept.items = forValidation(kept.items);
  if (kept.properties) {
    kept.properties = Object.fromEntries(
      Object.entries(kept.properties).map(([name, field]) => [name, forValidation(field)]),
    );
  }
  return kept;
}

function fileOf(model: ModelFile): string {
  return `schemas/models/${model.model_id}.json`;
}
