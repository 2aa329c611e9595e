/** The two headers of a stream: what its pictures are like, and how they are written. */

import { BitWriter } from "../bit-writer.js";
import { BLOCK, type Frame } from "./frame.js";
import { NAL, nalUnit } from "./nal-unit.js";

/** Constrained Baseline: every decoder there is reads it. */
const PROFILE = 66;
const CONSTRAINTS = 0b1100_0000;

/** Bits of the number that each picture gets, which counts in a circle. */
export const FRAME_NUMBER_BITS = 8;

/** What a decoder must be able to do: macroblocks a second, macroblocks a picture, by level (Table A-1 of the standard). */
const LEVELS: readonly (readonly [level: number, perSecond: number, perPicture: number])[] = [
  [30, 40_500, 1_620],
  [31, 108_000, 3_600],
  [32, 216_000, 5_120],
  [40, 245_760, 8_192],
  [42, 522_240, 8_704],
  [50, 589_824, 22_080],
  [51, 983_040, 36_864],
  [52, 2_073_600, 36_864],
  [60, 4_177_920, 139_264],
  [62, 16_711_680, 139_264],
];

export interface ParameterSets {
  readonly sequence: Uint8Array;
  readonly picture: Uint8Array;
  /** Three bytes that the container repeats: profile, constraints, level. */
  readonly profile: readonly [number, number, number];
}

export function parameterSets(frame: Frame, framesPerSecond: number): ParameterSets {
  const level = levelOf(frame.columns * frame.rows, framesPerSecond);
  const profile = [PROFILE, CONSTRAINTS, level] as const;
  return { sequence: sequenceOf(frame, framesPerSecond, profile), picture: pictureParameters(), profile };
}

function levelOf(macroblocks: number, framesPerSecond: number): number {
  const fits = LEVELS.find(
    ([, perSecond, perPicture]) => macroblocks <= perPicture && macroblocks * framesPerSecond <= perSecond,
  );
  return (fits ?? LEVELS[LEVELS.length - 1] ?? [62])[0];
}

function sequenceOf(frame: Frame, framesPerSecond: number, profile: ParameterSets["profile"]): Uint8Array {
  const writer = new BitWriter();
  for (const byte of profile) writer.bits(byte, 8);
  writer.unsigned(0);
  writer.unsigned(FRAME_NUMBER_BITS - 4);
  // Pictures are shown in the order in which they are written.
  writer.unsigned(2);
  // One earlier picture is looked at; none may be missing.
  writer.unsigned(1).bits(0, 1);
  writer.unsigned(frame.columns - 1).unsigned(frame.rows - 1);
  // Whole frames; the next flag has no meaning here, and must be set.
  writer.bits(1, 1).bits(1, 1);
  const right = (frame.columns * BLOCK - frame.width) / 2;
  const bottom = (frame.rows * BLOCK - frame.height) / 2;
  writer.bits(right > 0 || bottom > 0 ? 1 : 0, 1);
  if (right > 0 || bottom > 0) writer.unsigned(0).unsigned(right).unsigned(0).unsigned(bottom);
  writer.bits(1, 1);
  writeUsability(writer, framesPerSecond);
  return nalUnit(NAL.sequence, writer);
}

/** Square pixels, BT.709 with limits, a steady rate, and no picture that waits for a later one. */
function writeUsability(writer: BitWriter, framesPerSecond: number): void {
  writer.bits(1, 1).bits(1, 8);
  writer.bits(0, 1);
  // Signal type: no particular format, limited range, and three times BT.709.
  writer.bits(1, 1).bits(5, 3).bits(0, 1).bits(1, 1).bits(1, 8).bits(1, 8).bits(1, 8);
  writer.bits(0, 1);
  // A tick is half a frame.
  writer
    .bits(1, 1)
    .bits(1000, 32)
    .bits(Math.round(framesPerSecond * 2000), 32)
    .bits(1, 1);
  // No buffer model, twice; no picture structure.
  writer.bits(0, 1).bits(0, 1).bits(0, 1);
  writer.bits(1, 1).bits(1, 1).unsigned(0).unsigned(0).unsigned(0).unsigned(0).unsigned(0).unsigned(1);
}

function pictureParameters(): Uint8Array {
  const writer = new BitWriter();
  writer.unsigned(0).unsigned(0);
  // Variable-length codes, no fields, no slice groups, one reference, no weights.
  writer.bits(0, 1).bits(0, 1).unsigned(0).unsigned(0).unsigned(0).bits(0, 1).bits(0, 2);
  // Quantisers, which nothing here needs.
  writer.signed(0).signed(0).signed(0);
  // A slice may switch the smoothing of edges off.
  writer.bits(1, 1).bits(0, 1).bits(0, 1);
  return nalUnit(NAL.picture, writer);
}
