/** Word matching for both alphabets; `\b` of a regular expression knows only Latin letters. */

import type { Clause, Span } from "./clauses.js";

/** A case-insensitive pattern of whole words. Alternatives may use `\p{L}*` for endings. */
export function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** The clause with its quotations blanked, so that a quoted word is never taken for an instruction. */
export function unquoted(clause: Clause): string {
  let text = clause.text;
  for (const { start, end } of clause.quotations) {
    text = text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
  }
  return text;
}

export function mentions(text: string, pattern: RegExp): boolean {
  return text.search(pattern) >= 0;
}

/** Where a pattern matches; recognisers claim these words as understood. */
export function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Words that carry no instruction of their own. */
const FILLERS = words(
  "a|an|the|this|that|it|its|with|and|or|in|into|on|onto|to|of|at|for|as|by|be|is|are|please|which|so|very",
  "и|в|во|на|с|со|из|от|к|по|для|его|её|это|этот|очень|пожалуйста|чтобы",
);

/** The runs of words that nobody claimed, in the prompt's own spelling, fillers at either end dropped. */
export function leftovers(clause: Clause, claimed: readonly Span[]): string[] {
  const covered = new Uint8Array(clause.text.length);
  for (const { start, end } of [...claimed, ...spansOf(clause.text, FILLERS)]) covered.fill(1, start, end);
  const open = [...clause.text.matchAll(/[^\s,;:()—–]+/gu)].filter(
    (match) => /[\p{L}\p{N}]/u.test(match[0]) && !isCovered(covered, match.index, match[0]),
  );
  const runs: Span[] = [];
  for (const match of open) {
    const end = match.index + match[0].length;
    const last = runs.at(-1);
    if (last && joins(clause.text, claimed, { start: last.end, end: match.index })) {
      runs[runs.length - 1] = { start: last.start, end };
    } else runs.push({ start: match.index, end });
  }
  return runs.map(({ start, end }) => clause.text.slice(start, end).replace(/[.!?,]+$/u, ""));
}

/** A word counts as claimed when each of its letters is. */
function isCovered(covered: Uint8Array, start: number, word: string): boolean {
  return [...word.matchAll(/[\p{L}\p{N}]/gu)].every((letter) => covered[start + letter.index] === 1);
}

/** Two runs belong together when only fillers and spaces lie between them. */
function joins(text: string, claimed: readonly Span[], gap: Span): boolean {
  if (/[,;:()—–]/u.test(text.slice(gap.start, gap.end))) return false;
  return !claimed.some((span) => span.start < gap.end && span.end > gap.start);
}
