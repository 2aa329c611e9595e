/** Reads how a text is to look and where it is to stand. */

import type { Reading, TextStyle } from "../plan.js";
import { anchorsIn } from "./anchors.js";
import { coloursIn, describesAnother } from "./colour-words.js";

/** Claims the words that it reads. Of several places or colours the first counts; the others stay unclaimed. */
export function styleIn(reading: Reading, from: number, to: number): TextStyle {
  const [colour] = coloursIn(reading, from, to).filter(
    (word) => !describesAnother(reading, word) && !isGround(reading, word.from),
  );
  if (colour) reading.takeRange(colour.from, colour.to);
  const [place] = anchorsIn(reading, from, to).filter(({ tokens }) => !isRelative(reading, tokens));
  if (place) reading.take(...place.tokens);
  const weight = weightIn(reading, from, to);
  const size = sizeIn(reading, from, to);
  return {
    ...(place && { position: place.anchor }),
    ...(weight && { weight }),
    ...(size && { size }),
    ...(colour && { colour: colour.colour }),
  };
}

/** "On black" is what the text stands on, not its own colour. */
function isGround(reading: Reading, index: number): boolean {
  const before = reading.token(index - 1)?.word;
  return before === "on" || (before === "a" && reading.token(index - 2)?.word === "on");
}

/** "Below the headline" is no place in the picture. */
function isRelative(reading: Reading, tokens: readonly number[]): boolean {
  const last = Math.max(...tokens);
  if (!reading.is(last, "below", "above")) return false;
  return reading.has(last + 1, last + 4, "headline", "caption", "label", "writing");
}

function weightIn(reading: Reading, from: number, to: number): TextStyle["weight"] {
  const found = take(reading, from, to, "bold", "lightweight", "regular");
  if (found === undefined) return undefined;
  if (reading.is(found, "bold")) return claimed(reading, found, "bold");
  return claimed(reading, found, reading.is(found, "lightweight") ? "light" : "regular");
}

function sizeIn(reading: Reading, from: number, to: number): TextStyle["size"] {
  const found = take(reading, from, to, "large", "small");
  return found === undefined
    ? undefined
    : claimed(reading, found, reading.is(found, "large") ? "large" : "small");
}

function take(
  reading: Reading,
  from: number,
  to: number,
  ...concepts: Parameters<Reading["all"]>[2][]
): number | undefined {
  return reading.all(from, to, ...concepts)[0];
}

function claimed<T>(reading: Reading, index: number, value: T): T {
  reading.take(index);
  return value;
}
