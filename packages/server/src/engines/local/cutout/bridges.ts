/**
 * Joins the pieces of one subject. A collar or a belt can have the background's colour and cut a person in two; what
 * lies between two pieces, one above the other, is then taken in, unless it looks like the background around it.
 */

import { type Mask, type Region, regionsOf } from "./mask.js";

/** Columns longer than this multiple of the shortest are not part of the bridge: they lie beside the neck. */
const NECK = 1.7;

export function bridged(mask: Mask, isBackground: (gap: Region) => boolean): Mask {
  const pieces = regionsOf(mask, 1);
  if (pieces.length < 2) return mask;
  const data = Uint8Array.from(mask.data);
  for (const columns of gapsBetween(mask, pieces).values()) {
    const shortest = columns.reduce(
      (least, column) => Math.min(least, column.length),
      Number.POSITIVE_INFINITY,
    );
    const pixels = columns.filter((column) => column.length <= shortest * NECK).flat();
    if (!isBackground({ pixels, touchesEdge: false })) for (const index of pixels) data[index] = 1;
  }
  return { ...mask, data };
}

/** For each pair of pieces, the columns of free pixels with one piece above and the other below. */
function gapsBetween({ width, height }: Mask, pieces: readonly Region[]): Map<string, number[][]> {
  const owner = new Int16Array(width * height).fill(-1);
  for (const [piece, { pixels }] of pieces.entries()) for (const index of pixels) owner[index] = piece;
  const gaps = new Map<string, number[][]>();
  for (let x = 0; x < width; x++) {
    let above = -1;
    let free: number[] = [];
    for (let index = x; index < owner.length; index += width) {
      const piece = owner[index] ?? -1;
      if (piece < 0) {
        free.push(index);
        continue;
      }
      if (above >= 0 && above !== piece && free.length > 0) {
        const key = `${Math.min(above, piece)} ${Math.max(above, piece)}`;
        gaps.set(key, [...(gaps.get(key) ?? []), free]);
      }
      above = piece;
      free = [];
    }
  }
  return gaps;
}
