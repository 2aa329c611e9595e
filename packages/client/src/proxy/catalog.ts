import { fitsPattern } from "@model-api/models/lean";
import { refuse } from "./refusal.js";
import type { Relayed } from "./relay.js";

interface Entry {
  readonly model_id: string;
  readonly categories?: unknown;
}

/** What callers see of the catalog: the models that they may use, counted as if there were no others. */
export interface Catalog {
  list(query: URLSearchParams): Promise<Relayed>;
  categories(): Promise<Relayed>;
}

/** Gets a path of the API. */
export type Get = (path: string) => Promise<Relayed>;

const PAGE = 100;
const FILTERS = ["search", "category", "kind", "include_schema"];
/** Pages of the API's catalog that are looked through at most. */
const MAX_PAGES = 100;

export function createCatalog(get: Get, models: readonly string[]): Catalog {
  const isAllowed = ({ model_id }: Entry) => models.some((pattern) => fitsPattern(model_id, pattern));

  /**
   * All allowed entries that a query asks for, with the last answer; that answer alone where it is an error. The API's pages are
   * not the caller's, who must neither miss a model nor see how many there are that it may not use.
   */
  async function all(query: URLSearchParams): Promise<{ entries: Entry[]; last: Relayed }> {
    const entries = new Map<string, Entry>();
    for (let offset = 0, pages = 1; ; pages++) {
      query.set("limit", `${PAGE}`);
      query.set("offset", `${offset}`);
      const last = await get(`/v1/models?${query}`);
      const page = last.isGood && Array.isArray(last.body.models) ? (last.body.models as unknown[]) : [];
      const before = entries.size;
      for (const entry of page) {
        const { model_id: id } = Object(entry);
        if (typeof id === "string") entries.set(id, entry as Entry);
      }
      offset += page.length;
      // One that answers the same page for ever has told all it knows.
      const isLast = entries.size === before || pages === MAX_PAGES || offset >= Number(last.body.total);
      if (isLast) return { entries: [...entries.values()].filter(isAllowed), last };
    }
  }

  return {
    async list(query) {
      const limit = integer(query, "limit", { standard: 50, least: 1, most: 100 });
      const offset = integer(query, "offset", { standard: 0, least: 0, most: Number.MAX_SAFE_INTEGER });
      const { entries, last } = await all(pick(query, FILTERS));
      if (!last.isGood) return last;
      return { ...last, body: { models: entries.slice(offset, offset + limit), total: entries.length } };
    },
    async categories() {
      const { entries, last } = await all(new URLSearchParams());
      if (!last.isGood) return last;
      const names = entries.flatMap(({ categories }) => (Array.isArray(categories) ? categories : []));
      return { ...last, body: { categories: [...new Set(names)].sort() } };
    },
  };
}

/** The parameters of these names, each once. */
export function pick(query: URLSearchParams, names: readonly string[]): URLSearchParams {
  const picked = new URLSearchParams();
  for (const name of names) {
    const value = query.get(name);
    if (value !== null) picked.set(name, value);
  }
  return picked;
}

interface Bounds {
  readonly standard: number;
  readonly least: number;
  readonly most: number;
}

function integer(query: URLSearchParams, name: string, { standard, least, most }: Bounds): number {
  const text = query.get(name);
  if (text === null) return standard;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw refuse("invalid", `Query parameter ${name}: must be an integer from ${least} to ${most}.`);
}
