/** Light, colour and sharpness, of the picture or of a part of it. */

import type { Adjustment, Scope } from "../instructions/operations.js";
import type { EditPlan } from "../instructions/plan.js";
import { adjust } from "../operations/adjust.js";
import { type Plane, planeOf, type Raster } from "../picture/raster.js";
import { amount } from "./backdrop.js";
import type { Notes } from "./notes.js";

/** `subject` is its opacity in the picture, or why there is none. */
export function adjusted(
  picture: Raster,
  plan: EditPlan,
  subject: Plane | string | undefined,
  notes: Notes,
): Raster {
  let result = picture;
  for (const { adjustment, words } of plan.adjustments) {
    if (adjustment.scope !== "picture" && typeof subject !== "object") {
      const reason = `only the picture as a whole can be adjusted: ${subject ?? "no subject was looked for"}`;
      notes.left(words, reason);
      continue;
    }
    const mask = typeof subject === "object" ? maskOf(subject, adjustment.scope) : undefined;
    const { alpha } = result;
    const changed = adjust(result, adjustment, mask);
    result = alpha ? { ...changed, alpha } : changed;
    notes.did(operationOf(adjustment), `${sentenceOf(adjustment)}.`);
  }
  return result;
}

function maskOf(subject: Plane, scope: Scope): Plane | undefined {
  if (scope === "picture") return undefined;
  return scope === "subject" ? subject : planeOf(subject, (index) => 1 - (subject.data[index] ?? 0));
}

function operationOf(adjustment: Adjustment): string {
  switch (adjustment.kind) {
    case "brightness":
      return adjustment.direction === "up" ? "brighten" : "darken";
    case "warmth":
      return adjustment.direction === "up" ? "warm" : "cool";
    default:
      return adjustment.kind;
  }
}

function sentenceOf(adjustment: Adjustment): string {
  const what = `the ${adjustment.scope}`;
  switch (adjustment.kind) {
    case "brightness":
      return `Made ${what} ${adjustment.direction === "up" ? "brighter" : "darker"}${amount(adjustment.strength)}`;
    case "contrast":
      return `${adjustment.direction === "up" ? "Raised" : "Lowered"} the contrast of ${what}${amount(adjustment.strength)}`;
    case "saturation":
      return `Made the colours of ${what} ${adjustment.direction === "up" ? "stronger" : "weaker"}${amount(adjustment.strength)}`;
    case "warmth":
      return `Made the light of ${what} ${adjustment.direction === "up" ? "warmer" : "cooler"}${amount(adjustment.strength)}`;
    case "greyscale":
      return `Took the colours out of ${what}`;
    case "sepia":
      return `Toned ${what} in sepia`;
    case "sharpen":
      return `Sharpened ${what}${amount(adjustment.strength)}`;
    case "blur":
      return `Blurred ${what}${amount(adjustment.strength)}`;
  }
}
