/** Puts ink on a picture in the colour that reads best there, or as asked, and measures how well it reads. */

import { type Plane, planeOf, type Raster } from "../picture/raster.js";
import { contrast, luminance, type Rgb } from "./contrast.js";
import { lay, layPictures } from "./ground.js";
import type { Ink } from "./ink.js";
import { layVeil } from "./veil.js";

export const DARK: Rgb = [20, 22, 26];
export const LIGHT: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** WCAG AA for text of any size. */
export const REQUIRED = 4.5;
/** The share of pixels that may read worse than the figure reported; single highlights do not make text illegible. */
const OUTLIERS = 0.02;

export interface Inked {
  readonly colour: "dark" | "white" | "asked";
  /** Contrast to the ground, after any veil, that all but a few pixels reach. 21 where there are no letters at all. */
  readonly contrast: number;
  /** Strength of the veil that had to be laid under the text, 0 for none. */
  readonly veil: number;
}

export interface InkOptions {
  /** Of the letters; absent, dark or white, whichever reads better. */
  readonly colour?: Rgb;
  /** Opacity of a picture that is transparent in places; what is drawn becomes opaque in it too. */
  readonly opacity?: Plane;
}

/** Draws into `picture`. Where the colour does not read well enough, a veil is laid under the text first. */
export function applyInk(picture: Raster, ink: Ink, { colour: asked, opacity }: InkOptions = {}): Inked {
  const colour = asked ?? betterOf(picture, ink, DARK, LIGHT);
  const veil = veilNeeded(picture, ink, colour);
  if (veil > 0) layVeil(picture, ink, veilFor(colour), veil, opacity);
  const reached = worstContrast(picture, ink, colour);
  const { coverage, pictures } = ink;
  const letters = pictures
    ? planeOf(coverage, (index) => (coverage.data[index] ?? 0) * (1 - (pictures.share.data[index] ?? 0)))
    : coverage;
  lay(picture, ink, letters, colour, opacity);
  if (pictures) layPictures(picture, ink, pictures, opacity);
  return { colour: asked ? "asked" : colour === DARK ? "dark" : "white", contrast: reached, veil };
}

/** The least strength in tenths with which the colour reads, 1 if none is enough. Letters lie on a veil's full strength. */
function veilNeeded(picture: Raster, ink: Ink, colour: Rgb): number {
  const veil = veilFor(colour);
  for (let tenths = 0; tenths < 10; tenths++) {
    if (worstContrast(picture, ink, colour, { colour: veil, strength: tenths / 10 }) >= REQUIRED)
      return tenths / 10;
  }
  return 1;
}

/** Of two colours, the one that reads better against what lies under the ink; the first where they are equal. */
export function betterOf(picture: Raster, ink: Ink, one: Rgb, other: Rgb): Rgb {
  return worstContrast(picture, ink, one) >= worstContrast(picture, ink, other) ? one : other;
}

/** Our own two colours veil each other; another colour gets whichever of black and white it reads better on. */
function veilFor(colour: Rgb): Rgb {
  if (colour === DARK) return LIGHT;
  if (colour === LIGHT) return DARK;
  const own = luminance(colour);
  return contrast(own, 1) >= contrast(own, 0) ? LIGHT : BLACK;
}

/** The contrast that all but {@link OUTLIERS} of the pixels under the letters reach, were there a veil as given. */
export function worstContrast(
  picture: Raster,
  ink: Ink,
  colour: Rgb,
  veil?: { readonly colour: Rgb; readonly strength: number },
): number {
  const own = luminance(colour);
  const { data } = picture;
  const values: number[] = [];
  const { width, height } = ink.coverage;
  const seen = (at: number, channel: 0 | 1 | 2): number => {
    const value = data[at + channel] ?? 0;
    return veil ? Math.round(value + (veil.colour[channel] - value) * veil.strength) : value;
  };
  for (let y = Math.max(0, -ink.top); y < Math.min(height, picture.height - ink.top); y++) {
    for (let x = Math.max(0, -ink.left); x < Math.min(width, picture.width - ink.left); x++) {
      const index = y * width + x;
      if ((ink.coverage.data[index] ?? 0) < 0.5 || (ink.pictures?.share.data[index] ?? 0) > 0.5) continue;
      const at = ((y + ink.top) * picture.width + x + ink.left) * 3;
      values.push(contrast(own, luminance([seen(at, 0), seen(at, 1), seen(at, 2)])));
    }
  }
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length * OUTLIERS)] ?? 21;
}
