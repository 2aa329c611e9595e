import {
  type EngineReport,
  type Output,
  RequestCancelledError,
  RequestFailedError,
  type RequestResult,
  type RequestStatus,
} from "@model-api/client";

interface RequestFacts {
  readonly requestId: string;
  /** The model, where the server says it. */
  readonly model?: string | undefined;
  /** When it was submitted and when it ended, in ISO 8601, where the server says so. */
  readonly createdAt?: string | undefined;
  readonly finishedAt?: string | undefined;
  /** US dollars; only where it was asked for (`includeCost`) and the server knows it. */
  readonly cost?: number | undefined;
}

/** A request that has not ended, or was cancelled. */
export interface UnfinishedState extends RequestFacts {
  readonly status: Exclude<RequestStatus["status"], "completed" | "failed">;
  /** Requests ahead of this one, where the server says so. */
  readonly queuePosition?: number | undefined;
  /** How far the run has come, 0 to 1, where the server says so. */
  readonly progress?: number | undefined;
}

/** A request that has come to its good end. */
export interface CompletedState extends RequestFacts {
  readonly status: "completed";
  /** What the model made; `files(output)` lists it. */
  readonly output: Output;
  readonly engineReport?: EngineReport | undefined;
}

/** A request that failed. */
export interface FailedState extends RequestFacts {
  readonly status: "failed";
  readonly error: { readonly code?: string | undefined; readonly message: string };
}

/** What the cache knows of a request. It is plain JSON, so it survives being dehydrated or persisted. */
export type RequestState = UnfinishedState | CompletedState | FailedState;

/** Whether nothing will change any more. */
export const isEnded = (state: RequestState | undefined): boolean => /ed$/.test(state?.status ?? "");

export function fromStatus(requestId: string, { status, ...rest }: RequestStatus): RequestState | undefined {
  // The end is told with its output or its error, or not at all.
  if (status === "completed" || status === "failed") return undefined;
  return { requestId, status, ...rest };
}

export function fromResult({ createdAt, finishedAt, ...rest }: RequestResult): RequestState {
  return JSON.parse(JSON.stringify({ ...rest, createdAt, finishedAt }));
}

/** The error that stands for an end which is no good one. */
export function errorOf(state: RequestState | undefined): Error | undefined {
  if (state?.status === "failed") {
    const { requestId, error } = state;
    return new RequestFailedError(`Request ${requestId} failed: ${error.message}`, {
      reason: error.code,
      requestId,
    });
  }
  if (state?.status === "cancelled")
    return new RequestCancelledError(`Request ${state.requestId} was cancelled.`, {
      requestId: state.requestId,
    });
  return undefined;
}
