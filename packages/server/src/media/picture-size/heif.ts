import { type PictureSize, sizeOf } from "./size.js";

/** Boxes that the sizes of the pictures are in, with the bytes of their own that come before the boxes inside. */
const CONTAINERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** Real files are far from this; a made-up one could be nothing but tiny boxes. */
const MAX_BOXES = 100_000;

/** AVIF and HEIC: the largest picture in the file, before any crop. The tiles that a large picture is made of are smaller ones. */
export function sizeOfHeif(bytes: Buffer): PictureSize | undefined {
  let largest: PictureSize | undefined;
  let boxes = 0;
  const look = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to; ) {
      if (++boxes > MAX_BOXES) throw new RangeError("there are too many boxes");
      const { type, start, end } = readBox(bytes, at, to);
      const own = CONTAINERS[type];
      if (own !== undefined) look(start + own, end);
      if (type === "ispe") {
        const size = sizeOf(bytes.readUInt32BE(start + 4), bytes.readUInt32BE(start + 8));
        if (!largest || size.pixels > largest.pixels) largest = size;
      }
      at = end;
    }
  };
  look(0, bytes.length);
  return largest;
}

/** A box ends where it says, and with what it is in at the latest. */
function readBox(bytes: Buffer, at: number, limit: number): { type: string; start: number; end: number } {
  const type = bytes.toString("latin1", at + 4, at + 8);
  const length = bytes.readUInt32BE(at);
  if (length === 0) return { type, start: at + 8, end: limit };
  const long = length === 1;
  const end = at + (long ? Number(bytes.readBigUInt64BE(at + 8)) : length);
  const start = at + (long ? 16 : 8);
  if (end < start) throw new RangeError("a box is smaller than its header");
  return { type, start, end: Math.min(end, limit) };
}
