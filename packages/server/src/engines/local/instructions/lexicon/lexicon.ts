/** Looks words up: what a word may mean, in either language, in time proportional to its length. */

import { type Concept, ENGLISH } from "./english.js";
import { EXPRESSIONS } from "./phrases.js";
import { RUSSIAN } from "./russian.js";

export type { Concept };

const ADJECTIVE = new Set(
  "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ой ей ою ею ых их ыми ими о е ы а".split(" "),
);
const NOUN = new Set(
  "а у ом е ы ов ам ами ах и ей ем ям ями ях ой ою ь ью я ю ию ия ием ии ий ие й ка ки ку кой ек ек ев ок".split(
    " ",
  ),
);
NOUN.add("");
const LONGEST_ENDING = 4;

type Ending = "adjective" | "noun" | "any";
const MARKS: Readonly<Record<string, Ending>> = { "~": "adjective", _: "noun", "*": "any" };

const words = new Map<string, Set<Concept>>();
const stems = new Map<string, { readonly ending: Ending; readonly concept: Concept }[]>();

for (const lists of [ENGLISH, RUSSIAN] as const) {
  for (const [concept, list] of Object.entries(lists)) {
    for (const entry of list.split(/\s+/).filter(Boolean)) learn(entry, concept as Concept);
  }
}

function learn(entry: string, concept: Concept): void {
  const ending = MARKS[entry.slice(-1)];
  if (ending && entry.length > 1) {
    const stem = entry.slice(0, -1);
    stems.set(stem, [...(stems.get(stem) ?? []), { ending, concept }]);
  } else words.set(entry, new Set([...(words.get(entry) ?? []), concept]));
}

/** `word` in lower case, `ё` as `е`. Empty for a word that is not known. */
export function conceptsOf(word: string): ReadonlySet<Concept> {
  const concepts = new Set<Concept>(words.get(word));
  if (!/^\p{Script=Cyrillic}/u.test(word)) return concepts;
  for (let length = word.length; length >= Math.max(2, word.length - LONGEST_ENDING); length--) {
    for (const { ending, concept } of stems.get(word.slice(0, length)) ?? []) {
      if (takes(ending, word.slice(length))) concepts.add(concept);
    }
  }
  return concepts;
}

function takes(ending: Ending, letters: string): boolean {
  if (ending === "any") return true;
  return ending === "adjective" ? ADJECTIVE.has(letters) : NOUN.has(letters);
}

/** Fixed expressions by their first word, the longest first; a first word's own ending is spelled out here. */
export const PHRASES: ReadonlyMap<
  string,
  readonly { readonly rest: readonly string[]; readonly concepts: ReadonlySet<Concept> }[]
> = phrases();

function phrases() {
  const table = new Map<string, { rest: string[]; concepts: ReadonlySet<Concept> }[]>();
  for (const [text, ...concepts] of EXPRESSIONS) {
    const [first = "", ...rest] = text.split(" ");
    for (const form of formsOf(first)) {
      const known = table.get(form) ?? [];
      known.push({ rest, concepts: new Set(concepts) });
      table.set(form, known);
    }
  }
  for (const known of table.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  return table;
}

/** `задн*` in all its forms; the table is keyed by whole words. */
function formsOf(word: string): string[] {
  if (!word.endsWith("*")) return [word];
  const stem = word.slice(0, -1);
  return [...ADJECTIVE, ...NOUN].map((ending) => stem + ending);
}
