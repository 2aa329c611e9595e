/** One track of a film: what its samples are, when each is shown, and where each is. */

import type { Size } from "../../../sizes.js";
import { box, type Content, fields, fullBox, numbers, table } from "./boxes.js";

/** Pictures or sounds, in the order in which they are shown. */
export interface Track {
  readonly kind: "video" | "sound";
  /** Ticks a second. */
  readonly timescale: number;
  readonly samples: readonly Uint8Array[];
  /** Ticks that a sample lasts. */
  readonly sampleTicks: number;
  /** Ticks that all of it lasts: the last sample may be cut short. */
  readonly ticks: number;
  /** Numbers, from 0, of the samples that need no other; undefined where none of them does. */
  readonly wholes?: readonly number[];
  /** Of pictures. */
  readonly size?: Size;
  /** The `stsd` entry: what a decoder has to know. */
  readonly description: Uint8Array;
}

/** Samples that lie together in the file. */
export interface Chunk {
  readonly track: number;
  readonly first: number;
  readonly count: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
}

/** Ticks a second of the film as a whole. */
export const FILM_TIMESCALE = 1000;

const IDENTITY = numbers([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]);

export function trackBox(track: Track, id: number, chunks: readonly Chunk[]): Uint8Array {
  const isVideo = track.kind === "video";
  const duration = Math.round((track.ticks / track.timescale) * FILM_TIMESCALE);
  const { width, height } = track.size ?? { width: 0, height: 0 };
  const header = fullBox(
    "tkhd",
    0,
    3,
    fields(
      [4, 0],
      [4, 0],
      [4, id],
      [4, 0],
      [4, duration],
      [8, 0],
      [2, 0],
      [2, 0],
      [2, isVideo ? 0 : 0x0100],
      [2, 0],
    ),
    IDENTITY,
    numbers([width * 0x10000, height * 0x10000]),
  );
  // The language is “undetermined”, in five bits a letter.
  const mediaHeader = fullBox(
    "mdhd",
    0,
    0,
    fields([4, 0], [4, 0], [4, track.timescale], [4, track.ticks], [2, 0x55c4], [2, 0]),
  );
  const handler = fullBox(
    "hdlr",
    0,
    0,
    fields([4, 0], isVideo ? "vide" : "soun", [12, 0], isVideo ? "Pictures" : "Sound", [1, 0]),
  );
  const about = isVideo ? fullBox("vmhd", 0, 1, fields([8, 0])) : fullBox("smhd", 0, 0, fields([4, 0]));
  const sameFile = box("dinf", fullBox("dref", 0, 0, numbers([1]), fullBox("url ", 0, 1)));
  const media = box("minf", about, sameFile, box("stbl", sampleTables(track, chunks)));
  return box("trak", header, box("mdia", mediaHeader, handler, media));
}

function sampleTables(track: Track, chunks: readonly Chunk[]): Content[] {
  const { samples, wholes } = track;
  return [
    fullBox("stsd", 0, 0, numbers([1]), track.description),
    fullBox("stts", 0, 0, table(times(track))),
    ...(wholes ? [fullBox("stss", 0, 0, table(wholes.map((index) => [index + 1])))] : []),
    fullBox("stsc", 0, 0, table(runsOfChunks(chunks))),
    fullBox("stsz", 0, 0, numbers([0, samples.length, ...samples.map((sample) => sample.length)])),
    fullBox("stco", 0, 0, table(chunks.map(({ offset }) => [offset]))),
  ];
}

/** Runs of samples that last equally long. */
function times({ samples, sampleTicks, ticks }: Track): (readonly [count: number, ticks: number])[] {
  const last = ticks - (samples.length - 1) * sampleTicks;
  if (last === sampleTicks || samples.length === 1) return [[samples.length, last]];
  return [
    [samples.length - 1, sampleTicks],
    [1, last],
  ];
}

/** Runs of chunks with equally many samples: the number of the first chunk, from 1, samples, and which description. */
function runsOfChunks(chunks: readonly Chunk[]): (readonly number[])[] {
  return chunks.flatMap(({ count }, index) =>
    count === chunks[index - 1]?.count ? [] : [[index + 1, count, 1]],
  );
}
