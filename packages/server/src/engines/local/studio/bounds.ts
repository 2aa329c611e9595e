import type { Plane } from "../picture/raster.js";

/** The first and last column and row of something, all inclusive. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around everything that is at least half opaque. */
export function boundsOf(alpha: Plane): Bounds | undefined {
  let left = alpha.width;
  let right = -1;
  let top = alpha.height;
  let bottom = -1;
  for (let y = 0, i = 0; y < alpha.height; y++) {
    for (let x = 0; x < alpha.width; x++, i++) {
      if ((alpha.data[i] ?? 0) < 0.5) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return bottom < 0 ? undefined : { left, top, right, bottom };
}
