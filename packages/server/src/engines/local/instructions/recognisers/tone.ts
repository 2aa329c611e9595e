/** Recognises changes of light and colour, sharpening and blurring, of the picture, the subject or the background. */

import type { Adjustment, Strength } from "../operations.js";
import type { Finding, Reading } from "../plan.js";
import { takeStrength } from "../reading/strength.js";
import type { Segment } from "../segments.js";
import { toneAt } from "./tone-kinds.js";
import { isOfPart } from "./tone-object.js";
import { nextConnection, type Range, scopeOf, strengthNear } from "./tone-range.js";

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

/** "… so that the product stands out" says what for, and asks for nothing more. */
function takePurpose(reading: Reading, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    if (!/^(?:so|чтобы)$/.test(reading.token(index)?.word ?? "")) continue;
    reading.takeRange(index, nextConnection(reading, index + 1, to));
    return;
  }
}

function refused(reading: Reading, from: number, to: number, reason: string): readonly Finding[] {
  const instruction = reading.words(from, to);
  reading.takeRange(from, to);
  return [{ refused: { instruction, reason, cause: "unsupported" } }];
}
