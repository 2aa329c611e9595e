import type { JsonSchema } from "../json-schema.js";
import { boundOf, isTighter, SIDES, type Side, said } from "./bound.js";
import { addition, breaking, documentation, type SchemaChange } from "./change.js";
import type { Pair, Rule } from "./pair.js";
import { below } from "./pointer.js";
import { canBe } from "./possible.js";
import { equal } from "./values.js";

/** Bounds of lengths, counts and numbers. */
export const compareBounds: Rule = (pair) => SIDES.flatMap((side) => compareSide(pair, side));

function compareSide({ before, after, pointer }: Pair, side: Side): SchemaChange[] {
  const { keywords } = side;
  const odd = keywords.find((keyword) => isOdd(before, keyword) || isOdd(after, keyword));
  if (odd !== undefined) {
    const same = keywords.every((keyword) => equal(before[keyword], after[keyword]));
    return same ? [] : [breaking(below(pointer, odd), "changed, and is not a number")];
  }
  const [was, is] = [boundOf(before, side), boundOf(after, side)];
  const at = below(pointer, (is ?? was)?.keyword ?? keywords[0]);
  const what = `${side.name} was ${said(was)} and is ${said(is)}`;
  if (isTighter(is, was, side)) {
    if (canBe(before, side.type)) return [breaking(at, what)];
    return [documentation(at, `${what}, for values that were not accepted before`)];
  }
  return isTighter(was, is, side) ? [addition(at, what)] : [];
}

function isOdd(schema: JsonSchema, keyword: string): boolean {
  return schema[keyword] !== undefined && typeof schema[keyword] !== "number";
}
