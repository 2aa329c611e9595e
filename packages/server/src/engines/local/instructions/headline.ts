import type { Clause } from "./clauses.js";
import type { Finding } from "./plan.js";
import { mentions, spansOf, unquoted, words } from "./words.js";

const HEADLINE = words(
  "headlines?|headings?|titles?|captions?|slogans?|lettering|text|words?|typography|inscription",
  "reads?|reading|says?|saying|write|written|spells?|spelling",
  "заголов\\p{L}+|надпис\\p{L}+|текст\\p{L}*|слоган\\p{L}*|слова|написан\\p{L}*|напиши\\p{L}*|гласит",
);
const NEGATION = words("no|without|don't|do not|never|remove|delete|erase|без|не|убери\\p{L}*|удали\\p{L}*");
/** What the engine's one headline style is anyway, and words that only hold the sentence together. */
const MANNER = words(
  "add|put|place|insert|overlay|draw|render|include|set|show|make",
  "big|large|huge|bold|heavy|clean|simple|modern|sans[- ]serif|sans|serifless|font|typeface|type|letters",
  "high|strong|contrast|high-contrast|legible|readable|centered|centred|center|centre|middle|horizontally",
  "in-image|image|picture|photo|exact|exactly|above|over|across",
  "добавь\\p{L}*|добавить|размести\\p{L}*|крупн\\p{L}+|больш\\p{L}+|жирн\\p{L}+|чист\\p{L}+|прост\\p{L}+|рублен\\p{L}+",
  "шрифт\\p{L}*|без засечек|гротеск\\p{L}*|контрастн\\p{L}+|высок\\p{L}+|контраст\\p{L}*|центр\\p{L}*|картинк\\p{L}+|изображени\\p{L}+",
);

/** Recognises a headline: a word for text, and the text itself in quotation marks. */
export function recogniseHeadline(clause: Clause): Finding | undefined {
  const text = unquoted(clause).replace(/без засечек/giu, "sans-serif ");
  const cue = mentions(text, HEADLINE);
  const [quotation] = clause.quotations;
  if (!cue || mentions(text, NEGATION)) return undefined;
  if (!quotation) return asksToAdd(text) ? unspoken(clause) : undefined;
  const words = quotation.text.replace(/\s+/gu, " ");
  if (words === "") return unspoken(clause);
  const styled = [HEADLINE, MANNER].flatMap((pattern) => spansOf(unquoted(clause), pattern));
  return { instruction: { kind: "headline", text: words }, claims: [quotation, ...styled] };
}

function asksToAdd(text: string): boolean {
  return mentions(
    text,
    words("add|put|write|insert|overlay|place|добавь\\p{L}*|напиши\\p{L}*|размести\\p{L}*"),
  );
}

function unspoken(clause: Clause): Finding {
  return {
    claims: [{ start: 0, end: clause.text.length }],
    refused: [{ instruction: clause.text, reason: "the words to draw must stand in quotation marks" }],
  };
}
