/** What the words around a tone say of it: how strong it is, and what it reaches. */

import type { Scope, Strength } from "../operations.js";
import type { Reading } from "../plan.js";
import { percentStrength, strengthIn } from "../reading/strength.js";
import { isComma } from "../reading.js";

export interface Range {
  /** The segment. */
  readonly from: number;
  readonly to: number;
  /** What lies between the tones before and after. */
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
}

/** "Much brighter", "brighten it slightly"; of "slightly brighter and warmer" both are slight. */
export function strengthNear(
  reading: Reading,
  index: number,
  { from, to, start, end, alone }: Range,
  before: Strength | undefined,
): Strength {
  if (alone) return strengthIn(reading, from, to);
  const cut = nextConnection(reading, index + 1, end);
  const own = strengthIn(reading, Math.max(start, lastConnection(reading, index, start)), cut);
  if (own !== "medium") return own;
  return before ?? percentStrength(reading, from, to) ?? own;
}

export function scopeOf(reading: Reading, index: number, { from, to }: Range): Scope {
  const own = nextConnection(reading, index + 1, to);
  if (reading.has(index + 1, own, "picture") && !reading.has(index + 1, own, "background", "subject"))
    return "picture";
  const scopes = reading.all(from, to, "background", "subject");
  const behind = scopes.find((at) => at > index && at < own);
  const ahead = scopes.filter((at) => at < index).at(-1);
  const at = behind ?? ahead ?? scopes[0];
  if (at !== undefined) return reading.is(at, "background") ? "background" : "subject";
  return isPronoun(reading, from, to) && reading.topic === "background" ? "background" : "picture";
}

function isPronoun(reading: Reading, from: number, to: number): boolean {
  return (
    reading.clause.tokens.slice(from, to).some(({ word }) => /^(?:it|его|ее)$/.test(word)) &&
    !reading.has(from, to, "picture")
  );
}

export function nextConnection(reading: Reading, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (isComma(reading.token(index)) || reading.is(index, "and")) return index;
  }
  return to;
}

function lastConnection(reading: Reading, from: number, least: number): number {
  for (let index = from - 1; index > least; index--) {
    if (isComma(reading.token(index)) || reading.is(index, "and")) return index;
  }
  return least;
}
