import type { JsonSchema } from "../json-schema.js";
import { expand } from "./expand.js";
import { finiteValues } from "./possible.js";
import { own } from "./values.js";

/** Keywords beside `properties` through which a schema can speak of the same object or array once more. */
const COMBINATORS = ["allOf", "anyOf", "oneOf"] as const;
const UNFOLLOWED = [
  "if",
  "then",
  "else",
  "dependencies",
  "dependentSchemas",
  "dependentRequired",
  "patternProperties",
  "propertyNames",
  "$ref",
];

/** Whether something beside `properties` and `items` speaks of what is inside a value of the schema. */
export function describesAlsoElsewhere(schema: JsonSchema): boolean {
  return (
    finiteValues(schema) !== undefined ||
    [...COMBINATORS, "not", "contains", ...UNFOLLOWED].some((keyword) => schema[keyword] !== undefined)
  );
}

/**
 * Whether a caller could have a reason to send the field `name`, of an object that the schema describes beside its
 * `properties`: see "Known fields" in README.md. Where it cannot be told, it could.
 */
export function isKnown(name: string, schema: JsonSchema, root: JsonSchema): boolean {
  return Object.keys(schema.properties ?? {}).length === 0 || mentions(name, schema, root);
}

/** Deeper than any schema goes that refers to itself only through fields and items. */
const DEEPEST = 16;

/** Whether the schema, or a schema that it combines, says something of the field `name`. */
export function mentions(name: string, value: unknown, root: JsonSchema, depth = 0): boolean {
  const schema = expand(value, root)?.schema;
  if (!schema || depth > DEEPEST) return true;
  if (own(schema.properties, name) !== undefined || schema.required?.includes(name)) return true;
  if (finiteValues(schema) !== undefined || typeof schema.additionalProperties === "object") return true;
  if (UNFOLLOWED.some((keyword) => schema[keyword] !== undefined)) return true;
  const branches = COMBINATORS.flatMap((keyword) => (schema[keyword] ?? []) as unknown[]);
  if (schema.not !== undefined) branches.push(schema.not);
  return branches.some((branch) => mentions(name, branch, root, depth + 1));
}
