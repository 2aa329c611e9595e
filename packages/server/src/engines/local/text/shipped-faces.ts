/** The fonts in the package's `assets/fonts`, which its README describes. */

import { assetPath } from "./assets.js";
import { type Face, loadFace } from "./faces.js";

/** Of all families but the symbols there are these three, as the CSS weight and in the name of the file. */
export const WEIGHTS = { light: 300, regular: 500, bold: 800 } as const;
export type Weight = keyof typeof WEIGHTS;

const STYLES = { light: "Light", regular: "Medium", bold: "ExtraBold" } as const;

const TITLES = {
  Montserrat: "Montserrat",
  NotoSans: "Noto Sans",
  NotoSansArabic: "Noto Sans Arabic",
  NotoSansHebrew: "Noto Sans Hebrew",
  NotoSansDevanagari: "Noto Sans Devanagari",
  NotoSansThai: "Noto Sans Thai",
  NotoSansSymbols2: "Noto Sans Symbols 2",
  Spacing: "Spacing",
} as const;

/** These have one weight, whatever is asked. */
const SINGLE: ReadonlySet<ShippedFamily> = new Set(["NotoSansSymbols2", "Spacing"]);

export type ShippedFamily = keyof typeof TITLES;

export function shippedFace(family: ShippedFamily, weight: Weight): Face {
  const style = SINGLE.has(family) ? "Regular" : STYLES[weight];
  const path = assetPath("fonts", `${family}-${style}.subset.woff2`);
  return loadFace(path, `model-api-${family}-${style}`, `${TITLES[family]} ${style}`);
}
