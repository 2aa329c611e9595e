/** Lays a cut-out subject over a new background. */

import type { Size } from "../sizes.js";
import type { Placement } from "./composition.js";
import { visibleWindow } from "./composition.js";
import type { Matte } from "./cutout/matte.js";
import { resample, resamplePlane, resampleShares } from "./picture/codec.js";
import type { Plane, Raster } from "./picture/raster.js";

/** The subject at its place and size; both layers are as large as the frame. */
export interface PlacedSubject {
  /** The photo itself, resampled once from its own pixels; along the subject's outline its own colours, without the old background's share. */
  readonly photo: Raster;
  readonly alpha: Plane;
}

export async function placeSubject(
  photo: Raster,
  matte: Matte,
  placement: Placement,
  frame: Size,
): Promise<PlacedSubject> {
  const window = visibleWindow(placement, frame);
  const place = { ...frame, left: Math.max(0, placement.left), top: Math.max(0, placement.top) };
  const placed = await resample(photo, placement.picture, window, place);
  const alpha = await resamplePlane(matte.alpha, placement.picture, window, place);
  const interior = await resampleShares(matte.interior, placement.picture, window, place);
  const colours = await resample(matte.colours, placement.picture, window, place);
  cleanEdges(placed, colours, alpha, interior.data);
  return { photo: placed, alpha };
}

/** `interior` is 255 well inside the subject: there the photo's pixels stay as they are. Towards its edge its cleaned colours take over. */
function cleanEdges({ data }: Raster, colours: Raster, alpha: Plane, interior: Uint8Array): void {
  for (let index = 0, at = 0; index < alpha.data.length; index++, at += 3) {
    const own = (interior[index] ?? 0) / 255;
    if (own === 1 || (alpha.data[index] ?? 0) === 0) continue;
    for (let byte = at; byte < at + 3; byte++)
      data[byte] = Math.round(own * (data[byte] ?? 0) + (1 - own) * (colours.data[byte] ?? 0));
  }
}

/** Painted over `background`, which is the result. */
export function composite(background: Raster, { photo, alpha }: PlacedSubject): Raster {
  const { data } = background;
  for (let index = 0, at = 0; index < alpha.data.length; index++, at += 3) {
    const opacity = alpha.data[index] ?? 0;
    if (opacity === 0) continue;
    for (let byte = at; byte < at + 3; byte++) {
      const old = data[byte] ?? 0;
      data[byte] =
        opacity === 1 ? (photo.data[byte] ?? 0) : Math.round(old + opacity * ((photo.data[byte] ?? 0) - old));
    }
  }
  return background;
}
