/**
 * For each patch that reaches into the hole, the most similar patch of the picture: searched at random, then among what
 * has suited the neighbours, since what lies side by side in the hole usually comes from side by side.
 */

import { type Fields, type HoledPicture, REACH } from "./canvas.js";

/** By pixel: the pixel that its patch is taken from, and the mean squared distance; meaningful for targets only. */
export interface Matches {
  readonly from: Int32Array;
  readonly distance: Float32Array;
}

/** Numbers from 0 to 1, the same on every run. */
export function steadyRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

export function randomMatches(picture: HoledPicture, fields: Fields, random: () => number): Matches {
  const from = new Int32Array(picture.hole.length);
  for (const target of fields.targets) {
    from[target] = fields.sources[Math.floor(random() * fields.sources.length)] ?? 0;
  }
  return measured(picture, fields, from);
}

/** The matches of a picture half as large, carried over. */
export function carriedOver(
  picture: HoledPicture,
  fields: Fields,
  coarse: Matches,
  coarseWidth: number,
  random: () => number,
): Matches {
  const { width, height } = picture;
  const from = new Int32Array(picture.hole.length);
  for (const target of fields.targets) {
    const x = target % width;
    const y = (target - x) / width;
    const match = coarse.from[(y >> 1) * coarseWidth + (x >> 1)] ?? 0;
    const matchX = match % coarseWidth;
    const column = Math.min(width - 1, matchX * 2 + (x & 1));
    const row = Math.min(height - 1, ((match - matchX) / coarseWidth) * 2 + (y & 1));
    const there = row * width + column;
    from[target] = fields.isSource[there]
      ? there
      : (fields.sources[Math.floor(random() * fields.sources.length)] ?? 0);
  }
  return measured(picture, fields, from);
}

/** The distances of given matches. */
export function measured(picture: HoledPicture, fields: Fields, from: Int32Array): Matches {
  const distance = new Float32Array(from.length);
  for (const target of fields.targets)
    distance[target] = distanceOf(picture, target, from[target] ?? 0, Number.POSITIVE_INFINITY);
  return { from, distance };
}

/** One pass over all targets, forwards or backwards, improving the matches in place. */
export function improve(
  picture: HoledPicture,
  fields: Fields,
  matches: Matches,
  forwards: boolean,
  random: () => number,
): void {
  const { width, height } = picture;
  const { targets, isSource, isTarget } = fields;
  const { from, distance } = matches;
  const step = forwards ? -1 : 1;
  const furthest = Math.max(width, height);
  const consider = (target: number, candidate: number): void => {
    if (!isSource[candidate] || candidate === from[target]) return;
    const found = distanceOf(picture, target, candidate, distance[target] ?? 0);
    if (found >= (distance[target] ?? 0)) return;
    distance[target] = found;
    from[target] = candidate;
  };
  for (let i = 0; i < targets.length; i++) {
    const target = targets[forwards ? i : targets.length - 1 - i] ?? 0;
    const x = target % width;
    const y = (target - x) / width;
    if (x + step >= 0 && x + step < width && isTarget[target + step])
      consider(target, (from[target + step] ?? 0) - step);
    const beside = target + step * width;
    if (y + step >= 0 && y + step < height && isTarget[beside])
      consider(target, (from[beside] ?? 0) - step * width);
    for (let radius = furthest; radius >= 1; radius /= 2) {
      const best = from[target] ?? 0;
      const bestX = best % width;
      const column = Math.round(bestX + (random() * 2 - 1) * radius);
      const row = Math.round((best - bestX) / width + (random() * 2 - 1) * radius);
      if (column >= 0 && row >= 0 && column < width && row < height) consider(target, row * width + column);
    }
  }
}

/** The mean squared distance of two patches; counting stops once it is known to be more than `enough`. */
function distanceOf(
  { width, height, colours }: HoledPicture,
  target: number,
  source: number,
  enough: number,
): number {
  const x = target % width;
  const y = (target - x) / width;
  const left = Math.max(-REACH, -x);
  const right = Math.min(REACH, width - 1 - x);
  const top = Math.max(-REACH, -y);
  const bottom = Math.min(REACH, height - 1 - y);
  const count = (right - left + 1) * (bottom - top + 1);
  const limit = enough * count;
  let sum = 0;
  for (let row = top; row <= bottom; row++) {
    let one = (target + row * width + left) * 3;
    let other = (source + row * width + left) * 3;
    const end = one + (right - left + 1) * 3;
    while (one < end) {
      const difference = (colours[one++] as number) - (colours[other++] as number);
      sum += difference * difference;
    }
    if (sum > limit) return Number.POSITIVE_INFINITY;
  }
  return sum / count;
}

/** What the patches say of each pixel that they cover, the better ones with more weight, into the hole and around it. */
export function voted(picture: HoledPicture, fields: Fields, matches: Matches): Float32Array {
  const { width, height, colours } = picture;
  const sums = new Float32Array(colours.length);
  const weights = new Float32Array(width * height);
  const spread = typicalDistance(fields, matches);
  for (const target of fields.targets) {
    const source = matches.from[target] ?? 0;
    const weight = Math.exp(-(matches.distance[target] ?? 0) / (2 * spread)) + 1e-4;
    const x = target % width;
    const y = (target - x) / width;
    const bottom = Math.min(REACH, height - 1 - y);
    const right = Math.min(REACH, width - 1 - x);
    for (let row = Math.max(-REACH, -y); row <= bottom; row++) {
      for (let column = Math.max(-REACH, -x); column <= right; column++) {
        const to = target + row * width + column;
        const at = source + row * width + column;
        weights[to] = (weights[to] as number) + weight;
        for (let channel = 0; channel < 3; channel++)
          sums[to * 3 + channel] =
            (sums[to * 3 + channel] as number) + weight * (colours[at * 3 + channel] as number);
      }
    }
  }
  for (let at = 0; at < sums.length; at++) {
    const weight = weights[Math.floor(at / 3)] as number;
    sums[at] = weight > 0 ? (sums[at] as number) / weight : (colours[at] as number);
  }
  return sums;
}

function typicalDistance({ targets }: Fields, { distance }: Matches): number {
  const sorted = Float32Array.from(targets, (target) => distance[target] ?? 0).sort();
  return Math.max(1, sorted[Math.floor(sorted.length * 0.75)] ?? 1);
}
