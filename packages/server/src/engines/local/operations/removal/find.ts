/**
 * Finds the object that stands out in a region: a piece of what differs from the region's rim, with an outline that can
 * be seen, cut along its colours by GrabCut.
 */

import type { Mask, Region } from "../../cutout/mask.js";
import { regionsOf } from "../../cutout/mask.js";
import { type OpenCv, withHeap } from "../../cutout/opencv.js";
import type { Window } from "../../picture/codec.js";
import { type Colours, continued } from "../../picture/colours.js";
import { type Plane, planeOf, type Raster } from "../../picture/raster.js";
import { type Differences, fromContinuation, fromPalette } from "./differences.js";
import { outlineOf } from "./outline.js";
import type { OpenSides } from "./region.js";

/** Width of the rim, as a share of the region's edges. */
const RIM = 0.07;
/** Lab distances (8-bit scale) to the background that pieces are looked for at: what stands out is one piece at some of them. */
const LEVELS = [12, 18, 26, 36, 48, 64, 84] as const;
/** The smallest and the largest object, as shares of the region. */
const SMALLEST = 0.004;
const LARGEST = 0.55;
/** The distance of colours (0 to 441) across the outline, at the least: see {@link outlineOf}. */
const FAINTEST_OUTLINE = 12;
/** The share of an outline that may be hardly seen: where it is more, the piece has been torn from something. */
const MOST_WEAK = 0.05;
/** …and in multiples of how restless the rim is, but for the share of it that may be things which reach into it. */
const ABOVE_TEXTURE = 1;
const CALM = 0.7;
/** How much larger a piece may be when it is cut anew, and how much smaller. */
const RECUT = { larger: 1.8, smaller: 0.5 };
/** Pieces that belong together lie no further apart than this share of the region's edge. */
const APART = 0.02;
/** A shadow differs from the background by this much, and reaches this share of the object's size. */
const SHADE = 9;
const SHADOW_REACH = 0.6;
/** …and its colour is the background's, to within this distance. */
const SHADE_TINT = 14;
/** How much the mask is widened, as a share of the region's edge: an outline's pixels are mixtures. */
const WIDENING = 0.022;

/** Something that stands out. */
export interface Piece {
  /** Of the copy's size. */
  readonly mask: Mask;
  /** The distance of colours (0 to 441) across its outline. */
  readonly contrast: number;
  /** Whether its outline can be seen all around. */
  readonly closed: boolean;
  /** The higher, the more it stands out. */
  readonly score: number;
  /** The share of it that lies in the named ninth. */
  readonly within: number;
}

/** All that stands out in a region and ends in it, the clearest first. */
export function findPieces(cv: OpenCv, copy: Raster, ninth: Window, open: OpenSides): Piece[] {
  const lab = labOf(cv, copy);
  const rim = rimOf(copy, open);
  const place = { copy, ninth, rim };
  const faintest = FAINTEST_OUTLINE + ABOVE_TEXTURE * unrest(copy, rim);
  const pieces = [fromContinuation(lab, rim), fromPalette(lab, rim)].flatMap((differences) =>
    LEVELS.flatMap((level) => piecesAt(cv, differences, level, place)),
  );
  return pieces.filter(({ contrast }) => contrast >= faintest).sort((one, other) => other.score - one.score);
}

/** A piece cut anew along its colours, with its shadow. */
export function withItsShadow(cv: OpenCv, copy: Raster, piece: Piece): Mask {
  const lab = labOf(cv, copy);
  const edge = Math.max(copy.width, copy.height);
  return withShadow(cv, recut(cv, lab, piece.mask, Math.max(2, Math.round(2 * APART * edge))), lab);
}

/** A mask without gaps, and a little wider, so that nothing of the object is left around it. */
export function rounded(cv: OpenCv, mask: Mask): Mask {
  const edge = Math.max(mask.width, mask.height);
  const closed = morphed(cv, mask, cv.MORPH_CLOSE, Math.max(1, Math.round(APART * edge)));
  return morphed(cv, withoutHoles(closed), cv.MORPH_DILATE, Math.max(2, Math.round(WIDENING * edge)));
}

