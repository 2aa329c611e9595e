import type { Answer, Call, QueryOf } from "./contract.js";
import { checkModelId } from "./core.js";

export type ListModelsQuery = QueryOf<"listModels">;
export type ListRequestsQuery = QueryOf<"listRequests">;

/** Pages of a list, from one on. */
export type Pages<Page> = AsyncGenerator<Page, void, void>;

/** The calls that read lists and the catalog. */
export interface Catalog {
  models(query: ListModelsQuery): Pages<Answer<"listModels">>;
  requests(query: ListRequestsQuery): Pages<Answer<"listRequests">>;
  model(id: string): Promise<Answer<"getModel">>;
  categories(): Promise<Answer<"listCategories">>;
}

/** Makes a call and repeats it where that may help. */
export type Read = <Body>(call: Call, isExpected: (body: Body) => boolean, query?: object) => Promise<Body>;

export function createCatalog(read: Read): Catalog {
  return {
    async *models(query) {
      for (let offset = query.offset ?? 0; ; ) {
        const page = await read<Answer<"listModels">>(
          { method: "GET", path: "/v1/models" },
          (answer) => Array.isArray(answer.models),
          said({ ...query, offset }),
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
          { method: "GET", path: "/v1/requests" },
          (answer) => Array.isArray(answer.requests),
          said({ ...query, cursor }),
        );
        yield page;
        cursor = page.next_cursor;
        if (!cursor) return;
      }
    },
    model: (id) =>
      read<Answer<"getModel">>(
        { method: "GET", path: `/v1/models/${checkModelId(id)}` },
        (answer) => typeof answer.model_id === "string",
      ),
    categories: () =>
      read<Answer<"listCategories">>({ method: "GET", path: "/v1/models/categories" }, (answer) =>
        Array.isArray(answer.categories),
      ),
  };
}

/** A query without the parameters that are not set. */
function said(query: object): object {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
