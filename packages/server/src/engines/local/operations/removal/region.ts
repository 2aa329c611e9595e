/** The part of a picture that an anchor names, and a small copy of it to look at. */

import type { Size } from "../../../sizes.js";
import type { Anchor } from "../../instructions/operations.js";
import type { Window } from "../../picture/codec.js";

/** On which sides of the region background is expected. At an edge that the named ninth lies at, an object may run out of the picture. */
export interface OpenSides {
  readonly left: boolean;
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
}

export interface Region {
  /** What is looked at, in the picture's pixels. */
  readonly window: Window;
  /** The named ninth, in the picture's pixels. */
  readonly ninth: Window;
  readonly open: OpenSides;
}

/** `surroundings` is how far around the ninth is looked, as a share of the ninth: an object seldom ends at a line that nobody drew. */
export function regionAt({ width, height }: Size, anchor: Anchor, surroundings: number): Region {
  const [left, right] = span(width, ["left", "centre", "right"].indexOf(anchor.horizontal));
  const [top, bottom] = span(height, ["top", "middle", "bottom"].indexOf(anchor.vertical));
  const across = Math.round((right - left) * surroundings);
  const down = Math.round((bottom - top) * surroundings);
  const window = between(
    Math.max(0, left - across),
    Math.max(0, top - down),
    Math.min(width, right + across),
    Math.min(height, bottom + down),
  );
  return {
    window,
    ninth: between(left, top, right, bottom),
    open: {
      left: anchor.horizontal !== "left",
      top: anchor.vertical !== "top",
      right: anchor.horizontal !== "right",
      bottom: anchor.vertical !== "bottom",
    },
  };
}

function span(length: number, third: number): readonly [number, number] {
  return [Math.round((length * third) / 3), Math.round((length * (third + 1)) / 3)];
}

function between(left: number, top: number, right: number, bottom: number): Window {
  return { left, top, width: right - left, height: bottom - top };
}

/** A window with air around it, inside the picture. */
export function widened(window: Window, air: number, { width, height }: Size): Window {
  return between(
    Math.max(0, Math.floor(window.left - air)),
    Math.max(0, Math.floor(window.top - air)),
    Math.min(width, Math.ceil(window.left + window.width + air)),
    Math.min(height, Math.ceil(window.top + window.height + air)),
  );
}
