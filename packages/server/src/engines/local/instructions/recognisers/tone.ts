/** Recognises changes of light and colour, sharpening and blurring, of the picture, the subject or the background. */

import type { Adjustment, Scope, Strength } from "../operations.js";
import type { Finding, Reading } from "../plan.js";
import { coloursIn } from "../reading/colour-words.js";
import { percentStrength, strengthIn, takeStrength } from "../reading/strength.js";
import { isComma, isUnknown } from "../reading.js";
import type { Segment } from "../segments.js";

const PARTS = "the local engine adjusts the picture, its subject or its background, not other parts of it";

export function recogniseTone(reading: Reading, segment: Segment): readonly Finding[] {
  const { from, to, heads, negated, joined } = segment;
  if (negated) {
    reading.takeRange(from, to);
    return [{ instruction: { kind: "forbid", what: "tone" }, words: reading.words(from, to) }];
  }
  const others = joined.some((kind) => kind === "text" || kind === "shadow" || kind === "frame");
  if (others || isOfPart(reading, segment)) return refused(reading, from, to, PARTS);
  return adjusted(reading, segment, heads);
}

/** "Make it warm", "a bit dark": adjectives that adjust where nothing else is spoken of. */
export function recogniseBareTone(reading: Reading, segment: Segment): readonly Finding[] {
  const { from, to, negated } = segment;
  const heads = reading.all(from, to, "warm", "cool", "brightadjective", "darkadjective", "saturate");
  if (negated || heads.length === 0 || isOfPart(reading, { ...segment, heads })) return [];
  if (reading.topic === "text") return refused(reading, from, to, PARTS);
  return adjusted(reading, segment, heads);
}

function adjusted(reading: Reading, { from, to }: Segment, heads: readonly number[]): readonly Finding[] {
  const findings: Finding[] = [];
  const tones = heads.filter((index) => !reading.is(index, "background"));
  let strength: Strength | undefined;
  const seen = new Set<string>();
  for (const [position, index] of tones.entries()) {
    // "Blur it slightly, like a shallow depth of field" asks for one blur.
    const kind = kindOf(reading, index);
    if (kind !== undefined && seen.has(kind)) continue;
    if (kind !== undefined) seen.add(kind);
    const start = position === 0 ? from : (tones[position - 1] ?? from) + 1;
    const end = position === tones.length - 1 ? to : (tones[position + 1] ?? to);
    strength = strengthNear(reading, index, { from, to, start, end, alone: tones.length === 1 }, strength);
    findings.push(
      ...findingAt(reading, index, { from, to, start, end, alone: tones.length === 1 }, strength),
    );
  }
  findings.push(...takeStrength(reading, from, to));
  takePurpose(reading, from, to);
  reading.take(...heads);
  reading.takeAll(
    from,
    to,
    "up",
    "down",
    "everything",
    "picture",
    "subject",
    "background",
    "makes",
    "add",
    "change",
  );
  reading.takeAll(from, to, "brightadjective", "darkadjective", "plainmod", "of", "soften", "rotate");
  return findings;
}

/** Tones that one segment asks for once, however it words them. */
function kindOf(reading: Reading, index: number): string | undefined {
  return (["blur", "sharpen", "greyscale", "sepia"] as const).find((kind) => reading.is(index, kind));
}

interface Range {
  /** The segment. */
  readonly from: number;
  readonly to: number;
  /** What lies between the tones before and after. */
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
}

function findingAt(reading: Reading, index: number, range: Range, strength: Strength): readonly Finding[] {
  const scope = scopeOf(reading, index, range);
  const tone = toneAt(reading, index, range);
  if (tone === "none") return [];
  if (tone === "undirected") {
    const instruction = reading.words(range.start, range.end);
    return [{ refused: { instruction, reason: "say whether more or less of it", cause: "unsupported" } }];
  }
  if (tone.kind === "blur" && scope === "background") {
    return [{ instruction: { kind: "background", background: { kind: "blur", strength } } }];
  }
  if (tone.kind === "greyscale" || tone.kind === "sepia") {
    return [{ instruction: { kind: "tone", adjustment: { kind: tone.kind, scope } } }];
  }
  const adjustment = { ...tone, strength, scope } as Adjustment;
  return [{ instruction: { kind: "tone", adjustment } }];
}

type Tone =
  | { readonly kind: "brightness" | "contrast" | "saturation" | "warmth"; readonly direction: "up" | "down" }
  | { readonly kind: "greyscale" | "sepia" | "sharpen" | "blur" };

