/**
 * The shadow that a subject throws on the sweep's floor under a large soft light, from its outline alone: nothing is
 * known of its depth. Three layers, from tight to wide: where it touches, under its lower edge, and all around its base.
 */

import { blur } from "../picture/blur.js";
import { type Plane, planeOf, type Raster, smoothstep } from "../picture/raster.js";
import { enlargedRows } from "../picture/resample.js";
import { boundsOf } from "./bounds.js";

interface Layer {
  /** How far the outline is pushed down, its blur, in multiples of the subject's width. */
  readonly drop: number;
  readonly sigma: number;
  /** Share of the outline's height that is left; below 1 it lies flat on the floor. */
  readonly squash: number;
  /** Darkness where the layer is full. */
  readonly strength: number;
}

const LAYERS: readonly Layer[] = [
  { drop: 0.006, sigma: 0.007, squash: 1, strength: 0.34 },
  { drop: 0.028, sigma: 0.026, squash: 0.94, strength: 0.3 },
  { drop: 0.05, sigma: 0.075, squash: 0.72, strength: 0.3 },
];

/** Darkness from 0 to 1. A subject that runs out of the frame at the bottom stands on no visible floor: no shadow. */
export function floorShadow(alpha: Plane): Plane | undefined {
  const bounds = boundsOf(alpha);
  if (!bounds || bounds.bottom >= alpha.height - 1) return undefined;
  const unit = bounds.right - bounds.left;
  const layers = LAYERS.map((layer) => ({
    plane: blur(lowered(alpha, bounds.bottom, layer, unit), layer.sigma * unit),
    strength: layer.strength,
  }));
  const height = bounds.bottom - bounds.top;
  const from = bounds.bottom - 0.62 * height;
  const to = bounds.bottom - 0.1 * height;
  return planeOf(alpha, (index) => {
    const low = smoothstep(from, to, Math.floor(index / alpha.width));
    let light = 1;
    for (const { plane, strength } of layers) light *= 1 - strength * low * (plane.data[index] ?? 0);
    return 1 - light;
  });
}

/** The outline, squashed towards its lowest row and pushed down. */
function lowered(alpha: Plane, ground: number, { squash, drop }: Layer, unit: number): Plane {
  const { width, height } = alpha;
  return planeOf(alpha, (index) => {
    const x = index % width;
    const y = (index - x) / width;
    const source = Math.round(ground - (ground + drop * unit - y) / squash);
    return source < 0 || source >= height ? 0 : (alpha.data[source * width + x] ?? 0);
  });
}

/** Darkens a picture by a shadow, which may be smaller; the picture itself is changed. */
export function shaded(picture: Raster, shadow: Plane | undefined): Raster {
  if (!shadow) return picture;
  const { width, height, data } = picture;
  const darkness = enlargedRows(shadow, picture);
  for (let y = 0, byte = 0; y < height; y++) {
    const dark = darkness(y);
    for (let x = 0; x < width; x++) {
      const light = 1 - (dark[x] ?? 0);
      for (let channel = 0; channel < 3; channel++, byte++)
        data[byte] = Math.round((data[byte] ?? 0) * light);
    }
  }
  return picture;
}
