/** Where the photo lies in the frame, and how that is told. */

import type { Size } from "../../sizes.js";
import { coverPlacement, fitPlacement, type Placement, type Subject, scaledPicture } from "../composition.js";
import type { Background } from "../instructions/operations.js";
import type { Notes } from "./notes.js";

/** Air around a subject that has to be made smaller to fit, as a share of the frame. */
const FIT_MARGIN = 0.06;
/** In another picture's scene: the largest that a subject gets, and where it stands, as shares of the frame. */
const SCENE_WIDTH = 0.62;
const SCENE_HEIGHT = 0.64;
const SCENE_FLOOR = 0.9;

export interface PlacementOptions {
  /** What is painted behind the subject; absent where the photo keeps its own. */
  readonly background: Background | undefined;
  /** The subject may be made smaller and moved. */
  readonly free: boolean;
}

export function placementOf(
  source: Size,
  frame: Size,
  subject: Subject | undefined,
  { background, free }: PlacementOptions,
): Placement {
  if (!free || !subject) return coverPlacement(source, frame, subject);
  if (background?.kind === "picture") return scenePlacement(source, frame, subject);
  return fitPlacement(source, frame, subject, FIT_MARGIN);
}

/** On the floor of a scene, about where it stood from left to right; one that runs out of its photo goes on doing so. */
function scenePlacement(source: Size, frame: Size, subject: Subject): Placement {
  const { box, cut } = subject;
  const fitted = fitPlacement(source, frame, subject, FIT_MARGIN);
  if (cut.left || cut.right || cut.top || cut.bottom) return fitted;
  const full = scaledPicture(source, frame, 1);
  const scale = Math.min(
    fitted.scale,
    (frame.width * SCENE_WIDTH) / ((box.right - box.left) * full.width),
    (frame.height * SCENE_HEIGHT) / ((box.bottom - box.top) * full.height),
  );
  const picture = scaledPicture(source, frame, Math.min(scale, 0.999));
  const middle = ((box.left + box.right) / 2) * frame.width;
  const left = Math.round((middle + frame.width / 2) / 2 - ((box.left + box.right) / 2) * picture.width);
  const top = Math.round(frame.height * SCENE_FLOOR - box.bottom * picture.height);
  return { scale: Math.min(scale, 0.999), picture, left, top };
}

export function reportResize(source: Size, frame: Size, placement: Placement, notes: Notes): void {
  const cropped = placement.picture.width > frame.width + 1 || placement.picture.height > frame.height + 1;
  const sizes = `from ${source.width}×${source.height} to ${frame.width}×${frame.height}`;
  notes.did("resize", `Scaled the photo ${sizes}${cropped ? ", cropping what did not fit" : ""}.`);
}

/** Says where the picture's corner went and how large it is, in the frame's pixels, if it is not where it was. */
export function reportPlacement(placed: Placement, before: Placement, notes: Notes): void {
  if (placed.scale >= 1) return;
  const { scale, picture, left, top } = placed;
  const at = `scale ${scale.toFixed(3)}, the photo as ${picture.width}×${picture.height} at x ${left}, y ${top}`;
  const reason = placed === before ? "fit into the frame" : "leave room for the headline";
  notes.did("place-subject", `Made the subject smaller, to ${reason}: ${at}.`);
}
