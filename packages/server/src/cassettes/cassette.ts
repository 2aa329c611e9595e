import type { EngineFault, EngineReport, MediaKind } from "../engines/engine.js";
import type { CassetteInput } from "./cassette-input.js";

/** The version that this release writes, and the newest that it reads. */
export const CASSETTE_VERSION = 1;

/** One recorded request: what was asked, how it went, and what came out. A file of JSON; its media lie beside it, by their hash. */
export interface Cassette {
  readonly version: number;
  readonly model_id: string;
  /** SHA-256 (hex) of the model and the input: what the request is found by. */
  readonly key: string;
  readonly input: CassetteInput;
  /** Each change of the status, as the client saw it. */
  readonly statuses: readonly CassetteStatus[];
  readonly result: CassetteResult;
}

export interface CassetteStatus {
  /** Milliseconds since the submit was answered. */
  readonly after_ms: number;
  readonly status: "in_queue" | "in_progress" | "completed" | "failed" | "cancelled";
  readonly queue_position?: number;
  readonly progress?: number;
}

export type CassetteResult =
  | {
      readonly status: "completed";
      readonly files: readonly CassetteFile[];
      readonly report: EngineReport;
      /** US dollars. */
      readonly cost?: number;
    }
  | {
      readonly status: "failed";
      readonly error: { readonly fault: EngineFault; readonly code?: string; readonly message: string };
    };

export interface CassetteFile {
  readonly kind: MediaKind;
  readonly media_type: string;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A cassette that cannot be played; the message completes "The cassette … ". */
export class CassetteError extends Error {
  override readonly name = "CassetteError";
}

export function printCassette(cassette: Cassette): string {
  return `${JSON.stringify(cassette, null, 2)}\n`;
}

/** Reads a cassette's text. Throws a {@link CassetteError} for one that is cut short, of a newer release, or not of this shape. */
export function parseCassette(text: string): Cassette {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CassetteError("is no JSON; it may have been cut short, or a merge has left its marks in it");
  }
  const { version } = Object(value);
  if (Number.isInteger(version) && version > CASSETTE_VERSION)
    throw new CassetteError(
      `was written by a newer release (version ${version}; this one reads up to ${CASSETTE_VERSION})`,
    );
  const wrong = wrongIn(Object(value));
  if (wrong !== undefined) throw new CassetteError(`is damaged: ${wrong}`);
  return value as Cassette;
}

const WORDS = ["in_queue", "in_progress", "completed", "failed", "cancelled"];
const KINDS = ["image", "video", "audio"];
const FAULTS = ["input", "transient", "final", "unknown"];
const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
const isAmount = (value: unknown) => typeof value === "number" && value >= 0 && value < Infinity;
const isList = (value: unknown, holds: (item: Record<string, unknown>) => boolean) =>
  Array.isArray(value) && value.every((item) => isObject(item) && holds(item));

/** The first thing that is not as it should be. */
function wrongIn({
  version,
  model_id,
  key,
  input,
  statuses,
  result,
}: Record<string, unknown>): string | undefined {
  if (version !== CASSETTE_VERSION) return `version must be ${CASSETTE_VERSION}`;
  if (typeof model_id !== "string") return "model_id must be a model's id";
  if (!/^[0-9a-f]{64}$/.test(String(key))) return "key must be a SHA-256 in hex";
  if (!isObject(input)) return "input must be an object";
  const isStatus = ({ after_ms, status, queue_position, progress }: Record<string, unknown>) =>
    isAmount(after_ms) &&
    WORDS.includes(String(status)) &&
    (queue_position === undefined || isAmount(queue_position)) &&
    (progress === undefined || isAmount(progress));
  if (!isList(statuses, isStatus)) return "statuses must be a list of statuses, each with its after_ms";
  return wrongInResult(Object(result));
}

function wrongInResult({ status, files, report, cost, error }: Record<string, unknown>): string | undefined {
  if (status === "failed") {
    const { fault, code, message } = Object(error);
    const isError =
      FAULTS.includes(fault) &&
      typeof message === "string" &&
      (code === undefined || typeof code === "string");
    return isError ? undefined : "result.error must have a fault and a message";
  }
  if (status !== "completed") return "result.status must be completed or failed";
  const isFile = ({ kind, media_type, sha256, size }: Record<string, unknown>) =>
    KINDS.includes(String(kind)) &&
    typeof media_type === "string" &&
    /^[0-9a-f]{64}$/.test(String(sha256)) &&
    isAmount(size);
  if (!isList(files, isFile))
    return "result.files must be a list of files with kind, media_type, sha256 and size";
  const { engine, applied, ignored } = Object(report);
  if (typeof engine !== "string" || !Array.isArray(applied) || !Array.isArray(ignored))
    return "result.report must have engine, applied and ignored";
  return cost === undefined || isAmount(cost) ? undefined : "result.cost must be a number of US dollars";
}
