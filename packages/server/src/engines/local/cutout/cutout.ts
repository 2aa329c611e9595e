/** Cuts the main subject out of a photograph, or says why it could not. */

import type { Raster } from "../picture/raster.js";
import { redrawn } from "./contour.js";
import { type Mask, shareOf } from "./mask.js";
import { type Matte, matteOf } from "./matte.js";
import { loadOpenCv } from "./opencv.js";
import { outlineContrast } from "./outline-contrast.js";
import { segment, segmentOnPlainGround } from "./segment.js";

/** Less of the picture than this is no subject, more is no background. */
const SMALLEST_SHARE = 0.01;
const LARGEST_SHARE = 0.92;
/** Pixels; below this there is nothing to learn colours from. */
const SHORTEST_EDGE = 32;
/** Measured: cuts that an eye accepts begin at about 50, cuts through fur, sky or blur end at about 40. */
const FAINTEST_OUTLINE = 42;

export type Cutout =
  | { readonly found: true; readonly matte: Matte }
  /** `reason` completes the sentence "the photo was kept: …". */
  | { readonly found: false; readonly reason: string };

/**
 * Generic: it knows nothing of faces or cups. On a plain ground the subject is what has edges; elsewhere, what differs
 * in colour from the picture's rim.
 */
export async function cutOut(picture: Raster): Promise<Cutout> {
  if (Math.min(picture.width, picture.height) < SHORTEST_EDGE)
    return failed("it is too small to find a subject in");
  const { cv } = await loadOpenCv();
  const onPlainGround = segmentOnPlainGround(cv, picture);
  if (onPlainGround && isSubject(onPlainGround)) {
    const smooth = redrawn(cv, onPlainGround);
    if (outlineContrast(smooth, picture) >= FAINTEST_OUTLINE)
      return { found: true, matte: matteOf(smooth, picture) };
  }
  const mask = segment(cv, picture);
  const share = shareOf(mask);
  if (share < SMALLEST_SHARE) return failed("no subject stands out from the background");
  if (share > LARGEST_SHARE) return failed("the subject and the background could not be told apart");
  const smooth = redrawn(cv, mask);
  if (outlineContrast(smooth, picture) < FAINTEST_OUTLINE)
    return failed("the subject's outline is too faint to cut along");
  return { found: true, matte: matteOf(smooth, picture) };
}

function isSubject(mask: Mask): boolean {
  const share = shareOf(mask);
  return share >= SMALLEST_SHARE && share <= LARGEST_SHARE;
}

function failed(reason: string): Cutout {
  return { found: false, reason };
}
