/** Recognises what is to stand behind the subject: a studio sweep, a colour, a gradient, a blur, nothing at all. */

import type { Background, NamedColour, SweepTone } from "../operations.js";
import type { Finding, Reading } from "../plan.js";
import { type ColourWord, coloursIn, describesAnother } from "../reading/colour-words.js";
import { strengthIn } from "../reading/strength.js";
import { isUnknown } from "../reading.js";
import type { Segment } from "../segments.js";

const UNKNOWN_SCENE =
  "the local engine makes studio sweeps, plain colours, gradients, blurred and transparent backgrounds, or takes another input";
const ONE_COLOUR = "a plain background has one colour: a gradient between two has to be asked for as one";

const DARK: NamedColour = { rgb: [38, 39, 43], name: "dark" };

export function recogniseBackground(reading: Reading, segment: Segment): readonly Finding[] {
  const { from, to, heads } = segment;
  if (isLeftAlone(reading, segment)) return [];
  if (segment.negated) {
    reading.takeRange(from, to);
    return [found({ kind: "transparent" })];
  }
  const target = targetOf(reading, segment);
  const named = exact(
    reading,
    coloursIn(reading, target, to).filter((colour) => isOwn(reading, colour)),
  );
  const background = backgroundOf(reading, segment, target, named);
  if (!background) return refused(reading, segment);
  const used = coloursOf(background);
  const findings: Finding[] = [found(background)];
  for (const word of named) {
    const isUsed = used.includes(word.colour) || background.kind === "studio" || used.includes(DARK);
    if (!isUsed) {
      const instruction = reading.words(word.from, word.to);
      findings.push({ refused: { instruction, reason: ONE_COLOUR, cause: "contradiction" } });
    }
    reading.takeRange(word.from, word.to);
  }
  for (const word of coloursIn(reading, from, target)) reading.takeRange(word.from, word.to);
  reading.take(...heads);
  reading.takeAll(
    from,
    to,
    "backgroundmanner",
    "plainmod",
    "gradient",
    "studio",
    "background",
    "transparent",
    "blur",
  );
  reading.takeAll(
    from,
    to,
    "lightbackground",
    "darkbackground",
    "change",
    "remove",
    "put",
    "as",
    "slight",
    "strong",
    "soften",
  );
  // "Put the cup on white": what is put there is the subject, whatever it is called.
  if (reading.has(from, to, "on", "put", "studio")) reading.takeAll(0, to, "subject", "picture");
  if (background.kind === "gradient") reading.takeAll(from, to, ...DIRECTIONS);
  if (background.kind === "transparent") reading.takeAll(from, to, "subject", "picture", "from");
  return findings;
}

const DIRECTIONS = [
  "horizontal",
  "vertical",
  "diagonal",
  "radial",
  "top",
  "bottom",
  "left",
  "right",
  "centre",
  "place",
  "from",
] as const;

function found(background: Background): Finding {
  return { instruction: { kind: "background", background } };
}

/** A background that is only mentioned: "brighten the background" is a tone, "on the background of the text" a place. */
function isLeftAlone(reading: Reading, { from, to, heads }: Segment): boolean {
  if (heads.every((index) => reading.isTaken(index))) return true;
  const onlyStudio = heads.every((index) => !reading.is(index, "background"));
  // "Studio" alone is one only where something is put there or changed; else it is a kind of light or photo.
  return (
    onlyStudio &&
    !reading.has(0, to, "change", "put", "in", "on") &&
    coloursIn(reading, from, to).length === 0 &&
    !reading.has(from, to, "studio")
  );
}

/** Where the new background is described: after "replace the brown background with", "from brown to". */
function targetOf(reading: Reading, { from, to, heads }: Segment): number {
  const [head = from] = heads;
  if (!reading.has(0, head, "change", "replace", "makes") || reading.has(from, to, "gradient")) return from;
  for (let index = head + 1; index < to; index++) {
    const leads =
      reading.is(index, "to", "with", "on") || /^(?:by|for|as|into)$/.test(reading.token(index)?.word ?? "");
    const isSource = coloursIn(reading, head + 1, index).length === 0 || reading.has(head, index, "from");
    if (leads && isSource && index + 1 < to && describes(reading, index + 1, to)) return index + 1;
  }
  return from;
}

