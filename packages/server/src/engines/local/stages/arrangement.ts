/** Several inputs in one picture. */

import type { Size } from "../../sizes.js";
import type { Arrangement } from "../instructions/operations.js";
import type { EditPlan } from "../instructions/plan.js";
import { arrange } from "../operations/arrange.js";
import type { Raster } from "../picture/raster.js";
import type { Inputs } from "./inputs.js";
import { neededImages } from "./inputs.js";
import type { Notes } from "./notes.js";
import { placeOf, reshaped } from "./source.js";

/** Every picture is turned, mirrored and cropped as asked; what needs a single photo is reported. */
export async function arranged(
  plan: EditPlan & Required<Pick<EditPlan, "arrangement">>,
  inputs: Inputs,
  frame: Size,
  notes: Notes,
): Promise<Raster> {
  const { arrangement } = plan.arrangement;
  const { count } = inputs;
  const pictures: Raster[] = [];
  const silent = { ...notes, did: () => {}, left: () => {} };
  const needed = neededImages(plan, count);
  for (let index = 0; index < count; index++) {
    // What is not needed is never looked at; it only keeps the others' numbers.
    const picture = needed.includes(index) ? await inputs.at(index) : EMPTY;
    const first = index === needed[0];
    pictures.push(
      picture === EMPTY ? picture : await reshaped(picture, plan, undefined, first ? notes : silent),
    );
  }
  for (const { words } of [...plan.removals, ...(plan.background ? [plan.background] : [])]) {
    notes.left(words, "it is done to one photo, not to several in one picture", "unsupported");
  }
  notes.did("arrange", `${inWords(arrangement, count)}.`);
  return arrange(pictures, arrangement, frame);
}

const EMPTY: Raster = { width: 1, height: 1, data: new Uint8Array(3) };

function inWords(arrangement: Arrangement, count: number): string {
  if (arrangement.kind === "inset") {
    const { inset, base, anchor } = arrangement;
    return `Laid images[${inset}] over images[${base}], ${placeOf(anchor)}`;
  }
  const number = arrangement.images?.length ?? count;
  if (arrangement.kind === "grid") {
    const columns = arrangement.columns === undefined ? "" : `, ${arrangement.columns} to a row`;
    return `Put ${number} pictures into a grid${columns}`;
  }
  return `Put ${number} pictures ${arrangement.direction === "row" ? "side by side" : "one below the other"}`;
}
