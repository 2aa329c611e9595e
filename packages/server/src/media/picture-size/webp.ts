import { type PictureSize, sizeOf } from "./size.js";

const FIRST_CHUNK = 12;
const FRAME = Buffer.from("ANMF").readUInt32BE();

export function sizeOfWebp(bytes: Buffer): PictureSize | undefined {
  switch (bytes.toString("latin1", FIRST_CHUNK, FIRST_CHUNK + 4)) {
    case "VP8 ":
      return sizeOf(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return sizeOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case "VP8X":
      return sizeOf(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1, framesOf(bytes));
    default:
      return undefined;
  }
}

function framesOf(bytes: Buffer): number {
  let frames = 0;
  for (let at = FIRST_CHUNK; at + 8 <= bytes.length; ) {
    if (bytes.readUInt32BE(at) === FRAME) frames++;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return Math.max(frames, 1);
}
