/** Finds what stands between quotation marks, in one pass over the text. */

/** A half-open range of a string, `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words between quotation marks. The span covers the marks as well. */
export interface Quotation extends Span {
  readonly text: string;
}

/** Opening marks and what may close them. The single marks double as apostrophes; see {@link closes}. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "”": "”",
  "„": "“”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "「": "」",
  "『": "』",
  "《": "》",
  "`": "`",
  "'": "'",
  "‘": "’",
  "‚": "‘’",
};
const CLOSING = [...new Set(Object.values(CLOSERS).join(""))];

/** All quotations of a text, outermost only, in order. A mark that nothing closes is an apostrophe. */
export function findQuotations(text: string): Quotation[] {
  const next = nextClosers(text);
  const found: Quotation[] = [];
  for (let at = 0; at < text.length; at++) {
    const closers = CLOSERS[text.charAt(at)];
    if (closers === undefined || !opens(text, at)) continue;
    const ends = [...closers].map((mark) => next.get(mark)?.[at + 1] ?? -1).filter((end) => end >= 0);
    if (ends.length === 0) continue;
    const close = Math.min(...ends);
    found.push({ start: at, end: close + 1, text: text.slice(at + 1, close).trim() });
    at = close;
  }
  return found;
}

/** For each mark and each place, where the mark next closes a quotation, or -1. Keeps the search linear. */
function nextClosers(text: string): Map<string, Int32Array> {
  const tables = new Map<string, Int32Array>();
  for (const mark of CLOSING) {
    if (!text.includes(mark)) continue;
    const table = new Int32Array(text.length + 1).fill(-1);
    for (let at = text.length - 1; at >= 0; at--) {
      const here = text.charAt(at) === mark && closes(text, at);
      table[at] = here ? at : (table[at + 1] ?? -1);
    }
    tables.set(mark, table);
  }
  return tables;
}

/** A straight mark opens only where no word runs into it; the others always do. */
function opens(text: string, at: number): boolean {
  const straight = `'"\``.includes(text.charAt(at));
  return !straight || (!isWord(text.charAt(at - 1)) && /\S/.test(text.charAt(at + 1)));
}

/** A single mark with a letter behind it is an apostrophe: DON'T. (The plural DOGS' stays ambiguous.) */
function closes(text: string, at: number): boolean {
  const single = text.charAt(at) === "'" || text.charAt(at) === "’";
  return !single || !isWord(text.charAt(at + 1));
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
