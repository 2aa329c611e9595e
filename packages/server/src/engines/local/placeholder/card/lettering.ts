import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Face } from "../../text/faces.js";
import type { Typesetting } from "../../text/typesetting.js";

/** What the canvas has to be told before it draws a line. */
export interface Lettering {
  readonly families: string;
  readonly weight: number;
  readonly direction: "ltr" | "rtl";
  readonly language: string;
}

/** Of one of the engine's own faces, or of what has been found for a text. */
export function letteringOf(from: Face | Typesetting): Lettering {
  if (!("faces" in from)) {
    return { families: quoted([from]), weight: 400, direction: "ltr", language: "en" };
  }
  const { faces, weight, direction, language } = from;
  return { families: quoted(faces), weight, direction, language };
}

export function useLettering(context: SKRSContext2D, lettering: Lettering, size: number): void {
  context.font = `${size}px ${lettering.families}`;
  context.fontVariationSettings = `"wght" ${lettering.weight}`;
  context.direction = lettering.direction;
  context.lang = lettering.language;
}

function quoted(faces: readonly Face[]): string {
  return faces.map(({ family }) => `"${family}"`).join(", ");
}
