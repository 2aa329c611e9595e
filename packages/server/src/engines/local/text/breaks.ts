/** Where a line of text may end, in any script. */

import { LineBreaker } from "css-line-break";
import { clustersOf, isEmoji } from "./clusters.js";

/** A stretch of text that stays on one line. */
export interface Piece {
  readonly text: string;
  /** Whether a space stands between it and the next piece on the same line. */
  readonly spaced: boolean;
}

/** Whole words wherever a dictionary knows them, or any place that the script's rules allow. */
export type Fineness = "words" | "characters";

/** Scripts without spaces whose words only a dictionary can tell; lines end between words. */
const SEGMENTED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Scripts in which a line may end after nearly every character. Korean has spaces, and ends lines at them. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const IDEOGRAPHIC_OR_SIGN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** A hyphen may end a line when this many letters stand on either side of it. */
const LETTERS_AROUND_HYPHEN = 4;

const WORDS = new Intl.Segmenter(["th", "ja", "zh"], { granularity: "word" });

/** The pieces of one line as it was written, without its line feeds. */
export function piecesOf(line: string, fineness: Fineness): Piece[] {
  const places = [...breakPlaces(line, fineness), line.length];
  let start = 0;
  return places.flatMap((end) => {
    const piece = line.slice(start, end);
    start = end;
    const text = piece.trimEnd();
    return text === "" ? [] : [{ text, spaced: text.length < piece.length }];
  });
}

/** Offsets after which a new line may begin. */
function breakPlaces(line: string, fineness: Fineness): number[] {
  const clusters = clustersOf(line);
  const ends = boundaries(clusters);
  const words = boundaries(Array.from(WORDS.segment(line), ({ segment }) => segment));
  const byRule = ruledPlaces(line).filter((place) => {
    const before = line.slice(0, place);
    const after = line.slice(place);
    if (/\s$/u.test(before)) return true;
    const [left, right] = [lastCharacter(before), firstCharacter(after)];
    if (PICTURE.test(left) || PICTURE.test(right)) return true;
    if (IDEOGRAPHIC_OR_SIGN.test(left) || IDEOGRAPHIC_OR_SIGN.test(right)) {
      const bothLetters = IDEOGRAPHIC.test(left) && IDEOGRAPHIC.test(right);
      return fineness === "characters" || !bothLetters || words.has(place);
    }
    return /\p{L}{4,}[-–—]$/u.test(before) && letterCount(after) >= LETTERS_AROUND_HYPHEN;
  });
  const byDictionary = [...words].filter((place) => {
    const [left, right] = [lastCharacter(line.slice(0, place)), firstCharacter(line.slice(place))];
    return SEGMENTED.test(left) && SEGMENTED.test(right);
  });
  const byPicture = [...ends].filter(
    (_, index) => isEmoji(clusters[index] ?? "") && isEmoji(clusters[index + 1] ?? ""),
  );
  return [...new Set([...byRule, ...byDictionary, ...byPicture])]
    .filter((place) => place < line.length && ends.has(place))
    .sort((a, b) => a - b);
}

function ruledPlaces(line: string): number[] {
  const breaker = LineBreaker(line, { lineBreak: "strict", wordBreak: "normal" });
  const places: number[] = [];
  for (let next = breaker.next(); !next.done; next = breaker.next()) places.push(next.value.end);
  return places;
}

function boundaries(parts: readonly string[]): Set<number> {
  let offset = 0;
  const ends = new Set<number>();
  for (const part of parts) {
    offset += part.length;
    ends.add(offset);
  }
  return ends;
}

const lastCharacter = (text: string): string => [...text.slice(-2)].at(-1) ?? "";
const firstCharacter = (text: string): string => [...text.slice(0, 2)][0] ?? "";
const letterCount = (text: string): number => /^\p{L}*/u.exec(text)?.[0].length ?? 0;
