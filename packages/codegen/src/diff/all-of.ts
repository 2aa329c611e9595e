import { addition, breaking, hasBreaking, type SchemaChange } from "./change.js";
import type { Rule } from "./pair.js";
import { below } from "./pointer.js";
import { branchesOf, prove } from "./proof.js";

/** `allOf`: each condition must follow from one that held before, or from all that held before. */
export const compareAllOf: Rule = ({ before, after, pointer, compare }) => {
  const was = branchesOf(before, "allOf") ?? [];
  const is = branchesOf(after, "allOf") ?? [];
  const used = new Set<number>();
  const found: SchemaChange[] = [];
  for (const [index, condition] of is.entries()) {
    const at = below(pointer, "allOf", index);
    const from = (schema: unknown) => compare(schema, condition, at, { strict: true });
    const proof = prove(was.length, index, (other) => from(was[other]));
    if (proof) {
      used.add(proof.index);
      found.push(...proof.changes);
    } else if (hasBreaking(from(before))) {
      found.push(...(index < was.length ? from(was[index]) : [breaking(at, "one more condition must hold")]));
    }
  }
  for (const index of was.keys()) {
    if (!used.has(index))
      found.push(addition(below(pointer, "allOf", index), "the condition need not hold any more"));
  }
  return found;
};
