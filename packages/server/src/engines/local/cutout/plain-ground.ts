/**
 * Finds the subject of a photo taken on a plain ground, such as paper or a studio sweep. Colours do not help where a
 * white thing lies on white; there the ground is told by being smooth. It is grown inwards from the picture's rim, over
 * slow changes such as a soft shadow, up to the edges of things.
 */

import type { Size } from "../../sizes.js";
import { blur } from "../picture/blur.js";
import { channelOf, type Plane, planeOf, type Raster } from "../picture/raster.js";
import { looksLikeBackground } from "./holes.js";
import { type Mask, type Region, regionsOf, withoutCrumbs } from "./mask.js";

/** Levels a pixel by which a smooth ground may change, beside what noise does. */
const SLOW = 2.8;
/** Levels a pixel by which a smooth rim may change, likewise. */
const SMOOTH = 1.1;
/** The share of the rim that is smooth on a plain ground. */
const SMOOTH_RIM = 0.85;
/** Steeper rims, in levels a pixel at the median, are no plain ground. */
const ROUGHEST = 1.6;
/** Edges are closed over gaps of twice this many pixels before the ground is grown, so that it does not leak through. */
const CLOSING = 2;
/** Lightness, 0 to 255, beyond which a ground is white, and below which it is black. */
const WHITE = 225;
const BLACK = 40;
/** Half the width in pixels of what is no part of a thing but the edge of a shadow that ends in nothing. */
const WHISKER = 4;
/** A part of the subject that is smaller than this share of the largest is dirt on the paper. */
const CRUMB = 0.04;

/** The mask, or nothing where the ground is not plain. `lab` is interleaved and of the picture's size. */
export function segmentPlainGround(picture: Raster, lab: Uint8Array): Mask | undefined {
  const slopes = slopesOf(picture);
  const rim = rimOf(picture);
  const values = rim.map((index) => slopes.data[index] ?? 0).sort((a, b) => a - b);
  const median = values[Math.floor(values.length / 2)] ?? 0;
  const limit = SLOW + 2.5 * median;
  const smooth = values.filter((slope) => slope < SMOOTH + 2.5 * median).length;
  if (median > ROUGHEST || smooth < SMOOTH_RIM * values.length) return undefined;
  const walls = dilated(
    planeOf(picture, (index) => ((slopes.data[index] ?? 0) >= limit ? 1 : 0)),
    CLOSING,
  );
  const ground = grown(walls, rim);
  const outside = solid(picture, ground);
  const seen = isColourless(lab, ground)
    ? ground
    : withWindows(ground, walls, looksLikeBackground(outside, lab));
  return withoutCrumbs(withoutWhiskers(solid(picture, seen)), CRUMB);
}

/** What is not ground. The walls were thickened by the closing; the ground takes back what lies outside the edges themselves. */
function solid({ width, height }: Size, ground: Plane): Mask {
  const reclaimed = dilated(ground, CLOSING);
  return { width, height, data: Uint8Array.from(reclaimed.data, (share) => 1 - share) };
}

/** Smooth regions that the subject encloses and that look like the ground around it: what is seen through a ring. */
function withWindows(ground: Plane, walls: Plane, isGround: (region: Region) => boolean): Plane {
  const { width, height } = ground;
  const reached = Uint8Array.from(ground.data, (share, index) => (share || walls.data[index] ? 1 : 0));
  const data = Float32Array.from(ground.data);
  for (const region of regionsOf({ width, height, data: reached }, 0)) {
    if (isGround(region)) for (const index of region.pixels) data[index] = 1;
  }
  return { width, height, data };
}

/** On white a white thing cannot be told from a window, nor a shaded one on black; things are so more often than they have windows. */
function isColourless(lab: Uint8Array, ground: Plane): boolean {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < ground.data.length; index++) {
    if (!ground.data[index]) continue;
    sum += lab[index * 3] ?? 0;
    count++;
  }
  const mean = sum / Math.max(count, 1);
  return mean > WHITE || mean < BLACK;
}

/** Takes away what is thinner than anything that a photo is taken of. */
function withoutWhiskers(mask: Mask): Mask {
  const { width, height } = mask;
  const outside = planeOf(mask, (index) => 1 - (mask.data[index] ?? 0));
  const core = dilated(outside, WHISKER);
  const opened = dilated(
    planeOf(mask, (index) => 1 - (core.data[index] ?? 0)),
    WHISKER,
  );
  return { width, height, data: Uint8Array.from(opened.data) };
}

/** How fast the colours change at each pixel, in levels: the steepest channel of a slightly blurred picture. */
function slopesOf(picture: Raster): Plane {
  const { width, height } = picture;
  const channels = ([0, 1, 2] as const).map((channel) => blur(channelOf(picture, channel), 1.2));
  return planeOf(picture, (index) => {
    const x = index % width;
    const y = (index - x) / width;
    const [left, right] = [x > 0 ? index - 1 : index, x < width - 1 ? index + 1 : index];
    const [above, below] = [y > 0 ? index - width : index, y < height - 1 ? index + width : index];
    let steepest = 0;
    for (const { data } of channels) {
      const across = (data[right] ?? 0) - (data[left] ?? 0);
      const down = (data[below] ?? 0) - (data[above] ?? 0);
      steepest = Math.max(steepest, Math.hypot(across, down) / 2);
    }
    return steepest;
  });
}

function rimOf({ width, height }: Size): number[] {
  const rim: number[] = [];
  const inset = 2;
  for (let x = inset; x < width - inset; x++) rim.push(inset * width + x, (height - 1 - inset) * width + x);
  for (let y = inset; y < height - inset; y++) rim.push(y * width + inset, y * width + width - 1 - inset);
  return rim;
}

/** Everything that can be reached from the seeds without crossing a wall. */
function grown(walls: Plane, seeds: readonly number[]): Plane {
  const { width, height } = walls;
  const ground = planeOf(walls, () => 0);
  const queue: number[] = [];
  const visit = (index: number): void => {
    if (ground.data[index] || walls.data[index]) return;
    ground.data[index] = 1;
    queue.push(index);
  };
  for (const seed of seeds) visit(seed);
  for (let head = 0; head < queue.length; head++) {
    const index = queue[head] ?? 0;
    const x = index % width;
    if (x > 0) visit(index - 1);
    if (x < width - 1) visit(index + 1);
    if (index >= width) visit(index - width);
    if (index < width * (height - 1)) visit(index + width);
  }
  return ground;
}

/** Each 1 spread over a square of `reach` pixels to every side. */
function dilated(plane: Plane, reach: number): Plane {
  const { width, height } = plane;
  const across = planeOf(plane, (index) => {
    const x = index % width;
    for (let step = -reach; step <= reach; step++) {
      if (x + step >= 0 && x + step < width && plane.data[index + step]) return 1;
    }
    return 0;
  });
  return planeOf(plane, (index) => {
    for (let step = -reach; step <= reach; step++) {
      const row = index + step * width;
      if (row >= 0 && row < width * height && across.data[row]) return 1;
    }
    return 0;
  });
}