function toneAt(reading: Reading, index: number, range: Range): Tone | "none" | "undirected" {
  const is = (...concepts: Parameters<Reading["is"]>[1][]): boolean => reading.is(index, ...concepts);
  const opposite = isLess(reading, index);
  const towards = (kind: "brightness" | "contrast" | "saturation" | "warmth", up: boolean): Tone => {
    return { kind, direction: up === opposite ? "down" : "up" };
  };
  if (is("greyscale")) return { kind: "greyscale" };
  if (is("sepia")) return { kind: "sepia" };
  if (is("sharpen")) return { kind: "sharpen" };
  if (is("blur")) return { kind: "blur" };
  if (is("brighten", "brightadjective")) return towards("brightness", true);
  if (is("darken", "darkadjective")) return towards("brightness", false);
  if (is("contrasty")) return towards("contrast", true);
  if (is("desaturate")) {
    const whole = /^(?:fully|completely|entirely|полностью)$/u.test(reading.token(index - 1)?.word ?? "");
    return whole ? { kind: "greyscale" } : towards("saturation", false);
  }
  if (is("saturate")) return towards("saturation", true);
  if (is("warm")) return towards("warmth", true);
  if (is("cool")) return towards("warmth", false);
  const direction = directionOf(reading, index, range);
  if (is("soften")) return range.alone ? { kind: "blur" } : "none";
  if (!direction) return "undirected";
  if (is("brightness")) return { kind: "brightness", direction };
  if (is("contrast")) return { kind: "contrast", direction };
  if (is("saturation")) return { kind: "saturation", direction };
  if (is("warmth")) return { kind: "warmth", direction };
  return { kind: direction === "up" ? "sharpen" : "blur" };
}

function isLess(reading: Reading, index: number): boolean {
  return /^(?:less|меньше|менее|not)$/.test(reading.token(index - 1)?.word ?? "");
}

/** The nearest "more" or "less" before the noun, or else after it. "Boost the colours" has its own. */
function directionOf(reading: Reading, index: number, { from, end }: Range): "up" | "down" | undefined {
  if (reading.is(index, "up", "down")) return reading.is(index, "down") ? "down" : "up";
  const before = reading.all(from, index, "up", "down", "contrasty").at(-1);
  const sign = before ?? reading.all(index + 1, end, "up", "down")[0];
  if (sign === undefined) return undefined;
  return reading.is(sign, "down") ? "down" : "up";
}

/** "Much brighter", "brighten it slightly"; of "slightly brighter and warmer" both are slight. */
function strengthNear(
  reading: Reading,
  index: number,
  { from, to, start, end, alone }: Range,
  before: Strength | undefined,
): Strength {
  if (alone) return strengthIn(reading, from, to);
  const cut = nextConnection(reading, index + 1, end);
  const own = strengthIn(reading, Math.max(start, lastConnection(reading, index, start)), cut);
  if (own !== "medium") return own;
  return before ?? percentStrength(reading, from, to) ?? own;
}

function scopeOf(reading: Reading, index: number, { from, to }: Range): Scope {
  const own = nextConnection(reading, index + 1, to);
  if (reading.has(index + 1, own, "picture") && !reading.has(index + 1, own, "background", "subject"))
    return "picture";
  const scopes = reading.all(from, to, "background", "subject");
  const behind = scopes.find((at) => at > index && at < own);
  const ahead = scopes.filter((at) => at < index).at(-1);
  const at = behind ?? ahead ?? scopes[0];
  if (at !== undefined) return reading.is(at, "background") ? "background" : "subject";
  return isPronoun(reading, from, to) && reading.topic === "background" ? "background" : "picture";
}

function isPronoun(reading: Reading, from: number, to: number): boolean {
  return (
    reading.clause.tokens.slice(from, to).some(({ word }) => /^(?:it|его|ее)$/.test(word)) &&
    !reading.has(from, to, "picture")
  );
}

function nextConnection(reading: Reading, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (isComma(reading.token(index)) || reading.is(index, "and")) return index;
  }
  return to;
}

function lastConnection(reading: Reading, from: number, least: number): number {
  for (let index = from - 1; index > least; index--) {
    if (isComma(reading.token(index)) || reading.is(index, "and")) return index;
  }
  return least;
}

/** A word that the engine does not know stands for a part of the picture: "brighten the eyes". */
function isOfPart(reading: Reading, { from, to, heads }: Segment): boolean {
  const last = heads.at(-1) ?? from;
  let end = last + 1;
  while (end < to && !isComma(reading.token(end)) && !endsObject(reading, end)) end++;
  const unknown = reading.clause.tokens.slice(from, end).some((token, offset) => {
    return isUnknown(token) && !reading.isTaken(from + offset) && !isLook(token.word);
  });
  const coloured = coloursIn(reading, from, end).some(
    (colour) => !heads.some((head) => head >= colour.from && head < colour.to),
  );
  return unknown || coloured || reading.has(from, end, "shadow", "headline", "part", "look");
}

/** "Darken the background so the product stands out": what follows is a reason, and no part of the picture. */
function endsObject(reading: Reading, index: number): boolean {
  return (
    reading.is(index, "and", "with") ||
    /^(?:so|because|for|until|чтобы|для)$/.test(reading.token(index)?.word ?? "")
  );
}

/** "… so that the product stands out" says what for, and asks for nothing more. */
function takePurpose(reading: Reading, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    if (!/^(?:so|чтобы)$/.test(reading.token(index)?.word ?? "")) continue;
    reading.takeRange(index, nextConnection(reading, index + 1, to));
    return;
  }
}

/** Wishes that name no part of the picture. They are reported all the same. */
function isLook(word: string): boolean {
  return /^(?:cozy|cosy|moody|cinematic|natural|vintage|retro|film|filmic|analog|inviting|summery|fresh|pop|professional|nice|beautiful|уютн\p{L}+|красив\p{L}+)$/u.test(
    word,
  );
}

function refused(reading: Reading, from: number, to: number, reason: string): readonly Finding[] {
  const instruction = reading.words(from, to);
  reading.takeRange(from, to);
  return [{ refused: { instruction, reason, cause: "unsupported" } }];
}
