/** A frame lies around what was composed and not over it: the picture is made so much smaller beforehand. */

import type { Size } from "../../sizes.js";
import type { Frame } from "../instructions/operations.js";
import type { EditPlan } from "../instructions/plan.js";
import { drawFrame, frameWidth } from "../operations/frame.js";
import { type Plane, planeOf, type Raster } from "../picture/raster.js";
import type { Notes } from "./notes.js";

/** The size that is left inside the frame. */
export function insideFrame(size: Size, plan: EditPlan): Size {
  const border = plan.frame ? borderOf(size, plan.frame.frame) : 0;
  return { width: size.width - 2 * border, height: size.height - 2 * border };
}

export function framed(picture: Raster, size: Size, plan: EditPlan, notes: Notes): Raster {
  if (!plan.frame) return picture;
  const { frame } = plan.frame;
  notes.did("add-frame", `Drew a ${frame.width} ${frame.colour?.name ?? "white"} frame around the picture.`);
  return drawFrame(laidInto(picture, size, borderOf(size, frame)), frame);
}

function borderOf(size: Size, frame: Frame): number {
  return frameWidth({ ...size, data: NO_PIXELS }, frame);
}

const NO_PIXELS = new Uint8Array();

function laidInto(picture: Raster, size: Size, border: number): Raster {
  const data = new Uint8Array(size.width * size.height * 3);
  for (let y = 0; y < picture.height; y++) {
    const row = picture.data.subarray(y * picture.width * 3, (y + 1) * picture.width * 3);
    data.set(row, ((y + border) * size.width + border) * 3);
  }
  return { ...size, data, ...(picture.alpha && { alpha: opacityInto(picture.alpha, size, border) }) };
}

function opacityInto(alpha: Plane, size: Size, border: number): Plane {
  const whole = planeOf(size, () => 1);
  for (let y = 0; y < alpha.height; y++) {
    const row = alpha.data.subarray(y * alpha.width, (y + 1) * alpha.width);
    whole.data.set(row, (y + border) * size.width + border);
  }
  return whole;
}
