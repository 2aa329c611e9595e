import { type PictureSize, sizeOf } from "./size.js";

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** The screen of a GIF, or as far as its frames stick out of it, times its frames. */
export function sizeOfGif(bytes: Buffer): PictureSize | undefined {
  let [width, height, frames] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8), 0];
  let at = 13 + colorTableBytes(bytes.readUInt8(10));
  // A file that is cut short has the frames that are in it.
  while (at + 10 <= bytes.length) {
    if (bytes[at] === EXTENSION) at = afterBlocks(bytes, at + 2);
    else if (bytes[at] === IMAGE) {
      frames++;
      width = Math.max(width, bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5));
      height = Math.max(height, bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7));
      at = afterBlocks(bytes, at + 11 + colorTableBytes(bytes.readUInt8(at + 9)));
    } else break;
  }
  return sizeOf(width, height, Math.max(frames, 1));
}

function colorTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where the blocks that begin here end: behind an empty one. */
function afterBlocks(bytes: Buffer, at: number): number {
  let end = at;
  for (let length = bytes[end]; length; length = bytes[end]) end += 1 + length;
  return end + 1;
}
