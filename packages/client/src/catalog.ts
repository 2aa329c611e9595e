import type { Answer, Call, QueryOf } from "./contract.js";
import type { Lent } from "./lent.js";
import type { CallOptions } from "./request-handle.js";

export type ListModelsQuery = QueryOf<"listModels">;
export type ListRequestsQuery = QueryOf<"listRequests">;

/** Pages of a list, from one on. */
export type Pages<Page> = AsyncGenerator<Page, void, void>;

/** The calls that read lists and the catalog. Ids have been checked. */
export interface Catalog {
  models(query: ListModelsQuery): Pages<Answer<"listModels">>;
  requests(query: ListRequestsQuery): Pages<Answer<"listRequests">>;
  model(id: string): Promise<Answer<"getModel">>;
  categories(): Promise<string[]>;
}

export function createCatalog({ send, repeat }: Lent, { signal }: CallOptions = {}): Catalog {
  const read = <Body>(path: (Call & { method: "GET" })["path"], isExpected: (body: Body) => boolean) =>
    repeat(() => send({ method: "GET", path }, isExpected, { signal }), signal);
  return {
    async *models(query) {
      for (let offset = query.offset ?? 0; ; ) {
        const page = await read<Answer<"listModels">>(
          `/v1/models?${search({ ...query, offset })}`,
          ({ models }) => Array.isArray(models),
        );
        yield page;
        offset += page.models.length;
        // A server that does not say how many there are is asked until it has no more.
        if (page.models.length === 0 || offset >= page.total) return;
      }
    },
    async *requests(query) {
      for (let cursor = query.cursor; ; ) {
        const page: Answer<"listRequests"> = await read<Answer<"listRequests">>(
          `/v1/requests?${search({ ...query, cursor })}`,
          ({ requests }) => Array.isArray(requests),
        );
        yield page;
        cursor = page.next_cursor;
        if (!cursor) return;
      }
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
