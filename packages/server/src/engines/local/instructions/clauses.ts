/** Cuts a prompt into clauses without ever cutting inside a quotation. */

/** A half-open range of a string, `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words between quotation marks. The span covers the marks as well. */
export interface Quotation extends Span {
  readonly text: string;
}

/** One instruction of a prompt, in the prompt's own words. Spans count from the start of `text`. */
export interface Clause {
  readonly text: string;
  readonly quotations: readonly Quotation[];
}

/** Opening marks and what may close them. The single marks double as apostrophes; see {@link closes}. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“”",
  "«": "»",
  "'": "'",
  "‘": "’",
};

/** Verbs that begin a new instruction after a comma or an "and". */
const VERBS =
  "add|put|write|insert|overlay|keep|preserve|retain|maintain|make|turn|change|replace|swap|remove|delete|erase|" +
  "apply|convert|render|draw|don't|do not|never|" +
  "добавь\\p{L}*|добавить|напиши\\p{L}*|размести\\p{L}*|сохрани\\p{L}*|оставь\\p{L}*|замени\\p{L}*|сделай\\p{L}*|" +
  "преврати\\p{L}*|поменяй\\p{L}*|убери\\p{L}*|удали\\p{L}*|измени\\p{L}*|не меняй\\p{L}*|не изменяй\\p{L}*|не трогай\\p{L}*";

const BREAK = new RegExp(
  `[;\\n]|[.!](?=\\s|$)|,?\\s+while\\s+(?=(?:keep|preserv|retain|maintain|leav)ing\\b)|(?:,\\s*(?:(?:and|then|и|а также)\\s+)?|\\s+(?:and then|and|then|и)\\s+)` +
    `(?=(?:please\\s+)?(?:${VERBS})(?![\\p{L}'’-])(?!\\s*(?:,|and\\b|unchanged\\b)))`,
  "giu",
);

/** Splits at `;`, line breaks, sentence ends, and at a comma or an "and" that a verb follows. */
export function splitClauses(prompt: string): Clause[] {
  const quotations = findQuotations(prompt);
  const quoted = (at: number): boolean => quotations.some(({ start, end }) => at >= start && at < end);
  const clauses: Clause[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const clause = clauseOf(prompt, { start, end }, quotations);
    if (clause) clauses.push(clause);
  };
  for (const match of prompt.matchAll(BREAK)) {
    if (quoted(match.index)) continue;
    cut(match.index);
    start = match.index + match[0].length;
  }
  cut(prompt.length);
  return clauses;
}

function clauseOf(prompt: string, range: Span, quotations: readonly Quotation[]): Clause | undefined {
  const raw = prompt.slice(range.start, range.end);
  const text = raw.trim();
  if (text === "") return undefined;
  const offset = range.start + (raw.length - raw.trimStart().length);
  const inside = quotations.filter(({ start, end }) => start >= offset && end <= offset + text.length);
  return {
    text,
    quotations: inside.map((quotation) => ({
      text: quotation.text,
      start: quotation.start - offset,
      end: quotation.end - offset,
    })),
  };
}

/** All quotations of a text, outermost only, in order. A mark that nothing closes is an apostrophe. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < text.length; at++) {
    const closers = CLOSERS[text.charAt(at)];
    if (closers === undefined || !opens(text, at)) continue;
    const close = closingMark(text, at, closers);
    if (close === undefined) continue;
    found.push({ start: at, end: close + 1, text: text.slice(at + 1, close).trim() });
    at = close;
  }
  return found;
}

/** A straight mark opens only where no word runs into it; the others always do. */
function opens(text: string, at: number): boolean {
  const straight = text.charAt(at) === "'" || text.charAt(at) === '"';
  return !straight || (!isWord(text.charAt(at - 1)) && /\S/.test(text.charAt(at + 1)));
}

function closingMark(text: string, from: number, closers: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (closers.includes(text.charAt(at)) && closes(text, at)) return at;
  }
  return undefined;
}

/** A single mark with a letter behind it is an apostrophe: DON'T. (The plural DOGS' stays ambiguous.) */
function closes(text: string, at: number): boolean {
  const single = text.charAt(at) === "'" || text.charAt(at) === "’";
  return !single || !isWord(text.charAt(at + 1));
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
