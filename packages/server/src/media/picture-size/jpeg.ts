import { type PictureSize, sizeOf } from "./size.js";

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** The largest frame header before the first scan. All kinds of them count, arithmetic and lossless coding too. */
export function sizeOfJpeg(bytes: Buffer): PictureSize | undefined {
  let largest: PictureSize | undefined;
  let at = 2;
  while (true) {
    // As decoders do: what is no marker is skipped.
    at = bytes.indexOf(0xff, at);
    if (at < 0) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return largest;
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else {
      if (isFrameHeader(marker)) {
        const size = sizeOf(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
        if (!largest || size.pixels > largest.pixels) largest = size;
      }
      at += 2 + bytes.readUInt16BE(at + 2);
    }
  }
}

function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** SOF0 to SOF15; the three among them that are tables are not. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
