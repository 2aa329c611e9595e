/** Colours with fractions, for what is computed from many pixels and rounded once. */

import type { Size } from "../../sizes.js";
import type { Plane, Raster } from "./raster.js";

/** Interleaved red, green and blue, 0 to 255, three numbers a pixel. */
export interface Colours extends Size {
  readonly data: Float32Array;
}

/** A copy that is smaller by a whole factor. */
export interface ReducedCopy {
  readonly colours: Colours;
  /** The share of each pixel's block that is known, 0 to 1. */
  readonly known: Plane;
  readonly factor: number;
}

/** Averages whole blocks; pixels that `known` has as 0 count for nothing. Blocks at the far edges may be cut short. */
export function reduced(raster: Raster, factor: number, known?: Plane): ReducedCopy {
  const width = Math.ceil(raster.width / factor);
  const height = Math.ceil(raster.height / factor);
  const sums = new Float32Array(width * height * 3);
  const weights = new Float32Array(width * height);
  const source = raster.data;
  for (let y = 0, index = 0; y < raster.height; y++) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < raster.width; x++, index++) {
      const weight = known ? (known.data[index] as number) : 1;
      if (weight === 0) continue;
      const block = row + ((x / factor) | 0);
      weights[block] = (weights[block] as number) + weight;
      const to = block * 3;
      const from = index * 3;
      sums[to] = (sums[to] as number) + weight * (source[from] as number);
      sums[to + 1] = (sums[to + 1] as number) + weight * (source[from + 1] as number);
      sums[to + 2] = (sums[to + 2] as number) + weight * (source[from + 2] as number);
    }
  }
  for (let block = 0; block < weights.length; block++) {
    const weight = weights[block] as number;
    if (weight === 0) continue;
    for (let byte = block * 3; byte < block * 3 + 3; byte++) sums[byte] = (sums[byte] as number) / weight;
  }
  return {
    colours: { width, height, data: sums },
    known: { width, height, data: shares(weights, raster, width, factor) },
    factor,
  };
}

/** From counted pixels to shares of what a block holds. */
function shares(weights: Float32Array, full: Size, width: number, factor: number): Float32Array {
  return weights.map((weight, block) => {
    const column = block % width;
    const row = (block - column) / width;
    const across = Math.min(factor, full.width - column * factor);
    const down = Math.min(factor, full.height - row * factor);
    return weight / (across * down);
  });
}

/**
 * Continues the known colours smoothly into what is not known: each place takes the mean of the smallest neighbourhood
 * that knows something (a pyramid of halved copies, down and up again). Where nothing is known, it is all black.
 */
export function continued({ width, height, data }: Colours, known: Plane): Colours {
  if ((width === 1 && height === 1) || known.data.every((share) => share >= 1))
    return { width, height, data };
  const half = halved({ width, height, data }, known);
  const coarse = continued(half.colours, half.known);
  const result = Float32Array.from(data);
  const sample = sampler(coarse, 2);
  const colour = new Float32Array(3);
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      const share = Math.min(1, known.data[index] as number);
      if (share >= 1) continue;
      sample(x, y, colour);
      for (let channel = 0; channel < 3; channel++) {
        const at = index * 3 + channel;
        result[at] = share * (data[at] as number) + (1 - share) * (colour[channel] as number);
      }
    }
  }
  return { width, height, data: result };
}

function halved({ width, height, data }: Colours, known: Plane): { colours: Colours; known: Plane } {
  const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const sums = new Float32Array(size.width * size.height * 3);
  const weights = new Float32Array(size.width * size.height);
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      const weight = known.data[index] as number;
      const block = (y >> 1) * size.width + (x >> 1);
      weights[block] = (weights[block] as number) + weight;
      for (let channel = 0; channel < 3; channel++) {
        const to = block * 3 + channel;
        sums[to] = (sums[to] as number) + weight * (data[index * 3 + channel] as number);
      }
    }
  }
  for (let at = 0; at < sums.length; at++) {
    const weight = weights[Math.floor(at / 3)] as number;
    if (weight > 0) sums[at] = (sums[at] as number) / weight;
  }
  // A block that knows one pixel of its four knows enough: it is what its neighbours are continued from.
  return {
    colours: { ...size, data: sums },
    known: { ...size, data: weights.map((weight) => Math.min(1, weight)) },
  };
}

/** Reads colours at the pixels of a copy that is `factor` times as large, by bilinear interpolation, into `colour`. */
export function sampler(
  { width, height, data }: Colours,
  factor: number,
): (x: number, y: number, colour: Float32Array) => void {
  return (x, y, colour) => {
    const column = Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5));
    const row = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5));
    const left = column | 0;
    const above = row | 0;
    const right = Math.min(width - 1, left + 1);
    const below = Math.min(height - 1, above + 1);
    const across = column - left;
    const down = row - above;
    const one = (above * width + left) * 3;
    const two = (above * width + right) * 3;
    const three = (below * width + left) * 3;
    const four = (below * width + right) * 3;
    for (let channel = 0; channel < 3; channel++) {
      const a = data[one + channel] as number;
      const b = data[two + channel] as number;
      const c = data[three + channel] as number;
      const d = data[four + channel] as number;
      const top = a + (b - a) * across;
      colour[channel] = top + (c + (d - c) * across - top) * down;
    }
  };
}
