import type { Size } from "../../sizes.js";
import type { Plane } from "./raster.js";

/** A smooth plane at another size, by bilinear interpolation between pixel centres. For larger sizes only. */
export function enlarge(plane: Plane, size: Size): Plane {
  if (plane.width === size.width && plane.height === size.height) return plane;
  const { width, height } = size;
  const data = new Float32Array(width * height);
  const row = enlargedRows(plane, size);
  for (let y = 0; y < height; y++) data.set(row(y), y * width);
  return { width, height, data };
}

/** As {@link enlarge}, a row at a time: a whole plane of a large picture is tens of megabytes. Each call overwrites what the last one gave. */
export function enlargedRows(plane: Plane, { width, height }: Size): (y: number) => Float32Array {
  const columns = taps(plane.width, width);
  const rows = taps(plane.height, height);
  // A row between two rows of the smaller plane: first down, then along it.
  const line = new Float32Array(plane.width);
  const result = new Float32Array(width);
  return (y) => {
    const above = (rows.low[y] ?? 0) * plane.width;
    const below = (rows.high[y] ?? 0) * plane.width;
    const down = rows.share[y] ?? 0;
    for (let x = 0; x < line.length; x++) {
      const top = plane.data[above + x] ?? 0;
      line[x] = top + ((plane.data[below + x] ?? 0) - top) * down;
    }
    for (let x = 0; x < width; x++) {
      const left = line[columns.low[x] ?? 0] ?? 0;
      result[x] = left + ((line[columns.high[x] ?? 0] ?? 0) - left) * (columns.share[x] ?? 0);
    }
    return result;
  };
}

/** Of each place along an edge: the two nearest pixels of the smaller plane, and how near it is to the second. */
interface Taps {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly share: Float32Array;
}

function taps(from: number, to: number): Taps {
  const result = { low: new Int32Array(to), high: new Int32Array(to), share: new Float32Array(to) };
  for (let index = 0; index < to; index++) {
    const position = Math.min(from - 1, Math.max(0, ((index + 0.5) * from) / to - 0.5));
    const low = Math.floor(position);
    result.low[index] = low;
    result.high[index] = Math.min(from - 1, low + 1);
    result.share[index] = position - low;
  }
  return result;
}

/** A plane no longer than `edge` pixels, by averaging whole blocks; the size shrinks by a whole number. */
export function shrink(plane: Plane, edge: number): Plane {
  const factor = Math.ceil(Math.max(plane.width, plane.height) / edge);
  if (factor <= 1) return plane;
  const width = Math.ceil(plane.width / factor);
  const height = Math.ceil(plane.height / factor);
  const data = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    const rows = Math.min(factor, plane.height - row * factor);
    for (let y = row * factor; y < row * factor + rows; y++) {
      for (let column = 0, from = y * plane.width; column < width; column++) {
        const columns = Math.min(factor, plane.width - column * factor);
        let sum = 0;
        for (let x = 0; x < columns; x++) sum += plane.data[from++] ?? 0;
        data[row * width + column] = (data[row * width + column] ?? 0) + sum / (columns * rows);
      }
    }
  }
  return { width, height, data };
}
