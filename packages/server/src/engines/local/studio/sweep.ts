/** A seamless studio sweep: a wall that is lit from the front and rolls into a floor without an edge. */

import type { Size } from "../../sizes.js";
import type { SweepTone } from "../instructions/operations.js";
import { clamp01, type Plane, type Raster, smoothstep } from "../picture/raster.js";
import { enlargedRows } from "../picture/resample.js";

/** Levels of grey, 0 to 255, from the top of the frame to its bottom. */
interface Levels {
  readonly top: number;
  /** The lit part of the wall, just above the floor. */
  readonly glow: number;
  readonly floor: number;
  /** How much darker the corners are. */
  readonly falloff: number;
}

const LEVELS: Readonly<Record<SweepTone, Levels>> = {
  white: { top: 251, glow: 255, floor: 247, falloff: 3 },
  "white-to-grey": { top: 233, glow: 254, floor: 224, falloff: 7 },
  grey: { top: 202, glow: 226, floor: 192, falloff: 11 },
};

/** Height of the glow, as a share of the frame. */
const HORIZON = 0.58;

/** The sweep's level at each pixel, not rounded. */
export function sweepLevels(size: Size, tone: SweepTone): (x: number, y: number) => number {
  const { top, glow, floor, falloff } = LEVELS[tone];
  const rows = Float32Array.from({ length: size.height }, (_, y) => {
    const v = (y + 0.5) / size.height;
    const ends = v < HORIZON ? top : floor;
    const away = v < HORIZON ? (HORIZON - v) / HORIZON : (v - HORIZON) / (1 - HORIZON);
    return glow + (ends - glow) * smoothstep(0, 1.15, away);
  });
  const columns = Float32Array.from({ length: size.width }, (_, x) => {
    const u = ((x + 0.5) / size.width) * 2 - 1;
    return falloff * u * u;
  });
  return (x, y) => (rows[y] ?? 0) - (columns[x] ?? 0);
}

/**
 * A triangular noise between -1 and 1, the same for the same pixel on every run. Added before rounding it turns the
 * steps of a slow gradient, which an eye sees as bands, into a grain that it does not.
 */
export function grain(x: number, y: number): number {
  return hash(x, y, 0x9e3779b9) - hash(x, y, 0x85ebca6b);
}

function hash(x: number, y: number, seed: number): number {
  let h = (Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ seed) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 0x100000000;
}

/** The sweep as a picture, darkened by a shadow (1 is black), which may be smaller. */
export function paintSweep(size: Size, tone: SweepTone, shadow?: Plane): Raster {
  const { width, height } = size;
  const level = sweepLevels(size, tone);
  const darkness = shadow && enlargedRows(shadow, size);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    const dark = darkness?.(y);
    for (let x = 0; x < width; x++, at += 3) {
      const light = dark ? 1 - (dark[x] ?? 0) : 1;
      const value = Math.round(255 * clamp01((level(x, y) * light + grain(x, y) * 0.75) / 255));
      data[at] = value;
      data[at + 1] = value;
      data[at + 2] = value;
    }
  }
  return { width, height, data };
}
