import type { RequestRecord, RequestState, RequestSummary } from "../requests.js";

/** A row of the table `requests`. */
export interface RequestRow {
  seq: number;
  id: string;
  key_id: string;
  model_id: string;
  input: string;
  state: RequestState;
  attempts: number;
  lease_id: string | null;
  created_at: number;
  finished_at: number | null;
  files: string | null;
  report: string | null;
  failure: string | null;
}

export function toRecord(row: RequestRow): RequestRecord {
  return {
    id: row.id,
    keyId: row.key_id,
    modelId: row.model_id,
    input: JSON.parse(row.input),
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.files !== null && { files: JSON.parse(row.files) }),
    ...(row.report !== null && { report: JSON.parse(row.report) }),
    ...(row.failure !== null && { failure: JSON.parse(row.failure) }),
  };
}

/** The columns of {@link toSummary}: an input may be large, and a list does not show it. */
export const SUMMARY_COLUMNS = "seq, id, model_id, state, created_at, finished_at";

export type SummaryRow = Pick<RequestRow, "seq" | "id" | "model_id" | "state" | "created_at" | "finished_at">;

export function toSummary(row: SummaryRow): RequestSummary {
  return {
    id: row.id,
    modelId: row.model_id,
    state: row.state,
    createdAt: row.created_at,
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
  };
}
