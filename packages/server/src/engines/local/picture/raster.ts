/** Pictures in memory. Pure functions only: nothing here decodes, encodes or touches a file. */

import type { Size } from "../../sizes.js";

/** Interleaved 8-bit sRGB, three bytes a pixel, row by row. */
export interface Raster extends Size {
  readonly data: Uint8Array;
  /** Opacity, of the same size; the colours are not multiplied by it. Absent: opaque throughout. */
  readonly alpha?: Plane;
}

/** One number a pixel, from 0 to 1 where it is a share. */
export interface Plane extends Size {
  readonly data: Float32Array;
}

/** A plane of the same size whose every value is computed from the pixel's index. */
export function planeOf({ width, height }: Size, value: (index: number) => number): Plane {
  const data = new Float32Array(width * height);
  for (let index = 0; index < data.length; index++) data[index] = value(index);
  return { width, height, data };
}

/** One colour channel of a picture, 0 to 255. */
export function channelOf(raster: Raster, channel: 0 | 1 | 2): Plane {
  return planeOf(raster, (index) => raster.data[index * 3 + channel] ?? 0);
}

export function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** 0 below `from`, 1 above `to`, and a smooth ramp between. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp01((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}
