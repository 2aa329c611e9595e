/** Whether a tone is asked for of something that the engine cannot adjust by itself. */

import type { Reading } from "../plan.js";
import { coloursIn } from "../reading/colour-words.js";
import { isComma, isUnknown } from "../reading.js";
import type { Segment } from "../segments.js";

/** A word that the engine does not know stands for a part of the picture: "brighten the eyes". */
export function isOfPart(reading: Reading, { from, to, heads }: Segment): boolean {
  const last = heads.at(-1) ?? from;
  let end = last + 1;
  while (end < to && !isComma(reading.token(end)) && !endsObject(reading, end)) end++;
  const unknown = reading.clause.tokens.slice(from, end).some((token, offset) => {
    return isUnknown(token) && !reading.isTaken(from + offset) && !isLook(token.word);
  });
  const coloured = coloursIn(reading, from, end).some(
    (colour) => !heads.some((head) => head >= colour.from && head < colour.to),
  );
  return unknown || coloured || reading.has(from, end, "shadow", "headline", "part", "look");
}

/** "Darken the background so the product stands out": what follows is a reason, and no part of the picture. */
function endsObject(reading: Reading, index: number): boolean {
  return (
    reading.is(index, "and", "with") ||
    /^(?:so|because|for|until|чтобы|для)$/.test(reading.token(index)?.word ?? "")
  );
}

/** Wishes that name no part of the picture. They are reported all the same. */
function isLook(word: string): boolean {
  return /^(?:cozy|cosy|moody|cinematic|natural|vintage|retro|film|filmic|analog|inviting|summery|fresh|pop|professional|nice|beautiful|уютн\p{L}+|красив\p{L}+)$/u.test(
    word,
  );
}
