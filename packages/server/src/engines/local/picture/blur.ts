/** Gaussian blur in time independent of the radius: three box blurs in a row come close enough. */

import type { Plane } from "./raster.js";

/** `sigma` is in pixels. Edges are continued outwards. */
export function blur(plane: Plane, sigma: number): Plane {
  const radius = Math.round(Math.sqrt((sigma * sigma * 12) / 3 + 1) / 2 - 0.5);
  if (radius < 1) return plane;
  const { width, height } = plane;
  const result = new Float32Array(plane.data.length);
  const rows = scratchOf(result.length);
  for (let pass = 0; pass < 3; pass++) {
    boxRows(pass === 0 ? plane.data : result, rows, width, height, radius);
    boxColumns(rows, result, width, height, radius);
  }
  return { width, height, data: result };
}

/** Kept between calls, up to 16 MiB: an edit blurs a dozen planes of one size, and what lies around adds up. */
let kept = new Float32Array(0);
const MOST_KEPT = 4 * 2 ** 20;

function scratchOf(length: number): Float32Array {
  if (length > MOST_KEPT) return new Float32Array(length);
  if (kept.length < length) kept = new Float32Array(length);
  return kept;
}

/** A running mean along each row. */
function boxRows(from: Float32Array, to: Float32Array, width: number, height: number, radius: number): void {
  const share = 1 / (2 * radius + 1);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    const last = start + width - 1;
    const head = from[start] ?? 0;
    const tail = from[last] ?? 0;
    let sum = head * radius;
    for (let i = 0; i < radius; i++) sum += i < width ? (from[start + i] ?? 0) : tail;
    for (let index = start; index <= last; index++) {
      sum += index + radius <= last ? (from[index + radius] ?? 0) : tail;
      to[index] = sum * share;
      sum -= index - radius >= start ? (from[index - radius] ?? 0) : head;
    }
  }
}

/** As {@link boxRows}, along the columns: all at once and a row at a time, since memory is read in rows. */
function boxColumns(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  radius: number,
): void {
  const share = 1 / (2 * radius + 1);
  const sums = new Float64Array(width);
  const rowAt = (y: number): number => Math.min(height - 1, Math.max(0, y)) * width;
  for (let x = 0; x < width; x++) sums[x] = (from[x] ?? 0) * radius;
  for (let y = 0; y < radius; y++) {
    const row = rowAt(y);
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + (from[row + x] ?? 0);
  }
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const coming = rowAt(y + radius);
    const going = rowAt(y - radius);
    for (let x = 0; x < width; x++) {
      const sum = (sums[x] ?? 0) + (from[coming + x] ?? 0);
      to[row + x] = sum * share;
      sums[x] = sum - (from[going + x] ?? 0);
    }
  }
}
