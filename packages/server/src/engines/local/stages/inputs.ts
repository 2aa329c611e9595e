/** Which of the inputs an edit needs, and their pictures. */

import type { Size } from "../../sizes.js";
import type { EditPlan } from "../instructions/plan.js";
import { decodePicture } from "../picture/codec.js";
import type { Raster } from "../picture/raster.js";
import type { Notes } from "./notes.js";

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

/** An input as it came, upright, with its own transparency where it is cut out already. */
export interface Input extends Raster {
  /** The size in the file; the pixels here may be fewer. */
  readonly original: Size;
}

/** Decoded when asked for, and once: a picture in memory is large. */
export interface Inputs {
  readonly count: number;
  at(index: number): Promise<Input>;
}

/** `needed` says how large an edit is going to show a picture at most; what is much larger is decoded smaller. */
export function openInputs(
  images: readonly (Uint8Array | undefined)[],
  needed: (picture: Size) => Size,
  notes: Notes,
): Inputs {
  const decoded = new Map<number, Promise<Input>>();
  const decode = async (index: number): Promise<Input> => {
    const bytes = images[index];
    if (!bytes) throw new Error(`the edit needs images[${index}], which was not fetched`);
    const field = `images[${index}]`;
    const { raster, alpha, original, frames } = await decodePicture(bytes, field, needed);
    if (frames > 1) notes.left(field, `it has ${frames} pictures; the first was used`, "unsupported");
    return { ...raster, original, ...(alpha && { alpha }) };
  };
  return {
    count: images.length,
    at(index) {
      const known = decoded.get(index) ?? decode(index);
      decoded.set(index, known);
      return known;
    },
  };
}
