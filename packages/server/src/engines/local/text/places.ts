/** Boxes of texts: what a text fills where it stands, and what other texts have taken. */

import type { Size } from "../../sizes.js";
import type { Box } from "../composition.js";
import type { Alignment } from "./ink.js";
import { CAP_HEIGHT, type TextBlock } from "./layout.js";

/** What the texts that are placed already leave to the next one. */
export interface Reserved {
  readonly boxes: readonly Box[];
  /** Heights in pixels at the frame's upper and lower edge that a moved subject should keep clear of. */
  readonly bands: { readonly top: number; readonly bottom: number };
}

/** Distance of a text at one side from that side, as a share of the frame's width. */
const SIDE_MARGIN = 0.06;

/** Where lines of an alignment have their left ends, middles or right ends, in pixels of the frame. */
export function edgeOf(frame: Size, alignment: Alignment): number {
  return frame.width * { left: SIDE_MARGIN, centre: 0.5, right: 1 - SIDE_MARGIN }[alignment];
}

/** The boxes that a text's lines fill when they are aligned at `edge`, with a little air. */
export function lineBoxes(block: TextBlock, alignment: Alignment, edge: number, top: number): Box[] {
  const air = block.size * 0.12;
  const share = { left: 0, centre: 0.5, right: 1 }[alignment];
  const inkHeight = Math.max(
    CAP_HEIGHT * block.size,
    block.height - block.leading * (block.lines.length - 1),
  );
  return block.widths.map((width, line) => {
    const start = top + line * block.leading;
    const left = edge - width * share;
    return { left: left - air, right: left + width + air, top: start - air, bottom: start + inkHeight + air };
  });
}

/** The box around all of them. */
export function boxAround(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

export function overlapsAny(boxes: readonly Box[], reserved: Reserved | undefined): boolean {
  return boxes.some((box) => reserved?.boxes.some((other) => overlaps(box, other)));
}

export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
