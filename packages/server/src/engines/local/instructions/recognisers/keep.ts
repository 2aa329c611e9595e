import type { Finding, Reading } from "../plan.js";
import { coloursIn } from "../reading/colour-words.js";
import { isComma } from "../reading.js";

/** Recognises "keep … unchanged", "don't touch …", "without changing …", "не меняй …". */
export function recogniseKeep(reading: Reading): readonly Finding[] {
  const start = keepAt(reading);
  if (start === undefined) return [];
  // "Leave room at the top" and "keep only the cup" keep nothing as it is.
  if (reading.has(start, reading.length, "room", "transparent") || isOnly(reading, start)) return [];
  const end = endOfKeep(reading, start);
  const words = reading.words(start, end);
  const named = (...concepts: Parameters<Reading["has"]>[2][]): boolean =>
    concepts.some((concept) => reading.has(start, end, concept));
  const colours = reading.all(start, end, "everything").some((index) => {
    return /^(?:colou?rs?|tones?|цвета?|гамм\p{L}*|палитр\p{L}*)$/u.test(reading.token(index)?.word ?? "");
  });
  const kept = {
    background: named("background"),
    placement: named("framing") || reading.all(start, end, "touch").some((index) => isMove(reading, index)),
    subject: named("subject", "part"),
    colours,
  };
  // "Change nothing except the background" keeps everything but that.
  const except = reading.all(start, end, "except")[0];
  const isExcepted = except !== undefined && reading.has(except, end, "background");
  reading.takeRange(start, end);
  if (isExcepted)
    return [
      {
        instruction: { kind: "keep", ...kept, background: false, subject: true, topic: "background" },
        words,
      },
    ];
  return [{ instruction: { kind: "keep", ...kept }, words }];
}

function keepAt(reading: Reading): number | undefined {
  for (let index = 0; index < reading.length; index++) {
    if (reading.is(index, "keep")) return index;
    if (reading.is(index, "not") && reading.is(index + 1, "touch") && !isOwnInstruction(reading, index))
      return objectBefore(reading, index);
    if (reading.is(index, "unchanged") && !reading.is(index - 1, "filler")) return 0;
  }
  return undefined;
}

/** "Don't change the background to white" is about what not to do as well: nothing is to happen. */
function isOwnInstruction(reading: Reading, index: number): boolean {
  return /^(?:replace)$/.test(reading.token(index + 1)?.word ?? "") && reading.length === index + 2;
}

/** "…, товар не меняй": what is to stay may stand before the verb, up to a comma. */
function objectBefore(reading: Reading, verb: number): number {
  for (let index = verb - 1; index >= 0; index--) {
    if (isComma(reading.token(index))) return index + 1;
    if (!reading.is(index, "subject", "part", "filler", "everything", "framing", "background")) return verb;
  }
  return 0;
}

function isMove(reading: Reading, index: number): boolean {
  return /^(?:mov|shift|двига|смеща)/.test(reading.token(index)?.word ?? "");
}

function isOnly(reading: Reading, start: number): boolean {
  return /^(?:only|just|только|лишь)$/.test(reading.token(start + 1)?.word ?? "");
}

/** Up to "unchanged", or to a comma behind which something else is asked for, or to the clause's end. */
function endOfKeep(reading: Reading, start: number): number {
  const [done] = reading.all(start + 1, reading.length, "unchanged").slice(-1);
  if (done !== undefined && restIsInstruction(reading, done + 1)) return done + 1;
  if (done !== undefined) return reading.length;
  for (let index = start + 1; index < reading.length; index++) {
    if (isComma(reading.token(index)) && restIsInstruction(reading, index + 1)) return index;
  }
  return reading.length;
}

function restIsInstruction(reading: Reading, from: number): boolean {
  let end = from;
  while (end < reading.length && !(end > from && isComma(reading.token(end)))) end++;
  if (reading.clause.tokens.slice(from, end).some(({ kind }) => kind === "quotation")) return true;
  const things = reading.has(from, end, "background", "headline", "caption", "frame", "studio");
  if (things && coloursIn(reading, from, end).length > 0) return true;
  return reading.has(from, end, "brighten", "darken", "sharpen", "blur", "crop", "rotate", "flip", "shadow");
}
