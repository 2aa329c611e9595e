/** Finds the subject of the picture that is edited. */

import { type Subject, subjectOf } from "../composition.js";
import { cutOut } from "../cutout/cutout.js";
import { type Matte, matteOfAlpha } from "../cutout/matte.js";
import { resample } from "../picture/codec.js";
import type { Raster } from "../picture/raster.js";
import { shrink } from "../picture/resample.js";
import type { WorkingSizes } from "../quality.js";

export interface FoundSubject {
  readonly matte: Matte;
  /** As a composition sees it. */
  readonly outline: Subject;
}

export type Search =
  | { readonly found: FoundSubject }
  /** `reason` completes the sentence "the photo was kept: …". */
  | { readonly found?: undefined; readonly reason: string };

/** A picture that comes with transparency has been cut out already. */
export async function findSubject(picture: Raster, sizes: WorkingSizes): Promise<Search> {
  if (picture.alpha) return outlined(matteOfAlpha(picture.alpha, picture), sizes);
  const scale = Math.min(1, sizes.matte / Math.max(picture.width, picture.height));
  const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const copy = scale < 1 ? await resample(picture, size, { ...size, left: 0, top: 0 }) : picture;
  const cutout = await cutOut(copy);
  return cutout.found ? outlined(cutout.matte, sizes) : { reason: cutout.reason };
}

function outlined(matte: Matte, sizes: WorkingSizes): Search {
  const outline = subjectOf(shrink(matte.alpha, sizes.composition));
  return outline ? { found: { matte, outline } } : { reason: "no subject stands out from the background" };
}
