import { randomBytes } from "node:crypto";
import type { EngineReport } from "./engines/engine.js";
import type { components } from "./generated/openapi.js";
import type { SimulatedFate } from "./simulate/simulation.js";

export type RequestState = components["schemas"]["RequestState"];

/** Whether nothing will change any more. */
export function hasEnded(state: RequestState): boolean {
  return state === "completed" || state === "failed" || state === "cancelled";
}

/** Why a request failed, as its caller reads it. */
export interface RequestFailure {
  /** Stable word for a program: `invalid_media`, `engine_failed`, `timed_out`, `gave_up`, `outcome_unknown`. */
  readonly code: string;
  readonly message: string;
}

/** One output file, as the store remembers it. */
export interface StoredFile {
  readonly kind: "image" | "video" | "audio";
  /** Name below the request's folder in the storage, e.g. `k3Jx….png`. */
  readonly name: string;
}

/** A request, as the store keeps it: the only truth of its state. */
export interface RequestRecord {
  readonly id: string;
  /** The key that submitted it, and the only one that may read it. */
  readonly keyId: string;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly state: RequestState;
  /** How many times a worker has claimed it. */
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** When the run began that is under way or has ended it. */
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** When its outputs were removed, because they had been kept for as long as the server keeps them. */
  readonly removedAt?: number;
  readonly files?: readonly StoredFile[];
  readonly report?: EngineReport;
  /** US dollars, where the engine knows it. */
  readonly cost?: number;
  /** How far the run has come, 0 to 1; while it is in progress, and where the engine says so. */
  readonly progress?: number;
  /** What the engine's own service calls the work that is under way, or has been. */
  readonly reference?: string;
  readonly failure?: RequestFailure;
  /** What a server that simulates has drawn for it; see `simulate/`. */
  readonly simulation?: SimulatedFate;
}

/** A request without its input and what came out. */
export type RequestSummary = Pick<
  RequestRecord,
  "id" | "keyId" | "modelId" | "state" | "createdAt" | "startedAt" | "finishedAt" | "simulation" | "progress"
>;

/** What a status is made of. */
export interface RequestStatus extends RequestSummary {
  /** How many requests are ahead of it; while it is in the queue. A shared store may answer what was true a second ago. */
  readonly ahead?: number;
}

const ID_BYTES = 16;
/** Fetched in advance, since asking for a few of them costs as much as asking for many. */
let random = Buffer.alloc(0);

/** 128 random bits: nobody guesses a request. */
export function newRequestId(): string {
  if (random.length === 0) random = randomBytes(ID_BYTES * 256);
  const id = random.subarray(0, ID_BYTES).toString("base64url");
  random = random.subarray(ID_BYTES);
  return `req_${id}`;
}
