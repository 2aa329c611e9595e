/** What can stand behind a subject other than a studio sweep: a colour, a gradient, its own blurred background, nothing. */

import type { Size } from "../../sizes.js";
import type { PlacedSubject } from "../composite.js";
import type { Background, NamedColour, Strength } from "../instructions/operations.js";
import type { Plane, Raster } from "../picture/raster.js";
import { softened } from "../picture/soften.js";
import { grain } from "../studio/sweep.js";

export type Gradient = Extract<Background, { kind: "gradient" }>;

/** Standard deviation of the blur, as a share of the picture's long edge. */
const BLUR: Readonly<Record<Strength, number>> = { slight: 0.006, medium: 0.014, strong: 0.03 };
/** A pixel counts as background that may be looked at when nothing within this share of the long edge is more opaque than {@link CLEAR}. */
const DISTANCE = 0.004;
const CLEAR = 0.02;

export function paintColour({ width, height }: Size, { rgb }: Pick<NamedColour, "rgb">): Raster {
  const data = new Uint8Array(width * height * 3);
  data.set(rgb);
  // Doubling copies what is there already: a fill of three-byte pixels at the speed of memory.
  for (let filled = 3; filled < data.length; filled *= 2) data.copyWithin(filled, 0, filled);
  return { width, height, data };
}

/** From the one colour to the other. Dithered, so that the 8-bit steps of a slow gradient are not seen as bands. */
export function paintGradient(size: Size, { from, to, direction }: Gradient): Raster {
  const { width, height } = size;
  const data = new Uint8Array(width * height * 3);
  const span = [0, 1, 2].map((channel) => (to.rgb[channel] ?? 0) - (from.rgb[channel] ?? 0));
  const [red, green, blue] = from.rgb;
  const [spanRed = 0, spanGreen = 0, spanBlue = 0] = span;
  const along = positions(size, direction);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const share = along(x, y);
      // One grain for all three channels: a grain that differs between them would be coloured.
      const noise = grain(x, y) * 0.75 + 0.5;
      data[at] = dithered(red + spanRed * share, noise, spanRed);
      data[at + 1] = dithered(green + spanGreen * share, noise, spanGreen);
      data[at + 2] = dithered(blue + spanBlue * share, noise, spanBlue);
    }
  }
  return { width, height, data };
}

/** A channel that does not change has no steps to hide. */
function dithered(value: number, noise: number, span: number): number {
  if (span === 0) return value;
  return Math.min(255, Math.max(0, Math.floor(value + noise)));
}

/** How far along the gradient a pixel is, 0 to 1. */
function positions(
  { width, height }: Size,
  direction: Gradient["direction"],
): (x: number, y: number) => number {
  const lastX = Math.max(1, width - 1);
  const lastY = Math.max(1, height - 1);
  switch (direction) {
    case "down":
      return (_, y) => y / lastY;
    case "right":
      return (x) => x / lastX;
    case "diagonal":
      return (x, y) => (x / lastX + y / lastY) / 2;
    case "radial":
      return (x, y) => {
        const u = (2 * x) / lastX - 1;
        const v = (2 * y) / lastY - 1;
        return Math.sqrt((u * u + v * v) / 2);
      };
  }
}

/**
 * The photo's background out of focus, without its subject: what the subject hides is filled from its surroundings
 * before the blur, so that no halo of it is left. `alpha` is the subject's, of the photo's size.
 */
export function blurBackground(photo: Raster, alpha: Plane, strength: Strength): Raster {
  const edge = Math.max(photo.width, photo.height);
  return softened(photo, BLUR[strength] * edge, clearOf(alpha, Math.max(1, Math.round(DISTANCE * edge))));
}

/** 1 where there is nothing of the subject within `reach` pixels in either direction: its outline's pixels are mixtures. */
function clearOf({ width, height, data }: Plane, reach: number): Plane {
  const clear = new Float32Array(data.length).fill(1);
  const near = new Int32Array(width);
  let since = 0;
  const visitRow = (index: number): void => {
    since = (data[index] ?? 0) < CLEAR ? since + 1 : 0;
    if (since <= reach) clear[index] = 0;
  };
  for (let start = 0; start < data.length; start += width) {
    since = reach;
    for (let index = start; index < start + width; index++) visitRow(index);
    since = reach;
    for (let index = start + width - 1; index >= start; index--) visitRow(index);
  }
  // Down and up the columns, a row at a time; what a row has marked must not spread any further than `reach`.
  const rows = Float32Array.from(clear);
  for (const direction of [1, -1]) {
    near.fill(reach);
    for (let y = direction > 0 ? 0 : height - 1; y >= 0 && y < height; y += direction) {
      for (let x = 0, index = y * width; x < width; x++, index++) {
        near[x] = (rows[index] ?? 0) === 1 ? (near[x] ?? 0) + 1 : 0;
        if ((near[x] ?? 0) <= reach) clear[index] = 0;
      }
    }
  }
  return { width, height, data: clear };
}

/** The subject alone. What is hidden is black, so that nothing of the old background is in the file. */
export function withoutBackground({ photo, alpha }: PlacedSubject): Raster {
  const { width, height } = photo;
  const data = new Uint8Array(photo.data.length);
  for (let index = 0, at = 0; index < alpha.data.length; index++, at += 3) {
    if ((alpha.data[index] ?? 0) * 255 < 0.5) continue;
    data[at] = photo.data[at] ?? 0;
    data[at + 1] = photo.data[at + 1] ?? 0;
    data[at + 2] = photo.data[at + 2] ?? 0;
  }
  return { width, height, data, alpha };
}
