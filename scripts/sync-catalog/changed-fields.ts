import type { JsonSchema } from "@model-api/codegen";
import { isObject, isSame } from "./json.js";
import type { ModelDocument } from "./merge-model.js";

/** What differs between two states of a model, in words for one line: `base_price_usd`, `+seed`, `-style`, `quality (enum)`. */
export function changedFields(before: ModelDocument, after: ModelDocument): string[] {
  return keysThatDiffer(before, after).flatMap((key) => {
    if (key !== "input_schema") return [key];
    const old: JsonSchema = before.input_schema ?? {};
    const now: JsonSchema = after.input_schema ?? {};
    return keysThatDiffer(old, now).flatMap((keyword) =>
      keyword === "properties"
        ? changedProperties(old.properties ?? {}, now.properties ?? {})
        : [`input_schema.${keyword}`],
    );
  });
}

function changedProperties(before: Record<string, JsonSchema>, after: Record<string, JsonSchema>): string[] {
  return keysThatDiffer(before, after).map((name) => {
    if (!Object.hasOwn(before, name)) return `+${name}`;
    if (!Object.hasOwn(after, name)) return `-${name}`;
    return `${name} (${keysThatDiffer(before[name] ?? {}, after[name] ?? {}).join(", ")})`;
  });
}

function keysThatDiffer(before: object, after: object): string[] {
  const [old, now] = [before, after].map((value) => new Map(isObject(value) ? Object.entries(value) : []));
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].filter((key) => !isSame(old?.get(key), now?.get(key)));
}
