/** Divides a segment into its texts: each has its quotation, the words around it that are about it, and its role. */

import type { TextInstruction } from "../operations.js";
import type { Reading } from "../plan.js";
import { isComma } from "../reading.js";
import type { Segment } from "../segments.js";

/** One text: its quotation, and the words around it that are about it. */
export interface Unit {
  readonly quotation: number;
  readonly from: number;
  readonly to: number;
}

export function quotationsIn(reading: Reading, from: number, to: number): number[] {
  const found: number[] = [];
  for (let index = from; index < to; index++) {
    if (reading.token(index)?.kind === "quotation" && !reading.isTaken(index)) found.push(index);
  }
  return found;
}

export function cuesIn(reading: Reading, from: number, to: number): number[] {
  return reading.all(from, to, "headline", "caption", "label", "writing", "says");
}

export function unitsOf(reading: Reading, { from, to }: Segment, quotations: readonly number[]): Unit[] {
  const starts = quotations.map((quotation, index) => {
    return index === 0 ? from : startOf(reading, quotations[index - 1] ?? from, quotation);
  });
  return quotations.map((quotation, index) => ({
    quotation,
    from: starts[index] ?? from,
    to: starts[index + 1] ?? to,
  }));
}

/** Where the words about a text begin, after the text before it. */
function startOf(reading: Reading, previous: number, quotation: number): number {
  const cues = cuesIn(reading, previous + 1, quotation).filter(
    (index) => !reading.is(index - 1, "below") && !reading.is(index - 2, "below"),
  );
  const isLetters = (index: number): boolean =>
    reading.is(index, "textmanner") && !reading.is(index, "headline");
  const named = cues.filter((index) => !isLetters(index));
  // "'A' as a headline and 'B'": a cue with a connection behind it is about the text before.
  const ahead = named.filter(
    (index) =>
      !isDivided(reading, index, quotation) && !reading.is(index - 1, "as") && !reading.is(index - 2, "as"),
  );
  const cue = ahead.find((index) => reading.is(index, "headline", "caption", "label")) ?? ahead[0];
  const head = cue ?? quotation;
  for (let index = head - 1; index > previous; index--) {
    if (isComma(reading.token(index)) || reading.is(index, "and", "with")) return index;
  }
  let start = head;
  while (start - 1 > previous && isOwnAdjective(reading, start - 1)) start--;
  return start;
}

function isDivided(reading: Reading, from: number, to: number): boolean {
  for (let index = from + 1; index < to; index++) {
    if (isComma(reading.token(index)) && reading.token(index)?.word !== ":") return true;
    if (reading.is(index, "and")) return true;
  }
  return false;
}

function isOwnAdjective(reading: Reading, index: number): boolean {
  return (
    reading.token(index)?.colour !== undefined ||
    reading.is(index, "filler", "large", "small", "bold", "lightweight", "add")
  );
}

export function roleOf(reading: Reading, { quotation, from, to }: Unit): TextInstruction["role"] | undefined {
  const isRole = (index: number): boolean => {
    const relative = reading.is(index - 1, "below", "above") || reading.is(index - 2, "below", "above");
    return reading.is(index, "headline", "caption", "label") && !relative;
  };
  const cues = reading.all(from, to, "headline", "caption", "label").filter(isRole);
  const cue = cues.filter((index) => index < quotation).at(-1) ?? cues[0];
  if (cue === undefined) return undefined;
  if (reading.is(cue, "caption")) return "caption";
  return reading.is(cue, "label") ? "label" : "headline";
}