/** How much colours differ (0 to 441) in the rim from pixel to pixel, at the distance at which outlines are looked at. */
function unrest({ width, height, data }: Raster, rim: Plane): number {
  const step = 2 * Math.max(3, Math.round(Math.max(width, height) * 0.008));
  const distances: number[] = [];
  for (let index = 0; index < rim.data.length - step * width; index += 2) {
    if (!rim.data[index] || (index % width) + step >= width) continue;
    for (const other of [index + step, index + step * width]) {
      if (!rim.data[other]) continue;
      const channels = [0, 1, 2].map(
        (channel) => (data[index * 3 + channel] ?? 0) - (data[other * 3 + channel] ?? 0),
      );
      distances.push(Math.hypot(...channels));
    }
  }
  distances.sort((a, b) => a - b);
  return distances[Math.floor(distances.length * CALM)] ?? 0;
}

interface Place {
  readonly copy: Raster;
  /** In the copy's pixels. */
  readonly ninth: Window;
  readonly rim: Plane;
}

function piecesAt(cv: OpenCv, differences: Differences, level: number, place: Place): Piece[] {
  const { width, height } = place.copy;
  const data = Uint8Array.from(differences, (value) => (value > level ? 1 : 0));
  const radius = Math.max(1, Math.round((APART * Math.max(width, height)) / 2));
  // Without single pixels, which are grain; and what is all but joined is one.
  const opened = morphed(cv, { width, height, data }, cv.MORPH_OPEN, 1);
  const joined = morphed(cv, opened, cv.MORPH_CLOSE, radius);
  return regionsOf(joined, 1)
    .filter((region) => isWhole(region, place))
    .map((region) => pieceOf(region.pixels, place));
}

/** A clear outline speaks for a piece, and so does its size: a highlight has a clear outline too. */
function pieceOf(pixels: readonly number[], { copy, ninth }: Place): Piece {
  const mask = withoutHoles(maskOf(pixels, copy));
  const outline = outlineOf(mask, copy);
  const inside = pixels.filter((index) => {
    const x = index % copy.width;
    const y = (index - x) / copy.width;
    return x >= ninth.left && x < ninth.left + ninth.width && y >= ninth.top && y < ninth.top + ninth.height;
  });
  return {
    mask,
    contrast: outline.contrast,
    closed: outline.weak <= MOST_WEAK,
    score: outline.contrast * countOf(mask) ** 0.25,
    within: inside.length / pixels.length,
  };
}

function maskOf(pixels: readonly number[], { width, height }: Raster): Mask {
  const data = new Uint8Array(width * height);
  for (const index of pixels) data[index] = 1;
  return { width, height, data };
}

/** Of a size that an object can have, and not going on over the rim. */
function isWhole({ pixels }: Region, { copy: { width, height }, rim }: Place): boolean {
  if (pixels.length < SMALLEST * width * height || pixels.length > LARGEST * width * height) return false;
  let onRim = 0;
  for (const index of pixels) {
    const x = index % width;
    onRim += touches(rim, x, (index - x) / width) ? 1 : 0;
  }
  return onRim < Math.sqrt(pixels.length) * 0.15;
}

/** Lab, because a distance there is closer to what an eye calls a different colour. */
function labOf(cv: OpenCv, { width, height, data }: Raster): Colours {
  return withHeap((own) => {
    const source = own(cv.matFromArray(height, width, cv.CV_8UC3, data as unknown as number[]));
    const lab = own(new cv.Mat());
    cv.cvtColor(source, lab, cv.COLOR_RGB2Lab);
    return { width, height, data: Float32Array.from(lab.data as Uint8Array) };
  });
}

/** 1 along the open sides. */
function rimOf({ width, height }: Raster, open: OpenSides): Plane {
  const x = Math.max(2, Math.round(width * RIM));
  const y = Math.max(2, Math.round(height * RIM));
  const data = new Float32Array(width * height);
  for (let row = 0, index = 0; row < height; row++) {
    for (let column = 0; column < width; column++, index++) {
      const inside =
        (open.left && column < x) ||
        (open.right && column >= width - x) ||
        (open.top && row < y) ||
        (open.bottom && row >= height - y);
      if (inside) data[index] = 1;
    }
  }
  return { width, height, data };
}

function morphed(cv: OpenCv, mask: Mask, operation: number, radius: number): Mask {
  return withHeap((own) => {
    const from = own(cv.matFromArray(mask.height, mask.width, cv.CV_8UC1, mask.data as unknown as number[]));
    const to = own(new cv.Mat());
    const size = new cv.Size(2 * radius + 1, 2 * radius + 1);
    cv.morphologyEx(from, to, operation, own(cv.getStructuringElement(cv.MORPH_ELLIPSE, size)));
    return { ...mask, data: Uint8Array.from(to.data as Uint8Array) };
  });
}

