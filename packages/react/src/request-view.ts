import type { CancelOutcome, ModelApiClient, Output, RequestStatus } from "@model-api/client";
import type { QueryClient, UseQueryResult } from "@tanstack/react-query";
import { errorOf, isEnded, modelApi, type RequestState } from "./queries/index.js";

/** What hooks tell of a request. */
export interface RequestView {
  readonly requestId: string | undefined;
  /** Where the request stands; `loading` until the first answer, `idle` where there is no request. */
  readonly status: "idle" | "loading" | RequestStatus["status"];
  /** Requests ahead of this one, where the server says so. */
  readonly queuePosition: number | undefined;
  /** How far the run has come, 0 to 1, where the server says so. */
  readonly progress: number | undefined;
  /** What the model made, once it is `completed`. */
  readonly output: Output | undefined;
  /** Why it failed, or why it cannot be followed: the request itself may go on then, and so do we by `refetch`. */
  readonly error: Error | null;
  /** Whether it has not ended, as far as is known. */
  readonly isRunning: boolean;
  /** Whether there is no network: it is followed again as soon as there is. */
  readonly isPaused: boolean;
  /** All that is known of the request. */
  readonly request: RequestState | undefined;
  /** Looks again. */
  refetch(): void;
}

export function viewOf(
  requestId: string | undefined,
  { data, error, fetchStatus, refetch }: UseQueryResult<RequestState>,
): RequestView {
  const known = requestId ? data : undefined;
  return {
    requestId,
    status: requestId ? (known?.status ?? "loading") : "idle",
    queuePosition: undefined,
    progress: undefined,
    output: undefined,
    ...known,
    error: (requestId && error) || (known?.status === "failed" ? failure(known) : null),
    isRunning: !!requestId && !isEnded(known) && !error,
    isPaused: fetchStatus === "paused",
    request: known,
    refetch: () => void refetch(),
  };
}

/** One error object for one state, so that effects which depend on it run once. */
const failures = new WeakMap<RequestState, Error | null>();

function failure(state: RequestState): Error | null {
  const known = failures.get(state) ?? errorOf(state) ?? null;
  failures.set(state, known);
  return known;
}

/** Cancels a request. What became of it is told to all who look at it. */
export async function cancelRequest(
  client: ModelApiClient,
  cache: QueryClient,
  requestId: string,
): Promise<CancelOutcome> {
  const outcome = await client.request(requestId).cancel();
  if (outcome === "cancelled")
    cache.setQueryData<RequestState>(modelApi.keys.request(requestId), (known) => ({
      ...(known as object),
      requestId,
      status: outcome,
    }));
  return outcome;
}
