import { sharp } from "./pictures.mjs";

/** Cells along each edge, and levels of a cell. */
const CELLS = 16;
const LEVELS = 16;
/** Mean difference of cells, in levels, that nobody sees. */
const UNSEEN = 0.12;

/** How opaque a cut-out is where, coarsely, as a hexadecimal digit a cell: whether it is still the one that somebody has looked at. */
export async function alphaPrint(path) {
  const alpha = await sharp(path)
    .ensureAlpha()
    .extractChannel("alpha")
    .resize(CELLS, CELLS, { fit: "fill" })
    .raw()
    .toBuffer();
  return [...alpha].map((value) => Math.min(LEVELS - 1, value >> 4).toString(LEVELS)).join("");
}

export function samePrint(one, other = "") {
  if (one.length !== CELLS * CELLS || other.length !== one.length) return one === other;
  const level = (print, cell) => Number.parseInt(print[cell], LEVELS);
  let sum = 0;
  for (let cell = 0; cell < one.length; cell++) sum += Math.abs(level(one, cell) - level(other, cell));
  return sum / one.length <= UNSEEN;
}
