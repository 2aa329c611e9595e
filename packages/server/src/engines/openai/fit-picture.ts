import { pictureSize } from "../../media/picture-size/picture-size.js";
import type { AppliedOperation, FetchedMedia, IgnoredInstruction } from "../engine.js";
import type { Size } from "../sizes.js";

export interface Fitted extends FetchedMedia {
  readonly applied: readonly AppliedOperation[];
  readonly ignored: readonly IgnoredInstruction[];
}

/**
 * A picture of exactly the size and the format that were asked for. One that is so already stays as it is, byte for byte. Another one is paid for
 * as well: it is resized, covering the frame, and encoded anew, and the report says so; where that fails it is given as it is.
 */
export async function fitPicture(picture: FetchedMedia, size: Size, mediaType: string): Promise<Fitted> {
  const got = pictureSize(picture.bytes, picture.mediaType);
  const wanted = `${size.width}×${size.height}, ${mediaType}`;
  const is = `${got ? `${got.width}×${got.height}` : "a size that it does not say"}, ${picture.mediaType}`;
  if (is === wanted) return { ...picture, applied: [], ignored: [] };
  try {
    const detail = `OpenAI answered with a picture of ${is}; it was made ${wanted}.`;
    const bytes = await encoded(picture.bytes, size, mediaType);
    return { bytes, mediaType, applied: [{ operation: "resize", detail }], ignored: [] };
  } catch {
    const reason = `OpenAI answered with a picture of ${is}, which could not be made ${wanted}; it is given as it is.`;
    return { ...picture, applied: [], ignored: [{ instruction: "resolution", reason }] };
  }
}

async function encoded(bytes: Uint8Array, { width, height }: Size, mediaType: string): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  const image = sharp(bytes).resize(width, height, { fit: "cover" });
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
      throw new Error(`${mediaType} is not written here`);
  }
}