/** The piece, cut anew along the colours, in a band around its outline. */
function recut(cv: OpenCv, lab: Colours, piece: Mask, band: number): Mask {
  const core = morphed(cv, piece, cv.MORPH_ERODE, band);
  const halo = morphed(cv, piece, cv.MORPH_DILATE, 2 * band);
  const before = countOf(piece);
  if (before < 60 || piece.data.length - countOf(halo) < 60) return piece;
  const result = withHeap((own): Mask => {
    const { width, height } = lab;
    const bytes = Uint8Array.from(lab.data);
    const source = own(cv.matFromArray(height, width, cv.CV_8UC3, bytes as unknown as number[]));
    const labels = own(new cv.Mat(height, width, cv.CV_8UC1));
    // A Mat's own property makes a new view of the heap at each access.
    const data = labels.data as Uint8Array;
    for (let index = 0; index < piece.data.length; index++) {
      const likely = piece.data[index] ? cv.GC_PR_FGD : cv.GC_PR_BGD;
      data[index] = core.data[index] ? cv.GC_FGD : halo.data[index] ? likely : cv.GC_BGD;
    }
    // Colours are clustered from a random start; the same picture must give the same mask.
    cv.setRNGSeed(1);
    const models = [own(new cv.Mat()), own(new cv.Mat())] as const;
    cv.grabCut(source, labels, new cv.Rect(0, 0, 1, 1), ...models, 3, cv.GC_INIT_WITH_MASK);
    return { width, height, data: Uint8Array.from(labels.data as Uint8Array, (label) => label & 1) };
  });
  const after = countOf(result);
  // What differs wildly from what stood out has followed other colours than the object's.
  return after > before * RECUT.larger || after < before * RECUT.smaller ? piece : united(result, piece);
}

function united(one: Mask, other: Mask): Mask {
  return { ...one, data: one.data.map((value, index) => value | (other.data[index] ?? 0)) };
}

function countOf({ data }: Mask): number {
  return data.reduce((sum, value) => sum + value, 0);
}

function touches({ width, height, data }: Plane, x: number, y: number): boolean {
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? 0 : (data[row * width + column] ?? 0);
  return at(x, y) + at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) > 0;
}

/** The object and what is darker than the background, and of its colour, in one piece with it: as far as a shadow reaches. */
function withShadow(cv: OpenCv, object: Mask, lab: Colours): Mask {
  const { width, height } = object;
  const reach = Math.max(2, Math.round(SHADOW_REACH * Math.sqrt(countOf(object))));
  const near = morphed(cv, object, cv.MORPH_DILATE, reach);
  const background = continued(
    lab,
    planeOf(object, (index) => (near.data[index] ? 0 : 1)),
  );
  const calm = blurred(cv, lab);
  const shade = Uint8Array.from(object.data, (inside, index) => {
    const at = index * 3;
    const [light = 0, dark = 0] = [background.data[at], calm[at]];
    // A shadow takes from the colour what it takes from the light; 128 is grey.
    const expected = (channel: number): number =>
      128 + (((background.data[at + channel] ?? 0) - 128) * dark) / Math.max(1, light);
    const tint = Math.hypot((calm[at + 1] ?? 0) - expected(1), (calm[at + 2] ?? 0) - expected(2));
    const shaded = light - dark > SHADE && tint < SHADE_TINT;
    return inside || (near.data[index] && shaded) ? 1 : 0;
  });
  // Grain is not a shadow, nor is what does not touch the object.
  const opened = united(morphed(cv, { width, height, data: shade }, cv.MORPH_OPEN, 2), object);
  const data = new Uint8Array(object.data.length);
  for (const { pixels } of regionsOf(opened, 1))
    if (pixels.some((index) => object.data[index])) for (const index of pixels) data[index] = 1;
  return { width, height, data };
}

function blurred(cv: OpenCv, { width, height, data }: Colours): Float32Array {
  return withHeap((own) => {
    const bytes = Uint8Array.from(data);
    const source = own(cv.matFromArray(height, width, cv.CV_8UC3, bytes as unknown as number[]));
    const result = own(new cv.Mat());
    cv.GaussianBlur(source, result, new cv.Size(0, 0), 1.6);
    return Float32Array.from(result.data as Uint8Array);
  });
}

/** What an object encloses is hidden by it, or seen through it: either way it goes. */
function withoutHoles(mask: Mask): Mask {
  const data = Uint8Array.from(mask.data);
  for (const hole of regionsOf(mask, 0))
    if (!hole.touchesEdge) for (const index of hole.pixels) data[index] = 1;
  return { ...mask, data };
}
