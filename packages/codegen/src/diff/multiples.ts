import { addition, breaking, documentation } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { canBe, onlyIntegers } from "./possible.js";
import { equal, shown } from "./values.js";

/**
 * `multipleOf`. A divisor of the old step is no tighter, where both are whole: with fractions, rounding decides which
 * values count as multiples, and nothing is proven.
 */
export const compareMultiples: Rule = ({ before, after, pointer }) => {
  const [was, is] = [before.multipleOf, after.multipleOf];
  if (equal(was, is)) return [];
  const at = below(pointer, "multipleOf");
  if (is === undefined) return [addition(at, `need not be a multiple of ${shown(was)} any more`)];
  const what =
    was === undefined
      ? `must be a multiple of ${shown(is)}`
      : `must be a multiple of ${shown(is)} instead of ${shown(was)}`;
  if (!canBe(before, "number")) return [documentation(at, `${what}, where it is a number`)];
  if (is === 1 && onlyIntegers(before)) return was === undefined ? [] : [addition(at, what)];
  const divides = isWhole(was) && isWhole(is) && was % is === 0;
  return [divides ? addition(at, what) : breaking(at, what)];
};

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
