/** Lays a cut-out subject over a new background. */

import type { Size } from "../sizes.js";
import type { Placement } from "./composition.js";
import { visibleWindow } from "./composition.js";
import type { Matte } from "./cutout/matte.js";
import { resample, resamplePlane } from "./picture/codec.js";
import { type Plane, planeOf, type Raster } from "./picture/raster.js";

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
  const offset = { left: Math.max(0, placement.left), top: Math.max(0, placement.top) };
  const raster = async (source: Raster): Promise<Raster> =>
    inFrame(await resample(source, placement.picture, window), frame, offset);
  const plane = async (source: Plane): Promise<Plane> =>
    planeInFrame(await resamplePlane(source, placement.picture, window), frame, offset);
  return {
    photo: await raster(photo),
    colours: await raster(matte.colours),
    alpha: await plane(matte.alpha),
    interior: await plane(matte.interior),
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

interface Offset {
  readonly left: number;
  readonly top: number;
}

function inFrame(part: Raster, frame: Size, { left, top }: Offset): Raster {
  if (part.width === frame.width && part.height === frame.height) return part;
  const data = new Uint8Array(frame.width * frame.height * 3);
  for (let y = 0; y < part.height; y++) {
    const row = part.data.subarray(y * part.width * 3, (y + 1) * part.width * 3);
    data.set(row, ((y + top) * frame.width + left) * 3);
  }
  return { ...frame, data };
}

function planeInFrame(part: Plane, frame: Size, { left, top }: Offset): Plane {
  if (part.width === frame.width && part.height === frame.height) return part;
  const whole = planeOf(frame, () => 0);
  for (let y = 0; y < part.height; y++) {
    whole.data.set(part.data.subarray(y * part.width, (y + 1) * part.width), (y + top) * frame.width + left);
  }
  return whole;
}
