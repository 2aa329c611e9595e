import type { Frame } from "../operations.js";
import type { Finding, Reading } from "../plan.js";
import { coloursIn, describesAnother } from "../reading/colour-words.js";
import type { Segment } from "../segments.js";

/** Widths in pixels up to which a frame counts as thin, and as medium. */
const THIN_PIXELS = 12;
const MEDIUM_PIXELS = 40;

/** Recognises a frame around the whole picture, its colour and its width. */
export function recogniseFrame(reading: Reading, { from, to, heads, negated }: Segment): readonly Finding[] {
  reading.take(...heads);
  if (negated) {
    reading.takeRange(from, (heads.at(-1) ?? from) + 1);
    return [{ instruction: { kind: "forbid", what: "frame" }, words: reading.words(from, to) }];
  }
  // In "a white polaroid frame" the frame is white, whatever a polaroid is.
  const [word] = coloursIn(reading, from, to).filter(
    (colour) => heads.includes(colour.to + 1) || !describesAnother(reading, colour),
  );
  if (word) reading.takeRange(word.from, word.to);
  const findings: Finding[] = [];
  const pixels = takePixels(reading, from, to);
  if (pixels) {
    const reason = `frames are thin, medium or thick; this was taken as ${pixels.width}`;
    findings.push({ refused: { instruction: pixels.words, reason, cause: "unsupported" } });
  }
  const width = pixels?.width ?? widthOf(reading, from, to);
  reading.takeAll(
    from,
    to,
    "thin",
    "thick",
    "mediumwidth",
    "add",
    "picture",
    "everything",
    "plainmod",
    "slight",
    "strong",
  );
  for (let index = from; index < to; index++) {
    if (
      /^(?:around|along|all|round|вокруг|по|периметру|edges?|colou?red|colou?r|цвета?|края\p{L}*|краям)$/u.test(
        reading.token(index)?.word ?? "",
      )
    )
      reading.take(index);
  }
  const frame: Frame = { width, ...(word && { colour: word.colour }) };
  return [{ instruction: { kind: "frame", frame } }, ...findings];
}

function widthOf(reading: Reading, from: number, to: number): Frame["width"] {
  if (reading.has(from, to, "thin", "small")) return "thin";
  return reading.has(from, to, "thick", "large") ? "thick" : "medium";
}

function takePixels(
  reading: Reading,
  from: number,
  to: number,
): { words: string; width: Frame["width"] } | undefined {
  for (let index = from; index < to; index++) {
    const value = reading.token(index)?.value;
    if (value === undefined || !reading.is(index + 1, "pixels")) continue;
    const words = reading.words(index, index + 2);
    reading.take(index, index + 1);
    return { words, width: value <= THIN_PIXELS ? "thin" : value <= MEDIUM_PIXELS ? "medium" : "thick" };
  }
  return undefined;
}
