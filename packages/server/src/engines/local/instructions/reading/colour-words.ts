/** Reads colours: "navy", "dark green", "pastel pink", "#1a2b3c", "тёмно-синий". */

import { type Modifier, modified } from "../colours/modify.js";
import { colourNamed, colourWritten, type Rgb } from "../colours/names.js";
import type { NamedColour } from "../operations.js";
import { isUnknown, type Reading } from "../reading.js";

export interface ColourWord {
  readonly colour: NamedColour;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** A word for a thing as well, such as "snow". */
  readonly thing: boolean;
}

const MODIFIERS = [
  "darkmod",
  "pastelmod",
  "palemod",
  "lightmod",
  "deepmod",
  "vividmod",
] as const satisfies readonly Modifier[];
const MOST_MODIFIERS = 3;

/** All colours named in a range by words that nobody has claimed. */
export function coloursIn(reading: Reading, from: number, to: number): ColourWord[] {
  const found: ColourWord[] = [];
  for (let index = from; index < to; index++) {
    const colour = colourAt(reading, index, to);
    if (!colour) continue;
    found.push(colour);
    index = colour.to - 1;
  }
  return found;
}

/** The colour that begins at a token, its modifiers included. */
export function colourAt(reading: Reading, from: number, to: number): ColourWord | undefined {
  const modifiers: Modifier[] = [];
  let index = from;
  while (index < to && modifiers.length < MOST_MODIFIERS) {
    const base = baseAt(reading, index, to, modifiers.at(-1));
    if (base) {
      const own = base.absorbs ? modifiers.slice(0, -1) : modifiers;
      const rgb = own.reduceRight<Rgb>((colour, modifier) => modified(colour, modifier), base.rgb);
      const colour = { rgb, name: reading.words(from, base.to) };
      return { colour, from, to: base.to, thing: base.thing };
    }
    const modifier = modifierAt(reading, index);
    if (!modifier) return undefined;
    modifiers.push(modifier);
    index += reading.token(index + 1)?.word === "-" ? 2 : 1;
  }
  return undefined;
}

interface Base {
  readonly rgb: Rgb;
  readonly to: number;
  readonly thing: boolean;
  /** The modifier before it is part of its name, as in "light blue", which CSS knows. */
  readonly absorbs?: boolean;
}

function baseAt(reading: Reading, index: number, to: number, before?: Modifier): Base | undefined {
  const token = reading.token(index);
  if (!token || reading.isTaken(index)) return undefined;
  if (token.kind === "colour") {
    const rgb = colourWritten(token.text);
    return rgb && { rgb, to: index + 1, thing: false };
  }
  if (token.kind !== "word") return undefined;
  const next = index + (reading.token(index + 1)?.word === "-" ? 2 : 1);
  const second = next < to ? reading.token(next) : undefined;
  const joined = second?.kind === "word" ? colourNamed(token.word + second.word) : undefined;
  // CSS's dark grey is lighter than its grey.
  if (joined && !/gr[ae]y$/.test(second?.word ?? "")) return { ...joined, to: next + 1 };
  const whole = before && CSS_PREFIX[before] && colourNamed(CSS_PREFIX[before] + token.word);
  if (whole && token.colour && !/gr[ae]y$/.test(token.word))
    return { ...whole, to: index + 1, absorbs: true };
  if (!token.colour) return undefined;
  // "Mint green", "cobalt blue": the plain word only says which family it is.
  const isFamily = second?.colour !== undefined && FAMILIES.has(second.word) && !FAMILIES.has(token.word);
  return { ...token.colour, to: isFamily && !NEUTRAL.has(token.word) ? next + 1 : index + 1 };
}

const FAMILIES = new Set("red orange yellow green blue purple pink brown grey gray white".split(" "));
const NEUTRAL = new Set(["black", "white"]);

const CSS_PREFIX: Partial<Record<Modifier, string>> = { darkmod: "dark", lightmod: "light" };

function modifierAt(reading: Reading, index: number): Modifier | undefined {
  const word = reading.token(index)?.word ?? "";
  if (/^(?:warm|тепл\p{L}{1,3})$/u.test(word)) return "warmmod";
  if (/^(?:cool|cold|холодн\p{L}{1,3})$/u.test(word)) return "coolmod";
  if (word === "bright") return "vividmod";
  return MODIFIERS.find((modifier) => reading.is(index, modifier));
}

/** Whether the colour belongs to the thing named right after it, as in "white marble" or "a red cup". */
export function describesAnother(reading: Reading, { to }: ColourWord): boolean {
  const index = reading.token(to)?.word === "-" ? to + 1 : to;
  const next = reading.token(index);
  return isUnknown(next) || (reading.is(index, "subject") && !reading.is(index, "background", "filler"));
}
