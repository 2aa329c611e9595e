import type { Answer, Call, QueryOf } from "./contract.js";
import type { Lent } from "./lent.js";
import type { ListStep } from "./listing.js";
import type { CallOptions } from "./request-handle.js";

export type ListModelsQuery = QueryOf<"listModels">;
export type ListRequestsQuery = QueryOf<"listRequests">;

/** The calls that read lists and the catalog. Ids have been checked. */
export interface Catalog {
  models(
    query: ListModelsQuery,
  ): Promise<ListStep<ListModelsQuery, Answer<"listModels">, Answer<"getModel">>>;
  requests(
    query: ListRequestsQuery,
  ): Promise<ListStep<ListRequestsQuery, Answer<"listRequests">, Answer<"listRequests">["requests"][number]>>;
  model(id: string): Promise<Answer<"getModel">>;
  categories(): Promise<string[]>;
}

export function createCatalog({ send, repeat }: Lent, { signal }: CallOptions = {}): Catalog {
  const read = <Body>(path: (Call & { method: "GET" })["path"], isExpected: (body: Body) => boolean) =>
    repeat(() => send({ method: "GET", path }, isExpected, { signal }), signal);
  return {
    async models(query) {
      const from = query.offset ?? 0;
      const page = await read<Answer<"listModels">>(
        `/v1/models?${search({ ...query, offset: from })}`,
        ({ models }) => Array.isArray(models),
      );
      const offset = from + page.models.length;
      // A server that does not say how many there are is asked until it has no more.
      const isLast = page.models.length === 0 || offset >= page.total;
      return { page, entries: page.models, next: isLast ? undefined : { ...query, offset } };
    },
    async requests(query) {
      const page = await read<Answer<"listRequests">>(`/v1/requests?${search(query)}`, ({ requests }) =>
        Array.isArray(requests),
      );
      const cursor = page.next_cursor;
      return { page, entries: page.requests, next: cursor ? { ...query, cursor } : undefined };
    },
    model: (id) =>
      read<Answer<"getModel">>(`/v1/models/${id}`, (answer) => typeof answer.model_id === "string"),
    categories: async () => {
      const path = "/v1/models/categories";
      const answer = await read<Answer<"listCategories">>(path, ({ categories }) =>
        Array.isArray(categories),
      );
      return answer.categories;
    },
  };
}

/** A query without the parameters that are not set. */
function search(query: object): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, `${value}`);
  return search;
}
