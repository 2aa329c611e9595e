/** Makes a subject smaller, and moves it, so that it stands between two heights of the frame. */

import type { Size } from "../../sizes.js";
import { type Box, boxInFrame, type Placement, type Subject, scaledPicture } from "../composition.js";
import type { Scene } from "./headline.js";

/** The subject is never made smaller than this share of the size that it has without a text. */
const SMALLEST_SCALE = 0.6;
/** How far the subject is pulled towards the middle when it is moved anyway, as a share of the frame's width. */
const PULL = 0.08;

/** Heights in pixels of the frame. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Nothing when the subject would become too small, or would end in mid-air where the photo cuts it off. */
export function fitBetween(span: Span, scene: Scene, subject: Subject): Placement | undefined {
  const { frame, source } = scene;
  if (subject.cut.top && subject.cut.bottom) return undefined;
  const full = boxInFrame(subject, { scale: 1, picture: scaledPicture(source, frame, 1), left: 0, top: 0 });
  const base = scene.placement.scale;
  const scale = Math.min(
    base,
    (span.to - span.from) / (full.bottom - full.top),
    (frame.width * 0.94) / (full.right - full.left),
  );
  if (scale < base * SMALLEST_SCALE) return undefined;
  const picture = scaledPicture(source, frame, scale);
  if (subject.cut.left && subject.cut.right && picture.width < frame.width) return undefined;
  const box = boxInFrame(subject, { scale, picture, left: 0, top: 0 });
  // A subject that had to be fitted in anyway has no place of its own; it goes into the middle of what is left.
  const wanted = base < 1 ? (span.from + span.to - box.top - box.bottom) / 2 : scene.placement.top;
  const top = Math.round(alongHeight(wanted, box, span, subject));
  const left = Math.round(alongWidth(scene, subject, box, picture));
  return { scale, picture, left, top };
}

function alongHeight(wanted: number, box: Box, span: Span, subject: Subject): number {
  if (subject.cut.bottom) return Math.max(span.to, span.from) - box.bottom;
  if (subject.cut.top) return span.from - box.top;
  return Math.min(Math.max(wanted, span.from - box.top), span.to - box.bottom);
}

/** Stays where the subject's middle was, drawn a little to the frame's middle; cut sides stay at the edge. */
function alongWidth(scene: Scene, subject: Subject, box: Box, picture: Size): number {
  const { frame, placement } = scene;
  if (subject.cut.left && !subject.cut.right) return 0;
  if (subject.cut.right && !subject.cut.left) return frame.width - picture.width;
  const before = boxInFrame(subject, placement);
  const middle = (before.left + before.right) / 2;
  const offset = frame.width / 2 - middle;
  const pull = Math.sign(offset) * Math.min(Math.abs(offset), frame.width * PULL);
  return middle + pull - (box.left + box.right) / 2;
}
