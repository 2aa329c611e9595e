import { addition, breaking, hasBreaking, type SchemaChange } from "./change.js";
import type { Pair, Rule } from "./pair.js";
import { below } from "./pointer.js";
import { branchesOf, prove } from "./proof.js";

/** `anyOf`: each alternative of before must be within one of now. */
export const compareAnyOf: Rule = (pair) => {
  const is = branchesOf(pair.after, "anyOf");
  if (is) return compareAlternatives(pair, "anyOf", is);
  const at = below(pair.pointer, "anyOf");
  return branchesOf(pair.before, "anyOf")
    ? [addition(at, "none of the alternatives need hold any more")]
    : [];
};

/** The same for any keyword whose branches are alternatives in fact. */
export function compareAlternatives(pair: Pair, keyword: string, is: readonly unknown[]): SchemaChange[] {
  const attempts = sources(pair.before).map((was) => coverAll(pair, keyword, was, is));
  const proven = attempts.findIndex((changes) => !hasBreaking(changes));
  // The first attempt is the one that a reader would make, so it is the one to report.
  if (proven <= 0) return attempts[0] ?? [];
  const wider = addition(
    below(pair.pointer, keyword),
    "the alternatives are others, and hold for all that was accepted",
  );
  return [wider, ...(attempts[proven] ?? [])];
}

/** Lists of schemas of which a value that was accepted fits at least one: the last list is the schema itself. */
function sources(before: Pair["before"]): unknown[][] {
  const lists = ["anyOf", "oneOf"].map((keyword) => branchesOf(before, keyword));
  return [...lists.filter((list) => list !== undefined), [before]];
}

function coverAll(
  { before, pointer, compare }: Pair,
  keyword: string,
  was: readonly unknown[],
  is: readonly unknown[],
): SchemaChange[] {
  const found: SchemaChange[] = [];
  const used = new Set<number>();
  for (const [index, alternative] of was.entries()) {
    const to = (other: number) =>
      compare(alternative, is[other], below(pointer, keyword, other), { strict: true });
    const proof = prove(is.length, index, to);
    if (proof) used.add(proof.index);
    // What the schema as a whole loses on the way into one of the alternatives is not a change of that alternative.
    if (proof && alternative !== before) found.push(...proof.changes);
    if (!proof && index < is.length && alternative !== before) found.push(...to(index));
    else if (!proof)
      found.push(breaking(below(pointer, keyword), "what was accepted fits none of the alternatives"));
  }
  for (const index of is.keys()) {
    if (!used.has(index)) found.push(addition(below(pointer, keyword, index), "an alternative was added"));
  }
  return found;
}
