/** Scaling and encoding, with sharp. Decoding is in `decode.ts`. */

import sharp, { type Sharp } from "sharp";
import type { Size } from "../../sizes.js";
import { encoderSettings, type Quality } from "../quality.js";
import type { Samples } from "./orientation.js";
import type { Plane, Raster } from "./raster.js";

export { type DecodedPicture, decodePicture } from "./decode.js";

export type OutputFormat = "png" | "jpeg" | "webp";

async function rasterOf(image: Sharp): Promise<Raster> {
  const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width: info.width, height: info.height, data };
  const step = info.channels;
  const rgb = new Uint8Array(info.width * info.height * 3);
  for (let i = 0; i < rgb.length; i++) {
    const channel = step >= 3 ? i % 3 : 0;
    rgb[i] = data[Math.floor(i / 3) * step + channel] ?? 0;
  }
  return { width: info.width, height: info.height, data: rgb };
}

/** A rectangle of a larger picture, in pixels. */
export interface Window extends Size {
  readonly left: number;
  readonly top: number;
}

/** A larger picture, and where a part lies in it; the rest is black, or 0. */
export interface Surroundings extends Size {
  readonly left: number;
  readonly top: number;
}

/**
 * Scales a whole picture to `size` and returns the part of it that lies in `window`. Scaling before cutting keeps the
 * pixels identical to a plain resize, whatever the window.
 */
export async function resample(
  raster: Raster,
  size: Size,
  window: Window,
  surroundings?: Surroundings,
): Promise<Raster> {
  const { width, height, data } = raster;
  const scaled = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .resize(size.width, size.height, { fit: "fill", kernel: "lanczos3" })
    .extract(window);
  const part = await rasterOf(scaled);
  const whole = surrounded({ ...part, channels: 3 }, surroundings);
  return { width: whole.width, height: whole.height, data: whole.data };
}

/** As {@link resample}, for shares between 0 and 1; the softer kernel does not overshoot at an edge. */
export async function resamplePlane(
  plane: Plane,
  size: Size,
  window: Window,
  surroundings?: Surroundings,
): Promise<Plane> {
  const { width, height, data } = await resampleShares(plane, size, window, surroundings);
  const shares = new Float32Array(data.length);
  for (let index = 0; index < shares.length; index++) shares[index] = (data[index] ?? 0) / 255;
  return { width, height, data: shares };
}

/** As {@link resamplePlane}, in bytes from 0 to 255: a quarter of the memory. */
export async function resampleShares(
  plane: Plane,
  size: Size,
  window: Window,
  surroundings?: Surroundings,
): Promise<Samples> {
  const { width, height } = plane;
  const bytes = new Uint8Array(width * height);
  for (let index = 0; index < bytes.length; index++)
    bytes[index] = Math.round((plane.data[index] ?? 0) * 255);
  const { data, info } = await sharp(bytes, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .resize(size.width, size.height, { fit: "fill", kernel: "mitchell" })
    .extract(window)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return surrounded({ width: info.width, height: info.height, channels: 1, data }, surroundings);
}

function surrounded(part: Samples, surroundings: Surroundings | undefined): Samples {
  if (!surroundings || (part.width === surroundings.width && part.height === surroundings.height))
    return part;
  const { width, height, left, top } = surroundings;
  const { channels } = part;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < part.height; y++) {
    const row = part.data.subarray(y * part.width * channels, (y + 1) * part.width * channels);
    data.set(row, ((y + top) * width + left) * channels);
  }
  return { width, height, channels, data };
}

/** sRGB and no metadata: sharp writes none unless asked. JPEG knows no transparency; there the picture is laid on white. */
export async function encodePicture(
  raster: Raster,
  format: OutputFormat,
  quality: Quality = "medium",
): Promise<Uint8Array> {
  const { pngLevel, jpegQuality, webpQuality } = encoderSettings(quality);
  const image = toSharp(raster);
  switch (format) {
    case "png":
      return image.png({ compressionLevel: pngLevel }).toBuffer();
    case "jpeg":
      return image
        .flatten({ background: "#ffffff" })
        .jpeg({ quality: jpegQuality, chromaSubsampling: "4:4:4" })
        .toBuffer();
    case "webp":
      return image.webp({ quality: webpQuality }).toBuffer();
  }
}

function toSharp({ width, height, data, alpha }: Raster): Sharp {
  const channels = alpha ? 4 : 3;
  const bytes = alpha ? interleaved(data, alpha.data) : data;
  return sharp(bytes, { raw: { width, height, channels }, limitInputPixels: false });
}

function interleaved(colours: Uint8Array, alpha: Float32Array): Uint8Array {
  const bytes = new Uint8Array(alpha.length * 4);
  for (let index = 0, from = 0, to = 0; index < alpha.length; index++) {
    bytes[to++] = colours[from++] as number;
    bytes[to++] = colours[from++] as number;
    bytes[to++] = colours[from++] as number;
    bytes[to++] = Math.round((alpha[index] as number) * 255);
  }
  return bytes;
}
