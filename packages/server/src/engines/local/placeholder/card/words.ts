import { uncovered } from "../../text/coverage.js";
import type { Font } from "../../text/fonts.js";

/** More of a prompt than this is never shown; to measure all of a very long one would take its time. */
const MOST_LETTERS = 1000;
const LONGEST_WORD = 32;

export interface WordLimits {
  readonly lines: number;
  /** Pixels. */
  readonly width: number;
  measure(line: string): number;
}

/** The beginning of a text, in lines. Characters that the font lacks become an ellipsis rather than boxes. */
export function beginningOf(text: string, font: Font, { lines: most, width, measure }: WordLimits): string[] {
  const start = [...text.normalize("NFC").slice(0, MOST_LETTERS)].join("");
  const missing = new Set(uncovered(start.replace(/\s/gu, " "), font.coverage));
  const readable = [...start].map((character) => (missing.has(character) ? "…" : character)).join("");
  const words = readable
    .replace(/(?:…\s*)+/gu, "… ")
    .split(/\s+/u)
    .filter(Boolean)
    .map(shortened);
  const lines = wrapped(words, width, measure);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.replace(/[…,.;:\s]*$/u, "")} …`];
}

/** A word without end, such as a long address, would run out of the picture. */
function shortened(word: string): string {
  const letters = [...word];
  return letters.length > LONGEST_WORD ? `${letters.slice(0, LONGEST_WORD - 2).join("")}…` : word;
}

/** As many words a line as its width has room for, and one at least. */
function wrapped(words: readonly string[], width: number, measure: WordLimits["measure"]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
