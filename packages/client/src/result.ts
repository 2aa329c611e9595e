import type { Output } from "@model-api/models/lean";
import type { Answer } from "./contract.js";
import { InvalidResponseError, ModelMismatchError } from "./errors/index.js";
import { type RequestStatus, toStatus } from "./status.js";

type Wire = Answer<"getRequestResult">;

/** What an engine of a self-hosted server understood of the input and did, and what it left. */
export type EngineReport = NonNullable<Wire["engine_report"]>;

interface ResultFacts {
  readonly requestId: string;
  /** The model, where the server says it. */
  readonly model?: string;
  readonly createdAt?: Date;
  readonly finishedAt?: Date;
  /** US dollars; only where it was asked for (`includeCost`) and the server knows it. */
  readonly cost?: number;
}

/** A request that has come to its good end. */
export interface CompletedResult extends ResultFacts {
  readonly status: "completed";
  /** What the model made; `files(output)` lists it. */
  readonly output: Output;
  readonly engineReport?: EngineReport;
}

/** A request that failed. */
export interface FailedResult extends ResultFacts {
  readonly status: "failed";
  readonly error: { readonly code?: string; readonly message: string };
}

/** A request that has not ended, or was cancelled. */
export interface PendingResult extends ResultFacts {
  readonly status: Exclude<RequestStatus["status"], "completed" | "failed">;
}

/** The result of a request as it stands; told apart by `status`. */
export type RequestResult = CompletedResult | FailedResult | PendingResult;

export function toResult(wire: Wire, requestId: string, expectedModel: string | undefined): RequestResult {
  const { model_id: model, created_at, finished_at, cost } = wire;
  if (expectedModel && model && model !== expectedModel) {
    throw new ModelMismatchError(`Request ${requestId} is one of ${model}, not of ${expectedModel}.`, {
      requestId,
    });
  }
  const facts: ResultFacts = {
    requestId,
    ...(model && { model }),
    ...(created_at && { createdAt: new Date(created_at) }),
    ...(finished_at && { finishedAt: new Date(finished_at) }),
    ...(typeof cost === "number" && { cost }),
  };
  const { status } = toStatus(wire);
  if (status === "completed") {
    if (typeof wire.output !== "object" || wire.output === null) {
      throw new InvalidResponseError(
        `Request ${requestId} is completed, but its result has no output. Ask for the result again.`,
        { requestId },
      );
    }
    const report = wire.engine_report && { engineReport: wire.engine_report };
    return { ...facts, status, output: wire.output, ...report };
  }
  if (status === "failed") {
    return { ...facts, status, error: toError(wire.error) };
  }
  return { ...facts, status };
}

/** The contract says an object; a plain sentence is met as well. */
function toError(error: unknown): FailedResult["error"] {
  if (typeof error === "string") return { message: error };
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return {
    ...(code !== undefined && { code: String(code) }),
    message: typeof message === "string" ? message : "The server gave no reason.",
  };
}
