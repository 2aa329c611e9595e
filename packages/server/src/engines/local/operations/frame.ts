/** A frame around a picture, drawn over its outermost pixels: the picture's size stays what it is. */

import type { Frame } from "../instructions/operations.js";
import type { Raster } from "../picture/raster.js";

/** Widths, as shares of the picture's short edge. */
const WIDTHS: Readonly<Record<Frame["width"], number>> = { thin: 0.015, medium: 0.035, thick: 0.075 };
const WHITE = [255, 255, 255] as const;

/** In pixels, the same on all four sides. A picture of a few pixels keeps at least a third of each edge. */
export function frameWidth({ width, height }: Raster, frame: Frame): number {
  const edge = Math.min(width, height);
  return Math.min(Math.floor(edge / 3), Math.max(1, Math.round(edge * WIDTHS[frame.width])));
}

export function drawFrame(raster: Raster, frame: Frame): Raster {
  const { width, height, alpha } = raster;
  const border = frameWidth(raster, frame);
  const [red, green, blue] = frame.colour?.rgb ?? WHITE;
  const data = Uint8Array.from(raster.data);
  const opacity = alpha && Float32Array.from(alpha.data);
  for (let y = 0; y < height; y++) {
    const whole = y < border || y >= height - border;
    for (let x = 0; x < width; x++) {
      // Over the middle of the picture straight to its right border.
      if (!whole && x === border) x = width - border;
      const index = y * width + x;
      data[index * 3] = red;
      data[index * 3 + 1] = green;
      data[index * 3 + 2] = blue;
      if (opacity) opacity[index] = 1;
    }
  }
  return { width, height, data, ...(opacity && { alpha: { width, height, data: opacity } }) };
}
