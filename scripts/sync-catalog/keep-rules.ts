import type { JsonSchema } from "@model-api/codegen";
import { isObject } from "./json.js";
import type { Notice } from "./merge-schema.js";

const RULES = ["not", "allOf", "anyOf", "oneOf"] as const;

/**
 * Rules between fields, such as "no audio beside an image". Vendors state them in prose, and people write them into the file: a catalog
 * that is silent there does not take them back. One about a field that is gone goes with it.
 */
export function keepRules(
  published: JsonSchema,
  file: JsonSchema | undefined,
  notice: Notice,
): Pick<JsonSchema, (typeof RULES)[number]> {
  const kept = RULES.flatMap((keyword) => {
    const rule = file?.[keyword];
    if (rule === undefined || published[keyword] !== undefined) return [];
    const gone = [...namesIn(rule)].find((name) => !Object.hasOwn(published.properties ?? {}, name));
    const pointer = `/input_schema/${keyword}`;
    if (gone !== undefined) {
      notice(pointer, `is about a field "${gone}", which the model does not have; dropped`);
      return [];
    }
    notice(pointer, "stands in the file only, and is kept");
    return [[keyword, rule]];
  });
  return Object.fromEntries(kept);
}

/** The fields that a rule speaks of, through all its alternatives. */
function namesIn(rule: unknown): Set<string> {
  if (Array.isArray(rule)) return new Set(rule.flatMap((item) => [...namesIn(item)]));
  if (!isObject(rule)) return new Set();
  const required = Array.isArray(rule.required) ? rule.required.map(String) : [];
  const properties = isObject(rule.properties) ? Object.keys(rule.properties) : [];
  return new Set([...required, ...properties, ...RULES.flatMap((keyword) => [...namesIn(rule[keyword])])]);
}
