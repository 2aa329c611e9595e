/** Takes bites and bumps out of a mask's outline, as a disc would that rolls along it on either side. */

import type { Mat } from "@techstark/opencv-js";
import { extentOf, type Mask, withChanges } from "./mask.js";
import { type OpenCv, withHeap } from "./opencv.js";

/** Radius of the disc, as a share of the long edge. */
const DISC = 0.009;
/** A bite is filled up to this many radii across; a longer one is a gap. */
const GAP = 5;
/** A bump sticks out by no more than this many radii; what sticks out further is a limb, however thin. */
const BUMP = 1.3;

export function smoothOutline(cv: OpenCv, mask: Mask): Mask {
  const radius = Math.max(2, Math.round(Math.max(mask.width, mask.height) * DISC));
  const closed = morph(cv, mask, radius, (from, to, disc) => {
    cv.morphologyEx(from, to, cv.MORPH_CLOSE, disc, new cv.Point(-1, -1), 1, cv.BORDER_REPLICATE);
  });
  const filled = withChanges(mask, closed, (pixels) => extentOf(pixels, mask.width) <= GAP * radius);
  const opened = morph(cv, filled, radius, (from, to, disc) => {
    cv.morphologyEx(from, to, cv.MORPH_OPEN, disc, new cv.Point(-1, -1), 1, cv.BORDER_REPLICATE);
  });
  const near = morph(cv, opened, Math.ceil(BUMP * radius), (from, to, disc) => cv.dilate(from, to, disc));
  return withChanges(filled, opened, (pixels) => pixels.every((index) => (near.data[index] ?? 0) === 1));
}

function morph(
  cv: OpenCv,
  mask: Mask,
  radius: number,
  operation: (from: Mat, to: Mat, disc: Mat) => void,
): Mask {
  return withHeap((own) => {
    const from = own(cv.matFromArray(mask.height, mask.width, cv.CV_8UC1, mask.data as unknown as number[]));
    const to = own(new cv.Mat());
    const size = new cv.Size(2 * radius + 1, 2 * radius + 1);
    operation(from, to, own(cv.getStructuringElement(cv.MORPH_ELLIPSE, size)));
    return { ...mask, data: Uint8Array.from(to.data as Uint8Array) };
  });
}
