/** How unlike the background each pixel of a region is, the background being known from the region's rim alone. */

import { type Colours, continued } from "../../picture/colours.js";
import type { Plane } from "../../picture/raster.js";
import { steadyRandom } from "./patches.js";

/** Distances, 0 to 441, of each pixel. */
export type Differences = Float32Array;

/** To what the rim's colours would be here if they went on smoothly: for plain and slowly changing backgrounds. */
export function fromContinuation(lab: Colours, rim: Plane): Differences {
  const background = continued(lab, rim);
  return distances(lab, (at, channel) => background.data[at + channel] ?? 0);
}

function distances({ width, height, data }: Colours, background: (at: number, channel: number) => number) {
  const result = new Float32Array(width * height);
  for (let index = 0, at = 0; index < result.length; index++, at += 3) {
    const lightness = (data[at] ?? 0) - background(at, 0);
    const a = (data[at + 1] ?? 0) - background(at, 1);
    const b = (data[at + 2] ?? 0) - background(at, 2);
    result[index] = Math.sqrt(lightness * lightness + a * a + b * b);
  }
  return result;
}

/** Colours that the rim is summed up in, and the pixels that they are learnt from. */
const PALETTE = 8;
const SAMPLES = 1500;
const TURNS = 8;

/** To the nearest of the colours that the rim has anywhere: for busy and textured backgrounds. */
export function fromPalette(lab: Colours, rim: Plane): Differences {
  const samples = samplesOf(lab, rim);
  const palette = paletteOf(samples);
  const nearest = new Float32Array(3);
  const colour = new Float32Array(3);
  return distances(lab, (at, channel) => {
    if (channel === 0) {
      colour.set(lab.data.subarray(at, at + 3));
      nearest.set(palette[nearestIn(palette, colour)] ?? colour);
    }
    return nearest[channel] ?? 0;
  });
}

function samplesOf({ data }: Colours, rim: Plane): Float32Array[] {
  const known: number[] = [];
  for (let index = 0; index < rim.data.length; index++) if (rim.data[index]) known.push(index);
  const random = steadyRandom(7);
  return Array.from({ length: Math.min(SAMPLES, known.length) }, () => {
    const index = known[Math.floor(random() * known.length)] ?? 0;
    return data.slice(index * 3, index * 3 + 3);
  });
}

/** Means of clusters; the first ones are as far from each other as they can be. */
function paletteOf(samples: readonly Float32Array[]): Float32Array[] {
  const [first] = samples;
  if (!first) return [];
  const palette = [first];
  while (palette.length < Math.min(PALETTE, samples.length)) {
    const distance = (sample: Float32Array) => squared(palette[nearestIn(palette, sample)] ?? first, sample);
    palette.push(samples.reduce((far, sample) => (distance(sample) > distance(far) ? sample : far)));
  }
  for (let turn = 0; turn < TURNS; turn++) {
    const sums = palette.map(() => new Float64Array(4));
    for (const sample of samples) {
      const sum = sums[nearestIn(palette, sample)];
      if (!sum) continue;
      for (let channel = 0; channel < 3; channel++)
        sum[channel] = (sum[channel] ?? 0) + (sample[channel] ?? 0);
      sum[3] = (sum[3] ?? 0) + 1;
    }
    for (const [index, sum] of sums.entries()) {
      const count = sum[3] ?? 0;
      if (count > 0) palette[index] = Float32Array.from(sum.subarray(0, 3), (value) => value / count);
    }
  }
  return palette;
}

function nearestIn(palette: readonly Float32Array[], colour: Float32Array): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < palette.length; index++) {
    const distance = squared(palette[index] ?? colour, colour);
    if (distance >= least) continue;
    least = distance;
    best = index;
  }
  return best;
}

function squared(one: Float32Array, other: Float32Array): number {
  const lightness = (one[0] ?? 0) - (other[0] ?? 0);
  const a = (one[1] ?? 0) - (other[1] ?? 0);
  const b = (one[2] ?? 0) - (other[2] ?? 0);
  return lightness * lightness + a * a + b * b;
}
