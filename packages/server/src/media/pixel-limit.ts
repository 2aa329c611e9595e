import { GuardRefusal } from "../guard/refusal.js";
import { pictureSize } from "./picture-size/picture-size.js";

const MEGA = 1_000_000;

/**
 * Refuses an image that would unpack to more pixels than the limit, by what its headers claim and before anything decodes it.
 * One whose size cannot be told is refused as well: no engine is to find out by decoding it.
 */
export function checkPixels(bytes: Uint8Array, mediaType: string, maxPixels: number): void {
  const size = pictureSize(bytes, mediaType);
  if (!size)
    throw new GuardRefusal(
      `its width and height cannot be read from its ${mediaType} header; use a whole PNG, JPEG, WebP, GIF, AVIF, HEIC, TIFF, BMP or JPEG XL file`,
    );
  const { width, height, frames, pixels } = size;
  if (pixels <= maxPixels) return;
  const claim = `${frames > 1 ? `${frames} frames of up to ` : ""}${width} × ${height} pixels`;
  throw new GuardRefusal(
    `its header says ${claim}, and an image may have ${maxPixels / MEGA} megapixels in all at most; use a smaller one`,
  );
}
