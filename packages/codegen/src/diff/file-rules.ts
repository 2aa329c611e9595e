import { addition, breaking, documentation, type SchemaChange } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { equal, isRecord } from "./values.js";

const KEYWORD = "x-file-rules";

/** A limit that this file can compare: whatever its words, `measure` of the file must be below or above `value`. */
interface Limit {
  measure: string;
  comparison: "<" | ">";
  value: number;
}

/** `x-file-rules`: limits of the file itself, which no validator of JSON Schema sees. */
export const compareFileRules: Rule = ({ before, after, pointer, strict }) => {
  if (equal(before[KEYWORD], after[KEYWORD])) return [];
  const at = below(pointer, KEYWORD);
  const [was, is] = [limitsOf(before[KEYWORD]), limitsOf(after[KEYWORD])];
  if (!was || !is || strict)
    return [breaking(at, "the limits of the file changed, and no rule compares them")];
  const changes: SchemaChange[] = [];
  for (const limit of is) {
    if (!was.some((old) => implies(old, limit))) {
      changes.push(breaking(at, `the file's ${said(limit)}${instead(was, limit, "it was")}`));
    }
  }
  for (const limit of was) {
    if (!is.some((now) => implies(now, limit))) {
      changes.push(addition(at, `the file's limit ${said(limit)} is gone${instead(is, limit, "it is")}`));
    }
  }
  return changes.length > 0
    ? changes
    : [documentation(at, "the words or the order of the file's limits changed")];
};

/** Whether every file within `one` is within `other`. */
function implies(one: Limit, other: Limit): boolean {
  if (one.measure !== other.measure || one.comparison !== other.comparison) return false;
  return one.comparison === "<" ? one.value <= other.value : one.value >= other.value;
}

function instead(limits: readonly Limit[], { measure, comparison }: Limit, words: string): string {
  const other = limits.find((limit) => limit.measure === measure && limit.comparison === comparison);
  return other ? `; ${words} ${comparison} ${other.value}` : "";
}

function said({ measure, comparison, value }: Limit): string {
  return `${measure} must be ${comparison} ${value}`;
}

function limitsOf(value: unknown): Limit[] | undefined {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every(isLimit) ? value : undefined;
}

const PARTS = ["measure", "comparison", "value", "message"];

function isLimit(value: unknown): value is Limit {
  return (
    isRecord(value) &&
    Object.keys(value).every((part) => PARTS.includes(part)) &&
    typeof value.measure === "string" &&
    (value.comparison === "<" || value.comparison === ">") &&
    typeof value.value === "number"
  );
}
