/** Draws lines of text with the canvas, as coverage only: colour comes later, once the ground is known. */

import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Plane, planeOf } from "../picture/raster.js";
import type { Font } from "./fonts.js";
import { CAP_HEIGHT, LEADING, type Measure, type TextBlock } from "./layout.js";

/** Glyphs of one text and where they lie in the frame. */
export interface Ink {
  /** 1 where a pixel is wholly covered. */
  readonly coverage: Plane;
  readonly left: number;
  readonly top: number;
}

/** Hinting and rounding are off at this size, so that widths scale. */
const MEASURED_AT = 200;

export function measureWith(font: Font): Measure {
  const context = createCanvas(1, 1).getContext("2d");
  useFont(context, font, MEASURED_AT);
  return (line) => context.measureText(line.normalize("NFC")).width / MEASURED_AT;
}

/** Lines centred on `middle`, the first line's capitals beginning at `top`; both in pixels of the frame. */
export function drawCentred(block: TextBlock, font: Font, middle: number, top: number): Ink {
  const { lines, size } = block;
  // Room for accents above capitals and for tails below the baseline.
  const air = Math.ceil(size * 0.4);
  const width = Math.ceil(Math.max(...block.widths)) + 2 * air;
  const height = Math.ceil(block.height) + 2 * air;
  const left = Math.round(middle - width / 2);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  useFont(context, font, size);
  context.textAlign = "center";
  context.fillStyle = "#ffffff";
  for (const [index, line] of lines.entries()) {
    const text = line.normalize("NFC");
    const box = context.measureText(text);
    // Side bearings differ; the ink itself is what should look centred.
    const shift = (box.actualBoundingBoxLeft - box.actualBoundingBoxRight) / 2;
    context.fillText(text, middle - left + shift, air + (CAP_HEIGHT + index * LEADING) * size);
  }
  const { data } = context.getImageData(0, 0, width, height);
  const coverage = planeOf({ width, height }, (index) => (data[index * 4 + 3] ?? 0) / 255);
  return { coverage, left, top: Math.round(top) - air };
}

function useFont(context: SKRSContext2D, font: Font, size: number): void {
  context.font = `${size}px "${font.family}"`;
}
