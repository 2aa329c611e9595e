/** Lays a cut-out subject over a new background. */

import type { Size } from "../sizes.js";
import type { Placement } from "./composition.js";
import { visibleWindow } from "./composition.js";
import type { Matte } from "./cutout/matte.js";
import { resample, resamplePlane } from "./picture/codec.js";
import type { Plane, Raster } from "./picture/raster.js";

/** The subject at its place and size; every layer is as large as the frame. */
export interface PlacedSubject {
  /** The photo itself, resampled once from its own pixels. */
  readonly photo: Raster;
  readonly colours: Raster;
  readonly alpha: Plane;
  readonly interior: Plane;
}

export async function placeSubject(
  photo: Raster,
  matte: Matte,
  placement: Placement,
  frame: Size,
): Promise<PlacedSubject> {
  const window = visibleWindow(placement, frame);
  const place = { ...frame, left: Math.max(0, placement.left), top: Math.max(0, placement.top) };
  return {
    photo: await resample(photo, placement.picture, window, place),
    colours: await resample(matte.colours, placement.picture, window, place),
    alpha: await resamplePlane(matte.alpha, placement.picture, window, place),
    interior: await resamplePlane(matte.interior, placement.picture, window, place),
  };
}

/**
 * Inside the subject the photo's pixels are copied as they are; towards its edge its cleaned colours take over. Painted
 * over `background`, which is the result.
 */
export function composite(background: Raster, subject: PlacedSubject): Raster {
  const { data } = background;
  const { photo, colours, alpha, interior } = subject;
  for (let index = 0, at = 0; index < alpha.data.length; index++, at += 3) {
    const opacity = alpha.data[index] ?? 0;
    if (opacity === 0) continue;
    const own = interior.data[index] ?? 0;
    if (opacity === 1 && own === 1) {
      data[at] = photo.data[at] ?? 0;
      data[at + 1] = photo.data[at + 1] ?? 0;
      data[at + 2] = photo.data[at + 2] ?? 0;
      continue;
    }
    for (let byte = at; byte < at + 3; byte++) {
      const colour = own * (photo.data[byte] ?? 0) + (1 - own) * (colours.data[byte] ?? 0);
      data[byte] = Math.round(opacity * colour + (1 - opacity) * (data[byte] ?? 0));
    }
  }
  return background;
}
