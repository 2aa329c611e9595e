import { hasBreaking, type SchemaChange } from "./change.js";
import type { Pair } from "./pair.js";

/** A schema out of several that another one follows from, and what changed on the way. */
export interface Proof {
  /** Place in the list that was searched. */
  index: number;
  changes: SchemaChange[];
}

/**
 * Looks for an index for which `compare` finds nothing breaking, first at `first`: branches mostly stay where they are.
 */
export function prove(
  count: number,
  first: number,
  compare: (index: number) => SchemaChange[],
): Proof | undefined {
  const order = [...Array(count).keys()].sort(
    (one, other) => Number(other === first) - Number(one === first),
  );
  for (const index of order) {
    const changes = compare(index);
    if (!hasBreaking(changes)) return { index, changes };
  }
  return undefined;
}

/** The branches of a combinator, or nothing where the schema has none that can be read. */
export function branchesOf(schema: Pair["before"], keyword: string): unknown[] | undefined {
  const branches = schema[keyword];
  return Array.isArray(branches) ? branches : undefined;
}
