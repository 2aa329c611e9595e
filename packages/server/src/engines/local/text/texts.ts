/**
 * The texts of a picture, in three steps: their fonts are settled before anything else, their places before the picture is
 * painted, since a headline may move the subject, and they are drawn last.
 */

import type { AppliedOperation, IgnoredInstruction } from "../../engine.js";
import type { Placement } from "../composition.js";
import type { TextInstruction } from "../instructions/operations.js";
import type { Plane, Raster } from "../picture/raster.js";
import { composeAll, type PlacedText } from "./compose.js";
import { drawText } from "./draw.js";
import type { FontFolders } from "./font-packages.js";
import type { Scene } from "./headline.js";
import type { Weight } from "./shipped-faces.js";
import { type Typesetting, typeset } from "./typesetting.js";

export type { PlacedText, Scene };

export interface TextRequest extends TextInstruction {
  /** The prompt's own words for it, for the report. */
  readonly words: string;
}

/** A text whose every character some font has. */
export interface PreparedText {
  readonly request: TextRequest;
  readonly setting: Typesetting;
}

export interface PreparedTexts {
  readonly texts: readonly PreparedText[];
  /** Those that no font at hand can draw, with what to install. */
  readonly ignored: readonly IgnoredInstruction[];
}

const USUAL_WEIGHTS: Readonly<Record<TextRequest["role"], Weight>> = {
  headline: "bold",
  caption: "regular",
  label: "regular",
};

/** `folders` are where optional fonts are looked for, by default beside the server and where it was started. */
export function prepareTexts(requests: readonly TextRequest[], folders?: FontFolders): PreparedTexts {
  const texts: PreparedText[] = [];
  const ignored: IgnoredInstruction[] = [];
  for (const request of requests) {
    const result = typeset(request.text, request.weight ?? USUAL_WEIGHTS[request.role], folders);
    if ("setting" in result) texts.push({ request, setting: result.setting });
    else ignored.push({ instruction: request.words, reason: result.reason });
  }
  return { texts, ignored };
}

export interface ComposedTexts {
  /** Where the picture goes: the scene's own placement, unless a text needed room. */
  readonly placement: Placement;
  readonly placed: readonly PlacedText[];
  /** Those that found no place, or are too long. */
  readonly ignored: readonly IgnoredInstruction[];
}

/** Finds a place for each text; none overlaps another, whatever is asked. */
export function composeTexts(texts: readonly PreparedText[], scene: Scene): ComposedTexts {
  return composeAll(texts, scene);
}

/**
 * Draws into `picture`, which is as large as the scene's frame, and says of each text what was done. Where the picture is
 * transparent in places, `opacity` is its opacity, and becomes that of the picture with the texts.
 */
export function drawTexts(
  picture: Raster,
  placed: readonly PlacedText[],
  opacity?: Plane,
): AppliedOperation[] {
  return placed.map((text) => drawText(picture, text, opacity));
}
