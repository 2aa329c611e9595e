/** Reads places: "in the top left corner", "at the bottom, centred", "в правом нижнем углу". */

import type { Anchor } from "../operations.js";
import { isComma, type Reading } from "../reading.js";

export interface PlacedAnchor {
  readonly anchor: Anchor;
  /** Tokens that say it. */
  readonly tokens: readonly number[];
}

export interface AnchorOptions {
  /** "Above the cup" counts as the top of the picture. */
  readonly relative?: boolean;
}

interface Draft {
  vertical?: Anchor["vertical"];
  horizontal?: Anchor["horizontal"];
  /** "The middle", of which axis only its neighbours can tell. */
  middle: boolean;
  tokens: number[];
  /** Words such as "corner" that belong to it if nothing else comes between. */
  trailing: number[];
}

/** All places named in a range, in order. */
export function anchorsIn(
  reading: Reading,
  from: number,
  to: number,
  { relative = true }: AnchorOptions = {},
): PlacedAnchor[] {
  const found: PlacedAnchor[] = [];
  let draft: Draft = { middle: false, tokens: [], trailing: [] };
  const flush = (): void => {
    const anchor = anchorOf(draft);
    if (anchor) found.push({ anchor, tokens: draft.tokens });
    draft = { middle: false, tokens: [], trailing: [] };
  };
  for (let index = from; index < to; index++) {
    const axis = axisAt(reading, index, relative);
    if (axis === undefined) {
      if (reading.is(index, "place", "picture") || (reading.is(index, "frame") && draft.tokens.length > 0)) {
        // A "corner" before the words that say which one belongs to what follows as well.
        if (draft.tokens.length > 0) draft.tokens.push(...draft.trailing.splice(0), index);
        else draft.trailing.push(index);
      } else if (!isBridge(reading, index)) flush();
      continue;
    }
    const { vertical, horizontal, middle } = axis;
    if ((vertical && draft.vertical) || (horizontal && draft.horizontal) || (middle && draft.middle)) flush();
    if (vertical) draft.vertical = vertical;
    if (horizontal) draft.horizontal = horizontal;
    if (middle) draft.middle = true;
    draft.tokens.push(...draft.trailing.splice(0), index);
  }
  flush();
  return found;
}

interface Axis {
  readonly vertical?: Anchor["vertical"];
  readonly horizontal?: Anchor["horizontal"];
  readonly middle?: boolean;
}

function axisAt(reading: Reading, index: number, relative: boolean): Axis | undefined {
  if (reading.is(index, "top") || (relative && reading.is(index, "above"))) return { vertical: "top" };
  if (reading.is(index, "bottom") || (relative && reading.is(index, "below"))) return { vertical: "bottom" };
  if (reading.is(index, "left")) return { horizontal: "left" };
  if (reading.is(index, "right")) return { horizontal: "right" };
  if (reading.is(index, "centre", "middleplace")) return { middle: true };
  return undefined;
}

/** Words that may stand inside a place: "at the bottom, on the left-hand side". */
function isBridge(reading: Reading, index: number): boolean {
  const token = reading.token(index);
  return (
    token?.word === "-" ||
    token?.word === "hand" ||
    (token?.word === "," && axisAt(reading, index + 1, false) !== undefined) ||
    (!isComma(token) && reading.is(index, "filler", "in", "on", "of", "to", "from", "and", "centred"))
  );
}

function anchorOf({ vertical, horizontal, middle }: Draft): Anchor | undefined {
  if (!vertical && !horizontal && !middle) return undefined;
  return { vertical: vertical ?? "middle", horizontal: horizontal ?? "centre" };
}
