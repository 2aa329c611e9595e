import type { Output } from "@model-api/models/lean";
import type { Answer } from "./contract.js";
import { ModelMismatchError } from "./errors/index.js";
import { hasStatus, type RequestStatus, toStatus } from "./status.js";

type Wire = Answer<"getRequestResult">;

/** What an engine of a self-hosted server understood of the input and did, and what it left. */
export type EngineReport = NonNullable<Wire["engine_report"]>;

interface ResultFacts {
  readonly requestId: string;
  /** The model, where the server says it. */
  readonly model: string | undefined;
  /** When it was submitted and when it ended, where the server says so. */
  readonly createdAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  /** US dollars; only where it was asked for (`includeCost`) and the server knows it. */
  readonly cost: number | undefined;
}

/** A request that has come to its good end. */
export interface CompletedResult extends ResultFacts {
  readonly status: "completed";
  /** What the model made; `files(output)` lists it. */
  readonly output: Output;
  readonly engineReport: EngineReport | undefined;
}

/** A request that failed. */
export interface FailedResult extends ResultFacts {
  readonly status: "failed";
  readonly error: { readonly code: string | undefined; readonly message: string };
}

/** A request that has not ended, or was cancelled. */
export interface PendingResult extends ResultFacts {
  readonly status: Exclude<RequestStatus["status"], "completed" | "failed">;
}

/** The result of a request as it stands; told apart by `status`. */
export type RequestResult = CompletedResult | FailedResult | PendingResult;

/** Whether an answer is a result: one that is completed has an output. */
export function isResult(answer: Wire): boolean {
  return (
    hasStatus(answer) && (toStatus(answer).status !== "completed" || Object(answer.output) === answer.output)
  );
}

export function toResult(wire: Wire, requestId: string, expectedModel: string | undefined): RequestResult {
  const { model_id: model, created_at, finished_at, cost, output, error } = wire;
  const { status } = toStatus(wire);
  if (expectedModel && model && model !== expectedModel) {
    throw new ModelMismatchError(`Request ${requestId} is one of ${model}, not of ${expectedModel}`, {
      requestId,
    });
  }
  const facts = {
    requestId,
    status,
    model,
    createdAt: toDate(created_at),
    finishedAt: toDate(finished_at),
    cost,
    ...(status === "completed" && { output, engineReport: wire.engine_report }),
    // The contract says an object; a plain sentence is met as well.
    ...(status === "failed" && { error: { code: error?.code, message: error?.message ?? `${error}` } }),
  };
  return facts as RequestResult;
}

const toDate = (time: string | undefined) => (time ? new Date(time) : undefined);
