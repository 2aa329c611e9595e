/** Where a headline goes: big, centred, and over as little of the subject as can be. */

import type { Size } from "../../sizes.js";
import {
  type Box,
  boxInFrame,
  coveredShare,
  type Placement,
  type Subject,
  scaledPicture,
} from "../composition.js";
import { CAP_HEIGHT, LEADING, layOut, type Measure, type TextBlock } from "./layout.js";

/** A headline may cover this share of the subject before anything is moved. More, and letters merge with hair. */
const TOLERATED = 0.005;
/** The subject is never made smaller than this share of the size that it has without a headline. */
const SMALLEST_SCALE = 0.6;
/** Shares of the frame's height: the margin at its upper and lower edge, and the air around the headline. */
const MARGIN = 0.075;
const AIR = 0.05;
/** Shares of the frame: the widest and highest that a headline gets. */
const WIDTH = 0.8;
const HEIGHT = 0.25;
/** Font sizes as shares of the frame's mean edge. */
const LARGEST = 0.125;
const SMALLEST = 0.028;
/** How far the subject is pulled towards the middle when it is moved anyway, as a share of the frame's width. */
const PULL = 0.08;
/** Smaller settings that are tried before a headline covers more. */
const REDUCTIONS = [1, 0.88, 0.76, 0.65];

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

/** Nothing when the text does not fit the frame at a legible size. */
export function composeHeadline(text: string, measure: Measure, scene: Scene): Composition | undefined {
  const full = layOut(text, measure, limitsFor(scene.frame, 1));
  if (!full) return undefined;
  const inPlace = leastCovering(text, measure, scene);
  if (inPlace.headline.covered <= TOLERATED || !scene.subject || !scene.movable) return inPlace;
  for (const reduction of REDUCTIONS) {
    const block = layOut(text, measure, limitsFor(scene.frame, reduction));
    const composition = block && makeRoom(block, scene, scene.subject);
    if (composition && composition.headline.covered <= TOLERATED) return composition;
  }
  return inPlace;
}

function limitsFor(frame: Size, reduction: number) {
  const edge = Math.sqrt(frame.width * frame.height);
  return {
    width: frame.width * WIDTH * reduction,
    height: frame.height * HEIGHT * reduction,
    largest: edge * LARGEST * reduction,
    smallest: edge * SMALLEST,
  };
}

/** Tries heights and sizes with the picture where it is; larger and higher up wins a tie. */
function leastCovering(text: string, measure: Measure, scene: Scene): Composition {
  const { frame, placement, subject } = scene;
  let best: { composition: Composition; cost: number } | undefined;
  for (const reduction of REDUCTIONS) {
    const block = layOut(text, measure, limitsFor(frame, reduction));
    if (!block) continue;
    const first = frame.height * MARGIN;
    const last = frame.height * (1 - MARGIN) - block.height;
    for (let step = 0; step <= 20; step++) {
      const top = Math.round(first + ((last - first) * step) / 20);
      const covered = subject ? coveredShare(subject, placement, lineBoxes(block, frame, top)) : 0;
      const edge = Math.min(step, 20 - step) / 20;
      const cost = covered + (1 - reduction) * 0.04 + edge * 0.04 + (step > 0 ? 0.004 : 0);
      if (!best || cost < best.cost) {
        best = { composition: { placement, headline: { block, top, covered } }, cost };
      }
    }
  }
  if (!best) throw new Error("a headline that fits has no place");
  return best.composition;
}

/** The boxes that a text's lines fill when it is centred, with a little air. */
export function lineBoxes(block: TextBlock, frame: Size, top: number): Box[] {
  const air = block.size * 0.12;
  return block.widths.map((width, line) => {
    const start = top + line * LEADING * block.size;
    return {
      left: (frame.width - width) / 2 - air,
      right: (frame.width + width) / 2 + air,
      top: start - air,
      bottom: start + CAP_HEIGHT * block.size + air,
    };
  });
}

/** Makes the subject just small enough to leave a band for the headline, above it or, failing that, below. */
function makeRoom(block: TextBlock, scene: Scene, subject: Subject): Composition | undefined {
  const { frame, source } = scene;
  if (subject.cut.top && subject.cut.bottom) return undefined;
  const margin = frame.height * MARGIN;
  const band = margin + block.height + frame.height * AIR;
  const below = subject.cut.top;
  // At a side where the subject is cut off it stays at the frame's edge; elsewhere it keeps a margin.
  const loose = subject.cut.top || subject.cut.bottom ? 0 : frame.height * AIR;
  const room = frame.height - band - loose;
  const full = boxInFrame(subject, { scale: 1, picture: scaledPicture(source, frame, 1), left: 0, top: 0 });
  const base = scene.placement.scale;
  const scale = Math.min(
    base,
    room / (full.bottom - full.top),
    (frame.width * 0.94) / (full.right - full.left),
  );
  if (scale < base * SMALLEST_SCALE) return undefined;
  const picture = scaledPicture(source, frame, scale);
  if (subject.cut.left && subject.cut.right && picture.width < frame.width) return undefined;
  const box = boxInFrame(subject, { scale, picture, left: 0, top: 0 });
  const span = below ? { from: loose, to: frame.height - band } : { from: band, to: frame.height - loose };
  // A subject that had to be fitted in anyway has no place of its own; it goes into the middle of what is left.
  const wanted = base < 1 ? (span.from + span.to - box.top - box.bottom) / 2 : scene.placement.top;
  const top = Math.round(alongHeight(wanted, box, span, subject));
  const left = Math.round(alongWidth(scene, subject, box, picture));
  const placement: Placement = { scale, picture, left, top };
  const headlineTop = Math.round(below ? frame.height - margin - block.height : margin);
  const covered = coveredShare(subject, placement, lineBoxes(block, frame, headlineTop));
  return { placement, headline: { block, top: headlineTop, covered } };
}

function alongHeight(wanted: number, box: Box, span: { from: number; to: number }, subject: Subject): number {
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
