/** Lays colour over a picture, in shares, and raises the opacity of a picture that is transparent in places. */

import type { Size } from "../../sizes.js";
import type { Plane, Raster } from "../picture/raster.js";
import type { Rgb } from "./contrast.js";
import type { Ink } from "./ink.js";

/** One colour, as strong at each of the ink's pixels as `share` says there. */
export function lay(picture: Raster, ink: Ink, share: Plane, colour: Rgb, opacity?: Plane): void {
  forEachPixel(picture, ink, (index, own) => mix(picture, index, colour, share.data[own] ?? 0, opacity));
}

/** The ink's pictures, in their own colours, over letters that were laid before. */
export function layPictures(
  picture: Raster,
  ink: Ink,
  { colours, share }: NonNullable<Ink["pictures"]>,
  opacity?: Plane,
): void {
  forEachPixel(picture, ink, (index, own) => {
    const colour: Rgb = [colours[own * 3] ?? 0, colours[own * 3 + 1] ?? 0, colours[own * 3 + 2] ?? 0];
    mix(picture, index, colour, (share.data[own] ?? 0) * (ink.coverage.data[own] ?? 0), opacity);
  });
}

/** Mixes a colour into one pixel. */
export function mix(picture: Raster, index: number, colour: Rgb, share: number, opacity?: Plane): void {
  if (share <= 0) return;
  let strength = share;
  if (opacity) {
    const before = opacity.data[index] ?? 1;
    const after = share + before * (1 - share);
    strength = share / after;
    opacity.data[index] = after;
  }
  for (const channel of [0, 1, 2] as const) {
    const old = picture.data[index * 3 + channel] ?? 0;
    picture.data[index * 3 + channel] = Math.round(old + (colour[channel] - old) * strength);
  }
}

/** Visits the ink's pixels that lie in a picture of that size: the pixel's index there, and in the ink. */
export function forEachPixel(
  picture: Size,
  { coverage, left, top }: Ink,
  visit: (index: number, own: number) => void,
): void {
  for (let y = Math.max(0, -top); y < Math.min(coverage.height, picture.height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(coverage.width, picture.width - left); x++) {
      visit((y + top) * picture.width + x + left, y * coverage.width + x);
    }
  }
}
