/** How clearly a piece's outline follows something that can be seen. */

import type { Mask } from "../../cutout/mask.js";
import type { Raster } from "../../picture/raster.js";

export interface Outline {
  /** The distance of colours (0 to 441) across the outline that three quarters of it exceed. */
  readonly contrast: number;
  /** The share of it with less than a third of the typical distance: where a piece was torn from something larger. */
  readonly weak: number;
}

/** How far on either side of the outline colours are compared, as a share of the long edge. */
const STEP = 0.009;

export function outlineOf(mask: Mask, picture: Raster): Outline {
  const { width, height } = mask;
  const step = Math.max(3, Math.round(Math.max(width, height) * STEP));
  const distances: number[] = [];
  for (let y = step; y < height - step; y++) {
    for (let x = step; x < width - step; x++) {
      const index = y * width + x;
      const here = mask.data[index];
      if (here === mask.data[index + 1] && here === mask.data[index + width]) continue;
      const across = slope(mask.data, index, step, 1);
      const down = slope(mask.data, index, step, width);
      const length = Math.hypot(across, down);
      if (length === 0) continue;
      const move = (direction: number): number =>
        index +
        direction * Math.round((across / length) * step) +
        direction * Math.round((down / length) * step) * width;
      distances.push(distance(picture.data, move(1) * 3, move(-1) * 3));
    }
  }
  distances.sort((a, b) => a - b);
  const quantile = (share: number): number => distances[Math.floor(distances.length * share)] ?? 0;
  const faint = quantile(0.5) / 3;
  return {
    contrast: quantile(0.25),
    weak: distances.filter((value) => value < faint).length / Math.max(1, distances.length),
  };
}

/** Which way it goes into the piece, along rows (1) or columns (the width). */
function slope(data: Uint8Array, index: number, step: number, along: number): number {
  let sum = 0;
  for (let offset = 1; offset <= step; offset++)
    sum += (data[index + offset * along] ?? 0) - (data[index - offset * along] ?? 0);
  return sum;
}

function distance(data: Uint8Array, one: number, other: number): number {
  return Math.hypot(
    (data[one] ?? 0) - (data[other] ?? 0),
    (data[one + 1] ?? 0) - (data[other + 1] ?? 0),
    (data[one + 2] ?? 0) - (data[other + 2] ?? 0),
  );
}
