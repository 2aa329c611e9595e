import { BOUND_KEYWORDS } from "./bound.js";
import { breaking, type SchemaChange } from "./change.js";
import { DEFINITIONS } from "./expand.js";
import { isNote } from "./notes.js";
import type { Pair, Rule } from "./pair.js";
import { below } from "./pointer.js";
import { equal, isRecord } from "./values.js";

/** Keywords that a rule of this folder answers for. */
const ANSWERED = new Set([
  ...BOUND_KEYWORDS,
  ...DEFINITIONS,
  "type",
  "nullable",
  "enum",
  "const",
  "multipleOf",
  "pattern",
  "format",
  "uniqueItems",
  "properties",
  "required",
  "additionalProperties",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "x-file-rules",
]);

/** Keywords whose meaning depends on what stands around them, so that the same words can mean something else. */
const DEPENDENT = new Set([
  "unevaluatedProperties",
  "unevaluatedItems",
  "$dynamicRef",
  "$recursiveRef",
  "$ref",
]);

/** Every other keyword, `if` and `patternProperties` among them: only what stayed the same is known to be harmless. */
export const compareOpaque: Rule = (pair) => {
  const { before, after, pointer, roots } = pair;
  const sameRoots = equal(roots.before, roots.after);
  const changes: SchemaChange[] = [];
  for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!isOpaque(keyword, pair)) continue;
    const [was, is] = [before[keyword], after[keyword]];
    const stands = sameRoots || !(DEPENDENT.has(keyword) || isNestedId(keyword, pointer) || hasReference(is));
    if (equal(was, is) && stands) continue;
    changes.push(
      breaking(below(pointer, keyword), `${keyword} changed, or what it depends on, and no rule compares it`),
    );
  }
  return changes;
};

function isOpaque(keyword: string, { before, after }: Pair): boolean {
  if (keyword === "items") return Array.isArray(before.items) || Array.isArray(after.items);
  return !ANSWERED.has(keyword) && !isNote(keyword);
}

/** References below it are looked up from it, which this folder does not do. */
function isNestedId(keyword: string, pointer: string): boolean {
  return keyword === "$id" && pointer !== "";
}

function hasReference(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasReference);
  if (!isRecord(value)) return false;
  return Object.hasOwn(value, "$ref") || Object.values(value).some(hasReference);
}
