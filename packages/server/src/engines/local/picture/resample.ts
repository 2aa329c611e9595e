import type { Size } from "../../sizes.js";
import type { Plane } from "./raster.js";

/** A smooth plane at another size, by bilinear interpolation between pixel centres. For larger sizes only. */
export function enlarge(plane: Plane, size: Size): Plane {
  if (plane.width === size.width && plane.height === size.height) return plane;
  const columns = taps(plane.width, size.width);
  const rows = taps(plane.height, size.height);
  const data = new Float32Array(size.width * size.height);
  let out = 0;
  for (const row of rows) {
    const above = row.low * plane.width;
    const below = row.high * plane.width;
    for (const column of columns) {
      const top = lerp(
        plane.data[above + column.low] ?? 0,
        plane.data[above + column.high] ?? 0,
        column.share,
      );
      const bottom = lerp(
        plane.data[below + column.low] ?? 0,
        plane.data[below + column.high] ?? 0,
        column.share,
      );
      data[out++] = lerp(top, bottom, row.share);
    }
  }
  return { width: size.width, height: size.height, data };
}

interface Tap {
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

function taps(from: number, to: number): Tap[] {
  return Array.from({ length: to }, (_, index) => {
    const position = Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5));
    const low = Math.floor(position);
    return { low, high: Math.min(from - 1, low + 1), share: position - low };
  });
}

function lerp(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** A plane no longer than `edge` pixels, by averaging whole blocks; the size shrinks by a whole number. */
export function shrink(plane: Plane, edge: number): Plane {
  const factor = Math.ceil(Math.max(plane.width, plane.height) / edge);
  if (factor <= 1) return plane;
  const width = Math.ceil(plane.width / factor);
  const height = Math.ceil(plane.height / factor);
  const sums = new Float32Array(width * height);
  const counts = new Uint16Array(width * height);
  for (let y = 0, i = 0; y < plane.height; y++) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < plane.width; x++, i++) {
      const block = row + Math.floor(x / factor);
      sums[block] = (sums[block] ?? 0) + (plane.data[i] ?? 0);
      counts[block] = (counts[block] ?? 0) + 1;
    }
  }
  return { width, height, data: sums.map((sum, block) => sum / (counts[block] ?? 0)) };
}
