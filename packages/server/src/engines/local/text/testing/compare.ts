/** How alike two renderings are, wherever they stand. */

import { type Plane, planeOf, type Raster } from "../../picture/raster.js";

/** The part with ink in it. */
export function cropped(plane: Plane): Plane {
  const { width, height, data } = plane;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 0) < 0.5) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) throw new Error("nothing was drawn");
  const size = { width: right - left + 1, height: bottom - top + 1 };
  return planeOf(size, (index) => {
    const [x, y] = [index % size.width, Math.floor(index / size.width)];
    return data[(y + top) * width + x + left] ?? 0;
  });
}

/**
 * The share of the ink that only one of the two has, beyond what rasterising twice makes of an edge: a pixel counts when the
 * other has nothing in its neighbourhood. 0 for the same drawing, 1 where nothing meets. Both are cropped, and moved against
 * each other by a pixel.
 */
export function difference(one: Plane, other: Plane): number {
  const [a, b] = [cropped(one), cropped(other)];
  const [wideA, wideB] = [widened(a), widened(b)];
  let least = Number.POSITIVE_INFINITY;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const only = count(a, wideB, dx, dy) + count(b, wideA, -dx, -dy);
      least = Math.min(least, only / (count(a) + count(b)));
    }
  }
  return least;
}

/** Pixels with ink in the one, moved, and without any in the other. */
function count(plane: Plane, without?: Plane, dx = 0, dy = 0): number {
  let found = 0;
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      if (at(plane, x, y) < 0.5) continue;
      if (!without || at(without, x + dx, y + dy) < 0.2) found++;
    }
  }
  return found;
}

/** Each pixel as the strongest of its neighbourhood. */
function widened(plane: Plane): Plane {
  const { width } = plane;
  return planeOf(plane, (index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return Math.max(...[-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => at(plane, x + dx, y + dy))));
  });
}

function at({ width, height, data }: Plane, x: number, y: number): number {
  return x >= 0 && y >= 0 && x < width && y < height ? (data[y * width + x] ?? 0) : 0;
}

/** The part of a picture that is not white. */
export function croppedRaster(raster: Raster): Raster {
  const { width, height, data } = raster;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let index = 0; index < width * height; index++) {
    if (Math.min(...data.subarray(index * 3, index * 3 + 3)) > 250) continue;
    const [x, y] = [index % width, Math.floor(index / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) throw new Error("nothing was drawn");
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) => {
    const start = ((row + top) * width + left) * 3;
    return data.subarray(start, start + (right - left + 1) * 3);
  });
  return { width: right - left + 1, height: rows.length, data: Buffer.concat(rows) };
}

/**
 * The mean distance of colours, from 0 to 1, between each pixel of one picture and the nearest colour in the neighbourhood of
 * that place in the other, whichever way it is more. Both are cropped.
 */
export function colourDistance(one: Raster, other: Raster): number {
  const [a, b] = [croppedRaster(one), croppedRaster(other)];
  return Math.max(distanceTo(a, b), distanceTo(b, a));
}

function distanceTo(a: Raster, b: Raster): number {
  let sum = 0;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      let nearest = 1;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) nearest = Math.min(nearest, apart(a, x, y, b, x + dx, y + dy));
      }
      sum += nearest;
    }
  }
  return sum / (a.width * a.height);
}

function apart(a: Raster, x: number, y: number, b: Raster, u: number, v: number): number {
  const inside = u >= 0 && v >= 0 && u < b.width && v < b.height;
  let sum = 0;
  for (let channel = 0; channel < 3; channel++) {
    const value = inside ? (b.data[(v * b.width + u) * 3 + channel] ?? 0) : 255;
    sum += Math.abs((a.data[(y * a.width + x) * 3 + channel] ?? 0) - value);
  }
  return sum / 765;
}
