import { pictureSize } from "../media/picture-size/picture-size.js";
import type { FetchedMedia } from "./engine.js";
import type { Size } from "./sizes.js";

/** A picture of exactly the size and the format that were asked for, and what had to be done for that. */
export interface Fitted extends FetchedMedia {
  /** Width and height before and after, in words; undefined where the size was right. */
  readonly resized?: { readonly from: string; readonly to: string };
  /** Media types before and after; undefined where the format was right. */
  readonly converted?: { readonly from: string; readonly to: string };
}

/** More than any picture of a model here has. */
const MAX_PIXELS = 100_000_000;

/**
 * Fits what an engine's own service has made: upright, covering the frame, cut off at the edges where the shape is another. What fits already
 * stays as it is, byte for byte. Throws where the picture cannot be read, or the format is not written here.
 */
export async function fitPicture(picture: FetchedMedia, size: Size, mediaType: string): Promise<Fitted> {
  const got = pictureSize(picture.bytes, picture.mediaType);
  const isRightSize = got?.width === size.width && got.height === size.height;
  if (isRightSize && picture.mediaType === mediaType) return picture;
  const { default: sharp } = await import("sharp");
  const image = sharp(picture.bytes, { limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ ...size, fit: "cover" });
  return {
    bytes: await encoded(image, mediaType),
    mediaType,
    ...(!isRightSize && { resized: { from: inWords(got), to: inWords(size) } }),
    ...(picture.mediaType !== mediaType && { converted: { from: picture.mediaType, to: mediaType } }),
  };
}

function encoded(image: import("sharp").Sharp, mediaType: string): Promise<Buffer> {
  switch (mediaType) {
    case "image/png":
      return image.png().toBuffer();
    case "image/jpeg":
      return image
        .flatten({ background: "#ffffff" })
        .jpeg({ quality: 92, chromaSubsampling: "4:4:4" })
        .toBuffer();
    case "image/webp":
      return image.webp({ quality: 92 }).toBuffer();
    default:
      return Promise.reject(new Error(`${mediaType} is not written here`));
  }
}

function inWords(size: Size | undefined): string {
  return size ? `${size.width} × ${size.height}` : "a size that it does not say";
}
