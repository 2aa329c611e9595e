/** Font files made known to the canvas, under family names of our own: a system font can never stand in for one. */

import { readFileSync } from "node:fs";
import { GlobalFonts } from "@napi-rs/canvas";
import { type Coverage, coverageOf } from "./coverage.js";

export interface Face {
  /** The name to ask the canvas for. */
  readonly family: string;
  /** The name to tell a person. */
  readonly title: string;
  readonly coverage: Coverage;
  /** Its glyphs are pictures in colours of their own. */
  readonly coloured?: boolean;
}

const loaded = new Map<string, Face>();

/** `family` has to be unique to the file's content, since what is registered is known to the whole process. */
export function loadFace(path: string, family: string, title: string): Face {
  const known = loaded.get(family);
  if (known) return known;
  const bytes = readFileSync(path);
  if (!GlobalFonts.has(family) && !GlobalFonts.register(bytes, family)) {
    throw new Error(`the font ${path} cannot be loaded`);
  }
  const face: Face = { family, title, coverage: coverageOf(bytes) };
  loaded.set(family, face);
  return face;
}
