/** Cuts a prompt into clauses, one instruction or a few, without ever cutting inside a quotation. */

import { type Token, tokenise } from "./tokens.js";
import { countWork, type Work } from "./work.js";

/** A stretch of a prompt, in the prompt's own words. Token spans count from the start of the prompt. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Longer ones are cut; nobody writes them, and what is read of a clause may grow faster than its length. */
const MOST_TOKENS = 120;

/** Splits at `;`, line breaks, sentence ends, and at a comma or an "and" that a verb follows. */
export function splitClauses(prompt: string, work: Work = countWork()): Clause[] {
  const tokens = tokenise(prompt, work);
  const clauses: Clause[] = [];
  let from = 0;
  const cut = (to: number, next: number): void => {
    const own = tokens.slice(from, to);
    const [first, last] = [own[0], own.at(-1)];
    if (first && last) clauses.push({ text: prompt.slice(first.start, last.end), tokens: own });
    from = next;
  };
  for (let index = 0; index < tokens.length; index++) {
    work.spend(1);
    if (endsSentence(prompt, tokens, index)) cut(index, index + 1);
    else if (index > from && startsLine(prompt, tokens, index)) cut(index, index);
    else if (index > from && beginsInstruction(tokens, index)) cut(endBefore(tokens, from, index), index);
    else if (index - from >= MOST_TOKENS) cut(index, index);
  }
  cut(tokens.length, tokens.length);
  return clauses;
}

function endsSentence(prompt: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "mark") return false;
  if (/[;；。！？•]/u.test(token.word)) return true;
  return /[.!?…]/u.test(token.word) && /^\s?$/u.test(prompt.charAt(token.end));
}

function startsLine(prompt: string, tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return before !== undefined && token !== undefined && prompt.slice(before.end, token.start).includes("\n");
}

/** A verb that begins an instruction, with a comma or an "and" before it; "keeping …" needs neither. */
function beginsInstruction(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  if (token.concepts.has("keeping")) return true;
  if (!connects(tokens[index - 1]) || tokens[index - 1]?.concepts.has("not")) return false;
  if (token.concepts.has("not")) {
    const next = tokens[index + 1]?.concepts;
    return next !== undefined && (next.has("imperative") || next.has("touch"));
  }
  if (!token.concepts.has("imperative")) return false;
  const next = tokens[index + 1];
  // "Keep pose, place, and face unchanged": a verb in a list of things is none.
  return next !== undefined && next.word !== "," && !next.concepts.has("unchanged") && next.word !== "and";
}

const CONNECTING = new Set([
  ",",
  "and",
  "&",
  "then",
  "but",
  "also",
  "please",
  "while",
  "plus",
  "и",
  "а",
  "но",
  "затем",
  "потом",
  "также",
  "-",
  "–",
  "—",
  "(",
  ")",
  ":",
]);

function connects(token: Token | undefined): boolean {
  return token !== undefined && CONNECTING.has(token.word);
}

/** Where the clause before ends: its commas and conjunctions at the end are nobody's. */
function endBefore(tokens: readonly Token[], from: number, index: number): number {
  let end = index;
  while (end > from && connects(tokens[end - 1])) end--;
  return end;
}
