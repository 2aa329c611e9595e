import type { UsageEntry } from "./store.js";

/** What usage is summed up to, in either database. */
export interface UsageRow {
  day: string;
  key_id: string;
  model_id: string;
  submitted: number;
  completed: number;
  failed: number;
  cancelled: number;
  run_ms: number;
}

export function toUsage(row: UsageRow): UsageEntry {
  return {
    day: row.day,
    keyId: row.key_id,
    modelId: row.model_id,
    submitted: row.submitted,
    completed: row.completed,
    failed: row.failed,
    cancelled: row.cancelled,
    runMs: row.run_ms,
  };
}

/** The UTC day of a moment. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
