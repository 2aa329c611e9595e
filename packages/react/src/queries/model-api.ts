import type {
  CatalogPage,
  ModelApiClient,
  RequestHandle,
  RequestPage,
  SubmitOptions,
} from "@model-api/client";
import {
  infiniteQueryOptions,
  mutationOptions,
  onlineManager,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import { followRequest } from "./follow-request.js";
import { type InputOf, idOf, type Model } from "./model.js";
import { loadModelSchema, type ModelSchema } from "./model-schema.js";
import { fromResult, isEnded, type RequestState } from "./request-state.js";
import { submitOnce } from "./submit.js";

/** A client, or what gives it when it is needed. */
export type ClientSource = ModelApiClient | (() => ModelApiClient);

export interface RequestQueryOptions {
  /** The model, where it is known; checked against the result. */
  readonly model?: string | undefined;
  /** Asks the server for the cost. @default false */
  readonly includeCost?: boolean | undefined;
  /**
   * Whether to wait for the end. Otherwise it is one look, for a server that renders a page: what it finds is hydrated, and
   * followed in the browser.
   * @default true
   */
  readonly wait?: boolean | undefined;
}

type Query<List extends "models" | "requests"> = NonNullable<Parameters<ModelApiClient[List]["list"]>[0]>;
export type ModelsFilter = Omit<Query<"models">, "offset">;
export type RequestsFilter = Omit<Query<"requests">, "cursor">;

const clientOf = (source: ClientSource) => (typeof source === "function" ? source() : source);

/** Keys of everything that this package keeps in the cache, for invalidating and removing it. */
const keys = {
  all: ["model-api"] as const,
  request: (requestId: string) => ["model-api", "request", requestId] as const,
  requests: (filter?: RequestsFilter) =>
    filter ? (["model-api", "requests", filter] as const) : (["model-api", "requests"] as const),
  models: (filter?: ModelsFilter) =>
    filter ? (["model-api", "models", filter] as const) : (["model-api", "models"] as const),
  schema: (modelId: string) => ["model-api", "schema", modelId] as const,
  submit: (modelId: string) => ["model-api", "submit", modelId] as const,
};

/**
 * A request's state, until its end. The client waits, with no `refetchInterval`: however many look at it, one waits, and each
 * change is told by the cache. When nobody looks any more the waiting stops, and the request itself goes on.
 */
function request(source: ClientSource, requestId: string, options: RequestQueryOptions = {}) {
  const { model, includeCost, wait = true } = options;
  const queryKey = keys.request(requestId);
  return queryOptions({
    queryKey,
    async queryFn({ client: cache, signal }): Promise<RequestState> {
      const handle = clientOf(source).request(requestId, { model });
      if (!wait) return fromResult(await handle.result({ signal, includeCost }));
      const tell = (state: RequestState) => void cache.setQueryData<RequestState>(queryKey, state);
      const state = await followRequest(handle, { signal, includeCost, tell });
      noteChange(cache);
      return state;
    },
    staleTime: ({ state }) => (isEnded(state.data) ? Number.POSITIVE_INFINITY : 0),
    // The client has repeated what may be repeated. Without a network it stops here until there is one.
    retry: () => !onlineManager.isOnline(),
    retryDelay: 0,
  });
}

/** The caller's requests, the newest first, page by page. */
function requests(source: ClientSource, filter: RequestsFilter = {}) {
  return infiniteQueryOptions({
    queryKey: keys.requests(filter),
    queryFn: ({ pageParam, signal }): Promise<RequestPage> =>
      clientOf(source).requests.list({ ...filter, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ next_cursor: next }: RequestPage) => next || undefined,
    retry: false,
  });
}

/** The catalog of the server, page by page. */
function models(source: ClientSource, filter: ModelsFilter = {}) {
  return infiniteQueryOptions({
    queryKey: keys.models(filter),
    queryFn: ({ pageParam, signal }): Promise<CatalogPage> =>
      clientOf(source).models.list({ ...filter, offset: pageParam }, { signal }),
    initialPageParam: 0,
    getNextPageParam: ({ models: found, total }: CatalogPage, _: unknown, offset: number) =>
      found.length > 0 && offset + found.length < total ? offset + found.length : undefined,
    retry: false,
  });
}

/** What is known of a model: its input schema, facts and examples. Asks the server only where the catalog does not know it. */
function schema(source: ClientSource, modelId: string) {
  return queryOptions({
    queryKey: keys.schema(modelId),
    queryFn: ({ signal }): Promise<ModelSchema> => loadModelSchema(() => clientOf(source), modelId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/**
 * Submits an input, and gives the request's handle. Never repeated, paused or resumed by TanStack Query: only the client knows
 * when a second submit cannot be charged a second time.
 */
function submit<M extends Model>(source: ClientSource, model: M, settings?: SubmitOptions) {
  return mutationOptions<RequestHandle, Error, InputOf<M>>({
    mutationKey: keys.submit(idOf(model)),
    mutationFn: (input) => submitOnce(clientOf(source), model, input, settings),
    onSuccess: (_handle, _input, _result, { client: cache }) => noteChange(cache),
    retry: false,
    networkMode: "always",
  });
}

/** Lists of requests are no longer what they were. */
const noteChange = (cache: QueryClient) => void cache.invalidateQueries({ queryKey: keys.requests() });

/** Options for TanStack Query's own hooks and methods. The hooks of this package are made of them. */
export const modelApi = { keys, request, requests, models, schema, submit };
