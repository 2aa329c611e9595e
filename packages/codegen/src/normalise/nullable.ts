import { type Context, isObject, note } from "./context.js";

/** What says something of null too, so that it cannot stand beside null as it is. */
const SAYS_OF_ALL = ["const", "not", "anyOf", "oneOf", "allOf"];
const WORDS = ["title", "description", "default", "examples", "deprecated"];

/**
 * A choice between null and one other schema, which is how pydantic writes an optional field, said as one schema whose type is a list.
 * The branches are normalised already.
 */
export function normaliseNullable(schema: Record<string, unknown>, pointer: string, context: Context): void {
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || branches.length !== 2) continue;
    const other = branches.find((branch) => !isNull(branch));
    if (!branches.some(isNull) || !isObject(other) || other.type === undefined) continue;
    const { [keyword]: _choice, ...words } = schema;
    const isAlone = Object.keys(words).every((key) => WORDS.includes(key) || key.startsWith("x-"));
    if (!isAlone || SAYS_OF_ALL.some((key) => other[key] !== undefined)) continue;
    delete schema[keyword];
    Object.assign(schema, other, words);
    schema.type = [...new Set([...[other.type].flat(), "null"])];
    if (Array.isArray(other.enum)) schema.enum = [...new Set([...other.enum, null])];
    note(context, `${pointer}/${keyword}`, 'is said as one schema with the type "null" among its types');
  }
}

/** A schema that takes null and nothing else. */
function isNull(schema: unknown): boolean {
  return (
    isObject(schema) &&
    schema.type === "null" &&
    Object.keys(schema).every((key) => key === "type" || WORDS.includes(key))
  );
}
