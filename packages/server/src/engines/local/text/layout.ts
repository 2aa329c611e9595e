/** Breaks a text into lines and finds the largest size at which they fit. Knows fonts only through a measure. */

/** Width in pixels of a line set at a size of one pixel. */
export type Measure = (line: string) => number;

export interface Limits {
  readonly width: number;
  readonly height: number;
  /** Font sizes in pixels. */
  readonly largest: number;
  readonly smallest: number;
}

export interface TextBlock {
  readonly lines: readonly string[];
  /** Font size in pixels. */
  readonly size: number;
  /** Of each line, in pixels. */
  readonly widths: readonly number[];
  /** From the top of the first line's capitals to the last baseline. */
  readonly height: number;
}

/** Height of capitals and distance of baselines, in multiples of the font size. */
export const CAP_HEIGHT = 0.7;
export const LEADING = 1.06;
/** Fewer lines win until more of them can be set this much larger. */
const WORTH_A_LINE = 1.25;
const MOST_LINES = 5;

/** The best setting of a text, or nothing when it does not fit even at the smallest size. */
export function layOut(text: string, measure: Measure, limits: Limits): TextBlock | undefined {
  const words = text.split(/\s+/u).filter(Boolean);
  let best: TextBlock | undefined;
  for (let count = 1; count <= Math.min(MOST_LINES, words.length); count++) {
    const block = setLines(balance(words, count, measure), measure, limits);
    if (block && (!best || block.size > best.size * WORTH_A_LINE)) best = block;
  }
  return best;
}

function setLines(lines: readonly string[], measure: Measure, limits: Limits): TextBlock | undefined {
  const widths = lines.map(measure);
  const height = CAP_HEIGHT + LEADING * (lines.length - 1);
  const size = Math.floor(
    Math.min(limits.largest, limits.width / Math.max(...widths), limits.height / height),
  );
  if (size < limits.smallest) return undefined;
  return { lines, size, widths: widths.map((width) => width * size), height: height * size };
}

/** Splits words into `count` lines whose widest is as narrow as can be: the least width that still needs no more. */
function balance(words: readonly string[], count: number, measure: Measure): string[] {
  let low = Math.max(...words.map(measure));
  let high = measure(words.join(" "));
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (fill(words, middle, measure).length <= count) high = middle;
    else low = middle;
  }
  return fill(words, high, measure);
}

/** Greedy lines no wider than `width`, except for a word that is wider by itself. */
export function fill(words: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
