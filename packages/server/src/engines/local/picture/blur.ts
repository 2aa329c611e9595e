/** Gaussian blur in time independent of the radius: three box blurs in a row come close enough. */

import type { Plane } from "./raster.js";

/** `sigma` is in pixels. Edges are continued outwards. */
export function blur(plane: Plane, sigma: number): Plane {
  const radius = Math.round(Math.sqrt((sigma * sigma * 12) / 3 + 1) / 2 - 0.5);
  if (radius < 1) return plane;
  const { width, height } = plane;
  const current = Float32Array.from(plane.data);
  const scratch = new Float32Array(current.length);
  for (let pass = 0; pass < 3; pass++) {
    for (let y = 0; y < height; y++)
      boxLine(current, scratch, { start: y * width, step: 1, count: width, radius });
    for (let x = 0; x < width; x++)
      boxLine(scratch, current, { start: x, step: width, count: height, radius });
  }
  return { width, height, data: current };
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  readonly radius: number;
}

/** A running mean along one row or column. */
function boxLine(from: Float32Array, to: Float32Array, { start, step, count, radius }: Line): void {
  const last = start + (count - 1) * step;
  const head = from[start] ?? 0;
  const tail = from[last] ?? 0;
  const share = 1 / (2 * radius + 1);
  let sum = head * radius;
  for (let i = 0; i < radius; i++) sum += i < count ? (from[start + i * step] ?? 0) : tail;
  for (let i = 0; i < count; i++) {
    sum += i + radius < count ? (from[start + (i + radius) * step] ?? 0) : tail;
    to[start + i * step] = sum * share;
    sum -= i - radius >= 0 ? (from[start + (i - radius) * step] ?? 0) : head;
  }
}
