import type { JsonSchema, ObjectSchema } from "../json-schema.js";
import { normaliseBounds } from "./bounds.js";
import { type Context, fail, isObject, type Note, note, segment } from "./context.js";
import { normaliseFileRules, normaliseItems } from "./media.js";
import { normaliseNullable } from "./nullable.js";
import { resolveReference } from "./references.js";
import { normaliseType } from "./types.js";
import { normaliseDefault, normaliseEnum } from "./values.js";

/** Deeper nesting than this is not a model's input but an attack, or an accident. */
const MAX_DEPTH = 64;
/** More schemas than this are not a model's input either, however they are referred to. */
const MAX_SCHEMAS = 10_000;
const LISTS = ["oneOf", "anyOf", "allOf"] as const;

export interface Normalised {
  readonly schema: ObjectSchema;
  /** What was said differently, and where. */
  readonly notes: readonly Note[];
}

/**
 * A published input schema in clean JSON Schema: the one step in front of all generators. What it means is kept, and everything that is
 * said differently is noted; what cannot be understood throws a `SchemaError` with file, pointer and reason. Applied twice, it changes nothing.
 */
export function normaliseInputSchema(published: unknown, file: string, base = "/input_schema"): Normalised {
  const root = isObject(published) ? published : {};
  const context: Context = { file, base, root, notes: [], resolving: [], visited: { count: 0 } };
  if (!isObject(published)) fail(context, "", "must be a JSON Schema of an object");
  const { $defs: _defs, definitions: _definitions, ...rest } = normalise(published, false, "", context);
  const properties = rest.properties ?? {};
  if (rest.type !== undefined && rest.type !== "object")
    fail(context, "/type", `a model's input is an object, not ${JSON.stringify(rest.type)}`);
  return { schema: { ...rest, type: "object", properties }, notes: context.notes };
}

function normalise(given: unknown, isRequired: boolean, pointer: string, context: Context): JsonSchema {
  if (pointer.split("/").length > MAX_DEPTH)
    fail(context, pointer, `is nested more than ${MAX_DEPTH} levels deep`);
  if (++context.visited.count > MAX_SCHEMAS)
    fail(context, pointer, `amounts to more than ${MAX_SCHEMAS} schemas, references written out`);
  // `true` accepts anything. `false` accepts nothing, which no field of a model means.
  if (given === true) return {};
  if (!isObject(given))
    fail(context, pointer, `must be a schema; it is ${JSON.stringify(given)?.slice(0, 80)}`);
  if (given.$ref !== undefined) {
    const { $ref, ...siblings } = given;
    const { target, context: inner } = resolveReference($ref, pointer, context);
    if (!isObject(target)) fail(context, `${pointer}/$ref`, "does not lead to a schema");
    return normalise({ ...target, ...siblings }, isRequired, pointer, inner);
  }
  const schema: Record<string, unknown> = { ...given };
  const type = normaliseType(schema, pointer, context);
  delete schema.nullable;
  if (type !== undefined) schema.type = type;
  for (const keyword of ["title", "description"]) {
    if (schema[keyword] !== undefined && typeof schema[keyword] !== "string") {
      note(context, `${pointer}/${keyword}`, "is no text; it is written as one");
      schema[keyword] = JSON.stringify(schema[keyword]);
    }
  }
  normaliseItems(schema, pointer, context);
  normaliseFileRules(schema, pointer, context);
  normaliseBounds(schema, pointer, context);
  normaliseEnum(schema, pointer, context);
  if (
    Array.isArray(schema.type) &&
    schema.type.includes("null") &&
    schema.enum &&
    !(schema.enum as unknown[]).includes(null)
  ) {
    schema.enum = [...(schema.enum as unknown[]), null];
  }
  normaliseChildren(schema, pointer, context);
  normaliseNullable(schema, pointer, context);
  normaliseDefault(schema, isRequired, pointer, context);
  return schema as JsonSchema;
}

function normaliseChildren(schema: Record<string, unknown>, pointer: string, context: Context): void {
  if (schema.properties !== undefined) normaliseProperties(schema, pointer, context);
  else if (schema.required !== undefined && typeof schema.required === "boolean") delete schema.required;
  if (schema.items !== undefined) schema.items = normalise(schema.items, false, `${pointer}/items`, context);
  if (isObject(schema.additionalProperties)) {
    schema.additionalProperties = normalise(
      schema.additionalProperties,
      false,
      `${pointer}/additionalProperties`,
      context,
    );
  }
  for (const keyword of LISTS) {
    const list = schema[keyword];
    if (list === undefined) continue;
    if (!Array.isArray(list) || list.length === 0)
      fail(context, `${pointer}/${keyword}`, "must be a list of at least one schema");
    schema[keyword] = list.map((item, index) =>
      normalise(item, false, `${pointer}/${keyword}/${index}`, context),
    );
  }
  if (schema.not !== undefined) schema.not = normalise(schema.not, false, `${pointer}/not`, context);
}

function normaliseProperties(schema: Record<string, unknown>, pointer: string, context: Context): void {
  const { properties } = schema;
  if (!isObject(properties)) fail(context, `${pointer}/properties`, "must be an object of schemas");
  const required = requiredNames(schema, properties, pointer, context);
  // Entries, so that a field named `__proto__` stays a field.
  schema.properties = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      const place = `${pointer}/properties${segment(name)}`;
      const { required: _flag, ...rest } = isObject(field) ? field : {};
      const cleaned = isObject(field) && typeof field.required === "boolean" ? rest : field;
      return [name, normalise(cleaned, required.includes(name), place, context)];
    }),
  );
  if (required.length > 0) schema.required = required;
  else delete schema.required;
}

/** The names in `required` that are fields, and the fields that say `required: true` of themselves (draft 3). */
function requiredNames(
  schema: Record<string, unknown>,
  properties: Record<string, unknown>,
  pointer: string,
  context: Context,
): string[] {
  const listed = schema.required ?? [];
  if (!Array.isArray(listed)) fail(context, `${pointer}/required`, "must be a list of field names");
  const names = [...new Set(listed.map(String))];
  for (const [name, field] of Object.entries(properties)) {
    if (!isObject(field) || field.required !== true || names.includes(name)) continue;
    note(context, `${pointer}/properties${segment(name)}/required`, "is said in the list of required fields");
    names.push(name);
  }
  const unknown = names.filter((name) => !Object.hasOwn(properties, name));
  if (unknown.length > 0) {
    note(
      context,
      `${pointer}/required`,
      `names ${unknown.join(", ")}, which the schema does not describe; kept as x-unknown-required`,
    );
    schema["x-unknown-required"] = unknown;
  }
  return names.filter((name) => Object.hasOwn(properties, name));
}
