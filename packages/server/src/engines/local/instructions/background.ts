import type { Clause, Span } from "./clauses.js";
import type { Finding, SweepTone } from "./plan.js";
import { mentions, spansOf, unquoted, words } from "./words.js";

const BACKGROUND = words("backgrounds?", "backdrops?", "фон\\p{L}{0,2}", "задн\\p{L}+ план\\p{L}*");
const CHANGE = words(
  "turn|change|replace|swap|make|put|place|set|convert|render|use|give|remove|transform",
  "замени\\p{L}*|сделай\\p{L}*|преврати\\p{L}*|поменяй\\p{L}*|поставь\\p{L}*|помести\\p{L}*|измени\\p{L}*|убери\\p{L}*",
);
const STUDIO = words(
  "studio|sweep|seamless|cyclorama|cyc|infinity|cove|paper",
  "студи\\p{L}+|бесшовн\\p{L}+|циклорам\\p{L}+",
);
const WHITE = words("white|off-white|бел\\p{L}+");
const GREY = words("gr[ae]y|сер\\p{L}+|светло-сер\\p{L}+");
/** Adjectives that the sweep lives up to, and words that only hold the sentence together. */
const MANNER = words(
  "bright|light|minimal|minimalist|minimalistic|clean|simple|plain|neutral|soft|softly|smooth|gradient|empty",
  "pure|solid|subtle|gentle|gently|evenly|lit|fading|style|wall|floor|instead|completely|entire|whole|curve",
  "current|existing|original|one|look|professional|product",
  "светл\\p{L}+|минимал\\p{L}+|чист\\p{L}+|прост\\p{L}+|нейтральн\\p{L}+|мягк\\p{L}+|плавн\\p{L}+|градиент\\p{L}*|ярк\\p{L}+",
  "переход\\p{L}*|пуст\\p{L}+|ровн\\p{L}+",
);
const OTHER_COLOUR = words(
  "dark|black|charcoal|тёмн\\p{L}+|темн\\p{L}+|чёрн\\p{L}+|черн\\p{L}+",
  "red|blue|green|yellow|pink|purple|orange|brown|beige|teal|pastel",
  "красн\\p{L}+|син\\p{L}+|зел[её]н\\p{L}+|ж[её]лт\\p{L}+|розов\\p{L}+|голуб\\p{L}+|оранжев\\p{L}+|коричнев\\p{L}+|бежев\\p{L}+",
);
const REFUSAL = words("don't|do not|never|keep|preserve|retain|не|сохрани\\p{L}*|оставь\\p{L}*");

/** Recognises the replacement of the background by a white or grey studio sweep. */
export function recogniseBackground(clause: Clause): Finding | undefined {
  const text = unquoted(clause);
  if (!mentions(text, BACKGROUND) && !(mentions(text, STUDIO) && mentions(text, CHANGE))) return undefined;
  if (mentions(text, REFUSAL)) return undefined;
  const bright = mentions(text, WHITE) || mentions(text, GREY);
  if (!bright && (mentions(text, OTHER_COLOUR) || !mentions(text, STUDIO))) {
    return refuse(clause, "the only background that the local engine makes is a white to grey studio sweep");
  }
  const claims = [BACKGROUND, CHANGE, STUDIO, WHITE, GREY, MANNER].flatMap((pattern): Span[] =>
    spansOf(text, pattern),
  );
  return { instruction: { kind: "background", tone: toneOf(text) }, claims };
}

function toneOf(text: string): SweepTone {
  const white = mentions(text, WHITE);
  const grey = mentions(text, GREY);
  if (white === grey) return "white-to-grey";
  return white ? "white" : "grey";
}

function refuse(clause: Clause, reason: string): Finding {
  return {
    claims: [{ start: 0, end: clause.text.length }],
    refused: [{ instruction: clause.text, reason }],
  };
}
