import { imageSize } from "image-size";
import { type PictureSize, sizeOf } from "./size.js";

/** JPEG XL, whose header is a bit stream; the frames of an animation are not counted. */
export function sizeOfJxl(bytes: Buffer): PictureSize | undefined {
  const { width, height, type } = imageSize(bytes);
  return type?.startsWith("jxl") ? sizeOf(width, height) : undefined;
}
