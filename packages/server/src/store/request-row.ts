import type { RequestRecord, RequestState, RequestSummary } from "../requests.js";
import type { Outcome } from "./store.js";

/** A row of the table `requests`, in either database; JSON is text, and times are milliseconds since the epoch. */
export interface RequestRow extends SummaryRow {
  input: string;
  attempts: number;
  lease_id: string | null;
  reference: string | null;
  cost: number | null;
  removed_at: number | null;
  files: string | null;
  report: string | null;
  failure: string | null;
}

/** The columns of {@link toSummary}: an input may be large, and neither a list nor a status shows it. */
export const SUMMARY_COLUMNS =
  "seq, id, key_id, model_id, state, created_at, started_at, finished_at, simulation, progress";

export interface SummaryRow {
  seq: number;
  id: string;
  key_id: string;
  model_id: string;
  state: RequestState;
  created_at: number;
  started_at: number | null;
  finished_at: number | null;
  simulation: string | null;
  progress: number | null;
}

export function toRecord(row: RequestRow): RequestRecord {
  return {
    ...toSummary(row),
    input: JSON.parse(row.input),
    attempts: row.attempts,
    ...(row.removed_at !== null && { removedAt: row.removed_at }),
    ...(row.files !== null && { files: JSON.parse(row.files) }),
    ...(row.report !== null && { report: JSON.parse(row.report) }),
    ...(row.cost !== null && { cost: row.cost }),
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.failure !== null && { failure: JSON.parse(row.failure) }),
  };
}

export function toSummary(row: SummaryRow): RequestSummary {
  return {
    id: row.id,
    keyId: row.key_id,
    modelId: row.model_id,
    state: row.state,
    createdAt: row.created_at,
    ...(row.started_at !== null && { startedAt: row.started_at }),
    ...(row.finished_at !== null && { finishedAt: row.finished_at }),
    ...(row.simulation !== null && { simulation: JSON.parse(row.simulation) }),
    ...(row.progress !== null && { progress: row.progress }),
  };
}

/** The columns of a run's end. */
export function toOutcomeRow(outcome: Outcome): Pick<RequestRow, "files" | "report" | "cost" | "failure"> & {
  state: "completed" | "failed";
} {
  if ("failure" in outcome)
    return {
      state: "failed",
      files: null,
      report: null,
      cost: null,
      failure: JSON.stringify(outcome.failure),
    };
  const { files, report, cost = null } = outcome;
  return {
    state: "completed",
    files: JSON.stringify(files),
    report: JSON.stringify(report),
    cost,
    failure: null,
  };
}
