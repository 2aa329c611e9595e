/**
 * One macroblock of 16 × 16 pixels, without any loss: either it continues what lies above it or to its left, which costs a few bits, or its
 * samples are written out, which costs 384 bytes. Flat pictures with some text consist of the former nearly throughout.
 */

import type { BitWriter } from "../bit-writer.js";
import { BLOCK, type BytePlane, type Frame } from "./frame.js";

/** How a macroblock has been written, as far as its neighbours have to know: the coefficients that each of its parts counts as having. */
export const COEFFICIENTS = { none: 0, samples: 16 } as const;

/** Neighbours before a picture's first row and column. */
export const OUTSIDE = -1;

/** `mb_type` of a macroblock whose samples are written out. */
const SAMPLES = 25;
/** What is added to `mb_type` within a slice that refers to an earlier picture. */
const AFTER_INTER_TYPES = 5;

/** Directions in the numbers that the standard has for brightness, and for colour. */
type Direction = "down" | "right";
const BRIGHTNESS_MODE: Readonly<Record<Direction, number>> = { down: 0, right: 1 };
const COLOUR_MODE: Readonly<Record<Direction, number>> = { right: 1, down: 2 };

export interface Place {
  readonly column: number;
  readonly row: number;
  /** What the neighbours count as, or {@link OUTSIDE}. */
  readonly left: number;
  readonly above: number;
  /** Whether the slice refers to an earlier picture. */
  readonly inter: boolean;
}

/** Writes the macroblock, and returns what it counts as. */
export function writeMacroblock(writer: BitWriter, frame: Frame, place: Place): number {
  const offset = place.inter ? AFTER_INTER_TYPES : 0;
  const [brightness, blue, red] = frame.planes;
  const luma = continues([brightness], BLOCK, place);
  const chroma = luma && continues([blue, red], BLOCK / 2, place);
  if (!luma || !chroma) {
    writer.unsigned(SAMPLES + offset).align();
    writeSamples(writer, brightness, BLOCK, place);
    writeSamples(writer, blue, BLOCK / 2, place);
    writeSamples(writer, red, BLOCK / 2, place);
    return COEFFICIENTS.samples;
  }
  writer.unsigned(1 + BRIGHTNESS_MODE[luma] + offset);
  writer.unsigned(COLOUR_MODE[chroma]);
  // The quantiser stays as it is.
  writer.signed(0);
  writeNoCoefficients(writer, place);
  return COEFFICIENTS.none;
}

/** The direction in which all of the planes go on exactly; undefined where there is none. */
function continues(planes: readonly BytePlane[], edge: number, place: Place): Direction | undefined {
  if (place.above !== OUTSIDE && planes.every((plane) => goesDown(plane, edge, place))) return "down";
  if (place.left !== OUTSIDE && planes.every((plane) => goesRight(plane, edge, place))) return "right";
  return undefined;
}

function goesDown({ data, stride }: BytePlane, edge: number, { column, row }: Place): boolean {
  const first = row * edge * stride + column * edge;
  for (let at = first; at < first + edge * stride; at += stride)
    for (let x = 0; x < edge; x++) if (data[at + x] !== data[first - stride + x]) return false;
  return true;
}

function goesRight({ data, stride }: BytePlane, edge: number, { column, row }: Place): boolean {
  const first = row * edge * stride + column * edge;
  for (let at = first; at < first + edge * stride; at += stride)
    for (let x = 0; x < edge; x++) if (data[at + x] !== data[at - 1]) return false;
  return true;
}

function writeSamples(
  writer: BitWriter,
  { data, stride }: BytePlane,
  edge: number,
  { column, row }: Place,
): void {
  for (let y = 0; y < edge; y++) {
    const at = (row * edge + y) * stride + column * edge;
    writer.bytes(data.subarray(at, at + edge));
  }
}

/** `coeff_token` for none, whose code depends on how many the neighbours have on average. */
function writeNoCoefficients(writer: BitWriter, { left, above }: Place): void {
  const known = [left, above].filter((count) => count !== OUTSIDE);
  const sum = known.reduce((total, count) => total + count, 0);
  const average = known.length === 2 ? (sum + 1) >> 1 : sum;
  if (average >= 8) writer.bits(0b000011, 6);
  else writer.bits(1, 1);
}
