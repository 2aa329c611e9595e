/** The two fonts that the package ships, under family names of our own: a system font can never stand in for them. */

import { readFileSync } from "node:fs";
import { GlobalFonts } from "@napi-rs/canvas";
import { assetPath } from "./assets.js";
import { type Coverage, coverageOf } from "./coverage.js";

export interface Font {
  /** The name to ask the canvas for. */
  readonly family: string;
  /** The name to tell a person. */
  readonly title: string;
  readonly coverage: Coverage;
}

const FILES = {
  headline: { file: "Montserrat-ExtraBold.subset.ttf", title: "Montserrat ExtraBold" },
  text: { file: "Montserrat-Medium.subset.ttf", title: "Montserrat Medium" },
} as const;

const loaded = new Map<keyof typeof FILES, Font>();

/** Registers the font on first use; registrations last as long as the thread. */
export function fontFor(use: keyof typeof FILES): Font {
  const known = loaded.get(use);
  if (known) return known;
  const { file, title } = FILES[use];
  const bytes = readFileSync(assetPath("fonts", file));
  const family = `model-api-${use}`;
  if (!GlobalFonts.register(bytes, family)) throw new Error(`the font ${file} cannot be loaded`);
  const font: Font = { family, title, coverage: coverageOf(bytes) };
  loaded.set(use, font);
  return font;
}
