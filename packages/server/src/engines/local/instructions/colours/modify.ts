/** What "dark", "pastel" or "deep" makes of a colour. */

import type { Rgb } from "./names.js";

export type Modifier =
  | "darkmod"
  | "lightmod"
  | "palemod"
  | "pastelmod"
  | "deepmod"
  | "vividmod"
  | "warmmod"
  | "coolmod";

export function modified(rgb: Rgb, modifier: Modifier): Rgb {
  switch (modifier) {
    case "darkmod":
      return mixed(rgb, [0, 0, 0], 0.48);
    case "lightmod":
      return mixed(rgb, [255, 255, 255], 0.5);
    case "palemod":
      return mixed(rgb, [255, 255, 255], 0.62);
    case "pastelmod":
      return inHsl(rgb, (hue, saturation) => [hue, Math.min(saturation, 0.7), 0.87]);
    case "deepmod":
      return inHsl(rgb, (hue, saturation, lightness) => [
        hue,
        Math.min(1, saturation * 1.15),
        lightness * 0.62,
      ]);
    case "vividmod":
      return inHsl(rgb, (hue, saturation, lightness) => [
        hue,
        saturation < 0.05 ? saturation : 1,
        lightness + (0.52 - lightness) * 0.4,
      ]);
    case "warmmod":
      return mixed(rgb, [255, 196, 120], 0.14);
    case "coolmod":
      return mixed(rgb, [140, 180, 255], 0.12);
  }
}

export function mixed(rgb: Rgb, other: Rgb, share: number): Rgb {
  const at = (channel: 0 | 1 | 2): number =>
    Math.round(rgb[channel] + (other[channel] - rgb[channel]) * share);
  return [at(0), at(1), at(2)];
}

type Hsl = readonly [hue: number, saturation: number, lightness: number];

function inHsl(rgb: Rgb, change: (...hsl: Hsl) => Hsl): Rgb {
  const [hue, saturation, lightness] = change(...hslOf(rgb));
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Hue in degrees, the others from 0 to 1. */
function hslOf([red, green, blue]: Rgb): Hsl {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const high = Math.max(r, g, b);
  const span = high - Math.min(r, g, b);
  const lightness = high - span / 2;
  if (span === 0) return [0, 0, lightness];
  const saturation = span / (1 - Math.abs(2 * lightness - 1));
  const hue = high === r ? ((g - b) / span) % 6 : high === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return [(hue * 60 + 360) % 360, saturation, lightness];
}
