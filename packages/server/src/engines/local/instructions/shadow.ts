import type { Clause } from "./clauses.js";
import type { Finding } from "./plan.js";
import { mentions, spansOf, unquoted, words } from "./words.js";

const SHADOW = words("shadows?", "тен(?:ь|и|ью|ями)");
const WITHOUT = words("no|without|don't|do not|remove|delete|erase|без|не|убери\\p{L}*|удали\\p{L}*");
const MANNER = words(
  "gentle|soft|subtle|light|slight|natural|realistic|faint|delicate|diffuse|small",
  "floor|contact|ground|drop|beneath|under|underneath|below|subject|product|object|person|add|cast|make|create",
  "мягк\\p{L}+|л[её]гк\\p{L}+|нежн\\p{L}+|естественн\\p{L}+|добавь\\p{L}*|под|предмет\\p{L}*|объект\\p{L}*|полу|пола|падающ\\p{L}+",
);

/** Recognises a floor shadow, wanted or expressly not. It has an effect only on a replaced background. */
export function recogniseShadow(clause: Clause): Finding | undefined {
  const text = unquoted(clause);
  if (!mentions(text, SHADOW)) return undefined;
  const wanted = !mentions(text, WITHOUT);
  const claims = [SHADOW, MANNER, ...(wanted ? [] : [WITHOUT])].flatMap((pattern) => spansOf(text, pattern));
  return { instruction: { kind: "shadow", wanted }, claims };
}
