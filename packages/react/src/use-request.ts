import type { CancelOutcome } from "@model-api/client";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useModelApiContext } from "./context.js";
import {
  type CompletedState,
  errorOf,
  isEnded,
  modelApi,
  type RequestQueryOptions,
} from "./queries/index.js";
import { cancelRequest, type RequestView, viewOf } from "./request-view.js";

export type UseRequestOptions = Omit<RequestQueryOptions, "wait">;

export interface UseRequestResult extends RequestView {
  /**
   * Cancels the request if it is still queued, and says what became of it: after `not_cancellable` it runs to its end and is
   * charged. Undefined where there is no request.
   */
  cancel(): Promise<CancelOutcome | undefined>;
}

/** Picks up a request by its id, such as one from the URL, and follows it to its end. */
export function useRequest(
  requestId: string | null | undefined,
  options?: UseRequestOptions,
): UseRequestResult {
  const { client } = useModelApiContext();
  const cache = useQueryClient();
  const id = requestId || undefined;
  const query = useQuery({ ...modelApi.request(client, id ?? "", options), enabled: !!id });
  return {
    ...viewOf(id, query),
    cancel: async () => (id ? cancelRequest(client(), cache, id) : undefined),
  };
}

/** Suspends until the request has ended, and gives its result; what it failed of goes to the error boundary. */
export function useSuspenseRequest(requestId: string, options?: UseRequestOptions): CompletedState {
  const { client } = useModelApiContext();
  const cache = useQueryClient();
  const followed = modelApi.request(client, requestId, options);
  const { data } = useSuspenseQuery(followed);
  // Known, but not to its end: it is joined to whoever follows it, and a failure shows at the next rendering.
  if (!isEnded(data)) throw cache.fetchQuery(followed).catch(() => {});
  if (data.status === "completed") return data;
  throw errorOf(data);
}
