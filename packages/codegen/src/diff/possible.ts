import type { JsonSchema } from "../json-schema.js";
import { includes } from "./values.js";

/** The values that `enum` and `const` leave, or nothing where a schema has neither. */
export function finiteValues(schema: JsonSchema): unknown[] | undefined {
  const values = Array.isArray(schema.enum) ? schema.enum : undefined;
  if (!Object.hasOwn(schema, "const")) return values;
  return values === undefined || includes(values, schema.const) ? [schema.const] : [];
}

/** The types that `type` names, or nothing where a schema has none. */
export function namedTypes(schema: JsonSchema): string[] | undefined {
  if (typeof schema.type === "string") return [schema.type];
  return Array.isArray(schema.type) ? schema.type : undefined;
}

/** The types that a value of the schema can have at most, or nothing where it can have any. */
export function possibleTypes(schema: JsonSchema): string[] | undefined {
  const values = finiteValues(schema);
  return values ? [...new Set(values.map(typeOf))] : namedTypes(schema);
}

/** Whether a value of the schema can have the type. An integer is a number. */
export function canBe(schema: JsonSchema, type: string): boolean {
  const types = possibleTypes(schema);
  return types === undefined || types.some((one) => one === type || (type === "number" && one === "integer"));
}

/** Whether every number that the schema accepts is whole. */
export function onlyIntegers(schema: JsonSchema): boolean {
  return possibleTypes(schema)?.includes("number") === false;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
