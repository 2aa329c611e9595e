/** A clause while it is being read: which of its words have been accounted for, and what was spoken of before. */

import type { Clause } from "./clauses.js";
import type { Concept } from "./lexicon/lexicon.js";
import type { Token } from "./tokens.js";
import type { Work } from "./work.js";

/** What "it" means in a clause: what the clause before was about. */
export type Topic = "background" | "text" | "picture";

export interface Reading {
  readonly clause: Clause;
  readonly length: number;
  /** How many input pictures there are. */
  readonly images: number;
  readonly topic: Topic | undefined;
  token(index: number): Token | undefined;
  /** Whether a word that nobody has claimed may mean one of these. */
  is(index: number, ...concepts: readonly Concept[]): boolean;
  isTaken(index: number): boolean;
  /** Claims words as understood. */
  take(...indexes: readonly number[]): void;
  takeRange(from: number, to: number): void;
  /** Claims every word of a range that may mean one of these. */
  takeAll(from: number, to: number, ...concepts: readonly Concept[]): void;
  /** The indexes in a range, of unclaimed words that may mean one of these. */
  all(from: number, to: number, ...concepts: readonly Concept[]): number[];
  has(from: number, to: number, ...concepts: readonly Concept[]): boolean;
  /** The prompt's own words, from one token up to another. */
  words(from: number, to: number): string;
}

export function readingOf(
  clause: Clause,
  prompt: string,
  images: number,
  topic: Topic | undefined,
  work: Work,
): Reading {
  const { tokens } = clause;
  const taken = new Uint8Array(tokens.length);
  const is: Reading["is"] = (index, ...concepts) => {
    work.spend(1);
    const token = tokens[index];
    return token !== undefined && !taken[index] && concepts.some((concept) => token.concepts.has(concept));
  };
  const all: Reading["all"] = (from, to, ...concepts) => {
    const found: number[] = [];
    for (let index = from; index < to; index++) if (is(index, ...concepts)) found.push(index);
    return found;
  };
  const take: Reading["take"] = (...indexes) => {
    for (const index of indexes) taken[index] = 1;
  };
  return {
    clause,
    length: tokens.length,
    images,
    topic,
    token: (index) => tokens[index],
    is,
    isTaken: (index) => taken[index] === 1,
    take,
    takeRange: (from, to) => taken.fill(1, Math.max(0, from), to),
    takeAll: (from, to, ...concepts) => take(...all(from, to, ...concepts)),
    all,
    has: (from, to, ...concepts) => all(from, to, ...concepts).length > 0,
    words(from, to) {
      const [first, last] = [tokens[from], tokens[to - 1]];
      return first && last ? prompt.slice(first.start, last.end).replace(/[\s,:]+$/u, "") : "";
    },
  };
}

/** Marks that separate things in a list. */
export function isComma(token: Token | undefined): boolean {
  return token?.kind === "mark" && /^[,،、(){}[\]—–:]$/u.test(token.word);
}

/** A word that means nothing to the engine. */
export function isUnknown(token: Token | undefined): boolean {
  return token?.kind === "word" && token.concepts.size === 0 && !token.colour;
}
