/** What the headers of an image claim. */
export interface PictureSize {
  /** Of the largest picture in the file. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Of all frames together. */
  readonly pixels: number;
}

/** The size of a picture, or of an animation whose frames are all as large. */
export function sizeOf(width: number, height: number, frames = 1): PictureSize {
  return { width, height, frames, pixels: width * height * frames };
}
