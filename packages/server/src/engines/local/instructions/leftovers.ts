/** What of a clause nobody has claimed. */

import type { Reading } from "./reading.js";

/** Runs of unclaimed words, in the prompt's own spelling, small words at either end dropped. */
export function leftovers(reading: Reading): string[] {
  const runs: { from: number; to: number }[] = [];
  for (let index = 0; index < reading.length; index++) {
    if (!isOpen(reading, index)) continue;
    const last = runs.at(-1);
    if (last && joins(reading, last.to, index)) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs.map(({ from, to }) => reading.words(from, to));
}

/** Only small words and hyphens lie between. */
function joins(reading: Reading, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const token = reading.token(index);
    if (reading.isTaken(index)) return false;
    if (token?.kind === "mark" && !/^[-'’/]$/.test(token.word)) return false;
  }
  return true;
}

/** A word that says something and has not been understood. */
function isOpen(reading: Reading, index: number): boolean {
  const token = reading.token(index);
  if (!token || reading.isTaken(index)) return false;
  if (token.kind === "mark") return /\p{Extended_Pictographic}/u.test(token.text);
  return !isFiller(reading, index);
}

export function isFiller(reading: Reading, index: number): boolean {
  return reading.is(index, "filler", "and", "or", "with", "on", "of", "from", "to", "in", "as");
}
