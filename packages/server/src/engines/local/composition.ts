/** Where the picture lies in the frame, and how much of the subject a text would cover. */

import type { Size } from "../sizes.js";
import type { Window } from "./picture/codec.js";
import type { Plane } from "./picture/raster.js";
import { type Bounds, boundsOf } from "./studio/bounds.js";

/** A rectangle in pixels of the frame. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The whole source picture, scaled and laid over the frame; it may reach beyond it or leave parts of it free. */
export interface Placement {
  /** 1 where the picture just covers the frame; smaller where it was made smaller. */
  readonly scale: number;
  /** Size of the whole picture in the frame's pixels. */
  readonly picture: Size;
  /** Of the picture's upper left corner. */
  readonly left: number;
  readonly top: number;
}

/** The subject, as far as a composition needs to know it. */
export interface Subject {
  /** Opacity over the whole source picture, coarse. */
  readonly alpha: Plane;
  /** Box of the opaque part, as shares of the picture's edges. */
  readonly box: Box;
  /** Sides of the picture that the subject runs out of. It must go on doing so, or it would end in mid-air. */
  readonly cut: {
    readonly left: boolean;
    readonly top: boolean;
    readonly right: boolean;
    readonly bottom: boolean;
  };
}

/** How near an edge counts as touching it, as a share of the picture. */
const TOUCHING = 0.008;

export function subjectOf(alpha: Plane): Subject | undefined {
  const bounds = boundsOf(alpha);
  if (!bounds) return undefined;
  const box = shares(bounds, alpha);
  const cut = {
    left: box.left < TOUCHING,
    top: box.top < TOUCHING,
    right: box.right > 1 - TOUCHING,
    bottom: box.bottom > 1 - TOUCHING,
  };
  return { alpha, box, cut };
}

function shares({ left, top, right, bottom }: Bounds, { width, height }: Size): Box {
  return { left: left / width, top: top / height, right: (right + 1) / width, bottom: (bottom + 1) / height };
}

/** The picture at `scale` times the size at which it just covers the frame, centred. */
export function scaledPicture(source: Size, frame: Size, scale: number): Size {
  const cover = Math.max(frame.width / source.width, frame.height / source.height) * scale;
  // Rounding must not leave a line of the frame uncovered at the picture's own scale.
  const round = scale < 1 ? Math.round : (edge: number): number => Math.ceil(edge - 1e-6);
  return { width: round(source.width * cover), height: round(source.height * cover) };
}

/** The picture covers the frame; what has to be cropped is cropped evenly, unless that would cut the subject. */
export function coverPlacement(source: Size, frame: Size, subject?: Subject): Placement {
  const picture = scaledPicture(source, frame, 1);
  const left = slide(picture.width, frame.width, subject && [subject.box.left, subject.box.right]);
  const top = slide(picture.height, frame.height, subject && [subject.box.top, subject.box.bottom]);
  return { scale: 1, picture, left, top };
}

/**
 * As {@link coverPlacement}, but a subject that is larger than the frame is made to fit into it, with a margin (a share
 * of the frame): for a frame of another shape whose background is painted anew.
 */
export function fitPlacement(source: Size, frame: Size, subject: Subject, margin: number): Placement {
  const cover = coverPlacement(source, frame, subject);
  const box = boxInFrame(subject, { ...cover, left: 0, top: 0 });
  const air = 1 - 2 * margin;
  const fits = Math.min(
    (frame.width * air) / (box.right - box.left),
    (frame.height * air) / (box.bottom - box.top),
  );
  const whole = box.right - box.left <= frame.width && box.bottom - box.top <= frame.height;
  const { cut } = subject;
  if (whole || (cut.left && cut.right) || (cut.top && cut.bottom)) return cover;
  const picture = scaledPicture(source, frame, fits);
  const along = (
    length: number,
    room: number,
    span: readonly [number, number],
    ends: readonly [boolean, boolean],
  ) => {
    if (ends[0]) return 0;
    if (ends[1]) return room - length;
    return Math.round(room / 2 - ((span[0] + span[1]) / 2) * length);
  };
  const left = along(
    picture.width,
    frame.width,
    [subject.box.left, subject.box.right],
    [cut.left, cut.right],
  );
  const top = along(
    picture.height,
    frame.height,
    [subject.box.top, subject.box.bottom],
    [cut.top, cut.bottom],
  );
  return { scale: fits, picture, left, top };
}

/** The offset along one axis that is nearest to the middle and shows the span, or the span's middle if it is too long. */
function slide(length: number, room: number, span: readonly [number, number] = [0.5, 0.5]): number {
  const middle = (room - length) / 2;
  const [first, last] = [span[0] * length, span[1] * length];
  const wanted =
    last - first > room ? (room - first - last) / 2 : Math.min(Math.max(middle, -first), room - last);
  return Math.round(Math.min(0, Math.max(room - length, wanted)));
}

/** The subject's box in the frame. */
export function boxInFrame(subject: Subject, { picture, left, top }: Placement): Box {
  const { box } = subject;
  return {
    left: left + box.left * picture.width,
    top: top + box.top * picture.height,
    right: left + box.right * picture.width,
    bottom: top + box.bottom * picture.height,
  };
}

/** The share of the subject that lies under any of the boxes, which must not overlap each other. */
export function coveredShare(subject: Subject, placement: Placement, boxes: readonly Box[]): number {
  const { width, height, data } = subject.alpha;
  let total = 0;
  let covered = 0;
  for (let y = 0, i = 0; y < height; y++) {
    const frameY = placement.top + ((y + 0.5) / height) * placement.picture.height;
    const rows = boxes.filter((box) => frameY >= box.top && frameY < box.bottom);
    for (let x = 0; x < width; x++, i++) {
      const opacity = data[i] ?? 0;
      total += opacity;
      if (rows.length === 0 || opacity === 0) continue;
      const frameX = placement.left + ((x + 0.5) / width) * placement.picture.width;
      if (rows.some((box) => frameX >= box.left && frameX < box.right)) covered += opacity;
    }
  }
  return total > 0 ? covered / total : 0;
}

/** The part of the placed picture that is inside the frame, in the picture's pixels. */
export function visibleWindow({ picture, left, top }: Placement, frame: Size): Window {
  const x = Math.max(0, -left);
  const y = Math.max(0, -top);
  const width = Math.min(picture.width, frame.width - left) - x;
  const height = Math.min(picture.height, frame.height - top) - y;
  return { left: x, top: y, width, height };
}
