/** Reads how much: "slightly", nothing, "a lot", "by 20 %". */

import type { Strength } from "../operations.js";
import type { Finding, Reading } from "../plan.js";

/** Up to so many percent a change is slight, and up to so many it is medium. */
const SLIGHT_PERCENT = 15;
const MEDIUM_PERCENT = 35;

export function strengthIn(reading: Reading, from: number, to: number): Strength {
  const percent = percentIn(reading, from, to);
  if (percent) return ofPercent(percent.value);
  if (reading.has(from, to, "slight")) return "slight";
  return reading.has(from, to, "strong") ? "strong" : "medium";
}

/** What a number of percent says, where there is one. */
export function percentStrength(reading: Reading, from: number, to: number): Strength | undefined {
  const percent = percentIn(reading, from, to);
  return percent && ofPercent(percent.value);
}

function ofPercent(value: number): Strength {
  if (value <= SLIGHT_PERCENT) return "slight";
  return value <= MEDIUM_PERCENT ? "medium" : "strong";
}

function percentIn(reading: Reading, from: number, to: number): { at: number; value: number } | undefined {
  for (let index = from; index < to; index++) {
    const token = reading.token(index);
    if (token?.kind !== "number" || reading.isTaken(index)) continue;
    if (reading.is(index + 1, "percent") || reading.token(index + 1)?.word === "%")
      return { at: index, value: Math.abs(token.value ?? 0) };
  }
  return undefined;
}

/** Claims the words, and says where a number was rounded to one of three strengths. */
export function takeStrength(reading: Reading, from: number, to: number): readonly Finding[] {
  reading.takeAll(from, to, "slight", "strong", "medium");
  const percent = percentIn(reading, from, to);
  if (!percent) return [];
  const instruction = reading.words(percent.at, percent.at + 2);
  reading.take(percent.at, percent.at + 1);
  const reason = `the local engine knows three strengths; this was taken as ${ofPercent(percent.value)}`;
  return [{ refused: { instruction, reason, cause: "unsupported" } }];
}
