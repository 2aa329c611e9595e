/** Takes an object out of a picture and fills its place from its surroundings. */

import { loadOpenCv, type OpenCv } from "../cutout/opencv.js";
import type { Anchor } from "../instructions/operations.js";
import { resample, type Window } from "../picture/codec.js";
import type { Raster } from "../picture/raster.js";
import { fillIn, type Hole } from "./removal/fill.js";
import { findPieces, type Piece, rounded, withItsShadow } from "./removal/find.js";
import { type Region, regionAt } from "./removal/region.js";

export type Removed =
  | {
      readonly removed: true;
      readonly raster: Raster;
      /** Around what was taken out, in the picture's pixels. */
      readonly box: Window;
    }
  /** `reason` completes the sentence "nothing was removed: …". */
  | { readonly removed: false; readonly reason: string };

/** Long edge in pixels of the copy of a region that the object is looked for in. */
const COPY_EDGE = 320;
/** How far around the named ninth is looked, in multiples of it: at first closely, then for what reaches further. */
const NEAR = 0.4;
const WIDE = 1;
/** The share of an object that lies in the named ninth, at the least. */
const MOSTLY = 0.5;
/** What counts as a part of something larger: the share of it inside, how much larger, and how clear the whole's outline is beside the part's. */
const CONTAINED = 0.7;
const LARGER = 1.4;
const ABOUT_AS_CLEAR = 0.7;
/** Pixels; below this there is no room for an object and its surroundings. */
const SHORTEST_EDGE = 48;

/** Looks for the object in one of the picture's nine parts. The picture given is left as it is. */
export async function removeAt(raster: Raster, anchor: Anchor): Promise<Removed> {
  if (Math.min(raster.width, raster.height) < SHORTEST_EDGE)
    return { removed: false, reason: "the picture is too small to find an object in" };
  const { cv } = await loadOpenCv();
  const [near, wide] = [await lookAt(cv, raster, anchor, NEAR), await lookAt(cv, raster, anchor, WIDE)];
  const views = [near, wide];
  const place = [anchor.vertical, anchor.horizontal].join("-").replace("middle-centre", "middle");
  const found = views.flatMap((view) => seenIn(view).filter(isObject))[0];
  if (!found)
    return {
      removed: false,
      reason: `nothing stands out from its surroundings in the ${place} of the picture`,
    };
  const { piece, view } = found;
  const mask = withItsShadow(cv, view.copy, piece);
  const { window } = view.region;
  const whole = views.some(({ pieces, region }) =>
    pieces.some((other) => {
      const clear = other.contrast >= piece.contrast * ABOUT_AS_CLEAR;
      return clear && isPartOf({ mask, window }, { mask: other.mask, window: region.window });
    }),
  );
  if (whole) {
    const reason = `what stands out in the ${place} of the picture is a part of something larger`;
    return { removed: false, reason };
  }
  return { removed: true, ...(await fillIn(cv, raster, { mask: rounded(cv, mask), window })) };
}

/** A region of the picture, and what stands out in it. */
interface View {
  readonly region: Region;
  readonly copy: Raster;
  readonly pieces: readonly Piece[];
}

async function lookAt(cv: OpenCv, raster: Raster, anchor: Anchor, surroundings: number): Promise<View> {
  const region = regionAt(raster, anchor, surroundings);
  const { window, ninth, open } = region;
  const scale = Math.min(1, COPY_EDGE / Math.max(window.width, window.height));
  const copy = await copyOf(raster, region, scale);
  const inCopy = {
    left: (ninth.left - window.left) * scale,
    top: (ninth.top - window.top) * scale,
    width: ninth.width * scale,
    height: ninth.height * scale,
  };
  return { region, copy, pieces: findPieces(cv, copy, inCopy, open) };
}

interface Seen {
  readonly piece: Piece;
  readonly view: View;
}

function seenIn(view: View): Seen[] {
  return view.pieces.map((piece) => ({ piece, view }));
}

function isObject({ piece }: Seen): boolean {
  return piece.closed && piece.within >= MOSTLY;
}

/** Whether one mask lies mostly in another one, seen in another region, which is larger. */
function isPartOf(part: Hole, whole: Hole): boolean {
  const [from, to] = [part.window, whole.window];
  const { mask } = part;
  let area = 0;
  let shared = 0;
  for (let index = 0; index < mask.data.length; index++) {
    if (!mask.data[index]) continue;
    area++;
    const x = index % mask.width;
    const y = (index - x) / mask.width;
    const column = (from.left + ((x + 0.5) / mask.width) * from.width - to.left) / to.width;
    const row = (from.top + ((y + 0.5) / mask.height) * from.height - to.top) / to.height;
    const { width, height, data } = whole.mask;
    if (column < 0 || row < 0 || column >= 1 || row >= 1) continue;
    shared += data[Math.floor(row * height) * width + Math.floor(column * width)] ?? 0;
  }
  const pixels = ({ mask: { width }, window }: Hole): number => (window.width / width) ** 2;
  const size = whole.mask.data.reduce((sum, value) => sum + value, 0) * pixels(whole);
  return shared > area * CONTAINED && size > area * pixels(part) * LARGER;
}

async function copyOf(raster: Raster, { window }: Region, scale: number): Promise<Raster> {
  const size = {
    width: Math.max(1, Math.round(raster.width * scale)),
    height: Math.max(1, Math.round(raster.height * scale)),
  };
  const left = Math.min(size.width - 1, Math.round(window.left * scale));
  const top = Math.min(size.height - 1, Math.round(window.top * scale));
  return resample(raster, size, {
    left,
    top,
    width: Math.max(1, Math.min(size.width - left, Math.round(window.width * scale))),
    height: Math.max(1, Math.min(size.height - top, Math.round(window.height * scale))),
  });
}
