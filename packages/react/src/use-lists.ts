import type { CatalogEntry, RequestSummary } from "@model-api/client";
import {
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { useModelApiContext } from "./context.js";
import { type ModelSchema, type ModelsFilter, modelApi, type RequestsFilter } from "./queries/index.js";

export type UseRequestsResult = UseInfiniteQueryResult & {
  /** The requests of the pages that are loaded, the newest first; `fetchNextPage` loads more. */
  readonly requests: readonly RequestSummary[];
};

/** The caller's requests, page by page, where the server lists them. */
export function useRequests(filter?: RequestsFilter): UseRequestsResult {
  const { client } = useModelApiContext();
  const query = useInfiniteQuery(modelApi.requests(client, filter));
  const pages = query.data?.pages;
  const requests = useMemo(() => pages?.flatMap((page) => page.requests) ?? [], [pages]);
  return { ...query, requests };
}

export type UseModelsResult = UseInfiniteQueryResult & {
  /** The models of the pages that are loaded; `fetchNextPage` loads more. */
  readonly models: readonly CatalogEntry[];
  /** How many there are in all; undefined before the first page. */
  readonly total: number | undefined;
};

/** The catalog of the server, page by page. */
export function useModels(filter?: ModelsFilter): UseModelsResult {
  const { client } = useModelApiContext();
  const query = useInfiniteQuery(modelApi.models(client, filter));
  const pages = query.data?.pages;
  const models = useMemo(() => pages?.flatMap((page) => page.models) ?? [], [pages]);
  return { ...query, models, total: pages?.at(-1)?.total };
}

/** What is known of a model: its input schema, facts and examples. Without an id it waits for one. */
export function useModelSchema(modelId: string | undefined): UseQueryResult<ModelSchema> {
  const { client } = useModelApiContext();
  return useQuery({ ...modelApi.schema(client, modelId ?? ""), enabled: !!modelId });
}

export function useSuspenseModelSchema(modelId: string): ModelSchema {
  return useSuspenseQuery(modelApi.schema(useModelApiContext().client, modelId)).data;
}
