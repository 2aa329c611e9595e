/** The letters of an ink without its pictures, and a line around them. */

import { type Plane, planeOf } from "../picture/raster.js";
import type { Ink } from "./ink.js";

/** Width of the line in multiples of the font size, and pixels that it has at least. */
const WIDTH = 0.04;
const LEAST = 1.5;

export function lettersOf({ coverage, pictures }: Ink): Plane {
  if (!pictures) return coverage;
  return planeOf(coverage, (index) => (coverage.data[index] ?? 0) * (1 - (pictures.share.data[index] ?? 0)));
}

/** The letters grown by the line's width on all sides. */
export function outlineOf(ink: Ink): Plane {
  const letters = lettersOf(ink);
  const radius = Math.max(LEAST, ink.size * WIDTH);
  const reach = Math.ceil(radius);
  const grown = planeOf(letters, () => 0);
  const { width, height } = letters;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      // A pixel at the rim of the circle counts by the part of it that is inside.
      const share = Math.min(1, radius + 0.5 - Math.hypot(dx, dy));
      if (share <= 0 || !isRim(dx, dy, radius)) continue;
      for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
        for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
          const to = (y + dy) * width + x + dx;
          const value = (letters.data[y * width + x] ?? 0) * share;
          if (value > (grown.data[to] ?? 0)) grown.data[to] = value;
        }
      }
    }
  }
  return grown;
}

/** Letters are thicker than the line, so that growing by the circle's rim and its middle fills what is between. */
function isRim(dx: number, dy: number, radius: number): boolean {
  return (dx === 0 && dy === 0) || Math.hypot(dx, dy) > radius - 1.5;
}
