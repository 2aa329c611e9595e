/** Turning, mirroring and cropping, before anything is composed. */

import sharp, { type Sharp } from "sharp";
import type { Size } from "../../sizes.js";
import type { Reshape } from "../instructions/operations.js";
import type { Window } from "../picture/codec.js";
import type { Plane, Raster } from "../picture/raster.js";

/** In the order given. Quarter turns and mirrors move pixels and change none. */
export async function reshape(raster: Raster, reshapes: readonly Reshape[]): Promise<Raster> {
  let result = raster;
  for (const one of reshapes) result = await reshapedBy(result, one);
  return result;
}

async function reshapedBy(raster: Raster, change: Reshape): Promise<Raster> {
  switch (change.kind) {
    case "flip":
      return layers(raster, (layer) => (change.axis === "horizontal" ? layer.flop() : layer.flip()));
    case "crop":
      return cropped(raster, cropWindow(raster, change.ratio));
    case "rotate":
      return rotated(raster, ((change.degrees % 360) + 360) % 360);
  }
}

/** The largest window of this ratio, in the middle. */
export function cropWindow({ width, height }: Size, [across, down]: readonly [number, number]): Window {
  const ratio = across / down;
  const size =
    width / height > ratio
      ? { width: Math.max(1, Math.round(height * ratio)), height }
      : { width, height: Math.max(1, Math.round(width / ratio)) };
  return {
    ...size,
    left: Math.floor((width - size.width) / 2),
    top: Math.floor((height - size.height) / 2),
  };
}

/** Clockwise. What is not a quarter turn is cropped to the largest upright rectangle without an empty corner. */
async function rotated(raster: Raster, degrees: number): Promise<Raster> {
  if (degrees === 0) return raster;
  if (degrees % 90 === 0) return layers(raster, (layer) => layer.rotate(degrees));
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const turned = await layers(raster, (layer) =>
    layer.affine([cos, -sin, sin, cos], { background: "#000000", interpolator: "bicubic" }),
  );
  const inner = largestInside(raster, radians);
  return cropped(turned, {
    ...inner,
    left: Math.round((turned.width - inner.width) / 2),
    top: Math.round((turned.height - inner.height) / 2),
  });
}

/** The largest upright rectangle inside a turned one, two pixels smaller all around: the outermost are mixed with the empty corner. */
function largestInside({ width, height }: Size, radians: number): Size {
  const sin = Math.abs(Math.sin(radians));
  const cos = Math.abs(Math.cos(radians));
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  let inside: readonly [number, number];
  if (short <= 2 * sin * cos * long || Math.abs(sin - cos) < 1e-9) {
    // Two corners lie on the long sides, the others are free.
    const half = short / 2;
    inside = width >= height ? [half / sin, half / cos] : [half / cos, half / sin];
  } else {
    const scale = cos * cos - sin * sin;
    inside = [(width * cos - height * sin) / scale, (height * cos - width * sin) / scale];
  }
  return { width: Math.max(1, Math.floor(inside[0]) - 4), height: Math.max(1, Math.floor(inside[1]) - 4) };
}

export function cropped(raster: Raster, window: Window): Raster {
  const { left, top, width, height } = window;
  const { alpha } = raster;
  const data = new Uint8Array(width * height * 3);
  const opacity = alpha && new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + top) * raster.width + left;
    data.set(raster.data.subarray(from * 3, (from + width) * 3), y * width * 3);
    if (alpha && opacity) opacity.set(alpha.data.subarray(from, from + width), y * width);
  }
  return { width, height, data, ...(opacity && { alpha: { width, height, data: opacity } }) };
}

/** The colours, and the opacity where there is one, through the same change. */
async function layers(raster: Raster, change: (layer: Sharp) => Sharp): Promise<Raster> {
  const { width, height, alpha } = raster;
  const colours = await changed(raster.data, { width, height }, 3, change);
  if (!alpha) return colours;
  const bytes = Uint8Array.from(alpha.data, (share) => Math.round(share * 255));
  const opacity = await changed(bytes, alpha, 1, change);
  const plane: Plane = { ...opacity, data: Float32Array.from(opacity.data, (byte) => byte / 255) };
  return { ...colours, alpha: plane };
}

async function changed(
  bytes: Uint8Array,
  { width, height }: Size,
  channels: 1 | 3,
  change: (layer: Sharp) => Sharp,
): Promise<Raster> {
  const image = sharp(bytes, { raw: { width, height, channels }, limitInputPixels: false });
  // The affine turn adds an alpha channel of its own, and grey comes back as three equal channels.
  const { data, info } = await change(image).raw().toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: info.height };
  if (info.channels === channels) return { ...size, data };
  const kept = new Uint8Array(size.width * size.height * channels);
  for (let index = 0, to = 0; index < size.width * size.height; index++)
    for (let channel = 0; channel < channels; channel++)
      kept[to++] = data[index * info.channels + channel] ?? 0;
  return { ...size, data: kept };
}
