/** Turns pixels upright as EXIF says, without changing any. */

import type { Size } from "../../sizes.js";

/** Interleaved samples of one byte. */
export interface Samples extends Size {
  readonly data: Uint8Array;
  readonly channels: number;
}

/** Where the first pixel of the upright picture is, and where one goes from it to the right and down. */
interface Walk {
  readonly start: number;
  readonly right: number;
  readonly down: number;
}

/** `orientation` is EXIF's, 1 to 8; anything else stands upright. */
export function upright(samples: Samples, orientation: number | undefined): Samples {
  const { width, height, channels, data } = samples;
  const walk = walkOf(orientation, samples);
  if (!walk) return samples;
  const turned = (orientation ?? 1) >= 5;
  const size = turned ? { width: height, height: width } : { width, height };
  const result = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < size.height; y++) {
    let from = (walk.start + y * walk.down) * channels;
    for (let x = 0; x < size.width; x++, from += walk.right * channels)
      for (let channel = 0; channel < channels; channel++) result[to++] = data[from + channel] ?? 0;
  }
  return { ...size, channels, data: result };
}

function walkOf(orientation: number | undefined, { width, height }: Size): Walk | undefined {
  const lastRow = (height - 1) * width;
  const last = width * height - 1;
  switch (orientation) {
    case 2:
      return { start: width - 1, right: -1, down: width };
    case 3:
      return { start: last, right: -1, down: -width };
    case 4:
      return { start: lastRow, right: 1, down: -width };
    case 5:
      return { start: 0, right: width, down: 1 };
    case 6:
      return { start: lastRow, right: -width, down: 1 };
    case 7:
      return { start: last, right: -width, down: -1 };
    case 8:
      return { start: width - 1, right: width, down: -1 };
    default:
      return undefined;
  }
}
