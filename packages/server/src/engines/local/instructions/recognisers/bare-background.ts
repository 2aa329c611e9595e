import type { Finding, Reading } from "../plan.js";
import { coloursIn, describesAnother } from "../reading/colour-words.js";
import type { Segment } from "../segments.js";
import { found, isOwn } from "./background.js";

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
