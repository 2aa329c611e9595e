/** Tells a hole that shows the background (a handle, a crooked arm) from a spot that was cut out by mistake. */

import type { Mask, Region } from "./mask.js";

/** Holes smaller than this share of the picture are always mistakes. */
const SPECK = 0.002;
/** How far around the hole the background is looked at, in multiples of the hole's own size. */
const SURROUNDINGS = 2.5;
/** Lab distance (8-bit scale) below which two colours count as the same surface. */
const ALIKE = 14;
/** The share of the surrounding background that must look like the hole. */
const QUORUM = 0.25;

/** A test for {@link withoutHoles}; `lab` is interleaved and of the mask's size. */
export function looksLikeBackground(mask: Mask, lab: Uint8Array): (hole: Region) => boolean {
  const outside = new Uint8Array(mask.data.length);
  return (hole) => {
    if (hole.pixels.length < SPECK * mask.data.length) return false;
    outside.fill(0);
    for (const index of hole.pixels) outside[index] = 1;
    const mean = meanColour(lab, hole.pixels);
    let near = 0;
    let alike = 0;
    for (const index of backgroundNear(mask, hole, outside)) {
      near++;
      if (distance(lab, index, mean) < ALIKE) alike++;
    }
    return near > 0 && alike / near >= QUORUM;
  };
}

function meanColour(lab: Uint8Array, pixels: readonly number[]): readonly number[] {
  return [0, 1, 2].map((channel) => {
    let sum = 0;
    for (const index of pixels) sum += lab[index * 3 + channel] ?? 0;
    return sum / pixels.length;
  });
}

function distance(lab: Uint8Array, index: number, colour: readonly number[]): number {
  return Math.hypot(...colour.map((value, channel) => (lab[index * 3 + channel] ?? 0) - value));
}

function* backgroundNear(mask: Mask, hole: Region, own: Uint8Array): Generator<number> {
  const xs = hole.pixels.map((index) => index % mask.width);
  const ys = hole.pixels.map((index) => Math.floor(index / mask.width));
  const [left, right] = extent(xs);
  const [top, bottom] = extent(ys);
  const reach = SURROUNDINGS * Math.max(right - left, bottom - top);
  for (let y = Math.max(0, Math.floor(top - reach)); y <= Math.min(mask.height - 1, bottom + reach); y++) {
    for (let x = Math.max(0, Math.floor(left - reach)); x <= Math.min(mask.width - 1, right + reach); x++) {
      const index = y * mask.width + x;
      if (!mask.data[index] && !own[index]) yield index;
    }
  }
}

/** Least and greatest, without spreading a long list over a call's arguments. */
function extent(values: readonly number[]): readonly [number, number] {
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
