import type { GetJson } from "./get-json.js";
import { isObject } from "./json.js";
import { CatalogError } from "./problem.js";

/** A catalog as it was read: nothing of its entries is checked yet. */
export interface Catalog {
  readonly entries: readonly unknown[];
  /** Set where the catalog says that it has more than it gave, in words for a person. */
  readonly incomplete?: string;
}

const LIMIT = 100;
/** Servers that repeat a page are asked again this often; one that ignores `offset` would repeat it for ever. */
const MAX_REPEATS = 3;
/** The bound for a server that always has one page more. */
const MAX_PAGES = 1000;

/**
 * All pages of a server's catalog. The offset moves by what arrived and not by what was asked for, as a server may have a limit
 * of its own; `total` is what the newest page says, as a catalog may change while it is read.
 */
export async function fetchCatalog(get: GetJson): Promise<Catalog> {
  const entries: unknown[] = [];
  const seen = new Set<string>();
  let total: number | undefined;
  let repeats = 0;
  let offset = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = readAnswer(
      await get(`/v1/models?include_schema=true&limit=${LIMIT}&offset=${offset}`),
      "the server",
    );
    // Behind its end, a server may no longer know how much there is.
    if (answer.models.length === 0 && page > 0) break;
    total = answer.total ?? total;
    if (answer.models.length === 0) break;
    const before = seen.size;
    for (const entry of answer.models) seen.add(identity(entry));
    entries.push(...answer.models);
    if (seen.size === before) {
      repeats++;
      if (total === undefined || repeats === MAX_REPEATS) break;
      continue;
    }
    repeats = 0;
    offset += answer.models.length;
    if (total !== undefined && seen.size >= total) break;
  }
  return { entries, ...incompleteness(seen.size, total) };
}

/** A catalog out of answers and entries that were saved. */
export function catalogOf(entries: readonly unknown[], total: number | undefined): Catalog {
  return { entries, ...incompleteness(new Set(entries.map(identity)).size, total) };
}

function incompleteness(count: number, total: number | undefined): { incomplete?: string } {
  if (total === undefined || count >= total) return {};
  return { incomplete: `the catalog says that it has ${total} entries and gave ${count}` };
}

/** The parts of a list answer. `total` is undefined where it is no count. */
export function readAnswer(answer: unknown, from: string): { models: unknown[]; total: number | undefined } {
  if (!isObject(answer) || !Array.isArray(answer.models))
    throw new CatalogError(`${from} answers no list of models: an object with "models" is expected`);
  const { models, total } = answer;
  return { models, total: Number.isSafeInteger(total) ? (total as number) : undefined };
}

function identity(entry: unknown): string {
  return isObject(entry) && typeof entry.model_id === "string" ? entry.model_id : JSON.stringify(entry);
}
