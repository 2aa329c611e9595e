import type { Answer, Call, QueryOf } from "./contract.js";
import type { Lent } from "./lent.js";
import type { Pages } from "./listing.js";
import type { CallOptions } from "./request-handle.js";

type ListModelsQuery = QueryOf<"listModels">;
type ListRequestsQuery = QueryOf<"listRequests">;

export function listModels(
  lent: Lent,
  query: ListModelsQuery = {},
  settings?: CallOptions,
): Promise<Pages<Answer<"listModels">, Answer<"getModel">>> {
  return paged(query, async (asked) => {
    const from = asked.offset ?? 0;
    const page = await read<Answer<"listModels">>(
      lent,
      `/v1/models?${search({ ...asked, offset: from })}`,
      ({ models }) => Array.isArray(models),
      settings,
    );
    const offset = from + page.models.length;
    // A server that does not say how many there are is asked until it has no more.
    const isLast = page.models.length === 0 || offset >= page.total;
    return { page, entries: page.models, next: isLast ? undefined : { ...asked, offset } };
  });
}

export function listRequests(
  lent: Lent,
  query: ListRequestsQuery = {},
  settings?: CallOptions,
): Promise<Pages<Answer<"listRequests">, Answer<"listRequests">["requests"][number]>> {
  return paged(query, async (asked) => {
    const page = await read<Answer<"listRequests">>(
      lent,
      `/v1/requests?${search(asked)}`,
      ({ requests }) => Array.isArray(requests),
      settings,
    );
    const cursor = page.next_cursor;
    return { page, entries: page.requests, next: cursor ? { ...asked, cursor } : undefined };
  });
}

export async function getModel(
  lent: Lent,
  modelId: string,
  settings?: CallOptions,
): Promise<Answer<"getModel">> {
  const path = `/v1/models/${lent.idOf(modelId)}` as const;
  return read<Answer<"getModel">>(lent, path, (answer) => typeof answer.model_id === "string", settings);
}

export async function listCategories(lent: Lent, settings?: CallOptions): Promise<string[]> {
  const path = "/v1/models/categories";
  const answer = await read<Answer<"listCategories">>(
    lent,
    path,
    ({ categories }) => Array.isArray(categories),
    settings,
  );
  return answer.categories;
}

function read<Body>(
  lent: Lent,
  path: (Call & { method?: "GET" })["path"],
  isExpected: (body: Body) => boolean,
  { signal }: CallOptions = {},
): Promise<Body> {
  return lent.repeat(() => lent.send({ path }, isExpected, { signal }), lent, signal);
}

/** A page, and what to ask for to get the one after it; undefined after the last. */
interface Step<Query, Page, Entry> {
  readonly page: Page;
  readonly entries: readonly Entry[];
  readonly next: Query | undefined;
}

async function paged<Query, Page, Entry>(
  query: Query,
  load: (query: Query) => Promise<Step<Query, Page, Entry>>,
): Promise<Pages<Page, Entry>> {
  const first = await load(query);
  return {
    page: first.page,
    async *[Symbol.asyncIterator]() {
      for (let step = first; ; ) {
        yield* step.entries;
        if (!step.next) return;
        const told = JSON.stringify(step.entries);
        step = await load(step.next);
        // A server that does not know how to go on answers the same page again, and would do so for ever.
        if (JSON.stringify(step.entries) === told) return;
      }
    },
  };
}

/** A query without the parameters that are not set. */
function search(query: object): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, `${value}`);
  return search;
}
