import type { Size } from "../../../sizes.js";
import type { Plane, Raster } from "../../picture/raster.js";

export type Rgb = readonly [number, number, number];

export const RED: Rgb = [200, 30, 30];
export const GREEN: Rgb = [30, 160, 60];
export const BLUE: Rgb = [30, 60, 200];
export const GREY: Rgb = [128, 128, 128];
export const WHITE: Rgb = [255, 255, 255];

/** A picture whose every pixel is computed from its place. */
export function rasterOf(width: number, height: number, colour: (x: number, y: number) => Rgb): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) data.set(colour(x, y), at);
  return { width, height, data };
}

export function plain(width: number, height: number, colour: Rgb): Raster {
  return rasterOf(width, height, () => colour);
}

/** Shares of the pixels, computed from their places. */
export function planeOf(width: number, height: number, share: (x: number, y: number) => number): Plane {
  const data = Float32Array.from({ length: width * height }, (_, index) =>
    share(index % width, Math.floor(index / width)),
  );
  return { width, height, data };
}

export function pixel({ width, data }: Raster, x: number, y: number): number[] {
  const at = (y * width + x) * 3;
  return [...data.subarray(at, at + 3)];
}

/** The mean colour of a part. */
export function meanOf(
  raster: Raster,
  part: Size & { readonly left: number; readonly top: number },
): number[] {
  const sums = [0, 0, 0];
  for (let y = part.top; y < part.top + part.height; y++)
    for (let x = part.left; x < part.left + part.width; x++)
      for (const [channel, value] of pixel(raster, x, y).entries())
        sums[channel] = (sums[channel] ?? 0) + value;
  return sums.map((sum) => sum / (part.width * part.height));
}

/** The largest difference of two colours in any channel. */
export function apart(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? Number.NaN))));
}

/** Brightness as bytes add up to it. */
export function luma([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A grain that is the same on every run, from -1 to 1. */
export function noise(x: number, y: number): number {
  const value = Math.imul(x + 31 * y + 7, 0x9e3779b1) ^ Math.imul(x * 17 + y, 0x85ebca6b);
  return ((Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 8) & 0xffff) / 0x8000 - 1;
}
