/** H.264 for drawn pictures that change little: lossless, deterministic, and nearly free where nothing has changed. */

import { BitWriter } from "../bit-writer.js";
import { type Area, BLOCK, emptyFrame, type Frame } from "./frame.js";
import { COEFFICIENTS, OUTSIDE, writeMacroblock } from "./macroblock.js";
import { NAL, nalUnit } from "./nal-unit.js";
import { FRAME_NUMBER_BITS } from "./parameter-sets.js";

/** Slice types of pictures that are slices of one type throughout. */
const SLICE = { intra: 7, inter: 5 } as const;

export interface Encoder {
  /** A picture that needs no other: one can start to watch here. */
  whole(): Uint8Array;
  /** The picture after the one before; nothing has been drawn since but within these areas. */
  change(areas: readonly Area[]): Uint8Array;
}

/** Writes the frame as it is at the time of each call. */
export function createEncoder(frame: Frame): Encoder {
  let number = 0;
  let wholes = 0;
  /** What each macroblock of the picture before counts as does not matter to the next: they begin anew. */
  const counts = new Int8Array(frame.columns * frame.rows);
  const shown = emptyFrame(frame);

  function writeBlock(writer: BitWriter, index: number, inter: boolean): void {
    const column = index % frame.columns;
    const row = (index - column) / frame.columns;
    const left = column > 0 ? (counts[index - 1] ?? 0) : OUTSIDE;
    const above = row > 0 ? (counts[index - frame.columns] ?? 0) : OUTSIDE;
    counts[index] = writeMacroblock(writer, frame, { column, row, left, above, inter });
  }

  return {
    whole() {
      number = 0;
      const writer = new BitWriter();
      writeHeader(writer, SLICE.intra, number);
      writer.unsigned(wholes++ % 2);
      // Earlier pictures are shown, and this one is kept as any other.
      writer.bits(0, 2);
      endHeader(writer);
      for (let index = 0; index < counts.length; index++) writeBlock(writer, index, false);
      for (const [at, plane] of frame.planes.entries()) shown.planes[at]?.data.set(plane.data);
      return nalUnit(NAL.idrSlice, writer);
    },
    change(areas) {
      number = (number + 1) % 2 ** FRAME_NUMBER_BITS;
      const writer = new BitWriter();
      writeHeader(writer, SLICE.inter, number);
      // One picture to refer to, in the usual order, and no other bookkeeping.
      writer.bits(0, 1).bits(0, 1).bits(0, 1);
      endHeader(writer);
      counts.fill(COEFFICIENTS.none);
      let next = 0;
      for (const index of blocksOf(areas, frame)) {
        if (!takeOver(frame, shown, index)) continue;
        writer.unsigned(index - next);
        writeBlock(writer, index, true);
        next = index + 1;
      }
      if (next < counts.length) writer.unsigned(counts.length - next);
      return nalUnit(NAL.slice, writer);
    },
  };
}

function writeHeader(writer: BitWriter, type: number, number: number): void {
  writer.unsigned(0).unsigned(type).unsigned(0).bits(number, FRAME_NUMBER_BITS);
}

function endHeader(writer: BitWriter): void {
  // The quantiser stays, and edges are not smoothed.
  writer.signed(0).unsigned(1);
}

/** The macroblocks that areas touch, each once, in the order of the stream. */
function blocksOf(areas: readonly Area[], frame: Frame): number[] {
  const blocks = new Set<number>();
  for (const { left, top, width, height } of areas) {
    const lastRow = Math.min(frame.rows - 1, Math.floor((top + height - 1) / BLOCK));
    const lastColumn = Math.min(frame.columns - 1, Math.floor((left + width - 1) / BLOCK));
    for (let row = Math.floor(top / BLOCK); row <= lastRow; row++)
      for (let column = Math.floor(left / BLOCK); column <= lastColumn; column++)
        blocks.add(row * frame.columns + column);
  }
  return [...blocks].sort((a, b) => a - b);
}

/** Copies one macroblock. Returns whether that has made a difference. */
function takeOver(from: Frame, to: Frame, index: number): boolean {
  const column = index % from.columns;
  const row = (index - column) / from.columns;
  let changed = false;
  for (const [at, { data, stride }] of from.planes.entries()) {
    const target = to.planes[at]?.data;
    const edge = stride / from.columns;
    const first = row * edge * stride + column * edge;
    for (let start = first; start < first + edge * stride; start += stride) {
      const line = data.subarray(start, start + edge);
      for (let x = 0; x < edge && !changed; x++) changed = line[x] !== target?.[start + x];
      if (changed) target?.set(line, start);
    }
  }
  return changed;
}
