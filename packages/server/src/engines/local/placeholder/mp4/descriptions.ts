/** What a decoder has to know before it reads the first sample of a track. */

import type { Size } from "../../../sizes.js";
import type { ParameterSets } from "../h264/parameter-sets.js";
import { box, fields, fullBox } from "./boxes.js";

export function h264Description(
  { width, height }: Size,
  { sequence, picture, profile }: ParameterSets,
): Uint8Array {
  const decoder = box(
    "avcC",
    fields([1, 1]),
    Uint8Array.from(profile),
    // Lengths of packets take four bytes; one sequence header; one picture header.
    fields([1, 0xff], [1, 0xe1], [2, sequence.length]),
    sequence,
    fields([1, 1], [2, picture.length]),
    picture,
  );
  const colours = box("colr", fields("nclx", [2, 1], [2, 1], [2, 1], [1, 0]));
  const dotsPerInch = 0x00480000;
  return box(
    "avc1",
    fields([6, 0], [2, 1], [16, 0], [2, width], [2, height], [4, dotsPerInch], [4, dotsPerInch], [4, 0]),
    // One frame a sample; no name; 24 bits of colour; no colour table.
    fields([2, 1], [32, 0], [2, 0x18], [2, 0xffff]),
    decoder,
    colours,
  );
}

/** AAC-LC. `config` is the codec's own description of the stream. */
export function aacDescription(sampleRate: number, config: Uint8Array, bitrate: number): Uint8Array {
  const specific = descriptor(0x05, config);
  const decoder = descriptor(
    0x04,
    fields([1, 0x40], [1, 0x15], [3, 0], [4, bitrate], [4, bitrate]),
    specific,
  );
  const stream = descriptor(0x03, fields([2, 0], [1, 0]), decoder, descriptor(0x06, fields([1, 2])));
  return box(
    "mp4a",
    fields([6, 0], [2, 1], [8, 0], [2, 1], [2, 16], [4, 0], [2, sampleRate], [2, 0]),
    fullBox("esds", 0, 0, stream),
  );
}

/** A part of an MPEG-4 description: a tag, a length below 128, and content. */
function descriptor(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  return Buffer.concat([fields([1, tag], [1, body.length]), body]);
}
