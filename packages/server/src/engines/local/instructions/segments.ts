/**
 * Divides a clause into segments, each about one thing: "a white background, bold red headline 'SALE' at the top and a
 * thin frame" is three. Adjectives before a thing are its own; what follows it is its own up to the next connection.
 */

import { coloursIn } from "./reading/colour-words.js";
import { isComma, type Reading } from "./reading.js";
import { kindAt, type SegmentKind } from "./segment-kinds.js";

export interface Segment {
  readonly kind: SegmentKind;
  /** Token indexes, half-open. */
  readonly from: number;
  readonly to: number;
  /** The words that tell what the segment is about. */
  readonly heads: readonly number[];
  /** It is about something that is expressly not wanted. */
  readonly negated: boolean;
  readonly before?: SegmentKind;
  /** What the segments on either side are about, where no comma or conjunction divides them from it. */
  readonly joined: readonly SegmentKind[];
}

interface Group {
  readonly kind: SegmentKind;
  readonly heads: number[];
}

export function segmentsOf(reading: Reading): Segment[] {
  const groups = withScopes(reading, groupsOf(reading));
  if (groups.length === 0) {
    const whole = { kind: "bare" as const, from: 0, to: reading.length, heads: [], joined: [] };
    return [{ ...whole, negated: reading.has(0, reading.length, "not") }];
  }
  const segments: Segment[] = [];
  for (const [index, { kind, heads }] of groups.entries()) {
    const previous = segments.at(-1);
    const from = index === 0 ? 0 : boundary(reading, last(groups[index - 1]?.heads), heads[0] ?? 0);
    const isJoined =
      previous !== undefined && !isConnection(reading, from) && !isComma(reading.token(from - 1));
    if (previous) {
      const joined = isJoined ? [...previous.joined, kind] : previous.joined;
      segments[segments.length - 1] = { ...previous, to: from, joined };
    }
    segments.push({
      kind,
      from,
      to: reading.length,
      heads,
      negated: isNegated(reading, from, heads[0] ?? 0, previous),
      joined: isJoined ? [previous.kind] : [],
      ...(previous && { before: previous.kind }),
    });
  }
  return segments;
}

function groupsOf(reading: Reading): Group[] {
  const groups: Group[] = [];
  for (let index = 0; index < reading.length; index++) {
    const open = groups.at(-1);
    // "High contrast" of a text is how it reads, not a change of the photo.
    if (open?.kind === "text" && reading.is(index, "legible")) continue;
    const kind = kindAt(reading, index);
    if (!kind) continue;
    if (open?.kind === kind && !(kind === "frame" || kind === "shadow")) open.heads.push(index);
    else groups.push({ kind, heads: [index] });
  }
  return groups;
}

/** Joins "blur" and "the background", "the background" and "darker": a scope, not a background of its own. */
function withScopes(reading: Reading, groups: readonly Group[]): Group[] {
  const joined: Group[] = [];
  for (const [index, group] of groups.entries()) {
    const open = joined.at(-1);
    const pair = open && [open.kind, group.kind].sort().join(" ");
    const next = groups[index + 1]?.heads[0] ?? reading.length;
    if (open && pair === "background tone" && belongTogether(reading, open, group, next)) {
      joined[joined.length - 1] = { kind: "tone", heads: [...open.heads, ...group.heads] };
    } else if (open?.kind === "tone" && group.kind === "tone") open.heads.push(...group.heads);
    else joined.push({ ...group, heads: [...group.heads] });
  }
  return joined;
}

function belongTogether(reading: Reading, first: Group, second: Group, end: number): boolean {
  const from = last(first.heads) + 1;
  const to = second.heads[0] ?? 0;
  for (let index = from; index < to; index++) {
    if (isComma(reading.token(index)) || reading.is(index, "and", "with")) return false;
  }
  const start = first.kind === "background" ? Math.max(0, (first.heads[0] ?? 0) - 3) : (first.heads[0] ?? 0);
  // "Black and white" is a tone, and names no colour for the background.
  if (coloursIn(reading, start, end).some((colour) => !reading.is(colour.from, "greyscale"))) return false;
  return !reading.has(start, end, "studio", "gradient", "transparent");
}

/** Where the segment of `head` begins: at the last connection before it, or at the adjectives in front of it. */
function boundary(reading: Reading, previous: number, head: number): number {
  for (let index = head - 1; index > previous; index--) {
    if (isComma(reading.token(index))) return index + 1;
    if (isConnection(reading, index)) return index;
  }
  let index = head;
  while (index - 1 > previous && isAdjective(reading, index - 1)) index--;
  return index;
}

function isConnection(reading: Reading, index: number): boolean {
  return reading.is(index, "and", "or", "with", "on", "not");
}

function isAdjective(reading: Reading, index: number): boolean {
  if (reading.token(index)?.colour || reading.token(index)?.word === "-") return true;
  return reading.is(
    index,
    "filler",
    "large",
    "small",
    "bold",
    "lightweight",
    "thin",
    "thick",
    "slight",
    "strong",
    "darkmod",
    "lightmod",
    "palemod",
    "up",
    "down",
    "add",
    "change",
  );
}

/** A "no" before the thing; it reaches over an "or" to the next thing as well. */
function isNegated(reading: Reading, from: number, head: number, previous: Segment | undefined): boolean {
  for (let index = from; index < head; index++) if (reading.is(index, "not")) return true;
  return previous?.negated === true && reading.has(from, head, "or");
}

function last(values: readonly number[] = []): number {
  return values.at(-1) ?? -1;
}
