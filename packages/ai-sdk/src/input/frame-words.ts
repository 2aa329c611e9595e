/** Words by which models name the frame of a picture: `16:9`, `landscape_16_9`, `2k`, `720p`. */

const RATIO = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/;
const SHAPE = /^(square|portrait|landscape)(?:_hd)?(?:_(\d+)_(\d+))?$/;
const RESOLUTION = /^(\d+)([kp])$/i;

/** Ratios that differ by less are one: no pixel of a common size tells them apart. */
const SAME_RATIO = 0.005;

export const isShape = (word: string): boolean => SHAPE.test(word);
export const isResolution = (word: string): boolean => RESOLUTION.test(word);

/** Width by height; undefined where the word is no ratio. */
export function parseRatio(word: string): number | undefined {
  const [, width, height] = RATIO.exec(word) ?? [];
  const ratio = Number(width) / Number(height);
  return ratio > 0 && Number.isFinite(ratio) ? ratio : undefined;
}

/** Width by height of a named shape. */
export function shapeRatio(word: string): number {
  const [, turn, a = "1", b = "1"] = SHAPE.exec(word) ?? [];
  const edges = [Number(a), Number(b)];
  const long = Math.max(...edges) / Math.min(...edges);
  return turn === "landscape" ? long : 1 / long;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Of `1024x768`; undefined where it is none. */
export function parseSize(word: string): Size | undefined {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(word) ?? [];
  return Number(width) > 0 && Number(height) > 0
    ? { width: Number(width), height: Number(height) }
    : undefined;
}

/** How far two ratios, or two areas, are apart: 0 where they are the same, whichever is the larger. */
const distance = (a: number, b: number) => Math.abs(Math.log(a / b));

export const isSameRatio = (a: number, b: number): boolean => distance(a, b) < SAME_RATIO;

/** The word whose measure is nearest; the first of two that are as near. */
export function nearestBy(
  words: readonly string[],
  wanted: number,
  measure: (word: string) => number | undefined,
): string | undefined {
  let best: { word: string; off: number } | undefined;
  for (const word of words) {
    const value = measure(word);
    if (value === undefined) continue;
    const off = distance(value, wanted);
    if (!best || off < best.off - 1e-9) best = { word, off };
  }
  return best?.word;
}

/** Pixels of a picture of this resolution: `2k` is the area of a square of 2048, and `4k` that of 3840 × 2160. */
export function pictureArea(word: string): number | undefined {
  const [, digits, unit = ""] = RESOLUTION.exec(word) ?? [];
  const number = Number(digits);
  if (!number) return undefined;
  if (unit.toLowerCase() === "p") return (number * number * 16) / 9;
  return number === 4 ? 3840 * 2160 : (number * 1024) ** 2;
}

/** Pixels of the short edge of a video of this resolution: `2k` is 1440p, and `4k` is 2160p. */
export function videoLines(word: string): number | undefined {
  const [, digits, unit = ""] = RESOLUTION.exec(word) ?? [];
  const number = Number(digits);
  if (!number) return undefined;
  if (unit.toLowerCase() === "p") return number;
  return number === 2 ? 1440 : number * 540;
}
