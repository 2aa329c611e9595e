import { type PictureSize, sizeOf } from "./size.js";

const FIRST_CHUNK = 8;
const [HEADER, ANIMATION, DATA] = ["IHDR", "acTL", "IDAT"].map((name) => Buffer.from(name).readUInt32BE());

/** PNG and APNG. */
export function sizeOfPng(bytes: Buffer): PictureSize | undefined {
  if (bytes.readUInt32BE(FIRST_CHUNK + 4) !== HEADER) return undefined;
  return sizeOf(bytes.readUInt32BE(16), bytes.readUInt32BE(20), framesOf(bytes));
}

/** The number of frames stands before the first of them. */
function framesOf(bytes: Buffer): number {
  for (let at = FIRST_CHUNK; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.readUInt32BE(at + 4);
    if (name === DATA) break;
    if (name === ANIMATION) return Math.max(bytes.readUInt32BE(at + 8), 1);
  }
  return 1;
}
