/** Puts several pictures into one. */

import type { Size } from "../../sizes.js";
import type { Anchor, Arrangement } from "../instructions/operations.js";
import { resample, type Window } from "../picture/codec.js";
import { type Raster, smoothstep } from "../picture/raster.js";
import { paintColour } from "./background.js";
import { type Cell, columnCells, covering, fitting, gridCells, rowCells } from "./cells.js";

const GROUND = { rgb: [255, 255, 255] } as const;
/** The most of the frame's width and of its height that an inset takes. */
const INSET = 0.36;
/** Between the inset and the frame's edges, and its own border, as shares of the frame's short edge. */
const INSET_MARGIN = 0.045;
const INSET_BORDER = 0.006;
/** The inset's shadow: how far it lies below, how soft it is (shares of the frame's short edge), and how dark. */
const SHADOW = { drop: 0.008, reach: 0.028, darkness: 0.38 };

/** `pictures` are all inputs, in order; the arrangement says which of them it uses. Throws a RangeError for one that is not there. */
export async function arrange(
  pictures: readonly Raster[],
  arrangement: Arrangement,
  frame: Size,
): Promise<Raster> {
  const pick = (index: number): Raster => {
    const picture = pictures[index];
    if (!picture) throw new RangeError(`there is no picture ${index + 1} to arrange`);
    return picture;
  };
  if (arrangement.kind === "inset") {
    const base = await cover(pick(arrangement.base), frame);
    return withInset(base, pick(arrangement.inset), arrangement.anchor);
  }
  const chosen = arrangement.images?.map(pick) ?? pictures;
  const cells =
    arrangement.kind === "grid"
      ? gridCells(chosen, frame, arrangement.columns)
      : (arrangement.direction === "row" ? rowCells : columnCells)(chosen, frame);
  const result = paintColour(frame, GROUND);
  for (const [index, cell] of cells.entries()) {
    const picture = chosen[index];
    if (picture) paste(result, await cut(picture, cell), cell.place);
  }
  return result;
}

/** The picture over the whole frame; what has to be cut off is cut off evenly. */
export function cover(picture: Raster, frame: Size): Promise<Raster> {
  return cut(picture, { place: { ...frame, left: 0, top: 0 }, scaled: covering(picture, frame) });
}

function cut(picture: Raster, { place: { width, height }, scaled }: Cell): Promise<Raster> {
  const left = Math.floor((scaled.width - width) / 2);
  const top = Math.floor((scaled.height - height) / 2);
  return resample(picture, scaled, { left, top, width, height });
}

/** A part that reaches out of the picture is cut off. */
function paste(picture: Raster, part: Raster, { left, top }: Window): void {
  const width = Math.min(part.width, picture.width - left);
  for (let y = 0; y < Math.min(part.height, picture.height - top); y++) {
    const row = part.data.subarray(y * part.width * 3, (y * part.width + width) * 3);
    picture.data.set(row, ((y + top) * picture.width + left) * 3);
  }
}

/** Lays a picture with a thin white border and a soft shadow over `base`, which is changed. */
async function withInset(base: Raster, inset: Raster, anchor: Anchor): Promise<Raster> {
  const edge = Math.min(base.width, base.height);
  const border = Math.max(1, Math.round(edge * INSET_BORDER));
  const margin = Math.round(edge * INSET_MARGIN);
  const size = fitting(inset, { width: base.width * INSET, height: base.height * INSET });
  const outer = { width: size.width + 2 * border, height: size.height + 2 * border };
  const place = {
    ...outer,
    left: along(anchor.horizontal, ["left", "centre", "right"], base.width, outer.width, margin),
    top: along(anchor.vertical, ["top", "middle", "bottom"], base.height, outer.height, margin),
  };
  const reach = Math.max(1, edge * SHADOW.reach);
  dropShadow(base, { ...place, top: place.top + Math.round(edge * SHADOW.drop) }, reach);
  paste(base, paintColour(outer, GROUND), place);
  const scaled = await resample(inset, size, { ...size, left: 0, top: 0 });
  paste(base, scaled, { ...size, left: place.left + border, top: place.top + border });
  return base;
}

function along<Name extends string>(
  where: Name,
  [near, middle]: readonly Name[],
  room: number,
  length: number,
  margin: number,
): number {
  const free = Math.max(0, room - length);
  if (where === near) return Math.min(margin, free);
  return where === middle ? Math.round(free / 2) : Math.max(0, free - margin);
}

/** Under a rectangle, fading to nothing `reach` pixels outside it. */
function dropShadow({ width, height, data }: Raster, box: Window, reach: number): void {
  const fade = (position: number, from: number, to: number): number =>
    smoothstep(from - reach, from + reach, position) * (1 - smoothstep(to - reach, to + reach, position));
  for (let y = Math.max(0, Math.floor(box.top - reach)); y < height; y++) {
    if (y > box.top + box.height + reach) break;
    const row = SHADOW.darkness * fade(y + 0.5, box.top, box.top + box.height);
    for (let x = Math.max(0, Math.floor(box.left - reach)); x < width; x++) {
      if (x > box.left + box.width + reach) break;
      const light = 1 - row * fade(x + 0.5, box.left, box.left + box.width);
      const at = (y * width + x) * 3;
      for (let byte = at; byte < at + 3; byte++) data[byte] = Math.round((data[byte] ?? 0) * light);
    }
  }
}
