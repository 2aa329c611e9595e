import { fieldDoc } from "./doc-comment.js";
import { isMedia, type JsonSchema } from "./json-schema.js";

/** A schema, and the type that the generator writes for it as it stands. */
export type TypedSchema = JsonSchema & { tsType?: string };

/** The same schema, said so that the type generator writes what is true, and what people like to read: inline, arrays as arrays. */
export function sayForTypes(schema: JsonSchema): TypedSchema {
  const description = fieldDoc(schema);
  // The generator takes it for an object.
  if (!SAY_TYPES.some((keyword) => schema[keyword] !== undefined)) return { description, tsType: "unknown" };
  if (isMedia(schema) && typesOf(schema).includes("string")) return sayMedia(schema, description);
  const typed: TypedSchema = { ...schema, description };
  for (const keyword of NOT_FOR_TYPES) delete typed[keyword];
  if (schema.items) typed.items = sayForTypes({ ...schema.items, description: "" });
  if (schema.properties) typed.properties = mapFields(schema.properties);
  else if (typesOf(schema).includes("object")) typed.additionalProperties ??= true;
  if (typeof schema.additionalProperties === "object")
    typed.additionalProperties = sayForTypes({ ...schema.additionalProperties, description: "" });
  for (const keyword of ["oneOf", "anyOf", "allOf"] as const) {
    if (schema[keyword]) typed[keyword] = schema[keyword].map(sayForTypes);
  }
  return typed;
}

/** A file, or whatever else the field takes, such as null. */
function sayMedia(schema: JsonSchema, description: string): TypedSchema {
  const { format: _format, ...rest } = schema;
  const others = typesOf(schema).filter((type) => type !== "string");
  if (others.length === 0) return { description, tsType: "Media" };
  return {
    description,
    anyOf: [{ tsType: "Media" }, sayForTypes({ ...rest, description: "", type: others })],
  };
}

function typesOf(schema: JsonSchema): string[] {
  return [schema.type ?? []].flat();
}

/** The keywords that a type can say. A schema without any of them takes everything. */
const SAY_TYPES = [
  "type",
  "enum",
  "const",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "oneOf",
  "anyOf",
  "allOf",
  "$ref",
] as const;

/** Keywords that the type generator would turn into names, tuples or comments of its own, or that no type can say. */
const NOT_FOR_TYPES = [
  "title",
  "format",
  "default",
  "examples",
  "minItems",
  "maxItems",
  "uniqueItems",
  "not",
  "$id",
  "id",
];

function mapFields(properties: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, sayForTypes(field)]));
}
