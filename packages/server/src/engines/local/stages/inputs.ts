/** Which of the inputs an edit needs, and their pictures. */

import type { EditPlan } from "../instructions/plan.js";
import { decodePicture } from "../picture/codec.js";
import type { Raster } from "../picture/raster.js";

/** The indexes of the inputs that a plan uses, in order; the first gives the output its shape. */
export function neededImages({ arrangement, background, source }: EditPlan, count: number): number[] {
  const needed = new Set([0]);
  if (arrangement) {
    const { arrangement: how } = arrangement;
    const all = Array.from({ length: count }, (_, index) => index);
    const used = how.kind === "inset" ? [how.base, how.inset] : (how.images ?? all);
    for (const index of used) needed.add(index);
  } else {
    needed.add(source);
    if (background?.background.kind === "picture") needed.add(background.background.image);
  }
  return [...needed].filter((index) => index >= 0 && index < count).sort((a, b) => a - b);
}

/** Decoded when asked for, and once: a picture in memory is large. */
export interface Inputs {
  /** With its own transparency, where it comes cut out already. */
  at(index: number): Promise<Raster>;
}

export function openInputs(images: readonly (Uint8Array | undefined)[]): Inputs {
  const decoded = new Map<number, Promise<Raster>>();
  const decode = async (index: number): Promise<Raster> => {
    const bytes = images[index];
    if (!bytes) throw new Error(`the edit needs images[${index}], which was not fetched`);
    const { raster, alpha } = await decodePicture(bytes, `images[${index}]`);
    return alpha ? { ...raster, alpha } : raster;
  };
  return {
    at(index) {
      const known = decoded.get(index) ?? decode(index);
      decoded.set(index, known);
      return known;
    },
  };
}
