/** What a reader takes for one character, and what kind of character it is. */

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Joiners, selectors and marks of direction: they steer shaping and have no outline of their own. */
const INVISIBLE = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
/** Pictures unless told otherwise, pictures since told so, and the halves of flags. */
const PICTURE = /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u;
const TOLD_TO_BE_TEXT = /\ufe0e/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;

/** Never to be split: a letter with its marks, a syllable, an emoji of several people, a flag. */
export function clustersOf(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

/** The code points that need a glyph. */
export function codePointsToDraw(text: string): number[] {
  return [...text]
    .filter((character) => !INVISIBLE.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
}

/** Whether a cluster is to be drawn as a picture in colours. */
export function isEmoji(cluster: string): boolean {
  return PICTURE.test(cluster) && !TOLD_TO_BE_TEXT.test(cluster);
}

/** Whether a cluster is one, or may be drawn as one where no font has it as a sign, such as “❤”. */
export function mayBeEmoji(cluster: string): boolean {
  return isEmoji(cluster) || /^\p{Extended_Pictographic}/u.test(cluster);
}

export type Direction = "ltr" | "rtl";

/** Of the first letter, as HTML's `dir="auto"`. */
export function directionOf(text: string): Direction {
  const first = [...text].find((character) => LETTER.test(character));
  return first !== undefined && RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
