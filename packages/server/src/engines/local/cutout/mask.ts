/** Clean-up of a subject mask: one byte a pixel, 1 inside and 0 outside. */

import type { Size } from "../../sizes.js";

export interface Mask extends Size {
  readonly data: Uint8Array;
}

export interface Region {
  /** Pixel indices. */
  readonly pixels: readonly number[];
  readonly touchesEdge: boolean;
}

export function shareOf(mask: Mask): number {
  let inside = 0;
  for (const value of mask.data) inside += value;
  return inside / mask.data.length;
}

/** The 4-connected regions of pixels with this value, largest first. */
export function regionsOf(mask: Mask, value: 0 | 1): Region[] {
  const { width, height, data } = mask;
  const seen = new Uint8Array(data.length);
  const regions: Region[] = [];
  for (let seed = 0; seed < data.length; seed++) {
    if (seen[seed] || data[seed] !== value) continue;
    const pixels = [seed];
    let touchesEdge = false;
    seen[seed] = 1;
    for (let head = 0; head < pixels.length; head++) {
      const index = pixels[head] ?? 0;
      const x = index % width;
      const y = (index - x) / width;
      if (x === 0 || y === 0 || x === width - 1 || y === height - 1) touchesEdge = true;
      const neighbours = [
        x > 0 ? index - 1 : -1,
        x < width - 1 ? index + 1 : -1,
        index - width,
        index + width,
      ];
      for (const next of neighbours) {
        if (next < 0 || next >= data.length || seen[next] || data[next] !== value) continue;
        seen[next] = 1;
        pixels.push(next);
      }
    }
    regions.push({ pixels, touchesEdge });
  }
  return regions.sort((a, b) => b.pixels.length - a.pixels.length);
}

/** Keeps the largest region and those at least `share` of its size; crumbs go. */
export function withoutCrumbs(mask: Mask, share: number): Mask {
  const data = new Uint8Array(mask.data.length);
  const regions = regionsOf(mask, 1);
  const smallest = (regions[0]?.pixels.length ?? 0) * share;
  for (const region of regions) {
    if (region.pixels.length >= smallest) for (const index of region.pixels) data[index] = 1;
  }
  return { ...mask, data };
}

/** Closes every hole that need not stay open. */
export function withoutHoles(mask: Mask, staysOpen: (hole: Region) => boolean): Mask {
  const data = Uint8Array.from(mask.data);
  for (const region of regionsOf(mask, 0)) {
    if (region.touchesEdge || staysOpen(region)) continue;
    for (const index of region.pixels) data[index] = 1;
  }
  return { ...mask, data };
}

/** Takes over the connected differences between two masks that `accept` agrees with. */
export function withChanges(mask: Mask, changed: Mask, accept: (pixels: readonly number[]) => boolean): Mask {
  const difference: Mask = {
    ...mask,
    data: mask.data.map((value, index) => value ^ (changed.data[index] ?? 0)),
  };
  const data = Uint8Array.from(mask.data);
  for (const { pixels } of regionsOf(difference, 1)) {
    if (accept(pixels)) for (const index of pixels) data[index] = changed.data[index] ?? 0;
  }
  return { ...mask, data };
}

/** The longer edge of the box around some pixels of a mask this wide. */
export function extentOf(pixels: readonly number[], width: number): number {
  const columns = pixels.map((index) => index % width);
  const rows = pixels.map((index) => Math.floor(index / width));
  return Math.max(lengthOf(columns), lengthOf(rows));
}

/** Without spreading a long list over a call's arguments. */
function lengthOf(positions: readonly number[]): number {
  return positions.reduce((a, b) => Math.max(a, b)) - positions.reduce((a, b) => Math.min(a, b)) + 1;
}
