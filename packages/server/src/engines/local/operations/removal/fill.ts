/**
 * Fills a hole in a picture. What comes from where is decided in a small copy; the pixels are then taken from there at
 * the picture's own resolution, so that the patch has the grain and the detail of its surroundings.
 */

import type { Size } from "../../../sizes.js";
import type { Mask } from "../../cutout/mask.js";
import type { OpenCv } from "../../cutout/opencv.js";
import { resample, type Window } from "../../picture/codec.js";
import { type Colours, continued, sampler } from "../../picture/colours.js";
import { type Raster, smoothstep } from "../../picture/raster.js";
import { asColours, type HoledPicture } from "./canvas.js";
import { widened } from "./region.js";
import { type Filled, synthesised } from "./synthesis.js";

/** What is to be filled: a mask over a part of a picture, at whatever size the mask has. */
export interface Hole {
  readonly mask: Mask;
  /** The part of the picture that the mask covers, in the picture's pixels. */
  readonly window: Window;
}

export interface FilledIn {
  readonly raster: Raster;
  /** Around what was filled, in the picture's pixels. */
  readonly box: Window;
}

/** How far around the hole patches are looked for, in multiples of its longer edge and as a share of the picture's. */
const SURROUNDINGS = { hole: 1, picture: 0.06 };
/** Long edge in pixels of the small copy. */
const COPY_EDGE = 380;
/** The most, 0 to 255, that the brightness of a patch is corrected to fit its place. */
const CORRECTION = 30;

export async function fillIn(cv: OpenCv, raster: Raster, hole: Hole): Promise<FilledIn> {
  const box = boxOf(hole);
  const long = Math.max(box.width, box.height);
  const air = Math.max(
    long * SURROUNDINGS.hole,
    Math.max(raster.width, raster.height) * SURROUNDINGS.picture,
  );
  const area = widened(box, air, raster);
  const scale = Math.min(1, COPY_EDGE / Math.max(area.width, area.height));
  const copy = await holedCopy(raster, hole, area, scale);
  const filled = synthesised(cv, copy);
  const data = Uint8Array.from(raster.data);
  if (filled) paintPatches({ ...raster, data }, raster, hole, area, filled);
  else paintSmooth({ ...raster, data }, hole, area, copy);
  return { raster: { ...raster, data }, box };
}

