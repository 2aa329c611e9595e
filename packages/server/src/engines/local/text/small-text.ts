/** Where captions and labels go: small, at the place asked or at one that disturbs least, never over another text. */

import type { Size } from "../../sizes.js";
import { type Box, coveredShare } from "../composition.js";
import type { Anchor } from "../instructions/operations.js";
import type { Direction } from "./clusters.js";
import type { Scene } from "./headline.js";
import type { Alignment } from "./ink.js";
import { layOut, type TextBlock, type Typesetter } from "./layout.js";
import { overlapsAny, type Reserved } from "./places.js";

export type SmallRole = "caption" | "label";

export interface SmallWish {
  readonly role: SmallRole;
  readonly direction: Direction;
  readonly position?: Anchor;
  readonly size?: "small" | "large";
}

export interface PlacedSmallText {
  readonly block: TextBlock;
  readonly alignment: Alignment;
  /** Of the lines' left ends, middles or right ends, and of the block's top, in pixels of the frame. */
  readonly edge: number;
  readonly top: number;
  /** What it takes up, a label's plate included. */
  readonly box: Box;
}

interface Manner {
  /** Font sizes as shares of the frame's mean edge. */
  readonly sizes: { readonly small: number; readonly medium: number; readonly large: number };
  readonly smallest: number;
  /** Share of the frame's width that its lines may fill. */
  readonly width: number;
  readonly lines: number;
  /** Between the ink and the edge of the box, in multiples of the font size. */
  readonly padding: { readonly across: number; readonly along: number };
}

const MANNERS: Readonly<Record<SmallRole, Manner>> = {
  caption: {
    sizes: { small: 0.028, medium: 0.038, large: 0.054 },
    smallest: 0.02,
    width: 0.84,
    lines: 2,
    padding: { across: 0.2, along: 0.25 },
  },
  label: {
    sizes: { small: 0.02, medium: 0.026, large: 0.038 },
    smallest: 0.016,
    width: 0.44,
    lines: 3,
    padding: { across: 0.75, along: 0.6 },
  },
};

/** No letter is smaller than this many pixels. */
const LEGIBLE = 9;
/** Distance from the frame's edges, as a share of its mean edge. */
const MARGIN = 0.045;
/** A text that finds its place taken is moved in steps of this share of the frame's height. */
const STEP = 0.01;
const REDUCTIONS = [1, 0.85, 0.7];
/** A label without a place of its own has one of these. */
const CORNERS: readonly Anchor[] = [
  { vertical: "top", horizontal: "left" },
  { vertical: "top", horizontal: "right" },
  { vertical: "bottom", horizontal: "left" },
  { vertical: "bottom", horizontal: "right" },
];
const FOOT: Anchor = { vertical: "bottom", horizontal: "centre" };

export type SmallComposition = PlacedSmallText | { readonly reason: "too long" | "no room" };

export function composeSmallText(
  text: string,
  typesetter: Typesetter,
  scene: Scene,
  wish: SmallWish,
  reserved: Reserved,
): SmallComposition {
  const { frame } = scene;
  let fits = false;
  for (const reduction of REDUCTIONS) {
    const block = layOut(text, typesetter, limitsFor(frame, wish, reduction));
    if (!block) continue;
    fits = true;
    const placed = anchorsFor(wish)
      .flatMap((anchor) => placeAt(block, anchor, frame, wish, reserved) ?? [])
      .map((place) => ({ place, cost: costOf(place, scene) }))
      .sort((a, b) => a.cost - b.cost)[0];
    if (placed) return placed.place;
  }
  return { reason: fits ? "no room" : "too long" };
}

function limitsFor(frame: Size, { role, size }: SmallWish, reduction: number) {
  const { sizes, smallest, width, lines } = MANNERS[role];
  const edge = Math.sqrt(frame.width * frame.height);
  const least = Math.max(edge * smallest, LEGIBLE);
  return {
    width: frame.width * width,
    height: frame.height * 0.3,
    largest: Math.max(edge * sizes[size ?? "medium"] * reduction, least),
    smallest: least,
    mostLines: lines,
  };
}

function anchorsFor({ role, position, direction }: SmallWish): readonly Anchor[] {
  if (position) return [position];
  if (role === "caption") return [FOOT];
  return direction === "rtl" ? [...CORNERS].sort((a, b) => (a.horizontal < b.horizontal ? 1 : -1)) : CORNERS;
}

/** At the anchor, or as near to it as the texts that are there already allow. */
function placeAt(
  block: TextBlock,
  anchor: Anchor,
  frame: Size,
  { role, direction }: SmallWish,
  reserved: Reserved,
): PlacedSmallText | undefined {
  const { padding } = MANNERS[role];
  const pad = { across: padding.across * block.size, along: padding.along * block.size };
  const longest = Math.max(...block.widths);
  const width = longest + 2 * pad.across;
  const height = block.height + 2 * pad.along;
  const margin = Math.sqrt(frame.width * frame.height) * MARGIN;
  const room = { width: frame.width - 2 * margin, height: frame.height - 2 * margin };
  if (width > room.width || height > room.height) return undefined;
  const left = Math.round(
    margin + (room.width - width) * { left: 0, centre: 0.5, right: 1 }[anchor.horizontal],
  );
  const wanted = margin + (room.height - height) * { top: 0, middle: 0.5, bottom: 1 }[anchor.vertical];
  for (const offset of offsets(anchor, room.height)) {
    const start = Math.round(wanted + offset);
    if (start < margin - 1 || start + height > frame.height - margin + 1) continue;
    const box = { left, top: start, right: left + width, bottom: start + height };
    if (overlapsAny([box], reserved)) continue;
    const alignment = role === "caption" ? anchor.horizontal : alignmentOnPlate(block, direction);
    const inner = { left: box.left + pad.across, right: box.right - pad.across };
    const edge = { left: inner.left, centre: (inner.left + inner.right) / 2, right: inner.right }[alignment];
    return { block, alignment, edge, top: start + pad.along, box };
  }
  return undefined;
}

/** Several lines on a plate begin where their script begins. */
function alignmentOnPlate({ lines }: TextBlock, direction: Direction): Alignment {
  if (lines.length === 1) return "centre";
  return direction === "rtl" ? "right" : "left";
}

/** Away from the edge that the anchor names; from the middle, either way. */
function offsets({ vertical }: Anchor, room: number): number[] {
  const steps = Array.from({ length: Math.ceil(0.5 / STEP) }, (_, index) => index * STEP * room);
  if (vertical === "middle") return steps.flatMap((offset) => (offset === 0 ? [0] : [offset, -offset]));
  return vertical === "top" ? steps : steps.map((offset) => -offset);
}

function costOf({ box }: PlacedSmallText, { subject, placement }: Scene): number {
  return subject ? coveredShare(subject, placement, [box]) : 0;
}
