/** The beginning of a text of a caller's, in whatever script, in lines. */

import { piecesOf } from "../../text/breaks.js";
import { clustersOf } from "../../text/clusters.js";
import { covers } from "../../text/coverage.js";
import { fontFor } from "../../text/fonts.js";
import { type ShippedFamily, shippedFace } from "../../text/shipped-faces.js";
import { type Typesetting, typeset } from "../../text/typesetting.js";
import { type Lettering, letteringOf } from "./lettering.js";

/** More of a prompt than this is never shown; to measure all of a very long one would take its time. */
const MOST_LETTERS = 600;
const LONGEST_WORD = 32;

/** Tried where a text has a character that no font here has. */
const FAMILIES: readonly ShippedFamily[] = [
  "Montserrat",
  "NotoSans",
  "NotoSansArabic",
  "NotoSansHebrew",
  "NotoSansDevanagari",
  "NotoSansThai",
];

/** A text that there are fonts for. */
export interface Words {
  readonly text: string;
  readonly lettering: Lettering;
}

/** Characters that no font here has become an ellipsis rather than boxes. */
export function readableWords(prompt: string): Words {
  const start = clustersOf(prompt.normalize("NFC").slice(0, MOST_LETTERS))
    .join("")
    .replace(/\s+/gu, " ")
    .trim();
  const whole = settingOf(start);
  if (whole) return { text: start, lettering: letteringOf(whole) };
  const faces = FAMILIES.map((family) => shippedFace(family, "regular"));
  const known = (cluster: string): boolean => faces.some(({ coverage }) => covers(coverage, cluster));
  const text = clustersOf(start)
    .map((cluster) => (known(cluster) ? cluster : "…"))
    .join("")
    .replace(/(?:…\s*)+/gu, "… ")
    .trim();
  const setting = settingOf(text);
  return setting
    ? { text, lettering: letteringOf(setting) }
    : { text: "…", lettering: letteringOf(fontFor("text")) };
}

function settingOf(text: string): Typesetting | undefined {
  const set = typeset(text, "regular");
  return "setting" in set ? set.setting : undefined;
}

export interface LineLimits {
  readonly lines: number;
  /** Pixels. */
  readonly width: number;
  measure(line: string): number;
}

/** As much of it as there is room for, broken where its script allows it. */
export function beginningOf(text: string, { lines: most, width, measure }: LineLimits): string[] {
  const lines: string[] = [];
  let follows = "";
  for (const { text: piece, spaced } of piecesOf(text, "words")) {
    const word = shortened(piece);
    const last = lines.at(-1);
    const longer = `${last}${follows}${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else if (lines.length === most) return [...lines.slice(0, -1), `${last?.replace(/[…,.;:\s]*$/u, "")} …`];
    else lines.push(word);
    follows = spaced ? " " : "";
  }
  return lines;
}

/** A word without end, such as a long address, would run out of the picture. */
function shortened(word: string): string {
  const letters = clustersOf(word);
  return letters.length > LONGEST_WORD ? `${letters.slice(0, LONGEST_WORD - 2).join("")}…` : word;
}
