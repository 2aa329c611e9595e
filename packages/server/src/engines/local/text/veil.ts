/** What is laid under a text so that it reads: a veil over the picture, or a plate of its own. */

import type { Box } from "../composition.js";
import { clamp01, type Plane, type Raster, smoothstep } from "../picture/raster.js";
import type { Rgb } from "./contrast.js";
import { mix } from "./ground.js";
import type { Ink } from "./ink.js";

/** How far a veil fades out beyond the text, in multiples of the text's own height. */
const REACH = 0.7;
/** A text whose middle is this near to the frame's upper or lower edge, as a share of its height, has a veil up to it. */
const NEAR = 0.4;

/** A band across the whole picture: of full strength behind the text, and up to the edge that it is near to. */
export function layVeil(picture: Raster, ink: Ink, colour: Rgb, strength: number, opacity?: Plane): void {
  const { width, height } = picture;
  const reach = ink.coverage.height * REACH;
  const middle = (ink.top + ink.coverage.height / 2) / height;
  const first = middle < NEAR ? 0 : ink.top;
  const last = middle > 1 - NEAR ? height : ink.top + ink.coverage.height;
  for (let y = Math.max(0, Math.floor(first - reach)); y < Math.min(height, Math.ceil(last + reach)); y++) {
    const share = strength * (1 - smoothstep(0, reach, Math.max(first - y, y + 1 - last, 0)));
    for (let x = 0; x < width; x++) mix(picture, y * width + x, colour, share, opacity);
  }
}

/** A plate with round corners; its edges are smoothed over one pixel. */
export function layPlate(picture: Raster, box: Box, radius: number, colour: Rgb, opacity?: Plane): void {
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const inner = { x: (box.right - box.left) / 2 - radius, y: (box.bottom - box.top) / 2 - radius };
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(picture.height, Math.ceil(box.bottom)); y++) {
    for (let x = Math.max(0, Math.floor(box.left)); x < Math.min(picture.width, Math.ceil(box.right)); x++) {
      const across = Math.abs(x + 0.5 - middle.x) - inner.x;
      const along = Math.abs(y + 0.5 - middle.y) - inner.y;
      const outside =
        Math.hypot(Math.max(across, 0), Math.max(along, 0)) + Math.min(Math.max(across, along), 0);
      mix(picture, y * picture.width + x, colour, clamp01(radius - outside + 0.5), opacity);
    }
  }
}
