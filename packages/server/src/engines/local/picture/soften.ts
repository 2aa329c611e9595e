/** Wide blurs of whole pictures, at a size at which they cost little. */

import { grain } from "../studio/sweep.js";
import { blur } from "./blur.js";
import { type Colours, continued, reduced, sampler } from "./colours.js";
import type { Plane, Raster } from "./raster.js";

/** The blur that is left to do in the reduced copy, in its pixels: enough to hide that it was reduced. */
const REDUCED_SIGMA = 2.5;

/**
 * A Gaussian blur; `sigma` is in pixels. Only pixels that `known` has as 1 are looked at; what lies between them is
 * continued from its surroundings first. Deterministic, and dithered: a wide blur is a slow gradient.
 */
export function softened(raster: Raster, sigma: number, known?: Plane): Raster {
  const factor = Math.max(1, Math.floor(sigma / REDUCED_SIGMA));
  const copy = reduced(raster, factor, known);
  const whole = known ? continued(copy.colours, copy.known) : copy.colours;
  const soft = blurred(whole, sigma / factor);
  return enlarged(soft, factor, raster);
}

function blurred(colours: Colours, sigma: number): Colours {
  const { width, height } = colours;
  const data = new Float32Array(colours.data.length);
  for (let channel = 0; channel < 3; channel++) {
    const plane = new Float32Array(width * height);
    for (let index = 0; index < plane.length; index++)
      plane[index] = colours.data[index * 3 + channel] as number;
    const soft = blur({ width, height, data: plane }, sigma).data;
    for (let index = 0; index < soft.length; index++) data[index * 3 + channel] = soft[index] as number;
  }
  return { width, height, data };
}

function enlarged(colours: Colours, factor: number, { width, height, alpha }: Raster): Raster {
  const data = new Uint8Array(width * height * 3);
  const sample = sampler(colours, factor);
  const colour = new Float32Array(3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sample(x, y, colour);
      const noise = grain(x, y) * 0.5 + 0.5;
      for (let channel = 0; channel < 3; channel++)
        data[at++] = Math.min(255, Math.max(0, Math.floor((colour[channel] as number) + noise)));
    }
  }
  return { width, height, data, ...(alpha && { alpha }) };
}
