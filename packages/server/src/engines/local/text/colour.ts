/** Puts ink on a picture in the colour that reads best there, and measures how well it reads. */

import { type Raster, smoothstep } from "../picture/raster.js";
import { contrast, luminance, type Rgb } from "./contrast.js";
import type { Ink } from "./ink.js";

const DARK: Rgb = [20, 22, 26];
const LIGHT: Rgb = [255, 255, 255];
/** WCAG AA for text of any size. */
const REQUIRED = 4.5;
/** The share of pixels that may read worse than the figure reported; single highlights do not make text illegible. */
const OUTLIERS = 0.02;

export interface Inked {
  readonly colour: "dark" | "white";
  /** Contrast to the ground, after any veil, that all but a few pixels reach. */
  readonly contrast: number;
  /** Strength of the veil that had to be laid under the text, 0 for none. */
  readonly veil: number;
}

/** Draws into `picture`. Where no colour reads well enough, a soft veil is laid under the text first. */
export function applyInk(picture: Raster, ink: Ink): Inked {
  const dark = worstContrast(picture, ink, DARK);
  const light = worstContrast(picture, ink, LIGHT);
  const colour = dark >= light ? DARK : LIGHT;
  let veil = 0;
  const before = Uint8Array.from(picture.data);
  while (worstContrast(picture, ink, colour) < REQUIRED && veil < 1) {
    veil = Math.min(1, veil + 0.1);
    picture.data.set(before);
    layVeil(picture, ink, colour === DARK ? LIGHT : DARK, veil);
  }
  const reached = worstContrast(picture, ink, colour);
  fillInk(picture, ink, colour);
  return { colour: colour === DARK ? "dark" : "white", contrast: reached, veil };
}

/** The contrast that all but {@link OUTLIERS} of the pixels under the ink reach. */
export function worstContrast(picture: Raster, ink: Ink, colour: Rgb): number {
  const own = luminance(colour);
  const values: number[] = [];
  forEachPixel(picture, ink, (offset, coverage) => {
    if (coverage < 0.5) return;
    const { data } = picture;
    values.push(contrast(own, luminance([data[offset] ?? 0, data[offset + 1] ?? 0, data[offset + 2] ?? 0])));
  });
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length * OUTLIERS)] ?? 21;
}

function fillInk(picture: Raster, ink: Ink, colour: Rgb): void {
  forEachPixel(picture, ink, (offset, coverage) => mix(picture.data, offset, colour, coverage));
}

/** Strongest over the text's box, fading out around it. */
function layVeil({ width, height, data }: Raster, ink: Ink, colour: Rgb, strength: number): void {
  const reach = ink.coverage.height * 0.55;
  const right = ink.left + ink.coverage.width;
  const bottom = ink.top + ink.coverage.height;
  const last = Math.min(height, Math.ceil(bottom + reach));
  for (let y = Math.max(0, Math.floor(ink.top - reach)); y < last; y++) {
    const above = Math.max(ink.top - y, y - bottom, 0);
    for (let x = Math.max(0, Math.floor(ink.left - reach)); x < Math.min(width, right + reach); x++) {
      const beside = Math.max(ink.left - x, x - right, 0);
      const share = strength * (1 - smoothstep(0, reach, Math.hypot(above, beside)));
      mix(data, (y * width + x) * 3, colour, share);
    }
  }
}

function mix(data: Uint8Array, offset: number, colour: Rgb, share: number): void {
  if (share <= 0) return;
  for (const channel of [0, 1, 2] as const) {
    const old = data[offset + channel] ?? 0;
    data[offset + channel] = Math.round(old + (colour[channel] - old) * share);
  }
}

/** Visits the ink's pixels that lie in the picture, with the byte offset of each. */
function forEachPixel(
  picture: Raster,
  { coverage, left, top }: Ink,
  visit: (offset: number, coverage: number) => void,
): void {
  for (let y = Math.max(0, -top); y < Math.min(coverage.height, picture.height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(coverage.width, picture.width - left); x++) {
      visit(((y + top) * picture.width + x + left) * 3, coverage.data[y * coverage.width + x] ?? 0);
    }
  }
}
