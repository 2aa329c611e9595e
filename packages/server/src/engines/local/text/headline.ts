/** Where a headline goes: big, where it is wanted, and over as little of the subject as can be. */

import type { Size } from "../../sizes.js";
import { coveredShare, type Placement, type Subject } from "../composition.js";
import type { Anchor } from "../instructions/operations.js";
import type { Alignment } from "./ink.js";
import { type Limits, layOut, type TextBlock, type Typesetter } from "./layout.js";
import { fitBetween } from "./make-room.js";
import { edgeOf, lineBoxes, overlapsAny, type Reserved } from "./places.js";

/** A headline may cover this share of the subject before anything is moved. More, and letters merge with hair. */
const TOLERATED = 0.005;
/** Shares of the frame's height: the margin at its upper and lower edge, and the air around the headline. */
const MARGIN = 0.075;
const AIR = 0.05;
/** Shares of the frame: the widest and highest that a headline gets. */
const WIDTH = 0.8;
const HEIGHT = 0.25;
/** Font sizes as shares of the frame's mean edge. */
const LARGEST = 0.125;
const SMALLEST = 0.028;
/** Smaller settings that are tried before a headline covers more. */
const REDUCTIONS = [1, 0.88, 0.76, 0.65];

/** What a size that is asked for makes of the limits above. */
const SIZES = { small: 0.6, medium: 1, large: 1.35 } as const;
/** Heights that are tried, from the upper margin to the lower one. */
const STEPS = 20;
/** How many of them a headline may be pushed away from where it is wanted, by another text. */
const PUSHED = 6;

export interface PlacedHeadline {
  readonly block: TextBlock;
  /** Of the first line's capitals, in pixels from the frame's top. */
  readonly top: number;
  /** Share of the subject that lies under it. */
  readonly covered: number;
}

export interface Composition {
  readonly headline: PlacedHeadline;
  readonly placement: Placement;
}

export interface Scene {
  readonly frame: Size;
  readonly source: Size;
  /** The picture where it would lie without a headline. */
  readonly placement: Placement;
  /** Absent when none was found; then no place is better than another. */
  readonly subject?: Subject;
  /** Whether the subject may be made smaller and moved. */
  readonly movable: boolean;
}

/** What is asked of a headline, and what else is in the picture. */
export interface HeadlineWish {
  readonly position?: Anchor;
  readonly size?: "small" | "large";
  readonly reserved?: Reserved;
}

/** Nothing when the text does not fit the frame at a legible size, or not beside what is there already. */
export function composeHeadline(
  text: string,
  typesetter: Typesetter,
  scene: Scene,
  wish: HeadlineWish = {},
): Composition | undefined {
  const inPlace = leastCovering(text, typesetter, scene, wish);
  if (!inPlace) return undefined;
  if (inPlace.headline.covered <= TOLERATED || !scene.subject || !scene.movable) return inPlace;
  for (const reduction of REDUCTIONS) {
    const block = layOut(text, typesetter, limitsFor(scene.frame, reduction, wish));
    const composition = block && makeRoom(block, scene, scene.subject, wish);
    if (composition && composition.headline.covered <= TOLERATED) return composition;
  }
  return inPlace;
}

/** A headline at one side keeps to its half of the frame. */
export function alignmentOf(position: Anchor | undefined): Alignment {
  return position?.horizontal ?? "centre";
}

function limitsFor(frame: Size, reduction: number, { position, size }: HeadlineWish): Limits {
  const edge = Math.sqrt(frame.width * frame.height);
  const factor = reduction * SIZES[size ?? "medium"];
  const share = alignmentOf(position) === "centre" ? Math.min(WIDTH * factor, 0.9) : WIDTH * 0.6 * factor;
  return {
    width: frame.width * share,
    height: frame.height * HEIGHT * factor,
    largest: edge * LARGEST * factor,
    smallest: edge * SMALLEST,
  };
}

/** Tries heights and sizes with the picture where it is; larger and higher up wins a tie. */
function leastCovering(
  text: string,
  typesetter: Typesetter,
  scene: Scene,
  wish: HeadlineWish,
): Composition | undefined {
  const { frame, placement, subject } = scene;
  const alignment = alignmentOf(wish.position);
  let best: { composition: Composition; cost: number } | undefined;
  for (const reduction of REDUCTIONS) {
    const block = layOut(text, typesetter, limitsFor(frame, reduction, wish));
    if (!block) continue;
    const first = frame.height * MARGIN;
    const last = frame.height * (1 - MARGIN) - block.height;
    for (const { step, pushed } of stepsFor(wish)) {
      const top = Math.round(first + ((last - first) * step) / STEPS);
      const boxes = lineBoxes(block, alignment, edgeOf(frame, alignment), top);
      if (overlapsAny(boxes, wish.reserved)) continue;
      const covered = subject ? coveredShare(subject, placement, boxes) : 0;
      const edge = Math.min(step, STEPS - step) / STEPS;
      const place = wish.position ? pushed * 0.05 : edge * 0.04 + (step > 0 ? 0.004 : 0);
      const cost = covered + (1 - reduction) * 0.04 + place;
      if (!best || cost < best.cost) {
        best = { composition: { placement, headline: { block, top, covered } }, cost };
      }
    }
  }
  return best?.composition;
}

/** The heights to try, and how far each is from the one that is wanted. */
function stepsFor({ position }: HeadlineWish): { step: number; pushed: number }[] {
  const all = Array.from({ length: STEPS + 1 }, (_, step) => step);
  if (!position) return all.map((step) => ({ step, pushed: 0 }));
  const wanted = { top: 0, middle: STEPS / 2, bottom: STEPS }[position.vertical];
  return all
    .map((step) => ({ step, pushed: Math.abs(step - wanted) }))
    .filter(({ pushed }) => pushed <= PUSHED)
    .sort((a, b) => a.pushed - b.pushed);
}

/** Makes the subject just small enough to leave a band for the headline, above it or, failing that, below. */
function makeRoom(
  block: TextBlock,
  scene: Scene,
  subject: Subject,
  { position, reserved }: HeadlineWish,
): Composition | undefined {
  const { frame } = scene;
  const below = position ? position.vertical === "bottom" : subject.cut.top;
  if (position?.vertical === "middle" || (below ? subject.cut.bottom : subject.cut.top)) return undefined;
  const taken = reserved?.bands ?? { top: 0, bottom: 0 };
  const margin = Math.max(frame.height * MARGIN, below ? taken.bottom : taken.top);
  const band = margin + block.height + frame.height * AIR;
  // At a side where the subject is cut off it stays at the frame's edge; elsewhere it keeps a margin.
  const loose = subject.cut.top || subject.cut.bottom ? 0 : frame.height * AIR;
  const span = below
    ? { from: subject.cut.top ? 0 : Math.max(loose, taken.top), to: frame.height - band }
    : { from: band, to: frame.height - (subject.cut.bottom ? 0 : Math.max(loose, taken.bottom)) };
  const placement = fitBetween(span, scene, subject);
  if (!placement) return undefined;
  const top = Math.round(below ? frame.height - margin - block.height : margin);
  const alignment = alignmentOf(position);
  const boxes = lineBoxes(block, alignment, edgeOf(frame, alignment), top);
  if (overlapsAny(boxes, reserved)) return undefined;
  return { placement, headline: { block, top, covered: coveredShare(subject, placement, boxes) } };
}
