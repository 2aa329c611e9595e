import { compareAlternatives } from "./any-of.js";
import { addition, breaking, hasBreaking, type SchemaChange } from "./change.js";
import { areDisjoint } from "./disjoint.js";
import type { Pair, Rule } from "./pair.js";
import { below } from "./pointer.js";
import { branchesOf } from "./proof.js";

/**
 * `oneOf`: a wider branch can refuse, because a value may then fit two. So branches must mean the same as before, or
 * no value may fit two of them, which makes them plain alternatives.
 */
export const compareOneOf: Rule = (pair) => {
  const [was, is] = [branchesOf(pair.before, "oneOf"), branchesOf(pair.after, "oneOf")];
  const at = below(pair.pointer, "oneOf");
  if (!is) return was ? [addition(at, "none of the alternatives need hold any more")] : [];
  if (areDisjoint(is, pair.roots.after)) return compareAlternatives(pair, "oneOf", is);
  const same = was && sameBranches(pair, was, is);
  if (same) return same;
  return [breaking(at, "the alternatives changed, of which exactly one must hold")];
};

/** What changed between branches that each accept the same as before, or nothing where one does not. */
function sameBranches(
  { pointer, compare }: Pair,
  was: readonly unknown[],
  is: readonly unknown[],
): SchemaChange[] | undefined {
  if (was.length !== is.length) return undefined;
  const found: SchemaChange[] = [];
  for (const [index, branch] of is.entries()) {
    const at = below(pointer, "oneOf", index);
    const there = compare(was[index], branch, at, { strict: true });
    const back = compare(branch, was[index], at, { strict: true, reversed: true });
    if (hasBreaking(there) || hasBreaking(back)) return undefined;
    found.push(...there);
  }
  return found;
}
