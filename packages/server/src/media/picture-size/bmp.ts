import { type PictureSize, sizeOf } from "./size.js";

/** The header of OS/2, the only one with sizes of 16 bits. */
const CORE_HEADER = 12;

/** A negative height says that the rows stand from top to bottom. */
export function sizeOfBmp(bytes: Buffer): PictureSize | undefined {
  if (bytes.readUInt32LE(14) === CORE_HEADER) return sizeOf(bytes.readUInt16LE(18), bytes.readUInt16LE(20));
  return sizeOf(Math.abs(bytes.readInt32LE(18)), Math.abs(bytes.readInt32LE(22)));
}
