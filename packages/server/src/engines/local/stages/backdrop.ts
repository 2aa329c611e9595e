/** Puts the subject on another background. */

import type { Size } from "../../sizes.js";
import { composite, type PlacedSubject } from "../composite.js";
import type { Background, SweepTone } from "../instructions/operations.js";
import type { EditPlan } from "../instructions/plan.js";
import { cover } from "../operations/arrange.js";
import { blurBackground, paintColour, paintGradient, withoutBackground } from "../operations/background.js";
import type { OutputFormat } from "../picture/codec.js";
import type { Plane, Raster } from "../picture/raster.js";
import { shrink } from "../picture/resample.js";
import type { WorkingSizes } from "../quality.js";
import { floorShadow, shaded } from "../studio/shadow.js";
import { paintSweep } from "../studio/sweep.js";
import type { Inputs } from "./inputs.js";
import type { Notes } from "./notes.js";

const TONES: Readonly<Record<SweepTone, string>> = {
  white: "white",
  "white-to-grey": "white to soft grey",
  grey: "soft grey",
};

export interface BackdropOptions {
  readonly inputs: Inputs;
  readonly sizes: WorkingSizes;
  readonly format: OutputFormat;
}

type Wanted = NonNullable<EditPlan["background"]>;

export async function onBackdrop(
  subject: PlacedSubject,
  { background, shadow, words }: Wanted,
  frame: Size,
  { inputs, sizes, format }: BackdropOptions,
  notes: Notes,
): Promise<Raster> {
  if (background.kind === "transparent") {
    notes.did("remove-background", "Cut the subject out and left its background transparent.");
    if (format === "jpeg") notes.left(words, "JPEG knows no transparency: the subject was laid on white");
    if (shadow) notes.left(words, "a shadow is not drawn where there is no background to fall on");
    return withoutBackground(subject);
  }
  if (background.kind === "blur") {
    notes.did(
      "blur-background",
      `Blurred the background${amount(background.strength)}, the subject left sharp.`,
    );
    return composite(blurBackground(subject.photo, subject.alpha, background.strength), subject);
  }
  const darkness = shadow ? shadowOf(subject.alpha, sizes) : undefined;
  const shade = !shadow
    ? ""
    : darkness
      ? ", with a soft shadow on the floor"
      : ", without a shadow: the subject runs out of the frame";
  const ground = await groundOf(background, frame, inputs, darkness);
  notes.did(
    background.kind === "picture" ? "place-in-scene" : "replace-background",
    `Cut the subject out and put it ${inWords(background)}${shade}.`,
  );
  return composite(ground, subject);
}

type Painted = Exclude<Background, { kind: "transparent" | "blur" }>;

async function groundOf(background: Painted, frame: Size, inputs: Inputs, shadow?: Plane): Promise<Raster> {
  switch (background.kind) {
    case "studio":
      return paintSweep(frame, background.tone, shadow);
    case "colour":
      return shaded(paintColour(frame, background.colour), shadow);
    case "gradient":
      return shaded(paintGradient(frame, background), shadow);
    case "picture":
      return shaded(await cover(await inputs.at(background.image), frame), shadow);
  }
}

function inWords(background: Painted): string {
  switch (background.kind) {
    case "studio":
      return `on a ${TONES[background.tone]} studio sweep`;
    case "colour":
      return `on a plain background, ${background.colour.name} (${hexOf(background.colour.rgb)})`;
    case "gradient":
      return `on a gradient from ${background.from.name} to ${background.to.name}, ${DIRECTIONS[background.direction]}`;
    case "picture":
      return `into the scene of images[${background.image}]`;
  }
}

const DIRECTIONS = {
  down: "from top to bottom",
  right: "from left to right",
  diagonal: "from corner to corner",
  radial: "from the middle outwards",
} as const;

function hexOf(rgb: readonly number[]): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

export function amount(strength: "slight" | "medium" | "strong"): string {
  return { slight: " slightly", medium: "", strong: " strongly" }[strength];
}

/** Smaller than the frame: whoever paints it enlarges it. */
function shadowOf(alpha: Plane, sizes: WorkingSizes): Plane | undefined {
  return floorShadow(shrink(alpha, sizes.shadow));
}
