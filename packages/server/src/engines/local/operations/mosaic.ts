/** Rows of pictures of different shapes that close to a rectangle, each row as high as its pictures make it. */

import type { Size } from "../../sizes.js";

/** A row may be this many times as high as another; beyond it some pictures would look unimportant. */
const MOST_UNEVEN = 2.2;

export interface Mosaic {
  /** How many pictures each row has, from the top. */
  readonly counts: readonly number[];
  /** Heights of the rows, whose sum is the room's height. */
  readonly heights: readonly number[];
}

/**
 * The way to break the pictures into rows, in order, that needs the least cropping, if the pictures lose no more than
 * the share `crop` of an edge. `gutter` is the space between two pictures and between two rows.
 */
export function mosaicOf(
  pictures: readonly Size[],
  room: Size,
  gutter: number,
  crop: number,
): Mosaic | undefined {
  const shapes = pictures.map(({ width, height }) => width / height);
  let best: (Mosaic & { readonly loss: number }) | undefined;
  // One bit for each gap between two neighbours: whether a row ends there.
  for (let breaks = 0; breaks < 1 << (pictures.length - 1); breaks++) {
    const counts = countsOf(breaks, pictures.length);
    const heights = naturalHeights(shapes, counts, room.width, gutter);
    const free = room.height - gutter * (counts.length - 1);
    const natural = heights.reduce((sum, height) => sum + height, 0);
    const loss = 1 - Math.min(natural / free, free / natural);
    const uneven = Math.max(...heights) / Math.min(...heights);
    if (!(free > 0 && loss <= crop && uneven <= MOST_UNEVEN)) continue;
    if (!best || loss < best.loss) {
      best = { counts, heights: heights.map((height) => (height * free) / natural), loss };
    }
  }
  return best;
}

function countsOf(breaks: number, length: number): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let index = 0; index < length; index++) {
    count++;
    if (index === length - 1 || (breaks >> index) & 1) {
      counts.push(count);
      count = 0;
    }
  }
  return counts;
}

/** Of rows as wide as the room, with every picture whole. */
function naturalHeights(
  shapes: readonly number[],
  counts: readonly number[],
  width: number,
  gutter: number,
): number[] {
  let first = 0;
  return counts.map((count) => {
    const own = shapes.slice(first, first + count);
    first += count;
    return (width - gutter * (count - 1)) / own.reduce((sum, shape) => sum + shape, 0);
  });
}
