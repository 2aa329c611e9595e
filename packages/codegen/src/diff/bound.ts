import type { JsonSchema } from "../json-schema.js";

/** One side on which keywords bound a value. */
export interface Side {
  type: "string" | "array" | "object" | "number";
  /** What is bounded, as the first words of a sentence. */
  name: string;
  /** The keyword whose bound is accepted, and where there is one, the keyword whose bound is not. */
  keywords: readonly [string, ...string[]];
  /** 1 where the greater bound is the tighter one, -1 where the smaller one is. */
  direction: 1 | -1;
  /** The bound that holds where the schema gives none. */
  without?: number;
}

export const SIDES: readonly Side[] = [
  { type: "string", name: "the least length", keywords: ["minLength"], direction: 1, without: 0 },
  { type: "string", name: "the greatest length", keywords: ["maxLength"], direction: -1 },
  { type: "array", name: "the least number of items", keywords: ["minItems"], direction: 1, without: 0 },
  { type: "array", name: "the greatest number of items", keywords: ["maxItems"], direction: -1 },
  {
    type: "object",
    name: "the least number of fields",
    keywords: ["minProperties"],
    direction: 1,
    without: 0,
  },
  { type: "object", name: "the greatest number of fields", keywords: ["maxProperties"], direction: -1 },
  { type: "number", name: "the lower bound", keywords: ["minimum", "exclusiveMinimum"], direction: 1 },
  { type: "number", name: "the upper bound", keywords: ["maximum", "exclusiveMaximum"], direction: -1 },
];

export interface Bound {
  keyword: string;
  value: number;
  /** Whether the bound itself is refused. */
  exclusive: boolean;
}

/** What the keywords of a side come to: the tighter of them where there are two. */
export function boundOf(schema: JsonSchema, side: Side): Bound | undefined {
  const [inclusive, exclusive] = side.keywords;
  const one = bound(schema, inclusive, false);
  const other = exclusive === undefined ? undefined : bound(schema, exclusive, true);
  const tightest = isTighter(other, one, side) ? other : one;
  if (tightest || side.without === undefined) return tightest;
  return { keyword: inclusive, value: side.without, exclusive: false };
}

/** Whether `one` refuses a value that `other` accepts. No bound refuses nothing. */
export function isTighter(one: Bound | undefined, other: Bound | undefined, { direction }: Side): boolean {
  if (one === undefined) return false;
  if (other === undefined) return true;
  const further = (one.value - other.value) * direction;
  return further > 0 || (further === 0 && one.exclusive && !other.exclusive);
}

/** A bound as a sentence shows it. */
export function said(bound: Bound | undefined): string {
  if (bound === undefined) return "open";
  return bound.exclusive ? `${bound.value}, itself not accepted,` : String(bound.value);
}

function bound(schema: JsonSchema, keyword: string, exclusive: boolean): Bound | undefined {
  const value = schema[keyword];
  return typeof value === "number" ? { keyword, value, exclusive } : undefined;
}

/** The keywords of all sides. */
export const BOUND_KEYWORDS: readonly string[] = SIDES.flatMap(({ keywords }) => keywords);
