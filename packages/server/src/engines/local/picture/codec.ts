/** Decoding and encoding, with sharp. */

import sharp, { type Sharp } from "sharp";
import { EngineError } from "../../engine.js";
import type { Size } from "../../sizes.js";
import { type Plane, planeOf, type Raster } from "./raster.js";

/** Guards against decompression bombs: more pixels than this are refused before they are decoded. */
const MAX_PIXELS = 100_000_000;
/** Formats that are pictures of pixels. SVG, for one, is a program. */
const FORMATS = new Set(["jpeg", "png", "webp", "gif", "tiff", "heif", "avif"]);
/** A picture counts as cut out when at least this share of it is (as good as) fully transparent. */
const CUT_OUT = 0.03;
const TRANSPARENT = 8;

export type OutputFormat = "png" | "jpeg" | "webp";

export interface DecodedPicture {
  /** Upright, sRGB, transparency laid on white. */
  readonly raster: Raster;
  /** The picture's own transparency, where it comes cut out already. */
  readonly alpha?: Plane;
}

/** `field` names the input in the error, e.g. `images[0]`. Metadata, other than what it says of the pixels, is lost. */
export async function decodePicture(bytes: Uint8Array, field: string): Promise<DecodedPicture> {
  try {
    const open = (): Sharp => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" });
    const { format, hasAlpha } = await open().metadata();
    if (!FORMATS.has(format)) throw new Error(`${format} is not a format that this engine reads`);
    const upright = (): Sharp => open().autoOrient().toColourspace("srgb");
    const raster = await rasterOf(upright().flatten({ background: "#ffffff" }));
    const alpha = hasAlpha ? await transparencyOf(upright()) : undefined;
    return { raster, ...(alpha && { alpha }) };
  } catch (error) {
    throw new EngineError("input", `${field}: the picture cannot be decoded (${reasonOf(error)})`, {
      cause: error,
    });
  }
}

/** libvips lists every warning on a line of its own; the first says enough. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0]?.trim() || "unknown reason";
}

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

async function transparencyOf(image: Sharp): Promise<Plane | undefined> {
  const { data, info } = await image
    .extractChannel("alpha")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  let clear = 0;
  for (const value of data) clear += value <= TRANSPARENT ? 1 : 0;
  if (clear < CUT_OUT * data.length) return undefined;
  return planeOf(info, (index) => (data[index * info.channels] ?? 0) / 255);
}

/** A rectangle of a larger picture, in pixels. */
export interface Window extends Size {
  readonly left: number;
  readonly top: number;
}

/**
 * Scales a whole picture to `size` and returns the part of it that lies in `window`. Scaling before cutting keeps the
 * pixels identical to a plain resize, whatever the window.
 */
export async function resample(raster: Raster, size: Size, window: Window): Promise<Raster> {
  const { width, height, data } = raster;
  const scaled = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .resize(size.width, size.height, { fit: "fill", kernel: "lanczos3" })
    .extract(window);
  return rasterOf(scaled);
}

/** As {@link resample}, for shares between 0 and 1; the softer kernel does not overshoot at an edge. */
export async function resamplePlane(plane: Plane, size: Size, window: Window): Promise<Plane> {
  const bytes = Uint8Array.from(plane.data, (share) => Math.round(share * 255));
  const { width, height } = plane;
  const { data, info } = await sharp(bytes, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .resize(size.width, size.height, { fit: "fill", kernel: "mitchell" })
    .extract(window)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return planeOf(info, (index) => (data[index] ?? 0) / 255);
}

/** sRGB and no metadata: sharp writes none unless asked. JPEG knows no transparency; there the picture is laid on white. */
export async function encodePicture(raster: Raster, format: OutputFormat): Promise<Uint8Array> {
  const image = toSharp(raster);
  switch (format) {
    case "png":
      return image.png({ compressionLevel: 6 }).toBuffer();
    case "jpeg":
      return image
        .flatten({ background: "#ffffff" })
        .jpeg({ quality: 92, chromaSubsampling: "4:4:4" })
        .toBuffer();
    case "webp":
      return image.webp({ quality: 92 }).toBuffer();
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
