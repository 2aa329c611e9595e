/** Recognises an input picture as the background, and the subject of one input in the scene of another. */

import type { Finding, Ignored, Reading } from "../plan.js";
import { anchorsIn } from "../reading/anchors.js";
import { missingOf, type Reference, referencesIn } from "../reading/references.js";

export function recogniseScene(reading: Reading): readonly Finding[] {
  const references = referencesIn(reading).filter(({ images }) => images.length === 1);
  if (references.length === 0 || references.length > 2) return [];
  if (reading.has(0, references.at(-1)?.to ?? 0, "not")) return [];
  const scene = references.find((reference) => isScene(reading, reference, references));
  if (!scene) return [];
  const subject = references.find((reference) => reference !== scene);
  if (!isSceneClause(reading, scene, subject)) return [];
  const words = reading.clause.text;
  claim(reading, references);
  const missing = missingOf(reading, references);
  if (missing.length > 0) return [{ refused: missingInput(words, missing, reading.images) }];
  const image = scene.images[0] ?? 0;
  const source = subject?.images[0] ?? (image === 0 && reading.images > 1 ? 1 : 0);
  if (source === image) {
    const reason = "a picture cannot be the background of itself";
    return [{ refused: { instruction: words, reason, cause: "contradiction" } }];
  }
  return [{ instruction: { kind: "background", background: { kind: "picture", image }, source } }];
}

export function missingInput(words: string, missing: readonly number[], sent: number): Ignored {
  const named = missing.map((number) => `picture ${number}`).join(" and ");
  const reason = `there is no ${named}: ${sent === 1 ? "one picture was" : `${sent} pictures were`} sent`;
  return { instruction: words, reason, cause: "missing-input" };
}

/** "The scene of image 2", "image 2 as the background", "into image 2". */
function isScene(reading: Reading, { from, to }: Reference, references: readonly Reference[]): boolean {
  if (isDestination(reading, from, references)) return true;
  const before = wordsBefore(reading, from);
  if (before.some((index) => reading.is(index, "background") || isSceneWord(reading, index))) return true;
  const after = [to, to + 1, to + 2, to + 3].filter((index) => index < reading.length);
  const asBackground = after.findIndex(
    (index) => reading.is(index, "background") || isSceneWord(reading, index),
  );
  const taken = references.some((other) => other.from > to && other.from <= to + 6);
  const named = after.slice(0, Math.max(0, asBackground)).some((index) => reading.is(index, "as"));
  if (
    asBackground >= 0 &&
    (named || !taken || asBackground === 0) &&
    after
      .slice(0, asBackground)
      .every(
        (index) => reading.is(index, "filler", "as", "in", "on", "to") || reading.token(index)?.word === "'s",
      )
  )
    return true;
  const preposition = before
    .filter((index) => !/^(?:the|a|an|this|that)$/.test(reading.token(index)?.word ?? ""))
    .at(-1);
  const goesIn =
    preposition !== undefined &&
    (reading.is(preposition, "in", "on") ||
      /^(?:with|onto|into|на|в|за)$/.test(reading.token(preposition)?.word ?? ""));
  if (!goesIn) return false;
  if (/^with$/.test(reading.token(preposition)?.word ?? ""))
    return reading.has(0, reading.length, "background");
  return references.length === 2 || reading.has(0, reading.length, "subject", "background");
}

/** "Place the bottle from image 1 on the table from image 2". */
function isDestination(reading: Reading, from: number, [first, second]: readonly Reference[]): boolean {
  if (!first || !second || second.from !== from || !reading.has(0, first.from, "put", "use", "cutout"))
    return false;
  return reading.all(first.to, from, "on", "in", "to").some((index) => !reading.is(index, "picture"));
}

function isSceneClause(reading: Reading, scene: Reference, subject: Reference | undefined): boolean {
  // A corner makes it an inset.
  const corners = anchorsIn(reading, 0, reading.length, { relative: false });
  if (corners.some(({ tokens: [first = 0] }) => first < scene.from || first >= scene.to)) {
    if (!reading.has(0, reading.length, "background")) return false;
  }
  if (reading.has(0, reading.length, "sidebyside", "stack", "grid", "inset", "next")) return false;
  return (
    subject !== undefined || reading.has(0, reading.length, "background", "put", "use", "replace", "subject")
  );
}

/** Up to four words in front, nearest last, up to another picture or a verb. */
function wordsBefore(reading: Reading, from: number): number[] {
  const found: number[] = [];
  for (let index = from - 1; index >= Math.max(0, from - 4); index--) {
    if (reading.is(index, "picture", "subject") || reading.token(index)?.kind === "number") break;
    const verb = reading.is(index, "put", "use") && !reading.is(index, "background");
    if (verb) break;
    found.unshift(index);
    if (
      !reading.is(index, "filler", "of", "from", "in", "on", "as", "to", "with", "background") &&
      !isSceneWord(reading, index)
    )
      break;
  }
  return found;
}

function isSceneWord(reading: Reading, index: number): boolean {
  return /^(?:scene|scenery|setting|environment|room|interior|landscape|place|backdrop|сцен\p{L}*|интерьер\p{L}*|обстановк\p{L}*|пейзаж\p{L}*)$/u.test(
    reading.token(index)?.word ?? "",
  );
}

/** The pictures, what holds the sentence together, and what stands for the subject between its verb and its picture. */
function claim(reading: Reading, references: readonly Reference[]): void {
  const phrases: number[] = [];
  for (const { from } of references) {
    for (let index = from - 1; index >= Math.max(0, from - 6); index--) {
      if (reading.is(index, "put", "replace", "use", "cutout", "combine")) break;
      if (reading.token(index)?.kind === "quotation" || reading.isTaken(index)) break;
      if (isSubjectPhrase(reading, index, from)) phrases.push(index);
    }
  }
  reading.take(...phrases);
  for (const { from, to } of references) reading.takeRange(from, to);
  reading.takeAll(
    0,
    reading.length,
    "background",
    "subject",
    "put",
    "use",
    "replace",
    "change",
    "backgroundmanner",
  );
  reading.takeAll(
    0,
    reading.length,
    "of",
    "from",
    "in",
    "on",
    "as",
    "to",
    "with",
    "and",
    "cutout",
    "combine",
    "keep",
  );
  for (let index = 0; index < reading.length; index++) if (isSceneWord(reading, index)) reading.take(index);
}

/** "The vase of image 1": whatever it is called, it is what stands there. */
function isSubjectPhrase(reading: Reading, index: number, reference: number): boolean {
  for (let between = index + 1; between < reference; between++) {
    if (reading.is(between, "of", "from")) return !reading.is(index, "and");
  }
  return reading.is(index, "of", "from", "filler");
}