function describes(reading: Reading, from: number, to: number): boolean {
  if (
    reading.has(
      from,
      to,
      "studio",
      "gradient",
      "blur",
      "transparent",
      "background",
      "lightbackground",
      "darkbackground",
    )
  )
    return true;
  return (
    coloursIn(reading, from, to).length > 0 ||
    reading.clause.tokens.slice(from, to).some((token) => isUnknown(token))
  );
}

/** "White (#fafafa)" is one colour, and the number says which. */
function exact(reading: Reading, colours: readonly ColourWord[]): ColourWord[] {
  const merged: ColourWord[] = [];
  for (const colour of colours) {
    const last = merged.at(-1);
    const isNumber = reading.token(colour.from)?.kind === "colour";
    if (last && isNumber && reading.token(colour.from - 1)?.word === "(" && last.to === colour.from - 1) {
      merged[merged.length - 1] = { ...colour, from: last.from };
    } else merged.push(colour);
  }
  return merged;
}

/** A colour of the background, not of a thing in it. */
function isOwn(reading: Reading, colour: ColourWord): boolean {
  if (describesAnother(reading, colour)) return false;
  if (!colour.thing) return true;
  const before = reading.token(colour.from - 1)?.word ?? "";
  const next = reading.is(colour.to, "background", "studio", "gradient", "plainmod", "backgroundmanner");
  return next || !/^(?:with|a|an|of|full|some|by|in|the)$/.test(before);
}

function backgroundOf(
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

function coloursOf(background: Background): NamedColour[] {
  if (background.kind === "colour") return [background.colour];
  if (background.kind !== "gradient") return [];
  return [background.from, background.to];
}

/** A background that is asked for and beyond the engine; one that is only spoken of is not its business. */
function refused(reading: Reading, { from, to }: Segment): readonly Finding[] {
  if (!reading.has(0, to, "change", "put", "replace", "on", "add", "use")) return [];
  const instruction = reading.words(from, to);
  reading.takeRange(from, to);
  return [{ refused: { instruction, reason: UNKNOWN_SCENE, cause: "unsupported" } }];
}

/** "Put it on white", "on a pale blue" at the end of a clause that names no background. */
export function recogniseBareBackground(reading: Reading, { from, to }: Segment): readonly Finding[] {
  if (reading.has(from, to, "not")) return [];
  for (const on of reading.all(from, to, "on")) {
    let start = on + 1;
    while (start < to && reading.is(start, "filler") && coloursIn(reading, start, to)[0]?.from !== start)
      start++;
    const [colour] = coloursIn(reading, start, to);
    if (!colour || colour.from - start > 1 || describesAnother(reading, colour) || colour.thing) continue;
    reading.takeRange(on, colour.to);
    reading.takeAll(from, to, "subject", "put", "picture");
    return [found({ kind: "colour", colour: colour.colour })];
  }
  if (reading.topic !== "background") return [];
  if (reading.has(from, to, "put") && reading.has(from, to, "on") && reading.has(from, to, "subject")) {
    // "… and put the bottle in front of it": that is where the subject goes anyway.
    reading.takeAll(from, to, "subject", "put", "on");
    return [{}];
  }
  const [colour] = coloursIn(reading, from, to);
  const asks = reading.has(from, to, "change", "replace", "makes");
  if (colour && asks && isOwn(reading, colour)) {
    reading.takeRange(colour.from, colour.to);
    reading.takeAll(from, to, "plainmod", "backgroundmanner");
    return [found({ kind: "colour", colour: colour.colour })];
  }
  if (asks && reading.has(from, to, "transparent")) {
    reading.takeAll(from, to, "transparent");
    return [found({ kind: "transparent" })];
  }
  return [];
}
