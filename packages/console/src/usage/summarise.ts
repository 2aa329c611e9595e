import type { components } from "../generated/openapi.js";

export type UsageEntry = components["schemas"]["UsageEntry"];

/** Requests by what became of them. `open`: queued or running. */
export interface Outcomes {
  readonly submitted: number;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly open: number;
  /** Milliseconds that engines worked. */
  readonly runMs: number;
}

const NONE: Outcomes = { submitted: 0, completed: 0, failed: 0, cancelled: 0, open: 0, runMs: 0 };

export function addUp(entries: readonly UsageEntry[]): Outcomes {
  return entries.reduce<Outcomes>((sum, entry) => {
    const { submitted, completed, failed, cancelled, run_ms } = entry;
    return {
      submitted: sum.submitted + submitted,
      completed: sum.completed + completed,
      failed: sum.failed + failed,
      cancelled: sum.cancelled + cancelled,
      open: sum.open + Math.max(submitted - completed - failed - cancelled, 0),
      runMs: sum.runMs + run_ms,
    };
  }, NONE);
}

/** The sums of groups, the largest first. */
export function groupBy(
  entries: readonly UsageEntry[],
  field: "model_id" | "key_id",
): (readonly [name: string, sum: Outcomes])[] {
  return [...new Set(entries.map((entry) => entry[field]))]
    .map((name) => [name, addUp(entries.filter((entry) => entry[field] === name))] as const)
    .sort(([, a], [, b]) => b.submitted - a.submitted);
}

/** Every day up to `today`, those without requests as well, so that a quiet day is seen. Days are those of UTC. */
export function byDay(
  entries: readonly UsageEntry[],
  days: number,
  today: Date,
): (readonly [day: string, sum: Outcomes])[] {
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(today.getTime() - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10);
    return [day, addUp(entries.filter((entry) => entry.day === day))] as const;
  });
}
