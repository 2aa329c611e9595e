import type { Clause } from "./clauses.js";
import type { Finding } from "./plan.js";
import { mentions, unquoted, words } from "./words.js";

const KEEP = words(
  "keep(?:ing)?|preserv(?:e|ing)|retain(?:ing)?|maintain(?:ing)?|leav(?:e|ing)",
  "сохрани\\p{L}*|сохранить|оставь\\p{L}*|оставить",
  "(?:don't|don’t|do not|never) (?:change|alter|touch|modify|move|edit)",
  "не (?:меняй\\p{L}*|изменяй\\p{L}*|трогай\\p{L}*|двигай\\p{L}*)",
);
const BACKGROUND = words("backgrounds?|backdrops?|scene|фон\\p{L}{0,2}");
const PLACEMENT = words(
  "position|placement|size|scale|framing|composition|crop|layout|move|location",
  "положени\\p{L}+|расположени\\p{L}+|размер\\p{L}*|масштаб\\p{L}*|композици\\p{L}+|кадр\\p{L}*|двигай\\p{L}*",
);

/** Recognises "keep … unchanged". The whole clause is honoured, since no operation repaints the subject. */
export function recogniseKeep(clause: Clause): Finding | undefined {
  const text = unquoted(clause);
  if (!mentions(text, KEEP)) return undefined;
  return {
    instruction: {
      kind: "keep",
      background: mentions(text, BACKGROUND),
      placement: mentions(text, PLACEMENT),
    },
    claims: [{ start: 0, end: clause.text.length }],
  };
}
