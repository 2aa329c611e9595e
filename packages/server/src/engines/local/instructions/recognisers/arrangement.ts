/** Recognises how several inputs are to share one picture: side by side, stacked, in a grid, one inset in another. */

import type { Arrangement } from "../operations.js";
import type { Finding, Reading } from "../plan.js";
import { anchorsIn } from "../reading/anchors.js";
import { missingOf, numberAt, type Reference, referencesIn } from "../reading/references.js";
import { missingInput } from "./scene.js";

export function recogniseArrangement(reading: Reading): readonly Finding[] {
  const references = referencesIn(reading);
  const pair = pairOf(reading, references);
  if (pair) return settled(reading, references, pair);
  const inset = insetOf(reading, references);
  if (inset) return settled(reading, references, inset);
  const length = reading.length;
  const heads = reading.all(0, length, "sidebyside", "stack", "grid");
  if (heads.length === 0 && !isNext(reading, references) && !isBareGrid(reading)) return [];
  if (reading.has(0, heads[0] ?? length, "not")) {
    reading.takeRange(0, (heads.at(-1) ?? 0) + 1);
    return [{ instruction: { kind: "forbid", what: "arrangement" } }];
  }
  const images = [...new Set(references.flatMap((reference) => reference.images))];
  return settled(reading, references, arrangementOf(reading, images));
}

/** "2x2" and nothing else, of several pictures. */
function isBareGrid(reading: Reading): boolean {
  const token = reading.token(0);
  return reading.length === 1 && token?.kind === "ratio" && !token.text.includes(":") && reading.images > 1;
}

function arrangementOf(reading: Reading, images: readonly number[]): Arrangement {
  const length = reading.length;
  const named = images.length > 1 ? { images } : {};
  if (
    (reading.has(0, length, "grid") || isBareGrid(reading)) &&
    !reading.has(0, length, "sidebyside", "stack")
  ) {
    const columns = columnsOf(reading);
    return { kind: "grid", ...(columns !== undefined && { columns }), ...named };
  }
  const vertical = reading.all(0, length, "vertical").length > 0 || reading.has(0, length, "stack");
  const across = reading.has(0, length, "horizontal");
  return { kind: "side-by-side", direction: vertical && !across ? "column" : "row", ...named };
}

/** "2x3", "three columns"; of rows alone the columns follow from the number of pictures. */
function columnsOf(reading: Reading): number | undefined {
  for (let index = 0; index < reading.length; index++) {
    const token = reading.token(index);
    if (token?.kind === "ratio") {
      reading.take(index);
      return token.value;
    }
    const number = numberAt(reading, index);
    if (number === undefined || number < 1 || !Number.isInteger(number)) continue;
    if (reading.is(index + 1, "columns")) {
      reading.take(index, index + 1);
      return number;
    }
    if (reading.is(index + 1, "rows")) {
      reading.take(index, index + 1);
      return Math.max(1, Math.ceil(reading.images / number));
    }
  }
  return undefined;
}

/** "Image 1 next to image 2". */
function isNext(reading: Reading, references: readonly Reference[]): boolean {
  const [first, second] = references;
  // "Поставь фото рядом".
  if (
    references.length === 0 &&
    reading.has(0, reading.length, "combine") &&
    reading.has(0, reading.length, "picture")
  )
    return reading.all(0, reading.length, "next").some((index) => reading.token(index)?.word === "рядом");
  return first !== undefined && second !== undefined && reading.has(first.to, second.from, "next");
}

/** "Image 1 on the left and image 2 on the right", "the first on top, the second below". */
function pairOf(reading: Reading, references: readonly Reference[]): Arrangement | undefined {
  const [first, second, ...others] = references;
  if (!first || !second || others.length > 0) return undefined;
  const [one] = anchorsIn(reading, first.to, second.from);
  const [other] = anchorsIn(reading, second.to, reading.length);
  if (!one || !other) return undefined;
  const images = [...first.images, ...second.images];
  const isRow = one.anchor.horizontal !== "centre" && other.anchor.horizontal !== one.anchor.horizontal;
  const isColumn = one.anchor.vertical !== "middle" && other.anchor.vertical !== one.anchor.vertical;
  if (isRow === isColumn) return undefined;
  const isSwapped = isRow ? one.anchor.horizontal === "right" : one.anchor.vertical === "bottom";
  reading.take(...one.tokens, ...other.tokens);
  return {
    kind: "side-by-side",
    direction: isRow ? "row" : "column",
    images: isSwapped ? images.reverse() : images,
  };
}

/** "Put image 2 in the top right corner of image 1", "inset the second photo at the bottom left". */
function insetOf(reading: Reading, references: readonly Reference[]): Arrangement | undefined {
  const singles = references.filter(({ images }) => images.length === 1);
  const named = reading.has(0, reading.length, "inset");
  const [first, second] = singles;
  if (!first && !(named && /^(?:inset|pip|врезк|picture|картинка)/.test(wordOfInset(reading))))
    return undefined;
  if (reading.has(0, reading.length, "not", "remove")) return undefined;
  const [place] = anchorsIn(reading, 0, reading.length, { relative: false });
  if (!named && !(place && reading.has(0, reading.length, "put", "add") && !hasQuotation(reading)))
    return undefined;
  const inset = first?.images[0] ?? 1;
  const base = second?.images[0] ?? (inset === 0 ? 1 : 0);
  if (inset === base) return undefined;
  for (const index of place?.tokens ?? []) reading.take(index);
  const anchor = place?.anchor ?? { vertical: "bottom" as const, horizontal: "right" as const };
  return { kind: "inset", base, inset, anchor };
}

function wordOfInset(reading: Reading): string {
  const [head] = reading.all(0, reading.length, "inset");
  return head === undefined ? "" : (reading.token(head)?.word ?? "");
}

function hasQuotation(reading: Reading): boolean {
  return reading.clause.tokens.some(({ kind }) => kind === "quotation");
}

function settled(reading: Reading, references: readonly Reference[], arrangement: Arrangement): Finding[] {
  const words = reading.clause.text;
  const length = reading.length;
  for (const { from, to } of references) reading.takeRange(from, to);
  reading.takeAll(
    0,
    length,
    "sidebyside",
    "stack",
    "grid",
    "inset",
    "combine",
    "put",
    "picture",
    "both",
    "next",
    "small",
  );
  reading.takeAll(
    0,
    length,
    "horizontal",
    "vertical",
    "columns",
    "rows",
    "change",
    "as",
    "in",
    "of",
    "with",
    "from",
  );
  takeCounts(reading);
  const missing = missingOf(reading, references);
  if (missing.length > 0) return [{ refused: missingInput(words, missing, reading.images) }];
  if (reading.images < 2) {
    const reason = "it takes at least two pictures, and one was sent";
    return [{ refused: { instruction: words, reason, cause: "missing-input" } }];
  }
  return [{ instruction: { kind: "arrangement", arrangement } }];
}

/** "The three pictures", "a grid of 4". */
function takeCounts(reading: Reading): void {
  for (let index = 0; index < reading.length; index++) {
    const number = numberAt(reading, index);
    if (number === reading.images || (number === 1 && reading.token(index)?.word !== "1"))
      reading.take(index);
    if (
      /^(?:other|another|друг\p{L}*|together|вместе|single|общ\p{L}+|final|side|layout)$/u.test(
        reading.token(index)?.word ?? "",
      )
    )
      reading.take(index);
  }
}
