/** The fixed order in which a plan's parts are carried out, so that the order of a prompt's clauses changes nothing. */

import type { Adjustment, Reshape, TextInstruction } from "./operations.js";

const RESHAPES: readonly Reshape["kind"][] = ["rotate", "flip", "crop"];
const ADJUSTMENTS: readonly Adjustment["kind"][] = [
  "brightness",
  "contrast",
  "saturation",
  "warmth",
  "greyscale",
  "sepia",
  "sharpen",
  "blur",
];
const ROLES: readonly TextInstruction["role"][] = ["headline", "caption", "label"];

export const order = {
  reshapes<T extends { readonly reshape: Reshape }>(reshapes: readonly T[]): T[] {
    const rank = ({ reshape }: T): string => {
      return `${RESHAPES.indexOf(reshape.kind)}${reshape.kind === "flip" ? reshape.axis : ""}`;
    };
    return sorted(reshapes, rank);
  },
  removals<T extends { readonly removal: object }>(removals: readonly T[]): T[] {
    return sorted(removals, ({ removal }) => JSON.stringify(removal));
  },
  adjustments<T extends { readonly adjustment: Adjustment }>(adjustments: readonly T[]): T[] {
    return sorted(
      adjustments,
      ({ adjustment }) => `${ADJUSTMENTS.indexOf(adjustment.kind)}${adjustment.scope}`,
    );
  },
  /** Within a role the prompt's order is kept. */
  texts<T extends { readonly text: TextInstruction }>(texts: readonly T[]): T[] {
    return sorted(texts, ({ text }) => `${ROLES.indexOf(text.role)}`);
  },
};

function sorted<T>(values: readonly T[], rank: (value: T) => string): T[] {
  return values
    .map((value) => ({ value, rank: rank(value) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ value }) => value);
}
