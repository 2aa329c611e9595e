/** Breaks a text into lines and finds the largest size at which they fit. Knows fonts only through a typesetter. */

import { type Piece, piecesOf } from "./breaks.js";

/** Width in pixels of a line set at a size of one pixel. */
export type Measure = (line: string) => number;

export interface Typesetter {
  readonly measure: Measure;
  /** How far a line's ink reaches above and below its baseline, in multiples of the font size. */
  readonly extent: (line: string) => { readonly ascent: number; readonly descent: number };
  /** Letters are as high as capitals: lines are spaced by that height, and accents may stand out. */
  readonly capitals: boolean;
}

export interface Limits {
  readonly width: number;
  readonly height: number;
  /** Font sizes in pixels. */
  readonly largest: number;
  readonly smallest: number;
  /** Default 5. */
  readonly mostLines?: number;
}

export interface TextBlock {
  readonly lines: readonly string[];
  /** Font size in pixels. */
  readonly size: number;
  /** Of each line, in pixels. */
  readonly widths: readonly number[];
  /** From the block's top to the first baseline, and from one baseline to the next, in pixels. */
  readonly ascent: number;
  readonly leading: number;
  /** From the block's top to its foot: of capitals, the last baseline; elsewhere, where the ink ends. */
  readonly height: number;
}

/** Height of capitals and distance of baselines, in multiples of the font size. */
export const CAP_HEIGHT = 0.7;
export const LEADING = 1.06;
/** Between the ink of two lines of a script that is not built of capitals. */
const GAP = 0.16;
/** Fewer lines win until more of them can be set this much larger; so do whole words. */
const WORTH_A_BREAK = 1.25;
const MOST_LINES = 5;

/**
 * The best setting of a text, or nothing when it does not fit even at the smallest size. Line feeds are kept; elsewhere
 * lines end where the script allows it.
 */
export function layOut(text: string, typesetter: Typesetter, limits: Limits): TextBlock | undefined {
  const written = text.split("\n").map((line) => line.replace(/\s+/gu, " ").trim());
  const lines = written.filter((line) => line !== "");
  const most = Math.max(limits.mostLines ?? MOST_LINES, 1);
  const measure = remembered(typesetter.measure);
  const tooLong = lines.length > most || !mayFit(lines, measure, limits, most);
  if (lines.length === 0 || tooLong) return undefined;
  let best: TextBlock | undefined;
  for (const fineness of ["words", "characters"] as const) {
    const paragraphs = lines.map((line) => piecesOf(line, fineness));
    const count = paragraphs.reduce((sum, pieces) => sum + pieces.length, 0);
    for (let wanted = lines.length; wanted <= Math.min(most, count); wanted++) {
      const block = setLines(balance(paragraphs, wanted, measure), { ...typesetter, measure }, limits);
      if (block && block.lines.length <= most && (!best || block.size > best.size * WORTH_A_BREAK))
        best = block;
    }
  }
  return best;
}

/** Spares the effort for a text of thousands of words: its area alone says no. */
function mayFit(lines: readonly string[], measure: Measure, limits: Limits, most: number): boolean {
  const total = lines.reduce((sum, line) => sum + measure(line), 0);
  return total * limits.smallest <= limits.width * most;
}

function remembered(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (line) => {
    const width = known.get(line) ?? measure(line);
    known.set(line, width);
    return width;
  };
}

function setLines(lines: readonly string[], typesetter: Typesetter, limits: Limits): TextBlock | undefined {
  const widths = lines.map(typesetter.measure);
  const { ascent, leading, height } = verticals(lines, typesetter);
  const size = Math.floor(
    Math.min(limits.largest, limits.width / Math.max(...widths), limits.height / height),
  );
  if (size < limits.smallest) return undefined;
  return {
    lines,
    size,
    widths: widths.map((width) => width * size),
    ascent: ascent * size,
    leading: leading * size,
    height: height * size,
  };
}

/** In multiples of the font size. */
function verticals(lines: readonly string[], { extent, capitals }: Typesetter) {
  const steps = lines.length - 1;
  if (capitals) return { ascent: CAP_HEIGHT, leading: LEADING, height: CAP_HEIGHT + LEADING * steps };
  const extents = lines.map(extent);
  const ascent = extents[0]?.ascent ?? 0;
  const descent = Math.max(0, extents.at(-1)?.descent ?? 0);
  const leading = extents
    .slice(1)
    .reduce(
      (most, below, index) => Math.max(most, (extents[index]?.descent ?? 0) + below.ascent + GAP),
      LEADING,
    );
  return { ascent, leading, height: ascent + leading * steps + descent };
}

/** Splits into `count` lines whose widest is as narrow as can be: the least width that still needs no more. */
function balance(paragraphs: readonly (readonly Piece[])[], count: number, measure: Measure): string[] {
  const all = paragraphs.flat();
  const fillAll = (width: number): string[] =>
    paragraphs.flatMap((pieces) => fillPieces(pieces, width, measure));
  let low = Math.max(...all.map(({ text }) => measure(text)));
  let high = Math.max(...paragraphs.map((pieces) => measure(joined(pieces))));
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (fillAll(middle).length <= count) high = middle;
    else low = middle;
  }
  return fillAll(high);
}

const joined = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, spaced }) => (spaced ? `${text} ` : text))
    .join("")
    .trimEnd();

/** Greedy lines no wider than `width`, except for a piece that is wider by itself. */
function fillPieces(pieces: readonly Piece[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let spaced = false;
  for (const piece of pieces) {
    const last = lines.at(-1);
    const longer = last === undefined ? piece.text : `${last}${spaced ? " " : ""}${piece.text}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece.text);
    spaced = piece.spaced;
  }
  return lines;
}
