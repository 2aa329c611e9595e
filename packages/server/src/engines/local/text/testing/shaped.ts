/**
 * Renders a text without the engine's canvas text: HarfBuzz shapes runs that the test itself has put into visual order, and
 * the outlines are filled as paths.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas, Path2D } from "@napi-rs/canvas";
import * as harfbuzz from "harfbuzzjs";
import { type Plane, planeOf } from "../../picture/raster.js";

const require = createRequire(import.meta.url);
const { convert } = require("fontverter") as {
  convert: (font: Buffer, format: "sfnt") => Promise<Buffer>;
};

export interface Run {
  readonly text: string;
  /** The path of a font file. */
  readonly font: string;
  readonly direction: "ltr" | "rtl";
  /** For variable fonts. */
  readonly weight?: number;
  /** Features to turn off, as in letters that do not join: `-init`. */
  readonly features?: string;
}

export interface Glyph {
  readonly id: number;
  /** In shares of the font size. */
  readonly x: number;
  readonly y: number;
}

const faces = new Map<string, harfbuzz.Face>();
/** The converter has one memory for all: a conversion must end before the next begins. */
let last: Promise<unknown> = Promise.resolve();

async function faceOf(path: string): Promise<harfbuzz.Face> {
  const loading = last.then(async () => faces.get(path) ?? (await load(path)));
  last = loading;
  return loading;
}

async function load(path: string): Promise<harfbuzz.Face> {
  const sfnt = await convert(readFileSync(path), "sfnt");
  const face = new harfbuzz.Face(new harfbuzz.Blob(Uint8Array.from(sfnt)));
  faces.set(path, face);
  return face;
}

async function fontOf({ font: path, weight }: Run): Promise<{ font: harfbuzz.Font; unit: number }> {
  const face = await faceOf(path);
  const font = new harfbuzz.Font(face);
  if (weight) font.setVariations([new harfbuzz.Variation("wght", weight)]);
  return { font, unit: face.upem };
}

/** The glyphs of one run, and how far it advances. */
export async function shape(run: Run): Promise<{ glyphs: Glyph[]; advance: number }> {
  const { font, unit } = await fontOf(run);
  const buffer = new harfbuzz.Buffer();
  buffer.addText(run.text.normalize("NFC"));
  buffer.guessSegmentProperties();
  buffer.setDirection(run.direction === "rtl" ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
  const features = (run.features ?? "").split(",").filter(Boolean);
  harfbuzz.shape(
    font,
    buffer,
    features.flatMap((feature) => harfbuzz.Feature.fromString(feature) ?? []),
  );
  const positions = buffer.getGlyphPositions();
  let advance = 0;
  const glyphs = buffer.getGlyphInfos().map(({ codepoint }, index) => {
    const position = positions[index];
    const x = (advance + (position?.xOffset ?? 0)) / unit;
    advance += position?.xAdvance ?? 0;
    return { id: codepoint, x, y: (position?.yOffset ?? 0) / unit };
  });
  return { glyphs, advance: advance / unit };
}

/** The runs side by side, from left to right as they are given, at `size` pixels; with room on all sides. */
export async function renderRuns(runs: readonly Run[], size: number): Promise<Plane> {
  const shaped = await Promise.all(runs.map(async (run) => ({ run, ...(await shape(run)) })));
  const length = shaped.reduce((sum, { advance }) => sum + advance, 0);
  const canvas = createCanvas(Math.ceil((length + 2) * size), Math.ceil(3 * size));
  const context = canvas.getContext("2d");
  let start = size;
  for (const { run, glyphs, advance } of shaped) {
    const { font, unit } = await fontOf(run);
    const scale = size / unit;
    for (const { id, x, y } of glyphs) {
      context.setTransform(scale, 0, 0, -scale, start + x * size, (2 - y) * size);
      context.fill(new Path2D(font.glyphToPath(id)));
    }
    start += advance * size;
  }
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return planeOf(canvas, (index) => (data[index * 4 + 3] ?? 0) / 255);
}
