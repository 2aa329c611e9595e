/** Prepares the picture that is edited: turned, mirrored and cropped as asked, and what has to go taken out. */

import { ratioOf } from "../../sizes.js";
import type { Anchor, Reshape } from "../instructions/operations.js";
import type { EditPlan } from "../instructions/plan.js";
import { removeAt } from "../operations/remove.js";
import { reshape } from "../operations/reshape.js";
import type { Raster } from "../picture/raster.js";
import type { Notes } from "./notes.js";

/** Ratios closer than this share count as the same. */
const SAME_RATIO = 0.01;

/** `aspectRatio` is the field of the request; it goes before a crop that the prompt asks for. */
export async function reshaped(
  picture: Raster,
  plan: EditPlan,
  aspectRatio: string | undefined,
  notes: Notes,
): Promise<Raster> {
  let result = picture;
  for (const { reshape: change, words } of plan.reshapes) {
    if (change.kind === "crop" && aspectRatio !== undefined && !isRatio(change.ratio, aspectRatio)) {
      notes.left(
        words,
        `aspect_ratio asks for ${aspectRatio}, which is the shape that was made`,
        "contradiction",
      );
      continue;
    }
    result = await reshape(result, [change]);
    notes.did(change.kind, `${sentenceOf(change)}.`);
  }
  return result;
}

function isRatio([width, height]: readonly [number, number], field: string): boolean {
  return Math.abs(Math.log(width / height / ratioOf(field))) < SAME_RATIO;
}

function sentenceOf(change: Reshape): string {
  switch (change.kind) {
    case "rotate": {
      const way = change.degrees < 0 ? "counter-clockwise" : "clockwise";
      const cropped = change.degrees % 90 === 0 ? "" : " and cropped the empty corners away";
      return `Rotated the photo by ${Math.abs(change.degrees)}° ${way}${cropped}`;
    }
    case "flip":
      return change.axis === "horizontal"
        ? "Mirrored the photo, left and right exchanged"
        : "Mirrored the photo, top and bottom exchanged";
    case "crop":
      return `Cropped the photo to ${change.ratio.join(":")}, around its middle`;
  }
}

export async function withoutObjects(picture: Raster, plan: EditPlan, notes: Notes): Promise<Raster> {
  let result = picture;
  for (const { anchor, words } of plan.removals) {
    const outcome = await removeAt(result, anchor);
    if (!outcome.removed) {
      notes.left(words, `nothing was removed: ${outcome.reason}`);
      continue;
    }
    const { alpha } = result;
    result = alpha ? { ...outcome.raster, alpha } : outcome.raster;
    const { width, height } = outcome.box;
    const share = ((width * height) / (picture.width * picture.height)) * 100;
    notes.did(
      "remove-object",
      `Took out what stood ${placeOf(anchor)}, ${share.toFixed(1)} % of the photo, and filled its place from around it.`,
    );
  }
  return result;
}

export function placeOf({ vertical, horizontal }: Anchor): string {
  if (vertical === "middle") return horizontal === "centre" ? "in the middle" : `at the ${horizontal}`;
  return horizontal === "centre" ? `at the ${vertical}` : `at the ${vertical} ${horizontal}`;
}
