/** Puts ink on a picture in the colour that reads best there, or as asked, and measures how well it reads. */

import type { Plane, Raster } from "../picture/raster.js";
import { contrast, luminance, type Rgb } from "./contrast.js";
import { forEachPixel, lay, layPictures } from "./ground.js";
import type { Ink } from "./ink.js";
import { lettersOf, outlineOf } from "./outline.js";
import { layVeil } from "./veil.js";

export const DARK: Rgb = [20, 22, 26];
export const LIGHT: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** WCAG AA for text of any size, and for large letters. */
export const REQUIRED = 4.5;
export const REQUIRED_OF_LARGE = 3;
/** The share of pixels that may read worse than the figure reported; single highlights do not make text illegible. */
const OUTLIERS = 0.02;

export interface Inked {
  readonly colour: "dark" | "white" | "asked";
  /** To what lies next to the letters, that all but a few pixels reach. 21 where there are no letters, but pictures only. */
  readonly contrast: number;
  /** Strength of the veil that had to be laid under the text, 0 for none. */
  readonly veil: number;
  /** Of the line that had to be drawn around the letters. */
  readonly outline?: "black" | "white";
}

export interface InkOptions {
  /** Of the letters; absent, dark or white, whichever reads better. */
  readonly colour?: Rgb;
  /** Contrast that a colour which is asked for has to have to the picture, default {@link REQUIRED}. */
  readonly required?: number;
  /** Opacity of a picture that is transparent in places; what is drawn becomes opaque in it too. */
  readonly opacity?: Plane;
}

/**
 * Draws into `picture`. Where our own colour does not read well enough, a veil is laid under the text first. A colour that
 * is asked for gets an outline instead, and so do letters on nothing, since what will lie under them is not known.
 */
export function applyInk(picture: Raster, ink: Ink, options: InkOptions = {}): Inked {
  const { colour: asked, required = REQUIRED, opacity } = options;
  const unknown = opacity !== undefined && isTransparentUnder(ink, opacity);
  if (!asked && !unknown) return onVeil(picture, ink, opacity);
  const colour = asked ?? DARK;
  const name = asked ? "asked" : "dark";
  const reached = unknown ? 0 : contrastReached(picture, ink, colour);
  const rim = reached < required ? rimFor(colour) : undefined;
  if (rim) lay(picture, ink, outlineOf(ink), rim.rgb, opacity);
  fillInk(picture, ink, colour, opacity);
  if (!rim) return { colour: name, contrast: reached, veil: 0 };
  const contrastToRim = contrast(luminance(colour), luminance(rim.rgb));
  return { colour: name, contrast: contrastToRim, veil: 0, outline: rim.name };
}

/**
 * Dark or white: the one that reads without a veil; of two such, the one that reads better. Where both need one, it is the
 * one that suits most of the ground, so that the veil is of the picture's own tone.
 */
function onVeil(picture: Raster, ink: Ink, opacity: Plane | undefined): Inked {
  const worst = [DARK, LIGHT].map((colour) => contrastReached(picture, ink, colour));
  const usual = [DARK, LIGHT].map((colour) => contrastReached(picture, ink, colour, { outliers: 0.5 }));
  const [dark = 0, light = 0] = Math.max(...worst) >= REQUIRED ? worst : usual;
  const colour = dark >= light ? DARK : LIGHT;
  const veil = veilNeeded(picture, ink, colour);
  if (veil > 0) layVeil(picture, ink, colour === DARK ? LIGHT : DARK, veil, opacity);
  const reached = contrastReached(picture, ink, colour);
  fillInk(picture, ink, colour, opacity);
  return { colour: colour === DARK ? "dark" : "white", contrast: reached, veil };
}

function fillInk(picture: Raster, ink: Ink, colour: Rgb, opacity: Plane | undefined): void {
  lay(picture, ink, lettersOf(ink), colour, opacity);
  if (ink.pictures) layPictures(picture, ink, ink.pictures, opacity);
}

/** The least strength in tenths with which one of our colours reads. Letters lie on a veil's full strength. */
function veilNeeded(picture: Raster, ink: Ink, colour: Rgb): number {
  const veil = colour === DARK ? LIGHT : DARK;
  for (let tenths = 0; tenths < 10; tenths++) {
    const strength = tenths / 10;
    if (contrastReached(picture, ink, colour, { veil: { colour: veil, strength } }) >= REQUIRED)
      return strength;
  }
  return 1;
}

/** Black or white, whichever the colour reads better next to: any colour has 4.5:1 to one of them. */
function rimFor(colour: Rgb): { readonly rgb: Rgb; readonly name: "black" | "white" } {
  const own = luminance(colour);
  return contrast(own, 1) >= contrast(own, 0) ? { rgb: LIGHT, name: "white" } : { rgb: BLACK, name: "black" };
}

/** Whether more than single pixels under the letters are not opaque. */
function isTransparentUnder(ink: Ink, opacity: Plane): boolean {
  let letters = 0;
  let clear = 0;
  forEachPixel(opacity, ink, (index, own) => {
    if ((ink.coverage.data[own] ?? 0) < 0.5) return;
    letters++;
    if ((opacity.data[index] ?? 1) < 0.5) clear++;
  });
  return clear > letters * OUTLIERS;
}

export interface ContrastOptions {
  /** As if there were one. */
  readonly veil?: { readonly colour: Rgb; readonly strength: number };
  /** The share of pixels that may have less, default 0.02. */
  readonly outliers?: number;
}

/** Of a larger text every second pixel is measured, or every third, … */
const MEASURED = 500_000;

/** The contrast that all but a few of the pixels under the letters reach. */
export function contrastReached(
  picture: Raster,
  ink: Ink,
  colour: Rgb,
  { veil, outliers = OUTLIERS }: ContrastOptions = {},
): number {
  const letters = luminance(colour);
  const { data } = picture;
  const values: number[] = [];
  const step = Math.ceil(ink.coverage.data.length / MEASURED);
  const seen = (at: number, channel: 0 | 1 | 2): number => {
    const value = data[at + channel] ?? 0;
    return veil ? Math.round(value + (veil.colour[channel] - value) * veil.strength) : value;
  };
  forEachPixel(picture, ink, (index, own) => {
    if (own % step !== 0) return;
    if ((ink.coverage.data[own] ?? 0) < 0.5 || (ink.pictures?.share.data[own] ?? 0) > 0.5) return;
    const at = index * 3;
    values.push(contrast(letters, luminance([seen(at, 0), seen(at, 1), seen(at, 2)])));
  });
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length * outliers)] ?? 21;
}
