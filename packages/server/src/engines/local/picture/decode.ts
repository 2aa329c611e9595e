/** From a file's bytes to pixels: upright, sRGB, 8 bits, and no larger than an edit needs. */

import sharp, { type Metadata, type Sharp } from "sharp";
import { EngineError } from "../../engine.js";
import type { Size } from "../../sizes.js";
import { type Samples, upright } from "./orientation.js";
import { type Plane, planeOf, type Raster } from "./raster.js";

/** Guards against decompression bombs: more pixels than this are refused before they are decoded. */
const MOST_PIXELS = 100_000_000;
/** As much may lie in memory at once of a file that cannot be read row by row. */
const MOST_BYTES = 256 * 2 ** 20;
/** Formats that are pictures of pixels. SVG, for one, is a program. */
const FORMATS = new Set(["jpeg", "png", "webp", "gif", "tiff", "heif", "avif"]);
/** A picture counts as cut out when at least this share of it is (as good as) fully transparent. */
const CUT_OUT = 0.03;
const TRANSPARENT = 8;

/** What an edit needs at the most, where its caller does not say. */
const LARGEST_NEED: Size = { width: 3840, height: 3840 };
/** A picture is scaled down as it is decoded to this many times what is needed, and to no more pixels than that. */
const HEADROOM = 2;
const ROOMY_PIXELS = 16_000_000;
/** Unless it would be little smaller then: a picture is not scaled twice for nothing. */
const WORTHWHILE = 2 / 3;

export interface DecodedPicture {
  /** Upright, sRGB, transparency laid on white. */
  readonly raster: Raster;
  /** The picture's own transparency, where it comes cut out already. */
  readonly alpha?: Plane;
  /** How large the picture in the file is, upright; the raster may be smaller. */
  readonly original: Size;
  /** How many pictures or pages the file has; the raster is the first of them. */
  readonly frames: number;
}

/**
 * `field` names the input in the error, e.g. `images[0]`. `needed` gives, from the picture's size, the size that the
 * edit is going to cover with it; one that is much larger is scaled down as it is decoded. Metadata, other than what it
 * says of the pixels, is lost. Throws an {@link EngineError} with fault `input`.
 */
export async function decodePicture(
  bytes: Uint8Array,
  field: string,
  needed: (picture: Size) => Size = () => LARGEST_NEED,
): Promise<DecodedPicture> {
  const metadata = await guarded(field, () => sharp(bytes).metadata());
  checkFormat(metadata, field);
  checkSize(metadata, field);
  const { width, height } = metadata.autoOrient;
  const original = { width, height };
  const scale = decodingScale(original, needed(original));
  return guarded(field, async () => {
    const samples = upright(await decode(bytes, metadata, scale), metadata.orientation);
    return { ...split(samples), original, frames: metadata.pages ?? 1 };
  });
}

async function guarded<T>(field: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
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

function checkFormat({ format }: Metadata, field: string): void {
  if (FORMATS.has(format)) return;
  throw new EngineError(
    "input",
    `${field}: the picture cannot be decoded (${format} is not a format that this engine reads; send a PNG, a JPEG or a WebP)`,
  );
}

function checkSize(metadata: Metadata, field: string): void {
  const { width, height } = metadata;
  const most = mostPixels(metadata);
  if (width * height <= most) return;
  const limit = Math.floor(most / 1e6);
  throw new EngineError(
    "input",
    `${field}: the picture has ${width} × ${height} pixels; at most ${limit} million are read of ${nameOf(metadata)}. Scale it down and send it again`,
  );
}

/** PNG and JPEG are read row by row, unless they come in several passes; of everything else all lies in memory at once. */
function mostPixels(metadata: Metadata): number {
  const { format, isProgressive, channels, depth } = metadata;
  const rowByRow = (format === "png" || format === "jpeg") && !isProgressive;
  if (rowByRow) return MOST_PIXELS;
  // A progressive JPEG keeps coefficients of two bytes.
  const bytes = depth === "ushort" || format === "jpeg" ? 2 : depth === "uchar" ? 1 : 4;
  return Math.min(MOST_PIXELS, MOST_BYTES / (Math.max(3, channels) * bytes));
}

function nameOf({ format, isProgressive }: Metadata): string {
  if (format === "png") return isProgressive ? "an interlaced PNG" : "a PNG";
  if (format === "jpeg") return isProgressive ? "a progressive JPEG" : "a JPEG";
  return `a ${format.toUpperCase()} of this kind`;
}

/** 1 where the picture is decoded as large as it is. */
export function decodingScale(picture: Size, needed: Size): number {
  const cover = Math.max(needed.width / picture.width, needed.height / picture.height);
  const roomy = Math.sqrt(ROOMY_PIXELS / (picture.width * picture.height));
  const scale = Math.max(cover, Math.min(HEADROOM * cover, roomy));
  return scale < WORTHWHILE ? scale : 1;
}

/** As the file has it, before it is turned upright. */
async function decode(bytes: Uint8Array, metadata: Metadata, scale: number): Promise<Samples> {
  let image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).toColourspace("srgb");
  if (scale < 1) image = scaledDown(image, metadata, scale);
  // sharp converts 16-bit pictures to a wide space first, and leaves their numbers there unless a profile is asked for.
  if (metadata.depth === "ushort" && metadata.hasProfile) image = image.withIccProfile("srgb");
  const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels, data };
}

function scaledDown(image: Sharp, { width, height }: Metadata, scale: number): Sharp {
  const edge = (length: number): number => Math.max(1, Math.ceil(length * scale));
  return image.resize(edge(width), edge(height), { fit: "fill", kernel: "lanczos3" });
}

/** The colours on white, and the transparency. */
function split({ width, height, channels, data }: Samples): Pick<DecodedPicture, "raster" | "alpha"> {
  if (channels === 3) return { raster: { width, height, data } };
  const hasAlpha = channels === 2 || channels === 4;
  const colours = channels < 3 ? 1 : 3;
  const rgb = new Uint8Array(width * height * 3);
  let clear = 0;
  for (let from = 0, to = 0; to < rgb.length; from += channels) {
    const opacity = hasAlpha ? (data[from + channels - 1] ?? 0) : 255;
    if (opacity <= TRANSPARENT) clear++;
    for (let channel = 0; channel < 3; channel++) {
      const value = data[from + (colours === 1 ? 0 : channel)] ?? 0;
      rgb[to++] = opacity === 255 ? value : Math.round(255 + ((value - 255) * opacity) / 255);
    }
  }
  const raster = { width, height, data: rgb };
  if (!hasAlpha || clear < CUT_OUT * width * height) return { raster };
  return { raster, alpha: planeOf(raster, (index) => (data[(index + 1) * channels - 1] ?? 0) / 255) };
}
