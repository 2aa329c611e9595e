/** Unsharp masking of lightness alone, so that edges gain no coloured fringes. */

import type { Strength } from "../instructions/operations.js";
import type { Raster } from "../picture/raster.js";

const AMOUNT: Readonly<Record<Strength, number>> = { slight: 0.5, medium: 1, strong: 1.8 };
/** Differences in luma below this, 0 to 255, are grain rather than detail; they are raised less. */
const GRAIN = 3;
/** The most that a pixel may be moved: beyond it an edge would have a halo. */
const LIMIT = 42;
/** Long edge per pixel of the mask's radius: a larger picture is seen from farther away. */
const EDGE_PER_PIXEL = 1400;

export function sharpened(raster: Raster, strength: Strength): Raster {
  const { width, height, data, alpha } = raster;
  const amount = AMOUNT[strength];
  const luma = lumaPlane(raster);
  const radius = Math.max(1, Math.round(Math.max(width, height) / EDGE_PER_PIXEL));
  const moves = movesOf(amount);
  const result = new Uint8Array(data.length);
  forEachMean(luma, { width, height }, radius, (index, mean) => {
    const move = moves[Math.round((luma[index] ?? 0) - mean) + 255] ?? 0;
    const at = index * 3;
    for (let byte = at; byte < at + 3; byte++)
      result[byte] = Math.min(255, Math.max(0, (data[byte] ?? 0) + move));
  });
  return { width, height, data: result, ...(alpha && { alpha }) };
}

/** By how much a pixel moves, for each difference to its surroundings from -255 to 255. */
function movesOf(amount: number): Int16Array {
  return Int16Array.from({ length: 511 }, (_, index) => {
    const difference = index - 255;
    const size = Math.abs(difference);
    const wanted = amount * size * (size / (size + GRAIN));
    return Math.round(Math.sign(difference) * LIMIT * Math.tanh(wanted / LIMIT));
  });
}

function lumaPlane({ width, height, data }: Raster): Uint8Array {
  const luma = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < luma.length; index++, at += 3)
    luma[index] = (54 * (data[at] ?? 0) + 183 * (data[at + 1] ?? 0) + 19 * (data[at + 2] ?? 0) + 128) >> 8;
  return luma;
}

/** Visits each pixel with the mean of the square around it, weighted twice: a tent, which leaves no box's corners. */
function forEachMean(
  luma: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  radius: number,
  visit: (index: number, mean: number) => void,
): void {
  const weights = Array.from({ length: 2 * radius + 1 }, (_, index) => radius + 1 - Math.abs(index - radius));
  const total = (radius + 1) ** 2;
  const column = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    column.fill(0);
    for (const [offset, weight] of weights.entries()) {
      const row = Math.min(height - 1, Math.max(0, y + offset - radius)) * width;
      for (let x = 0; x < width; x++) column[x] = (column[x] ?? 0) + weight * (luma[row + x] ?? 0);
    }
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let offset = -radius; offset <= radius; offset++)
        sum += (weights[offset + radius] ?? 0) * (column[Math.min(width - 1, Math.max(0, x + offset))] ?? 0);
      visit(y * width + x, sum / (total * total));
    }
  }
}
