import type { CatalogEntry, CatalogPage, RequestPage, RequestSummary } from "@model-api/client";
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  type UseSuspenseInfiniteQueryResult,
  useInfiniteQuery,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { useModelApiContext } from "./context.js";
import { type ModelSchema, type ModelsFilter, modelApi, type RequestsFilter } from "./queries/index.js";

interface RequestList {
  /** The requests of the pages that are loaded, the newest first; `fetchNextPage` loads more. */
  readonly requests: readonly RequestSummary[];
}

interface ModelList {
  /** The models of the pages that are loaded; `fetchNextPage` loads more. */
  readonly models: readonly CatalogEntry[];
}

export type UseRequestsResult = UseInfiniteQueryResult & RequestList;
export type UseSuspenseRequestsResult = UseSuspenseInfiniteQueryResult & RequestList;

/** The caller's requests, page by page, where the server lists them. */
export function useRequests(filter?: RequestsFilter): UseRequestsResult {
  return useRequestList(useInfiniteQuery(modelApi.requests(useModelApiContext().client, filter)));
}

/** The same, suspended until the first page is there; what it failed of goes to the error boundary. */
export function useSuspenseRequests(filter?: RequestsFilter): UseSuspenseRequestsResult {
  return useRequestList(useSuspenseInfiniteQuery(modelApi.requests(useModelApiContext().client, filter)));
}

export type UseModelsResult = UseInfiniteQueryResult &
  ModelList & {
    /** How many there are in all; undefined before the first page. */
    readonly total: number | undefined;
  };
export type UseSuspenseModelsResult = UseSuspenseInfiniteQueryResult &
  ModelList & {
    /** How many there are in all. */
    readonly total: number;
  };

/** The catalog of the server, page by page. */
export function useModels(filter?: ModelsFilter): UseModelsResult {
  return useModelList(useInfiniteQuery(modelApi.models(useModelApiContext().client, filter)));
}

/** The same, suspended until the first page is there; what it failed of goes to the error boundary. */
export function useSuspenseModels(filter?: ModelsFilter): UseSuspenseModelsResult {
  return useModelList(
    useSuspenseInfiniteQuery(modelApi.models(useModelApiContext().client, filter)),
  ) as UseSuspenseModelsResult;
}

/** What is known of a model: its input schema, facts and examples. Without an id it waits for one. */
export function useModelSchema(modelId: string | undefined): UseQueryResult<ModelSchema> {
  const { client } = useModelApiContext();
  return useQuery({ ...modelApi.schema(client, modelId ?? ""), enabled: !!modelId });
}

/** The same, suspended until it is there; what it failed of goes to the error boundary. */
export function useSuspenseModelSchema(modelId: string): ModelSchema {
  return useSuspenseQuery(modelApi.schema(useModelApiContext().client, modelId)).data;
}

type Pages<Page> = { readonly data: InfiniteData<Page> | undefined };

function useRequestList<Query extends Pages<RequestPage>>(query: Query) {
  const pages = query.data?.pages;
  const requests = useMemo(() => pages?.flatMap((page) => page.requests) ?? [], [pages]);
  return { ...query, requests };
}

function useModelList<Query extends Pages<CatalogPage>>(query: Query) {
  const pages = query.data?.pages;
  const models = useMemo(() => pages?.flatMap((page) => page.models) ?? [], [pages]);
  return { ...query, models, total: pages?.at(-1)?.total };
}
