/** Draws lines of text with the canvas, without their colour: that comes later, once the ground is known. */

import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type Plane, planeOf } from "../picture/raster.js";
import type { TextBlock, Typesetter } from "./layout.js";
import type { Typesetting } from "./typesetting.js";

/** Glyphs of one text and where they lie in the frame. */
export interface Ink {
  /** 1 where a pixel is wholly covered. */
  readonly coverage: Plane;
  readonly left: number;
  readonly top: number;
  /** Font size in pixels. */
  readonly size: number;
  /** Where there are pictures such as emoji: their colours, three bytes a pixel, and 1 where one is. */
  readonly pictures?: { readonly colours: Uint8Array; readonly share: Plane };
}

export type Alignment = "left" | "centre" | "right";

/** Hinting and rounding are off at this size, so that widths scale. */
const MEASURED_AT = 200;

export function typesetterOf(setting: Typesetting): Typesetter {
  const context = createCanvas(1, 1).getContext("2d");
  useSetting(context, setting, MEASURED_AT);
  return {
    measure: (line) => context.measureText(line.normalize("NFC")).width / MEASURED_AT,
    extent: (line) => {
      const box = context.measureText(line.normalize("NFC"));
      return {
        ascent: box.actualBoundingBoxAscent / MEASURED_AT,
        descent: box.actualBoundingBoxDescent / MEASURED_AT,
      };
    },
    capitals: setting.capitals,
  };
}

/**
 * Draws the block's lines with its top at `top`, aligned at `edge`: their left ends, middles or right ends. Both are in
 * pixels of the frame.
 */
export function drawBlock(
  block: TextBlock,
  setting: Typesetting,
  alignment: Alignment,
  edge: number,
  top: number,
): Ink {
  const { lines, size } = block;
  // Room for accents above capitals and for tails below the baseline.
  const air = Math.ceil(size * 0.5);
  const longest = Math.max(...block.widths);
  const width = Math.ceil(longest) + 2 * air;
  const height = Math.ceil(block.height) + 2 * air;
  const share = { left: 0, centre: 0.5, right: 1 }[alignment];
  const left = Math.round(edge - longest * share) - air;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  useSetting(context, setting, size);
  const draw = (colour: string): Uint8ClampedArray => {
    context.clearRect(0, 0, width, height);
    context.fillStyle = colour;
    for (const [index, line] of lines.entries()) {
      const text = line.normalize("NFC");
      const box = context.measureText(text);
      // Side bearings differ; the ink itself is what should look aligned.
      const ink = box.actualBoundingBoxLeft + box.actualBoundingBoxRight;
      const start = edge - left - ink * share + box.actualBoundingBoxLeft;
      context.fillText(text, start, air + block.ascent + index * block.leading);
    }
    return context.getImageData(0, 0, width, height).data;
  };
  const white = draw("#ffffff");
  const coverage = planeOf({ width, height }, (index) => (white[index * 4 + 3] ?? 0) / 255);
  const ink = { coverage, left, top: Math.round(top) - air, size };
  const hasPictures = setting.faces.some(({ coloured }) => coloured);
  const pictures = hasPictures ? picturesIn(white, draw("#000000"), coverage) : undefined;
  return pictures ? { ...ink, pictures } : ink;
}

/** What has the same colour whether it is drawn in white or in black is a picture, not a letter. */
function picturesIn(white: Uint8ClampedArray, black: Uint8ClampedArray, coverage: Plane): Ink["pictures"] {
  let any = false;
  const share = planeOf(coverage, (index) => {
    const at = index * 4;
    if (white[at + 3] === 0) return 0;
    const differing = Math.max(
      ...[0, 1, 2].map((channel) => (white[at + channel] ?? 0) - (black[at + channel] ?? 0)),
    );
    if (differing < 128) any = true;
    return 1 - Math.max(0, differing) / 255;
  });
  if (!any) return undefined;
  const colours = new Uint8Array(share.data.length * 3);
  for (let index = 0; index < share.data.length; index++) {
    for (let channel = 0; channel < 3; channel++)
      colours[index * 3 + channel] = black[index * 4 + channel] ?? 0;
  }
  return { colours, share };
}

/** Letters are placed to fractions of a pixel, and lines shaped as a whole where the first font has rules for that. */
function useSetting(context: SKRSContext2D, setting: Typesetting, size: number): void {
  const faces = setting.spacing ? [setting.spacing, ...setting.faces] : setting.faces;
  context.font = `${size}px ${faces.map(({ family }) => `"${family}"`).join(", ")}`;
  context.textRendering = "geometricPrecision";
  context.fontVariationSettings = `"wght" ${setting.weight}`;
  context.lang = setting.language;
  context.direction = setting.direction;
  context.textAlign = "left";
}
