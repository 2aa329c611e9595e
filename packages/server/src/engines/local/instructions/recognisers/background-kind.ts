/** Decides what a new background is, from the words that describe it. */

import type { Background, NamedColour, SweepTone } from "../operations.js";
import type { Reading } from "../plan.js";
import type { ColourWord } from "../reading/colour-words.js";
import { strengthIn } from "../reading/strength.js";
import { isUnknown } from "../reading.js";
import type { Segment } from "../segments.js";

export const DARK: NamedColour = { rgb: [38, 39, 43], name: "dark" };

export function backgroundOf(
  reading: Reading,
  { from, to, heads }: Segment,
  target: number,
  named: readonly ColourWord[],
): Background | undefined {
  if (reading.has(target, to, "transparent")) return { kind: "transparent" };
  const colours = named.map(({ colour }) => colour);
  const [first, second] = colours;
  const isGradient = reading.has(target, to, "gradient") || isRange(reading, named);
  const isStudio = reading.has(target, to, "studio");
  if (first && second && isGradient) {
    if (
      isStudioRange(colours) &&
      !reading.has(target, to, "horizontal", "diagonal", "radial", "left", "right")
    ) {
      return { kind: "studio", tone: "white-to-grey" };
    }
    const [start, end] = directed(reading, target, to, first, second);
    return { kind: "gradient", from: start, to: end, direction: directionOf(reading, target, to) };
  }
  if (first && isStudio && colours.every((colour) => isGrey(colour) && !isDark(colour))) {
    return { kind: "studio", tone: toneOf(colours) };
  }
  if (first && isGradient) {
    const pale = {
      ...first,
      rgb: first.rgb.map((channel) => Math.round(channel + (255 - channel) * 0.62)),
    } as unknown as NamedColour;
    return { kind: "gradient", from: pale, to: first, direction: directionOf(reading, target, to) };
  }
  if (first) return { kind: "colour", colour: first };
  if (reading.has(target, to, "blur", "soften"))
    return { kind: "blur", strength: strengthIn(reading, from, to) };
  if (blocked(reading, target, to, heads)) return undefined;
  if (reading.has(target, to, "darkbackground")) return { kind: "colour", colour: DARK };
  if (isStudio || reading.has(target, to, "lightbackground"))
    return { kind: "studio", tone: "white-to-grey" };
  return undefined;
}

/** "White to grey", "from red to blue". */
function isRange(reading: Reading, [first, second]: readonly ColourWord[]): boolean {
  if (!first || !second) return false;
  if (reading.has(first.to, second.from, "and")) return false;
  for (let index = first.to; index < second.from; index++) {
    if (reading.is(index, "to") || /^(?:-|–|—|to|в|к)$/.test(reading.token(index)?.word ?? "")) return true;
  }
  return false;
}

function isStudioRange([first, second]: readonly NamedColour[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    isGrey(first) &&
    isGrey(second) &&
    !isDark(first) &&
    !isDark(second)
  );
}

function isGrey({ rgb }: NamedColour): boolean {
  return Math.max(...rgb) - Math.min(...rgb) <= 12;
}

function isDark({ rgb }: NamedColour): boolean {
  return Math.max(...rgb) < 110;
}

function toneOf(colours: readonly NamedColour[]): SweepTone {
  const white = colours.some(({ rgb }) => Math.min(...rgb) > 240);
  const grey = colours.some(({ rgb }) => Math.min(...rgb) <= 240);
  if (white === grey) return "white-to-grey";
  return white ? "white" : "grey";
}

type Direction = Extract<Background, { kind: "gradient" }>["direction"];

function directionOf(reading: Reading, from: number, to: number): Direction {
  if (reading.has(from, to, "radial")) return "radial";
  if (reading.has(from, to, "diagonal")) return "diagonal";
  return reading.has(from, to, "horizontal", "left", "right") ? "right" : "down";
}

/** "Blue at the bottom, white at the top" and "from right to left" turn the order around. */
function directed(
  reading: Reading,
  from: number,
  to: number,
  first: NamedColour,
  second: NamedColour,
): [NamedColour, NamedColour] {
  const [place] = reading.all(from, to, "top", "bottom", "left", "right");
  const phrase = reading
    .all(from, to, "horizontal", "vertical")
    .map((index) => reading.token(index)?.text ?? "");
  const reversed =
    (place !== undefined && reading.is(place, "bottom", "right")) ||
    phrase.some((text) => /^right to|^bottom to|^справа/i.test(text));
  return reversed ? [second, first] : [first, second];
}

/** Words that describe a scene, which "bright" or "dark" alone cannot stand for. */
function blocked(reading: Reading, from: number, to: number, heads: readonly number[]): boolean {
  for (let index = from; index < to; index++) {
    const token = reading.token(index);
    if (isUnknown(token) && !isMood(token?.word ?? "") && !heads.includes(index)) return true;
  }
  return false;
}

/** Adjectives that no picture can be measured against; they are reported, and hold nothing up. */
function isMood(word: string): boolean {
  return /^(?:moody|elegant|luxurious|luxury|premium|beautiful|nice|stylish|cozy|cosy|fresh|classy|aesthetic|cinematic|стильн\p{L}+|красив\p{L}+|элегантн\p{L}+|аккуратн\p{L}+)$/u.test(
    word,
  );
}
