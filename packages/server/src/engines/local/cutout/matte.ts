/**
 * From a hard mask to soft edges and clean colours, at the picture's own resolution.
 *
 * Within a thin band along the outline, each pixel is read as a mixture of the subject's colour nearby and the
 * background's colour nearby. Where the two differ clearly the mixture gives the opacity; where they do not, the
 * smoothed outline does. Then the background's share is taken out of the colour, so that no old fringe is carried
 * onto a new background.
 */

import { blur } from "../picture/blur.js";
import { reduced, sampler } from "../picture/colours.js";
import { clamp01, type Plane, planeOf, type Raster, smoothstep } from "../picture/raster.js";
import { enlarge } from "../picture/resample.js";

/** Smoothing of the outline in mask pixels: takes the stairs out and leaves corners. */
const SMOOTHING = 1.1;
/** The outline is moved inwards by this many mask pixels, where mixed pixels would show the old background. */
const INSET = 0.3;
/** Opacity from colours is trusted from this distance between subject and background (0 to 441)… */
const APART = 55;
/** …and only for colours that lie between the two: the farthest they may be off that line, as a share of it. */
const OFF_LINE = 0.35;

/** How far colours are continued, in mask pixels: from close by, or where nothing close is known, from further away. */
const NEAR = 1.5;
const FAR = 6;
/** The least share of known pixels around a place from which its colour is told. */
const ENOUGH = 0.02;

export interface Matte {
  /** Opacity of the subject, 0 to 1. */
  readonly alpha: Plane;
  /** The subject's own colours, continued a little beyond its outline. */
  readonly colours: Raster;
  /** Where the picture's pixels are taken as they are: 1 well inside the outline. */
  readonly interior: Plane;
}

export function matteOf(mask: Plane, picture: Raster): Matte {
  const scale = picture.width / mask.width;
  const outline = softOutline(mask, picture, scale);
  const sure = blur(outline, 1.6 * scale);
  const inside = planeOf(picture, (i) => ((sure.data[i] ?? 0) > 0.93 ? 1 : 0));
  const outside = planeOf(picture, (i) => ((sure.data[i] ?? 0) < 0.05 ? 1 : 0));
  const subject = spread(picture, inside, scale);
  const background = spread(picture, outside, scale);
  const correction = planeOf(picture, (i) => {
    if (inside.data[i] || outside.data[i]) return 0;
    const level = outline.data[i] ?? 0;
    return mixedOpacity(level, picture.data, subject.data, background.data, i * 3) - level;
  });
  // A pixel is noisy, its neighbourhood less so; without this, single pixels would come loose from the edge.
  const calm = blur(correction, scale);
  const alpha = planeOf(picture, (i) => {
    if (inside.data[i]) return 1;
    if (outside.data[i]) return 0;
    return clamp01((outline.data[i] ?? 0) + (calm.data[i] ?? 0));
  });
  return { alpha, colours: subject, interior: inside };
}

/** The mask's outline without stairs: blurred, then tightened to a ramp about two mask pixels wide. */
function softOutline(mask: Plane, picture: Raster, scale: number): Plane {
  const soft = enlarge(blur(mask, SMOOTHING), picture);
  // The blur's slope at the outline turns a distance in pixels into a change of level.
  const slope = 1 / (SMOOTHING * Math.sqrt(2 * Math.PI));
  const middle = 0.5 + INSET * slope;
  const half = slope * Math.min(1, 0.9 / Math.max(1, scale) + 0.25);
  return planeOf(picture, (i) => smoothstep(middle - half, middle + half, soft.data[i] ?? 0));
}

/** The colours of the known pixels, continued into the unknown ones: a blur that counts only the known. */
function spread(picture: Raster, known: Plane, scale: number): Raster {
  const { width, height } = picture;
  const data = new Uint8Array(picture.data);
  const near = blurredSums(picture, known, NEAR * scale);
  const far = farColours(picture, known, FAR * scale);
  const colour = new Float32Array(3);
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      if (known.data[index]) continue;
      const weight = near.weight[index] ?? 0;
      if (weight <= ENOUGH && !far(x, y, colour)) continue;
      for (let channel = 0; channel < 3; channel++) {
        const value = weight > ENOUGH ? (near.sums[channel]?.[index] ?? 0) / weight : (colour[channel] ?? 0);
        data[index * 3 + channel] = Math.round(value);
      }
    }
  }
  return { width, height, data };
}

function blurredSums(picture: Raster, known: Plane, sigma: number) {
  const { width, height } = picture;
  const weighted = new Float32Array(width * height);
  const sums = [0, 1, 2].map((channel) => {
    for (let index = 0; index < weighted.length; index++)
      weighted[index] = (known.data[index] ?? 0) * (picture.data[index * 3 + channel] ?? 0);
    return blur({ width, height, data: weighted }, sigma).data;
  });
  return { sums, weight: blur(known, sigma).data };
}

/** Where nothing known is near: from further away, at a size at which a wide blur costs little. False where nothing is known at all. */
function farColours(picture: Raster, known: Plane, sigma: number) {
  const factor = Math.max(1, Math.floor(sigma / 2.5));
  const copy = reduced(picture, factor, known);
  const { width, height } = copy.colours;
  const weight = blur(copy.known, sigma / factor).data;
  const means = new Float32Array(width * height * 3);
  const weighted = new Float32Array(width * height);
  for (let channel = 0; channel < 3; channel++) {
    for (let index = 0; index < weighted.length; index++)
      weighted[index] = (copy.known.data[index] ?? 0) * (copy.colours.data[index * 3 + channel] ?? 0);
    const sums = blur({ width, height, data: weighted }, sigma / factor).data;
    for (let index = 0; index < sums.length; index++)
      means[index * 3 + channel] = (sums[index] ?? 0) / Math.max(1e-4, weight[index] ?? 0);
  }
  const sample = sampler({ width, height, data: means }, factor);
  return (x: number, y: number, colour: Float32Array): boolean => {
    const block = Math.floor(y / factor) * width + Math.floor(x / factor);
    if ((weight[block] ?? 0) <= ENOUGH) return false;
    sample(x, y, colour);
    return true;
  };
}

/** Projects a pixel onto the line from background to subject; `at3` is the index of its red byte. */
function mixedOpacity(
  outline: number,
  picture: Uint8Array,
  subject: Uint8Array,
  background: Uint8Array,
  at3: number,
): number {
  let along = 0;
  let length = 0;
  let own = 0;
  for (let channel = at3; channel < at3 + 3; channel++) {
    const span = (subject[channel] ?? 0) - (background[channel] ?? 0);
    const offset = (picture[channel] ?? 0) - (background[channel] ?? 0);
    along += offset * span;
    length += span * span;
    own += offset * offset;
  }
  if (length < 1) return outline;
  const share = clamp01(along / length);
  const off = Math.sqrt(Math.max(0, own - (along * along) / length) / length);
  const trust =
    smoothstep(APART, APART * 2, Math.sqrt(length)) * (1 - smoothstep(OFF_LINE / 2, OFF_LINE, off));
  return outline + trust * (Math.min(share, outline + 0.35) - outline) * smoothstep(0, 0.15, outline);
}

/** The matte of a picture that brought its own transparency. */
export function matteOfAlpha(alpha: Plane, picture: Raster): Matte {
  const inside = planeOf(alpha, (i) => ((alpha.data[i] ?? 0) > 0.99 ? 1 : 0));
  const subject = spread(picture, inside, 1);
  return { alpha, colours: subject, interior: inside };
}
