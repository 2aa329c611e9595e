/** Tone, colour and sharpness of a picture, or of a part of it. */

import type { Adjustment, Strength } from "../instructions/operations.js";
import type { Plane, Raster } from "../picture/raster.js";
import { softened } from "../picture/soften.js";
import { greyOf, lumaOf } from "../picture/srgb.js";
import { type Curve, cooled, flattened, lifted, lowered, steepened, warmed } from "./curves.js";
import { sharpened } from "./sharpen.js";

/** Standard deviation of a blur, as a share of the picture's long edge. */
const BLUR: Readonly<Record<Strength, number>> = { slight: 0.003, medium: 0.008, strong: 0.02 };
/** What chroma is multiplied with. */
const MORE_COLOUR: Readonly<Record<Strength, number>> = { slight: 1.18, medium: 1.4, strong: 1.8 };
const LESS_COLOUR: Readonly<Record<Strength, number>> = { slight: 0.8, medium: 0.55, strong: 0.25 };

/** The picture adjusted where `mask` is 1, and mixed with what it was where it is less. The picture given is left as it is. */
export function adjust(raster: Raster, adjustment: Adjustment, mask?: Plane): Raster {
  const adjusted = adjustedWhole(raster, adjustment, mask);
  return mask ? mixed(raster, adjusted, mask) : adjusted;
}

function adjustedWhole(raster: Raster, adjustment: Adjustment, mask: Plane | undefined): Raster {
  switch (adjustment.kind) {
    case "brightness": {
      const curve = (adjustment.direction === "up" ? lifted : lowered)(adjustment.strength);
      return through(raster, [curve, curve, curve]);
    }
    case "contrast": {
      const pivot = meanLuma(raster, mask);
      const curve = (adjustment.direction === "up" ? steepened : flattened)(adjustment.strength, pivot);
      return through(raster, [curve, curve, curve]);
    }
    case "warmth":
      return through(raster, (adjustment.direction === "up" ? warmed : cooled)(adjustment.strength));
    case "saturation": {
      const factors = adjustment.direction === "up" ? MORE_COLOUR : LESS_COLOUR;
      return saturated(raster, factors[adjustment.strength]);
    }
    case "greyscale":
      return toned(
        raster,
        [0, 1, 2].map(() => (grey: number) => grey),
      );
    case "sepia":
      return toned(raster, SEPIA);
    case "sharpen":
      return sharpened(raster, adjustment.strength);
    case "blur": {
      const sigma = BLUR[adjustment.strength] * Math.max(raster.width, raster.height);
      // With a mask only the masked pixels are mixed, so that nothing of the other side bleeds over the border.
      return softened(raster, sigma, mask && hard(mask));
    }
  }
}

/** Old prints: black stays nearly black and white becomes cream, with the brown between them. */
const SEPIA: readonly ((grey: number) => number)[] = [
  (grey) => 255 * (grey / 255) ** 0.8,
  (grey) => 240 * (grey / 255) ** 1.06,
  (grey) => 212 * (grey / 255) ** 1.4,
];

/** Each channel through a curve of its own. */
function through({ width, height, data, alpha }: Raster, curves: readonly Curve[]): Raster {
  const tables = curves.map((curve) =>
    Uint8Array.from({ length: 256 }, (_, byte) => Math.round(255 * curve(byte / 255))),
  );
  const [red, green, blue] = tables as [Uint8Array, Uint8Array, Uint8Array];
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    result[at] = red[data[at] ?? 0] ?? 0;
    result[at + 1] = green[data[at + 1] ?? 0] ?? 0;
    result[at + 2] = blue[data[at + 2] ?? 0] ?? 0;
  }
  return { width, height, data: result, ...(alpha && { alpha }) };
}

/** Greys, each channel then through a function of its own. */
function toned({ width, height, data, alpha }: Raster, tones: readonly ((grey: number) => number)[]): Raster {
  const tables = tones.map((tone) => Uint8Array.from({ length: 256 }, (_, grey) => Math.round(tone(grey))));
  const [red, green, blue] = tables as [Uint8Array, Uint8Array, Uint8Array];
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const grey = greyOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    result[at] = red[grey] ?? 0;
    result[at + 1] = green[grey] ?? 0;
    result[at + 2] = blue[grey] ?? 0;
  }
  return { width, height, data: result, ...(alpha && { alpha }) };
}

/**
 * Moves each colour away from the grey of its own luma, or towards it. A colour that would leave the range is moved as
 * far as all three channels go together, so that neither its hue nor its luma changes.
 */
function saturated({ width, height, data, alpha }: Raster, factor: number): Raster {
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at] ?? 0;
    const green = data[at + 1] ?? 0;
    const blue = data[at + 2] ?? 0;
    const luma = lumaOf(red, green, blue);
    const most = Math.max(red, green, blue) - luma;
    const least = luma - Math.min(red, green, blue);
    let reach = factor;
    if (most > 0 && reach * most > 255 - luma) reach = (255 - luma) / most;
    if (least > 0 && reach * least > luma) reach = luma / least;
    result[at] = Math.round(luma + (red - luma) * reach);
    result[at + 1] = Math.round(luma + (green - luma) * reach);
    result[at + 2] = Math.round(luma + (blue - luma) * reach);
  }
  return { width, height, data: result, ...(alpha && { alpha }) };
}

/** 0 to 1; in the masked part alone, where there is one. A sample is enough. */
function meanLuma({ data }: Raster, mask: Plane | undefined): number {
  let sum = 0;
  let count = 0;
  for (let index = 0; index * 3 < data.length; index += 7) {
    const share = mask ? (mask.data[index] ?? 0) : 1;
    const at = index * 3;
    sum += share * lumaOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    count += share;
  }
  return count > 0 ? sum / count / 255 : 0.5;
}

/** A mixed pixel has the other side's colour in it: it does not count. */
function hard({ width, height, data }: Plane): Plane {
  return { width, height, data: data.map((share) => (share > 0.98 ? 1 : 0)) };
}

function mixed(before: Raster, after: Raster, mask: Plane): Raster {
  const data = Uint8Array.from(before.data);
  for (let index = 0; index < mask.data.length; index++) {
    const share = mask.data[index] ?? 0;
    if (share === 0) continue;
    for (let at = index * 3; at < index * 3 + 3; at++) {
      const old = before.data[at] ?? 0;
      data[at] = Math.round(old + ((after.data[at] ?? 0) - old) * share);
    }
  }
  return { ...after, data };
}
