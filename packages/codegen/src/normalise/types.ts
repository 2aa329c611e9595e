import { type Context, fail, note } from "./context.js";

const TYPES = ["string", "integer", "number", "boolean", "array", "object", "null"];

/** Words that vendors use for the types of JSON Schema. */
const SYNONYMS: Readonly<Record<string, string>> = {
  float: "number",
  double: "number",
  decimal: "number",
  int: "integer",
  long: "integer",
  bool: "boolean",
  str: "string",
  text: "string",
  list: "array",
  dict: "object",
};

/** `type` in the words of JSON Schema, with `nullable` as one more type. Undefined where the schema names none. */
export function normaliseType(
  schema: Record<string, unknown>,
  pointer: string,
  context: Context,
): string | string[] | undefined {
  const { type, nullable } = schema;
  if (type === undefined) return undefined;
  const names = (Array.isArray(type) ? type : [type]).map((name) => {
    if (TYPES.includes(name)) return name as string;
    const known = typeof name === "string" && Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined;
    if (!known)
      fail(
        context,
        `${pointer}/type`,
        `${JSON.stringify(name)} is not a type; JSON Schema has ${TYPES.join(", ")}`,
      );
    note(context, `${pointer}/type`, `"${String(name)}" is read as "${known}"`);
    return known;
  });
  if (nullable === true) {
    note(context, `${pointer}/nullable`, 'is said as the type "null"');
    names.push("null");
  }
  const unique = [...new Set(names)];
  return unique.length === 1 ? unique[0] : unique;
}

/** Whether a value is of one of the types. */
export function isOfType(value: unknown, types: string | readonly string[] | undefined): boolean {
  if (types === undefined) return true;
  return (Array.isArray(types) ? types : [types]).some((type) => {
    if (type === "null") return value === null;
    if (type === "array") return Array.isArray(value);
    if (type === "integer") return Number.isInteger(value);
    if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
    return typeof value === type;
  });
}

/** The value as the type has it, where nothing is lost: `"5"` as an integer, 5 as a string. Else undefined. */
export function coerce(value: unknown, types: string | readonly string[] | undefined): unknown {
  if (isOfType(value, types)) return value;
  if (typeof value === "string" && value.trim() !== "" && isOfType(Number(value), types))
    return Number(value);
  if (typeof value === "number" && isOfType("", types)) return String(value);
  return undefined;
}
