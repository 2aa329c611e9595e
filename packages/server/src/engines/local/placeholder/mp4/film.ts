import { box, fields, fullBox, joined, numbers } from "./boxes.js";
import { type Chunk, FILM_TIMESCALE, type Track, trackBox } from "./track.js";

/** Seconds of a track that lie together in the file. */
const CHUNK_SECONDS = 1;

const IDENTITY = numbers([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]);

/** An MP4 file whose tables come first, so that it plays while it is being loaded. `comment` is what the file says of itself. */
export function writeFilm(tracks: readonly Track[], comment: string): Uint8Array {
  const kind = box("ftyp", fields("isom", [4, 0x200], "isomiso2avc1mp41"));
  const chunks = interleave(tracks);
  // The tables are as long wherever the data begins, so that this can be told once they have been written.
  const length = header(tracks, chunks, 0, comment).length;
  const start = kind.length + length + 8;
  const data = chunks.flatMap(
    ({ track, first, count }) => tracks[track]?.samples.slice(first, first + count) ?? [],
  );
  const size = data.reduce((sum, part) => sum + part.length, 0);
  return joined([kind, header(tracks, chunks, start, comment), fields([4, size + 8], "mdat"), ...data]);
}

function header(
  tracks: readonly Track[],
  chunks: readonly Chunk[],
  start: number,
  comment: string,
): Uint8Array {
  const duration = Math.max(
    ...tracks.map(({ ticks, timescale }) => Math.round((ticks / timescale) * FILM_TIMESCALE)),
  );
  const about = fullBox(
    "mvhd",
    0,
    0,
    fields([4, 0], [4, 0], [4, FILM_TIMESCALE], [4, duration], [4, 0x10000], [2, 0x0100], [10, 0]),
    IDENTITY,
    fields([24, 0], [4, tracks.length + 1]),
  );
  const boxes = tracks.map((track, index) => {
    const own = chunks.filter((chunk) => chunk.track === index);
    return trackBox(
      track,
      index + 1,
      own.map((chunk) => ({ ...chunk, offset: chunk.offset + start })),
    );
  });
  return box("moov", about, ...boxes, remark(comment));
}

/** Each track's samples of the same second lie side by side. Offsets count from where the data begins. */
function interleave(tracks: readonly Track[]): Chunk[] {
  const next = tracks.map(() => 0);
  const chunks: Chunk[] = [];
  let offset = 0;
  for (
    let second = CHUNK_SECONDS;
    tracks.some(({ samples }, index) => (next[index] ?? 0) < samples.length);
  ) {
    for (const [index, { samples, timescale, sampleTicks }] of tracks.entries()) {
      const first = next[index] ?? 0;
      const last = Math.min(samples.length, Math.max(first, Math.ceil((second * timescale) / sampleTicks)));
      if (last === first) continue;
      chunks.push({ track: index, first, count: last - first, offset });
      for (const sample of samples.slice(first, last)) offset += sample.length;
      next[index] = last;
    }
    second += CHUNK_SECONDS;
  }
  return chunks;
}

/** Where players and `ffprobe` look for a comment. */
function remark(comment: string): Uint8Array {
  const value = box("data", fields([4, 1], [4, 0], comment));
  const handler = fullBox("hdlr", 0, 0, fields([4, 0], "mdirappl", [9, 0]));
  // The first letter of the name is the sign ©, which is one byte here.
  const name = box("xcmt", value);
  name[4] = 0xa9;
  return box("udta", fullBox("meta", 0, 0, handler, box("ilst", name)));
}
