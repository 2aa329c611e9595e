import type { Size } from "../../../sizes.js";

/** What an MP4 or QuickTime file says of its pictures. */
export interface FilmFacts extends Size {
  /** Seconds. */
  readonly duration: number;
}

/** Boxes whose content is boxes. */
const FOLDERS = new Set(["moov", "trak", "mdia"]);
const HEADER = 8;

interface Box {
  readonly name: string;
  readonly content: Buffer;
}

/** Reads the headers; undefined where the file is none of these, has no pictures, or is cut short. */
export function readFilm(bytes: Uint8Array): FilmFacts | undefined {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const film = boxesIn(file).find(({ name }) => name === "moov");
    const tracks = film ? boxesIn(film.content).filter(({ name }) => name === "trak") : [];
    return tracks.map(({ content }) => readTrack(content)).find((facts) => facts !== undefined);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readTrack(content: Buffer): FilmFacts | undefined {
  const boxes = new Map(allBoxesIn(content).map((box) => [box.name, box.content]));
  const [header, times, handler] = [boxes.get("tkhd"), boxes.get("mdhd"), boxes.get("hdlr")];
  if (!header || !times || handler?.toString("latin1", 8, 12) !== "vide") return undefined;
  const edges = header.length - 8;
  const size = {
    width: header.readUInt32BE(edges) / 0x10000,
    height: header.readUInt32BE(edges + 4) / 0x10000,
  };
  // The second number of the matrix is not zero where the film is to be turned by a quarter.
  const turned = header.readInt32BE(edges - 36 + 4) !== 0;
  const isLong = times.readUInt8(0) === 1;
  const timescale = times.readUInt32BE(isLong ? 20 : 12);
  const ticks = isLong ? Number(times.readBigUInt64BE(24)) : times.readUInt32BE(16);
  if (!(size.width > 0 && size.height > 0 && timescale > 0 && ticks > 0)) return undefined;
  return { ...(turned ? { width: size.height, height: size.width } : size), duration: ticks / timescale };
}

function allBoxesIn(content: Buffer): Box[] {
  return boxesIn(content).flatMap((box) => (FOLDERS.has(box.name) ? allBoxesIn(box.content) : [box]));
}

/** A length of 1 stands for a longer one behind the name, and 0 for all that is left. */
function boxesIn(content: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + HEADER <= content.length; ) {
    const short = content.readUInt32BE(at);
    const head = short === 1 ? HEADER * 2 : HEADER;
    const length = short === 1 ? Number(content.readBigUInt64BE(at + HEADER)) : short || content.length - at;
    if (length < head) break;
    boxes.push({
      name: content.toString("latin1", at + 4, at + 8),
      content: content.subarray(at + head, at + length),
    });
    at += length;
  }
  return boxes;
}
