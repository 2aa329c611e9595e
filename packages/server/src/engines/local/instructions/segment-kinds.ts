/** What a word of a clause says that its surroundings are about: "headline" of a text, "darker" of a tone. */

import type { Reading } from "./reading.js";

export type SegmentKind =
  | "background"
  | "text"
  | "shadow"
  | "frame"
  | "tone"
  | "shape"
  | "arrangement"
  | "bare";

/** What a word alone says that its surroundings are about. */
export function kindAt(reading: Reading, index: number): SegmentKind | undefined {
  const token = reading.token(index);
  if (!token || reading.isTaken(index)) return undefined;
  if (token.kind === "quotation") return "text";
  if (reading.is(index, "background")) return "background";
  if (reading.is(index, "studio") && !reading.is(index + 1, "brightness", "everything")) {
    return /^(?:light|lighting|lights|свет\p{L}*)$/u.test(reading.token(index + 1)?.word ?? "")
      ? undefined
      : "background";
  }
  if (/^(?:gradients?|градиент\p{L}{0,3})$/u.test(token.word)) return "background";
  if (reading.is(index, "shadow")) return "shadow";
  if (reading.is(index, "frame") && isOwnFrame(reading, index)) return "frame";
  if (reading.is(index, "sidebyside", "stack", "grid")) return "arrangement";
  if (isText(reading, index)) return "text";
  if (isShape(reading, index)) return "shape";
  if (isTone(reading, index)) return "tone";
  return undefined;
}

/** A frame to be drawn; "fill the frame" means the picture. */
function isOwnFrame(reading: Reading, index: number): boolean {
  const word = reading.token(index)?.word ?? "";
  if (!/^frames?$|^кадр/.test(word)) return true;
  const before = reading.token(index - 1)?.word ?? "";
  if (before === "the" && !reading.has(0, index, "add", "not", "remove")) return false;
  return !reading.is(index - 1, "in") || before === "with";
}

function isText(reading: Reading, index: number): boolean {
  if (reading.is(index, "headline", "caption", "label")) return true;
  if (reading.is(index, "writing")) return true;
  // "Write 'X'" counts by its quotation.
  return reading.is(index, "says") && reading.token(index + 1)?.kind === "quotation";
}

function isShape(reading: Reading, index: number): boolean {
  if (reading.is(index, "flip", "crop", "upsidedown", "clockwise", "counterclockwise")) return true;
  if (!reading.is(index, "rotate")) return false;
  return reading.token(index)?.word !== "turn" || turnsPicture(reading, index);
}

/** "Turn it 90 degrees" and "turn left"; any other turn is a change. */
function turnsPicture(reading: Reading, index: number): boolean {
  return reading.has(index, reading.length, "degrees", "upsidedown", "clockwise", "counterclockwise");
}

const TONES = [
  "brighten",
  "darken",
  "contrast",
  "contrasty",
  "saturation",
  "desaturate",
  "greyscale",
  "sepia",
  "sharpen",
  "sharpness",
  "blur",
  "soften",
  "warmth",
] as const;

function isTone(reading: Reading, index: number): boolean {
  const word = reading.token(index)?.word ?? "";
  if (reading.is(index, ...TONES)) return !describesColour(reading, index);
  if (reading.is(index, "brightness")) return word !== "light" || reading.is(index - 1, "up", "down");
  // Comparatives and verbs; "warm" and "vivid" alone may describe a colour.
  if (
    /^(?:warmer|warming|warmed|cooler|colder|cooling|теплее|потеплее|холоднее|похолоднее|утепли\p{L}*|насыщеннее|сочнее|красочнее|насыть\p{L}*)$/u.test(
      word,
    )
  )
    return true;
  // "Warm it up", but not "a warm white".
  if (/^(?:warm|cool)$/.test(word)) {
    return /^(?:up|down|it|the|this|everything)$/.test(reading.token(index + 1)?.word ?? "");
  }
  if (/^(?:saturate|saturated|vibrant|colorful|colourful)$/.test(word))
    return !describesColour(reading, index);
  return false;
}

/** "Lighter blue", "muted green": a word of the colour. */
function describesColour(reading: Reading, index: number): boolean {
  const next = reading.token(index + 1);
  return next?.colour !== undefined && !reading.is(index + 1, "greyscale");
}
