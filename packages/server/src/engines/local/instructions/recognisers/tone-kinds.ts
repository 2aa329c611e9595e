/** Which change of light and colour a word asks for, and in which direction. */

import type { Reading } from "../plan.js";
import type { Range } from "./tone-range.js";

export type Tone =
  | { readonly kind: "brightness" | "contrast" | "saturation" | "warmth"; readonly direction: "up" | "down" }
  | { readonly kind: "greyscale" | "sepia" | "sharpen" | "blur" };

export function toneAt(reading: Reading, index: number, range: Range): Tone | "none" | "undirected" {
  const is = (...concepts: Parameters<Reading["is"]>[1][]): boolean => reading.is(index, ...concepts);
  const opposite = isLess(reading, index);
  const towards = (kind: "brightness" | "contrast" | "saturation" | "warmth", up: boolean): Tone => {
    return { kind, direction: up === opposite ? "down" : "up" };
  };
  if (is("greyscale")) return { kind: "greyscale" };
  if (is("sepia")) return { kind: "sepia" };
  if (is("sharpen")) return { kind: "sharpen" };
  if (is("blur")) return { kind: "blur" };
  if (is("brighten", "brightadjective")) return towards("brightness", true);
  if (is("darken", "darkadjective")) return towards("brightness", false);
  if (is("contrasty")) return towards("contrast", true);
  if (is("desaturate")) {
    const whole = /^(?:fully|completely|entirely|полностью)$/u.test(reading.token(index - 1)?.word ?? "");
    return whole ? { kind: "greyscale" } : towards("saturation", false);
  }
  if (is("saturate")) return towards("saturation", true);
  if (is("warm")) return towards("warmth", true);
  if (is("cool")) return towards("warmth", false);
  const direction = directionOf(reading, index, range);
  if (is("soften")) return range.alone ? { kind: "blur" } : "none";
  if (!direction) return "undirected";
  if (is("brightness")) return { kind: "brightness", direction };
  if (is("contrast")) return { kind: "contrast", direction };
  if (is("saturation")) return { kind: "saturation", direction };
  if (is("warmth")) return { kind: "warmth", direction };
  return { kind: direction === "up" ? "sharpen" : "blur" };
}

function isLess(reading: Reading, index: number): boolean {
  return /^(?:less|меньше|менее|not)$/.test(reading.token(index - 1)?.word ?? "");
}

/** The nearest "more" or "less" before the noun, or else after it. "Boost the colours" has its own. */
function directionOf(reading: Reading, index: number, { from, end }: Range): "up" | "down" | undefined {
  if (reading.is(index, "up", "down")) return reading.is(index, "down") ? "down" : "up";
  const before = reading.all(from, index, "up", "down", "contrasty").at(-1);
  const sign = before ?? reading.all(index + 1, end, "up", "down")[0];
  if (sign === undefined) return undefined;
  return reading.is(sign, "down") ? "down" : "up";
}
