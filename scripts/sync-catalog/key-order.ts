import type { JsonObject } from "./json.js";

/** The order of a model file's keys. */
export const MODEL_KEYS: readonly string[] = [
  "$schema",
  "model_id",
  "display_name",
  "description",
  "kind",
  "categories",
  "output_kind",
  "price_unit",
  "base_price_usd",
  "pricing_note",
  "price_quantity",
  "input_schema",
  "output_schema",
  "examples",
];

/** The order of a schema's keywords: words, then what a value is, then its limits, then what else is known of it. */
export const SCHEMA_KEYS: readonly string[] = [
  "title",
  "description",
  "type",
  "format",
  "required",
  "properties",
  "additionalProperties",
  "items",
  "enum",
  "const",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minLength",
  "maxLength",
  "pattern",
  "minimum",
  "exclusiveMinimum",
  "maximum",
  "exclusiveMaximum",
  "multipleOf",
  "default",
  "examples",
  "x-file-rules",
  "x-derived-from",
  "x-published-default",
  "x-unknown-required",
];

/** Keys in the order of the file, and a new one behind the keys that usually stand before it: a small change stays a small diff. */
export function inOrder<T extends JsonObject>(
  value: T,
  file: object | undefined,
  usual: readonly string[],
): T {
  const rank = (key: string) => (usual.includes(key) ? usual.indexOf(key) : usual.length);
  const keys = Object.keys(file ?? {}).filter((key) => Object.hasOwn(value, key));
  const added = Object.keys(value).filter((key) => !keys.includes(key));
  for (const key of added.sort((a, b) => rank(a) - rank(b))) {
    keys.splice(keys.findLastIndex((other) => rank(other) <= rank(key)) + 1, 0, key);
  }
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as T;
}

/** Names in the order of the file, new ones behind them. */
export function inFileOrder(names: readonly string[], file: readonly string[]): string[] {
  const kept = file.filter((name) => names.includes(name));
  return [...kept, ...names.filter((name) => !kept.includes(name))];
}
