/** Cuts a prompt into words, numbers, quotations and marks, each with where it stands and what it may mean. */

import { type Colour, colourNamed } from "./colours/names.js";
import { type Concept, conceptsOf, PHRASES } from "./lexicon/lexicon.js";
import { findQuotations, type Quotation, type Span } from "./quotations.js";
import type { Work } from "./work.js";

export interface Token extends Span {
  readonly kind: "word" | "number" | "ratio" | "colour" | "quotation" | "mark";
  /** The prompt's own spelling; of a quotation with its marks. */
  readonly text: string;
  /** In lower case, `ё` as `е`; what the lexicon knows it by. */
  readonly word: string;
  readonly concepts: ReadonlySet<Concept>;
  /** Of a number; of a ratio width over height is `value / other`. */
  readonly value?: number;
  readonly other?: number;
  readonly quotation?: Quotation;
  /** Of a word that names one. */
  readonly colour?: Colour;
}

const NOTHING: ReadonlySet<Concept> = new Set();

/** Each alternative begins with a character of its own kind and none repeats inside another: no backtracking to speak of. */
const PIECE =
  /#[0-9a-fA-F]{3,8}(?![\p{L}\p{N}])|rgb\(\s?\d{1,3}\s?,\s?\d{1,3}\s?,\s?\d{1,3}\s?\)|[+-]?\d{1,9}(?:[.,]\d{1,9})?|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[^\s\p{L}\p{N}]|\p{N}/giuy;

/** Words longer than this are looked up by nobody. */
const LONGEST_WORD = 40;

export function tokenise(prompt: string, work: Work): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const quotation of [...findQuotations(prompt), undefined]) {
    scan(prompt, at, quotation?.start ?? prompt.length, tokens, work);
    if (!quotation) break;
    const { start, end } = quotation;
    const text = prompt.slice(start, end);
    tokens.push({ kind: "quotation", text, word: "", concepts: NOTHING, start, end, quotation });
    at = end;
  }
  return joinPhrases(prompt, joinRatios(tokens, work), work);
}

function scan(prompt: string, from: number, to: number, tokens: Token[], work: Work): void {
  PIECE.lastIndex = from;
  while (PIECE.lastIndex < to) {
    work.spend(1);
    const start = PIECE.lastIndex;
    const match = PIECE.exec(prompt);
    if (!match) {
      PIECE.lastIndex = start + 1;
      continue;
    }
    const text = withDigits(prompt, match[0], start).slice(0, to - start);
    PIECE.lastIndex = start + text.length;
    tokens.push(tokenOf(prompt, text, start, work));
  }
}

/** "MP3" is one word; "image2" is the second image. */
function withDigits(prompt: string, text: string, start: number): string {
  const end = start + text.length;
  if (!/^\p{L}/u.test(text) || text.endsWith(")") || !/\p{N}/u.test(prompt.charAt(end))) return text;
  if (/\p{N}/u.test(prompt.charAt(start - 1)) || conceptsOf(normalised(text)).has("picture")) return text;
  REST.lastIndex = end;
  return text + (REST.exec(prompt)?.[0] ?? "");
}

const REST = /[\p{L}\p{M}\p{N}]+/uy;

function tokenOf(prompt: string, text: string, start: number, work: Work): Token {
  const token = { text, word: "", concepts: NOTHING, start, end: start + text.length };
  if (text.startsWith("#") || /^rgb\(/i.test(text))
    return { ...token, kind: text.length > 1 ? "colour" : "mark" };
  if (/^[+-]?\d/.test(text)) {
    // A sign belongs to a number only where nothing stands before it: "90-degree", "2-3".
    const value = Number(text.replace(",", "."));
    const signed = /^[+-]/.test(text) && /[\p{L}\p{N}]/u.test(prompt.charAt(start - 1));
    return { ...token, kind: "number", value: signed ? Math.abs(value) : value };
  }
  if (!/^[\p{L}\p{N}]/u.test(text)) return { ...token, kind: "mark", word: text };
  const word = normalised(text);
  work.spend(Math.min(word.length, LONGEST_WORD));
  if (word.length > LONGEST_WORD) return { ...token, kind: "word", word };
  const colour = colourNamed(word);
  // "The first image's background".
  const concepts = word.endsWith("'s") ? conceptsOf(word.slice(0, -2)) : conceptsOf(word);
  return { ...token, kind: "word", word, concepts, ...(colour && { colour }) };
}

export function normalised(word: string): string {
  return word.toLowerCase().normalize("NFC").replaceAll("ё", "е").replaceAll("’", "'");
}

/** `16:9`, `4x5`, `2×2`: two whole numbers with nothing but a mark between them. */
function joinRatios(tokens: readonly Token[], work: Work): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    work.spend(1);
    const [first, mark, second] = tokens.slice(index, index + 3);
    if (
      first?.kind === "number" &&
      mark &&
      second?.kind === "number" &&
      /^[:x×х*/]$/.test(mark.word) &&
      first.end === mark.start &&
      mark.end === second.start &&
      Number(first.value) > 0 &&
      Number(second.value) > 0
    ) {
      const text = first.text + mark.text + second.text;
      joined.push({ ...first, kind: "ratio", text, end: second.end, other: Number(second.value) });
      index += 2;
    } else if (first) joined.push(first);
  }
  return joined;
}

/** Fixed expressions of several words become one token: "side by side", "black and white", "upside down". */
function joinPhrases(prompt: string, tokens: readonly Token[], work: Work): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const first = tokens[index] as Token;
    const known = first.kind === "word" ? PHRASES.get(first.word) : undefined;
    const found = known?.find(({ rest }) => {
      work.spend(rest.length);
      return matches(tokens, index + 1, rest);
    });
    if (!found) {
      joined.push(first);
      continue;
    }
    const last = spanned(tokens, index + 1, found.rest);
    const end = (tokens[last] as Token).end;
    joined.push({ ...first, end, text: prompt.slice(first.start, end), concepts: found.concepts });
    index = last;
  }
  return joined;
}

function matches(tokens: readonly Token[], from: number, rest: readonly string[]): boolean {
  return spanned(tokens, from, rest) >= 0;
}

/** The index of the last token of an expression whose words may be joined by hyphens, or -1. */
function spanned(tokens: readonly Token[], from: number, rest: readonly string[]): number {
  let at = from;
  for (const word of rest) {
    if (tokens[at]?.word === "-" && word !== "-") at++;
    const token = tokens[at];
    if (!token || !fits(token, word)) return -1;
    at++;
  }
  return at - 1;
}

/** `бел*` stands for any ending. */
function fits({ word }: Token, pattern: string): boolean {
  return pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) && word !== "" : word === pattern;
}
