/** Recognises changes of the picture's shape: rotations, mirrors, crops. */

import type { Reshape } from "../operations.js";
import type { Finding, Reading } from "../plan.js";
import type { Segment } from "../segments.js";

const SQUARE: readonly [number, number] = [1, 1];
const PORTRAIT: readonly [number, number] = [4, 5];
const LANDSCAPE: readonly [number, number] = [16, 9];

export function recogniseShape(reading: Reading, segment: Segment): readonly Finding[] {
  const { from, to, heads, negated } = segment;
  if (negated) {
    reading.takeRange(from, to);
    return [{ instruction: { kind: "forbid", what: "shape" }, words: reading.words(from, to) }];
  }
  // "Rotate the cup" is beyond the engine: it turns pictures, not things.
  if (reading.has(from, to, "subject", "background") || hasQuotation(reading, from, to))
    return refusedThing(reading, segment);
  const wants = (
    ...concepts: ("crop" | "flip" | "rotate" | "upsidedown" | "clockwise" | "counterclockwise")[]
  ): boolean => heads.some((index) => reading.is(index, ...concepts));
  const findings: Finding[] = [];
  if (wants("crop")) findings.push(...sizeIn(reading, from, to), cropped(reading, from, to));
  if (wants("flip") && !isTurnOver(reading, from, to)) findings.push(flipped(reading, from, to));
  else if (wants("rotate", "upsidedown", "clockwise", "counterclockwise", "flip"))
    findings.push(rotated(reading, from, to));
  reading.take(...heads);
  reading.takeAll(
    from,
    to,
    "rotate",
    "picture",
    "everything",
    "strong",
    "mediumwidth",
    "below",
    "middleplace",
    "centred",
    "centre",
    "filler",
  );
  return findings;
}

function hasQuotation(reading: Reading, from: number, to: number): boolean {
  return reading.clause.tokens.slice(from, to).some(({ kind }) => kind === "quotation");
}

function refusedThing(reading: Reading, { from, to }: Segment): readonly Finding[] {
  const instruction = reading.words(from, to);
  reading.takeRange(from, to);
  const reason = "the local engine turns, mirrors and crops whole pictures, not things in them";
  return [{ refused: { instruction, reason, cause: "unsupported" } }];
}

/** "Переверни" turns upside down unless an axis makes it a mirror; "flip upside down" mirrors. */
function isTurnOver(reading: Reading, from: number, to: number): boolean {
  const isRussian = reading
    .all(from, to, "flip")
    .some((index) => /^перев/.test(reading.token(index)?.word ?? ""));
  return isRussian && !reading.has(from, to, "horizontal", "vertical");
}

function flipped(reading: Reading, from: number, to: number): Finding {
  const vertical = reading.has(from, to, "vertical", "upsidedown");
  reading.takeAll(from, to, "horizontal", "vertical", "upsidedown", "flip", "left", "right", "framing");
  return shape({ kind: "flip", axis: vertical ? "vertical" : "horizontal" });
}

function rotated(reading: Reading, from: number, to: number): Finding {
  const number = reading.clause.tokens.findIndex((token, index) => {
    return index >= from && index < to && token.kind === "number" && !reading.isTaken(index);
  });
  const amount = number >= 0 ? reading.token(number)?.value : undefined;
  const counter = reading.has(from, to, "counterclockwise", "left");
  const sided = counter || reading.has(from, to, "clockwise", "right");
  const upsideDown = reading.has(from, to, "upsidedown", "flip");
  const isVague = reading.has(from, to, "slight");
  const degrees = amount ?? (upsideDown ? 180 : sided && !isVague ? 90 : undefined);
  const instruction = reading.words(from, to);
  if (number >= 0) reading.take(number);
  if (reading.token(number + 1)?.word === "-") reading.take(number + 1);
  reading.takeAll(
    from,
    to,
    "degrees",
    "clockwise",
    "counterclockwise",
    "left",
    "right",
    "upsidedown",
    "flip",
    "rotate",
    "slight",
  );
  for (let index = from; index < to; index++) if (reading.token(index)?.word === "°") reading.take(index);
  if (degrees === undefined || degrees % 360 === 0 || Math.abs(degrees) > 360) {
    const reason = "say by how many degrees, up to 360, or to which side";
    return { refused: { instruction, reason, cause: "unsupported" } };
  }
  return shape({ kind: "rotate", degrees: counter ? -Math.abs(degrees) : degrees });
}

function cropped(reading: Reading, from: number, to: number): Finding {
  const instruction = reading.words(from, to);
  const ratio = ratioIn(reading, from, to);
  reading.takeAll(from, to, "crop", "ratio", "square", "portraitformat", "landscapeformat", "framing");
  if (ratio) return shape({ kind: "crop", ratio });
  const reason = "a picture is cropped to a ratio, such as 1:1 or 16:9; no other region is known";
  return { refused: { instruction, reason, cause: "unsupported" } };
}

function ratioIn(reading: Reading, from: number, to: number): readonly [number, number] | undefined {
  for (let index = from; index < to; index++) {
    const token = reading.token(index);
    if (token?.kind !== "ratio" || reading.isTaken(index)) continue;
    reading.take(index);
    return reduced(token.value ?? 1, token.other ?? 1);
  }
  if (reading.has(from, to, "square")) return SQUARE;
  if (reading.has(from, to, "portraitformat")) return PORTRAIT;
  return reading.has(from, to, "landscapeformat") ? LANDSCAPE : undefined;
}

/** `1080:1350` as 4:5. */
function reduced(width: number, height: number): readonly [number, number] {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  const common = Number.isInteger(width) && Number.isInteger(height) ? divisor(width, height) : 1;
  return [width / common, height / common];
}

/** Numbers as large as these are a size in pixels, not a ratio. */
const SMALLEST_SIZE = 64;

/** "1080x1080": the shape can be had, the pixels follow the request's own fields. */
function sizeIn(reading: Reading, from: number, to: number): readonly Finding[] {
  for (let index = from; index < to; index++) {
    const token = reading.token(index);
    if (token?.kind !== "ratio" || reading.isTaken(index) || (token.value ?? 0) < SMALLEST_SIZE) continue;
    const reason = "the size in pixels follows from resolution and aspect_ratio; this was taken as a shape";
    return [{ refused: { instruction: token.text, reason, cause: "unsupported" } }];
  }
  return [];
}

/** "Make it square", "in 16:9", "4:5 format": a crop without the word. */
export function recogniseBareShape(reading: Reading, { from, to, negated }: Segment): readonly Finding[] {
  const hasRatio = reading.clause.tokens.some(
    (token, index) => index >= from && index < to && token.kind === "ratio" && !reading.isTaken(index),
  );
  const isFormat =
    reading.has(from, to, "square") ||
    (reading.has(from, to, "ratio") && reading.has(from, to, "portraitformat", "landscapeformat"));
  if (negated || (!hasRatio && !isFormat)) return [];
  const size = sizeIn(reading, from, to);
  const ratio = ratioIn(reading, from, to);
  if (!ratio) return [];
  reading.takeAll(from, to, "ratio", "square", "portraitformat", "landscapeformat", "picture", "in", "to");
  return [shape({ kind: "crop", ratio }), ...size];
}

function shape(reshape: Reshape): Finding {
  return { instruction: { kind: "shape", reshape } };
}
