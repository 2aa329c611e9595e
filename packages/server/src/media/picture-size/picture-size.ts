import { sizeOfBmp } from "./bmp.js";
import { sizeOfGif } from "./gif.js";
import { sizeOfHeif } from "./heif.js";
import { sizeOfJpeg } from "./jpeg.js";
import { sizeOfJxl } from "./jxl.js";
import { sizeOfPng } from "./png.js";
import type { PictureSize } from "./size.js";
import { sizeOfTiff } from "./tiff.js";
import { sizeOfWebp } from "./webp.js";

/** Reads one format. May throw a RangeError where the file is cut short. */
export type SizeReader = (bytes: Buffer) => PictureSize | undefined;

const READERS: Readonly<Record<string, SizeReader>> = {
  "image/png": sizeOfPng,
  "image/apng": sizeOfPng,
  "image/jpeg": sizeOfJpeg,
  "image/webp": sizeOfWebp,
  "image/gif": sizeOfGif,
  "image/avif": sizeOfHeif,
  "image/heic": sizeOfHeif,
  "image/heif": sizeOfHeif,
  "image/tiff": sizeOfTiff,
  "image/bmp": sizeOfBmp,
  "image/jxl": sizeOfJxl,
};

/**
 * How large an image says it is, from its headers alone; undefined where it does not say. Where a file claims several sizes, the
 * largest counts: a decoder may believe any of them. The readers are our own because a library that looks for *the* size
 * can be led to a small one that the decoder never sees.
 */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | undefined {
  const read = READERS[mediaType];
  try {
    const size = read?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // The file ends within its header.
    return undefined;
  }
}
