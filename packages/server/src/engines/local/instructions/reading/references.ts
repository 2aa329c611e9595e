/** Reads which input pictures are meant: "image 2", "the second photo", "images 1-3", "both", "фото 2". */

import { isComma, type Reading } from "../reading.js";

export interface Reference {
  /** Counted from zero, as the prompt counts from one. */
  readonly images: readonly number[];
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/^(?:first|1st|one|перв\p{L}{2,3}|один|одну?)$/u, 1],
  [/^(?:second|2nd|two|втор\p{L}{2,3}|два|две)$/u, 2],
  [/^(?:third|3rd|three|трет\p{L}{1,4}|три)$/u, 3],
  [/^(?:fourth|4th|four|четверт\p{L}{2,3}|четыре)$/u, 4],
  [/^(?:fifth|5th|five|пят\p{L}{1,3})$/u, 5],
  [/^(?:sixth|6th|six|шест\p{L}{1,3})$/u, 6],
  [/^(?:seventh|7th|seven|седьм\p{L}{2,3}|семь)$/u, 7],
  [/^(?:eighth|8th|eight|восьм\p{L}{2,3}|восемь)$/u, 8],
  [/^(?:ninth|9th|nine|девят\p{L}{1,3})$/u, 9],
  [/^(?:tenth|10th|ten|десят\p{L}{1,3})$/u, 10],
];

/** A number written as digits or as a word. */
export function numberAt(reading: Reading, index: number): number | undefined {
  const token = reading.token(index);
  if (!token || reading.isTaken(index)) return undefined;
  if (token.kind === "number") return token.value;
  if (token.kind !== "word") return undefined;
  return ORDINALS.find(([pattern]) => pattern.test(token.word))?.[1];
}

export function referencesIn(reading: Reading, from = 0, to: number = reading.length): Reference[] {
  const found: Reference[] = [];
  for (let index = from; index < to; index++) {
    const reference = referenceAt(reading, index, to);
    if (!reference) continue;
    found.push(reference);
    index = reference.to - 1;
  }
  return found;
}

function referenceAt(reading: Reading, index: number, to: number): Reference | undefined {
  if (reading.is(index, "picture")) return numberedAt(reading, index, to);
  const number = ordinalAt(reading, index);
  if (number !== undefined) {
    // "The second photo", and "image 1 … the second one".
    const noun = skipFillers(reading, index + 1);
    if (noun < to && reading.is(noun, "picture") && !isCount(reading, index, noun)) {
      return { images: [number - 1], from: index, to: noun + 1 };
    }
  }
  return undefined;
}

/** "Image 2", "images 1, 2 and 3", "images 1-3", "photo #2". */
function numberedAt(reading: Reading, index: number, to: number): Reference | undefined {
  const images: number[] = [];
  let at = index + 1;
  let end = at;
  while (at < to) {
    const token = reading.token(at);
    if (
      token?.kind === "number" &&
      Number.isInteger(token.value) &&
      !reading.is(at + 1, "degrees", "percent", "pixels")
    ) {
      const value = Math.abs(token.value ?? 0);
      const first = images.at(-1);
      const ranged = /^[-–—]$/u.test(reading.token(at - 1)?.word ?? "") || token.text.startsWith("-");
      if (ranged && first !== undefined) images.push(...between(first + 1, value - 1));
      else images.push(value - 1);
      at++;
      end = at;
    } else if (isNumberWord(reading, at) && images.length === 0 && at === index + 1) {
      images.push((numberAt(reading, at) ?? 1) - 1);
      at++;
      end = at;
    } else if (token && /^[#№,&–—-]$|^(?:and|no|number|и|номер)$/u.test(token.word)) at++;
    else break;
  }
  return images.length > 0 ? { images, from: index, to: end } : undefined;
}

/** English only says "image two", never "image second". */
function isNumberWord(reading: Reading, index: number): boolean {
  return /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(reading.token(index)?.word ?? "");
}

function between(from: number, to: number): number[] {
  const last = Math.min(to, from + 20);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, step) => from + step);
}

function ordinalAt(reading: Reading, index: number): number | undefined {
  if (reading.is(index, "last") && reading.images > 0) return reading.images;
  const token = reading.token(index);
  if (token?.kind === "number") {
    return /^(?:st|nd|rd|th|е|й|ое|ая|ую|ой|го)$/u.test(reading.token(index + 1)?.word ?? "")
      ? token.value
      : undefined;
  }
  return numberAt(reading, index);
}

/** "Two images" counts them. */
function isCount(reading: Reading, index: number, noun: number): boolean {
  const word = reading.token(index)?.word ?? "";
  if (
    /^(?:one|two|three|four|five|six|seven|eight|nine|ten|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|один|одну?)$/u.test(
      word,
    )
  )
    return true;
  return noun < 0;
}

function skipFillers(reading: Reading, from: number): number {
  let index = from;
  while (index < from + 3 && !isComma(reading.token(index))) {
    const word = reading.token(index)?.word ?? "";
    if (word !== "-" && !/^(?:st|nd|rd|th|е|й|ое|ая|ую|ой|го|input|of|the)$/u.test(word)) break;
    if (reading.is(index, "picture")) break;
    index++;
  }
  return index;
}

/** Numbers of pictures that were not sent, counted from one. */
export function missingOf(reading: Reading, references: readonly Reference[]): number[] {
  return references
    .flatMap(({ images }) => images)
    .filter((image) => image < 0 || image >= reading.images)
    .map((image) => image + 1);
}
