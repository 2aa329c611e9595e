/** Recognises what is to be taken away: the background, or whatever is at a named place. */

import type { Finding, Reading } from "../plan.js";
import { anchorsIn } from "../reading/anchors.js";
import { colourAt } from "../reading/colour-words.js";
import { isComma } from "../reading.js";

const WITHOUT_PLACE =
  "it does not know one thing from another: say in which corner or at which side of the picture it is";

export function recogniseRemoval(reading: Reading): readonly Finding[] {
  const length = reading.length;
  const [verb] = reading.all(0, length, "remove", "cutout");
  const only = onlyAt(reading);
  if (only !== undefined) return transparent(reading, only, endOf(reading, only));
  if (verb === undefined) return [];
  if (reading.has(0, verb, "not")) {
    const end = endOf(reading, verb);
    reading.takeRange(0, end);
    return [{ instruction: { kind: "forbid", what: "removal" } }];
  }
  if (reading.has(0, length, "except")) return transparent(reading, 0, endOf(reading, verb));
  const places = anchorsIn(reading, 0, length, { relative: false });
  const isCut = reading.is(verb, "cutout");
  if (isCut || (reading.has(0, length, "background") && places.length === 0)) {
    return cutOut(reading, verb);
  }
  if (reading.has(verb, length, "shadow") && places.length === 0) return [];
  if (isColours(reading, verb)) return greyscale(reading, verb);
  if (places.length === 0) return refused(reading, verb);
  const tokens = [verb, ...places.flatMap((place) => place.tokens)];
  const first = Math.min(...tokens);
  const end = endOf(reading, Math.max(...tokens));
  reading.takeRange(first, end);
  return distinct(places.map(({ anchor }) => anchor)).map((anchor) => ({
    instruction: { kind: "removal", removal: { anchor } },
  }));
}

/** "Keep only the cup", "оставь только чашку". */
function onlyAt(reading: Reading): number | undefined {
  for (const index of reading.all(0, reading.length, "keep")) {
    if (/^(?:only|just|только|лишь)$/.test(reading.token(index + 1)?.word ?? "")) return index;
  }
  return undefined;
}

function transparent(reading: Reading, from: number, to: number): Finding[] {
  reading.takeRange(from, to);
  return [{ instruction: { kind: "background", background: { kind: "transparent" } } }];
}

/** Without the background, or on the colour that the same clause names: "isolated on white". */
function cutOut(reading: Reading, verb: number): readonly Finding[] {
  for (const on of reading.all(verb, reading.length, "on")) {
    let index = on + 1;
    while (reading.is(index, "filler", "plainmod") && !colourAt(reading, index, reading.length)) index++;
    const colour = colourAt(reading, index, reading.length);
    if (!colour) continue;
    reading.takeRange(verb, colour.to);
    reading.takeAll(colour.to, reading.length, "background", "studio");
    return [{ instruction: { kind: "background", background: { kind: "colour", colour: colour.colour } } }];
  }
  if (reading.has(0, reading.length, "studio")) {
    reading.takeAll(0, reading.length, "cutout", "remove", "subject");
    return [];
  }
  reading.takeAll(
    verb,
    reading.length,
    "remove",
    "cutout",
    "background",
    "subject",
    "picture",
    "from",
    "of",
    "transparent",
    "on",
  );
  reading.takeAll(0, reading.length, "backgroundmanner", "change");
  return [{ instruction: { kind: "background", background: { kind: "transparent" } } }];
}

/** "Remove the colours". */
function isColours(reading: Reading, verb: number): boolean {
  return reading
    .all(verb, reading.length, "everything")
    .some((index) => /^(?:colou?rs?|цвета?|saturation)$/u.test(reading.token(index)?.word ?? ""));
}

function greyscale(reading: Reading, verb: number): Finding[] {
  reading.takeAll(verb, reading.length, "remove", "everything", "picture", "from");
  return [{ instruction: { kind: "tone", adjustment: { kind: "greyscale", scope: "picture" } } }];
}

function refused(reading: Reading, verb: number): readonly Finding[] {
  // "Remove" may be only the way to say it of something that others know: "убери рамку", "remove the blur".
  if (reading.has(verb, reading.length, "blur")) return [];
  const end = endOf(reading, verb);
  const instruction = reading.words(verb, end);
  reading.takeRange(verb, end);
  return [{ refused: { instruction, reason: WITHOUT_PLACE, cause: "unsupported" } }];
}

/** Everything after a place up to the next comma or "and" belongs to what is removed: "the cup at the left with a chip". */
function endOf(reading: Reading, from: number): number {
  for (let index = from + 1; index < reading.length; index++) {
    if (isComma(reading.token(index)) || (reading.is(index, "and") && hasOwnThing(reading, index)))
      return index;
  }
  return reading.length;
}

function hasOwnThing(reading: Reading, from: number): boolean {
  return reading.has(
    from,
    reading.length,
    "background",
    "headline",
    "caption",
    "label",
    "brighten",
    "darken",
    "frame",
    "shadow",
  );
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
