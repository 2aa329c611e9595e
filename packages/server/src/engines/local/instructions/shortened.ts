import type { Ignored } from "./plan.js";

/** A report is read by people: after this many entries the others are told in one. */
const MOST_ENTRIES = 40;

/** The same list without repetitions, its tail in one entry that still names every word. */
export function shortened(ignored: readonly Ignored[]): Ignored[] {
  const distinct = [...new Map(ignored.map((one) => [`${one.instruction}\n${one.reason}`, one])).values()];
  if (distinct.length <= MOST_ENTRIES) return distinct;
  const tail = distinct.slice(MOST_ENTRIES - 1);
  const instruction = tail.map((one) => one.instruction).join("; ");
  const reason = `not carried out: ${tail.length} more parts of the prompt that the local engine cannot follow`;
  return [...distinct.slice(0, MOST_ENTRIES - 1), { instruction, reason, cause: "unknown" }];
}
