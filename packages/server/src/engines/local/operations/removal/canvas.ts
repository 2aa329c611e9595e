/** A small picture with a hole, as the filling works on it. */

import type { Size } from "../../../sizes.js";
import type { Colours } from "../../picture/colours.js";

/** Patches are squares that reach this far from their centre. */
export const REACH = 3;

export interface HoledPicture extends Size {
  /** Interleaved red, green and blue; in the hole an estimate, which the filling improves. */
  readonly colours: Float32Array;
  /** 1 in the hole. */
  readonly hole: Uint8Array;
}

/** Where patches are filled in, and where they may come from. */
export interface Fields {
  /** Pixels whose patch has a part of the hole in it. */
  readonly targets: Int32Array;
  /** Pixels whose patch lies wholly in the picture and has nothing of the hole in it. */
  readonly sources: Int32Array;
  /** 1 for each of the sources. */
  readonly isSource: Uint8Array;
  readonly isTarget: Uint8Array;
}

export function fieldsOf({ width, height, hole }: HoledPicture): Fields {
  const near = new Uint8Array(hole.length);
  const rows = new Uint8Array(hole.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = Math.max(0, x - REACH);
      const to = Math.min(width - 1, x + REACH);
      for (let other = from; other <= to && !rows[y * width + x]; other++)
        rows[y * width + x] = hole[y * width + other] ?? 0;
    }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to = Math.min(height - 1, y + REACH);
      for (let other = Math.max(0, y - REACH); other <= to && !near[y * width + x]; other++)
        near[y * width + x] = rows[other * width + x] ?? 0;
    }
  const targets: number[] = [];
  const sources: number[] = [];
  const isSource = new Uint8Array(hole.length);
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      if (near[index]) targets.push(index);
      else if (x >= REACH && y >= REACH && x < width - REACH && y < height - REACH) {
        sources.push(index);
        isSource[index] = 1;
      }
    }
  }
  return { targets: Int32Array.from(targets), sources: Int32Array.from(sources), isSource, isTarget: near };
}

/** Half the size, the hole's colours left out of the means. A block with any hole in it is hole. */
export function halved({ width, height, colours, hole }: HoledPicture): HoledPicture {
  const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const sums = new Float32Array(size.width * size.height * 3);
  const counts = new Uint8Array(size.width * size.height);
  const smaller = new Uint8Array(size.width * size.height);
  for (let y = 0, index = 0; y < height; y++) {
    for (let x = 0; x < width; x++, index++) {
      const block = (y >> 1) * size.width + (x >> 1);
      if (hole[index]) {
        smaller[block] = 1;
        continue;
      }
      counts[block] = (counts[block] ?? 0) + 1;
      for (let channel = 0; channel < 3; channel++)
        sums[block * 3 + channel] = (sums[block * 3 + channel] ?? 0) + (colours[index * 3 + channel] ?? 0);
    }
  }
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) / (counts[Math.floor(at / 3)] || 1);
  return { ...size, colours: sums, hole: smaller };
}

export function asColours({ width, height, colours }: HoledPicture): Colours {
  return { width, height, data: colours };
}
