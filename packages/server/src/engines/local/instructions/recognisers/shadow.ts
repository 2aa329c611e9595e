import type { Finding, Reading } from "../plan.js";
import type { Segment } from "../segments.js";

/** Recognises a floor shadow, wanted or expressly not. It has an effect only on a replaced background. */
export function recogniseShadow(reading: Reading, segment: Segment): readonly Finding[] {
  const { from, to, heads } = segment;
  // "Brighten the shadows" is about parts of the photo.
  if (reading.has(from, to, "brighten", "darken", "brightness")) return [];
  const isOfText =
    segment.before === "text" &&
    reading.is(from, "with") &&
    !reading.has(from, to, "shadowmanner", "subject");
  if (isOfText && !segment.negated) {
    const instruction = reading.words(from, to);
    reading.takeRange(from, to);
    return [{ refused: { instruction, reason: "letters are drawn without a shadow", cause: "unsupported" } }];
  }
  const removed = reading.has(from, to, "remove");
  const words = reading.words(reading.all(from, to, "not")[0] ?? from, to);
  reading.take(...heads);
  reading.takeAll(from, to, "shadowmanner", "subject", "not", "remove", "picture", "from");
  const wanted = !segment.negated && !removed;
  return [{ instruction: { kind: "shadow", wanted }, ...(!wanted && { words }) }];
}