function boxOf({ mask, window }: Hole): Window {
  let [left, top, right, bottom] = [mask.width, mask.height, 0, 0];
  for (let index = 0; index < mask.data.length; index++) {
    if (!mask.data[index]) continue;
    const x = index % mask.width;
    const y = (index - x) / mask.width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  const across = window.width / mask.width;
  const down = window.height / mask.height;
  const start = { left: Math.floor(window.left + left * across), top: Math.floor(window.top + top * down) };
  return {
    ...start,
    width: Math.ceil(window.left + right * across) - start.left,
    height: Math.ceil(window.top + bottom * down) - start.top,
  };
}

async function holedCopy(raster: Raster, hole: Hole, area: Window, scale: number): Promise<HoledPicture> {
  const whole = { width: Math.round(raster.width * scale), height: Math.round(raster.height * scale) };
  const left = Math.floor(area.left * scale);
  const top = Math.floor(area.top * scale);
  const { width, height, data } = await resample(raster, whole, {
    left,
    top,
    width: Math.min(whole.width - left, Math.max(1, Math.round(area.width * scale))),
    height: Math.min(whole.height - top, Math.max(1, Math.round(area.height * scale))),
  });
  const opacity = opacityOf(hole);
  const inHole = new Uint8Array(width * height);
  for (let y = 0, index = 0; y < height; y++)
    for (let x = 0; x < width; x++, index++) {
      const column = area.left + ((x + 0.5) * area.width) / width;
      const row = area.top + ((y + 0.5) * area.height) / height;
      inHole[index] = opacity(column, row) > 0 ? 1 : 0;
    }
  return { width, height, colours: Float32Array.from(data), hole: inHole };
}

/** The mask, interpolated, at a place in the picture's pixels; 0 outside its window. */
function opacityOf({ mask, window }: Hole): (x: number, y: number) => number {
  const value = (column: number, row: number): number => {
    const x = Math.min(mask.width - 1, Math.max(0, column));
    const y = Math.min(mask.height - 1, Math.max(0, row));
    return mask.data[y * mask.width + x] ?? 0;
  };
  return (x, y) => {
    if (x < window.left || y < window.top || x > window.left + window.width || y > window.top + window.height)
      return 0;
    const column = ((x - window.left) / window.width) * mask.width - 0.5;
    const row = ((y - window.top) / window.height) * mask.height - 0.5;
    const left = Math.floor(column);
    const top = Math.floor(row);
    const across = column - left;
    const upper = value(left, top) * (1 - across) + value(left + 1, top) * across;
    const lower = value(left, top + 1) * (1 - across) + value(left + 1, top + 1) * across;
    return upper + (lower - upper) * (row - top);
  };
}

/** Visits the pixels of the hole: index in the picture, place in the small copy, and how much of the pixel is new. */
function forEachInHole(
  raster: Size,
  hole: Hole,
  area: Window,
  copy: Size,
  visit: (index: number, x: number, y: number, share: number) => void,
): void {
  const opacity = opacityOf(hole);
  const across = copy.width / area.width;
  const down = copy.height / area.height;
  for (let y = area.top; y < area.top + area.height; y++)
    for (let x = area.left; x < area.left + area.width; x++) {
      const share = smoothstep(0.05, 0.7, opacity(x + 0.5, y + 0.5));
      if (share > 0)
        visit(
          y * raster.width + x,
          (x + 0.5 - area.left) * across - 0.5,
          (y + 0.5 - area.top) * down - 0.5,
          share,
        );
    }
}

function paintPatches(result: Raster, source: Raster, hole: Hole, area: Window, filled: Filled): void {
  const { picture, fields, matches } = filled;
  const correct = sampler(correctionOf(filled), 1);
  const colour = new Float32Array(3);
  const right = area.left + area.width - 1;
  const bottom = area.top + area.height - 1;
  forEachInHole(result, hole, area, picture, (index, column, row, share) => {
    const x = index % source.width;
    const y = (index - x) / source.width;
    let [red, green, blue, total] = [0, 0, 0, 0];
    const nearX = Math.round(column);
    const nearY = Math.round(row);
    for (
      let other = (nearY - 1) * picture.width;
      other <= (nearY + 1) * picture.width;
      other += picture.width
    ) {
      for (let target = other + nearX - 1; target <= other + nearX + 1; target++) {
        if (!fields.isTarget[target]) continue;
        const from = matches.from[target] ?? 0;
        const targetX = target % picture.width;
        const fromX = from % picture.width;
        const targetY = (target - targetX) / picture.width;
        const away = (targetX - column) ** 2 + (targetY - row) ** 2;
        const weight = Math.exp(-away * 3.5);
        const moveX = Math.round(((fromX - targetX) * area.width) / picture.width);
        const moveY = Math.round((((from - fromX) / picture.width - targetY) * area.height) / picture.height);
        const there =
          Math.min(bottom, Math.max(area.top, y + moveY)) * source.width +
          Math.min(right, Math.max(area.left, x + moveX));
        red += weight * (source.data[there * 3] ?? 0);
        green += weight * (source.data[there * 3 + 1] ?? 0);
        blue += weight * (source.data[there * 3 + 2] ?? 0);
        total += weight;
      }
    }
    if (total === 0) return;
    correct(column, row, colour);
    blend(result.data, index * 3, red / total + (colour[0] ?? 0), share);
    blend(result.data, index * 3 + 1, green / total + (colour[1] ?? 0), share);
    blend(result.data, index * 3 + 2, blue / total + (colour[2] ?? 0), share);
  });
}

/** Patches come from places that are lighter or darker; what is wrong at the hole's rim is taken off smoothly inside. */
function correctionOf({ picture, fields, votes }: Filled): Colours {
  const { width, height, colours, hole } = picture;
  const known = new Float32Array(hole.length);
  const data = new Float32Array(colours.length);
  for (const target of fields.targets) {
    if (hole[target]) continue;
    known[target] = 1;
    for (let at = target * 3; at < target * 3 + 3; at++) {
      const wrong = (colours[at] ?? 0) - (votes[at] ?? 0);
      data[at] = Math.min(CORRECTION, Math.max(-CORRECTION, wrong));
    }
  }
  return continued({ width, height, data }, { width, height, data: known });
}

/** Where there is too little to copy from. */
function paintSmooth(result: Raster, hole: Hole, area: Window, copy: HoledPicture): void {
  const known = Float32Array.from(copy.hole, (inside) => 1 - inside);
  const smooth = sampler(continued(asColours(copy), { ...copy, data: known }), 1);
  const colour = new Float32Array(3);
  forEachInHole(result, hole, area, copy, (index, column, row, share) => {
    smooth(column, row, colour);
    for (let channel = 0; channel < 3; channel++)
      blend(result.data, index * 3 + channel, colour[channel] ?? 0, share);
  });
}

function blend(data: Uint8Array, at: number, value: number, share: number): void {
  const old = data[at] ?? 0;
  data[at] = Math.min(255, Math.max(0, Math.round(old + (value - old) * share)));
}
