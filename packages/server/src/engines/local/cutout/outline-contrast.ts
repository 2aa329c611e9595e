/** How clearly a mask's outline follows something that can be seen: a guard against cuts through fur or sky. */

import type { Plane, Raster } from "../picture/raster.js";

/** How far on either side of the outline colours are compared, as a share of the mask's long edge. */
const STEP = 0.008;
/** Three quarters of the outline must do better than the figure returned. */
const QUANTILE = 0.25;

/** The distance of colours (0 to 441) across the outline that three quarters of it exceed; 0 without an outline. */
export function outlineContrast(mask: Plane, picture: Raster): number {
  const step = Math.max(3, Math.round(Math.max(mask.width, mask.height) * STEP));
  const distances: number[] = [];
  for (let y = step; y < mask.height - step; y++) {
    for (let x = step; x < mask.width - step; x++) {
      const normal = normalAt(mask, x, y, step);
      if (!normal) continue;
      const inside = offsetAt(mask, picture, x + normal.x * step, y + normal.y * step);
      const outside = offsetAt(mask, picture, x - normal.x * step, y - normal.y * step);
      distances.push(distance(picture.data, inside, outside));
    }
  }
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length * QUANTILE)] ?? 0;
}

/** The unit vector that points into the subject, at a pixel where the outline passes. */
function normalAt({ width, data }: Plane, x: number, y: number, step: number) {
  const index = y * width + x;
  const here = (data[index] ?? 0) >= 0.5;
  if (here === (data[index + 1] ?? 0) >= 0.5 && here === (data[index + width] ?? 0) >= 0.5) return undefined;
  const dx = (data[index + step] ?? 0) - (data[index - step] ?? 0);
  const dy = (data[index + step * width] ?? 0) - (data[index - step * width] ?? 0);
  const length = Math.hypot(dx, dy);
  return length < 0.3 ? undefined : { x: dx / length, y: dy / length };
}

/** Of the red byte of the picture's pixel at a place given in the mask's pixels. */
function offsetAt(mask: Plane, picture: Raster, x: number, y: number): number {
  const column = Math.floor(((x + 0.5) / mask.width) * picture.width);
  const row = Math.floor(((y + 0.5) / mask.height) * picture.height);
  const inside = (value: number, length: number): number => Math.min(length - 1, Math.max(0, value));
  return (inside(row, picture.height) * picture.width + inside(column, picture.width)) * 3;
}

function distance(data: Uint8Array, one: number, other: number): number {
  return Math.hypot(...[0, 1, 2].map((channel) => (data[one + channel] ?? 0) - (data[other + channel] ?? 0)));
}
