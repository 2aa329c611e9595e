/** Recognises texts to be drawn: a word for one, such as "headline", and the text itself in quotation marks. */

import type { TextInstruction } from "../operations.js";
import type { Finding, Reading, TextStyle } from "../plan.js";
import { styleIn } from "../reading/text-style.js";
import type { Segment } from "../segments.js";
import { cuesIn, quotationsIn, roleOf, type Unit, unitsOf } from "./text-units.js";

const UNSPOKEN = "the words to draw must stand in quotation marks";
const REPLACED = "the local engine cannot read or rewrite the letters in a photo; it draws new ones";

export function recogniseText(reading: Reading, segment: Segment): readonly Finding[] {
  const { from, to, negated } = segment;
  if (negated) {
    reading.takeRange(from, to);
    return [{ instruction: { kind: "forbid", what: "text" }, words: reading.words(from, to) }];
  }
  const quotations = quotationsIn(reading, from, to);
  const cues = cuesIn(reading, from, to);
  if (quotations.length === 0) return styled(reading, segment);
  if (cues.length === 0 && !quotations.some((index) => isAdded(reading, index))) return [];
  if (isReplacement(reading, from, quotations[0] ?? to)) {
    const instruction = reading.words(from, to);
    reading.takeRange(from, to);
    return [{ refused: { instruction, reason: REPLACED, cause: "unsupported" } }];
  }
  const findings: Finding[] = [];
  let role: TextInstruction["role"] = "headline";
  for (const [index, unit] of unitsOf(reading, segment, quotations).entries()) {
    role = roleOf(reading, unit) ?? (index === 0 ? "headline" : role);
    findings.push(drawn(reading, unit, role));
  }
  return findings;
}

function drawn(reading: Reading, { quotation, from, to }: Unit, role: TextInstruction["role"]): Finding {
  const text = normalised(reading.token(quotation)?.quotation?.text ?? "");
  if (text === "") {
    const instruction = reading.words(from, to);
    reading.takeRange(from, to);
    return { refused: { instruction, reason: UNSPOKEN, cause: "unsupported" } };
  }
  const style = styleIn(reading, from, to);
  const relative = relativeTo(reading, from, to);
  const position = style.position ?? relative;
  claimManner(reading, from, to);
  reading.take(quotation);
  return { instruction: { kind: "text", text: { text, role, ...style, ...(position && { position }) } } };
}

/** White space to single spaces, lines kept. */
function normalised(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u).map((line) => line.trim().replace(/\s+/gu, " "));
  return lines.filter(Boolean).join("\n");
}

/** "Under the headline": a caption is below it anyway; anything else goes to the bottom. */
function relativeTo(reading: Reading, from: number, to: number): TextStyle["position"] {
  for (const index of reading.all(from, to, "below", "above")) {
    const next = reading.all(
      index + 1,
      Math.min(to, index + 4),
      "headline",
      "caption",
      "label",
      "writing",
    )[0];
    if (next === undefined) continue;
    const below = reading.is(index, "below");
    reading.takeRange(index, next + 1);
    return { vertical: below ? "bottom" : "top", horizontal: "centre" };
  }
  return undefined;
}

export function claimManner(reading: Reading, from: number, to: number): void {
  reading.takeAll(
    from,
    to,
    "headline",
    "caption",
    "label",
    "writing",
    "says",
    "textmanner",
    "legible",
    "centred",
  );
  reading.takeAll(
    from,
    to,
    "add",
    "put",
    "across",
    "above",
    "strong",
    "slight",
    "contrast",
    "contrasty",
    "picture",
    "plainmod",
    "change",
  );
}

/** "Add 'SALE'": the verb and nothing but small words before the quotation, and no article, which would name a thing. */
function isAdded(reading: Reading, quotation: number): boolean {
  for (let index = quotation - 1; index >= Math.max(0, quotation - 4); index--) {
    if (reading.is(index, "add")) return true;
    if (
      /^(?:a|an|the)$/.test(reading.token(index)?.word ?? "") ||
      !reading.is(index, "filler", "large", "small", "bold")
    )
      return false;
  }
  return false;
}

function isReplacement(reading: Reading, from: number, quotation: number): boolean {
  const verb = reading.all(from, quotation, "replace", "touch").find((index) => {
    return /^(?:replace|change|swap|edit|modify|замени|поменя|измени|смени)/.test(
      reading.token(index)?.word ?? "",
    );
  });
  return verb !== undefined && reading.has(verb, quotation, "writing", "headline", "caption", "label");
}

/** A clause on the looks of the texts, "make the headline red", or one that forgot to say what to write. */
function styled(reading: Reading, { from, to }: Segment): readonly Finding[] {
  const asks = reading.all(from, to, "add").some((index) => {
    return /^(?:add|put|write|insert|overlay|place|include|добав|напиши|написат|размест|вставь|нанеси)/.test(
      reading.token(index)?.word ?? "",
    );
  });
  if (asks) {
    const instruction = reading.words(from, to);
    reading.takeRange(from, to);
    return [{ refused: { instruction, reason: UNSPOKEN, cause: "unsupported" } }];
  }
  const cue = reading.all(from, to, "headline", "caption", "label")[0];
  const style = styleIn(reading, from, to);
  if (Object.keys(style).length === 0) return [];
  const role =
    cue === undefined
      ? undefined
      : reading.is(cue, "caption")
        ? "caption"
        : reading.is(cue, "label")
          ? "label"
          : "headline";
  claimManner(reading, from, to);
  reading.takeAll(from, to, "makes");
  return [{ instruction: { kind: "text-style", style, ...(role && { role }) } }];
}

/** "Make it red", after a clause about a text. */
export function recogniseBareStyle(reading: Reading, { from, to, negated }: Segment): readonly Finding[] {
  if (reading.topic !== "text" || negated) return [];
  const style = styleIn(reading, from, to);
  if (Object.keys(style).length === 0) return [];
  claimManner(reading, from, to);
  reading.takeAll(from, to, "makes");
  return [{ instruction: { kind: "text-style", style } }];
}
