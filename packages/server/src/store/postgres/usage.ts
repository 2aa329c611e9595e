import type { Store } from "../store.js";
import { dayOf, toUsage, type UsageRow } from "../usage-row.js";
import { type Pool, rowsOf } from "./database.js";

export const DAY_MS = 86_400_000;

/** The usage of the requests in `source`, for one row of each day, key and model. */
export const usageOf = (source: string): string => `
  SELECT created_at / ${DAY_MS} AS day, key_id, model_id, count(*) AS submitted,
    count(*) FILTER (WHERE state = 'completed') AS completed,
    count(*) FILTER (WHERE state = 'failed') AS failed,
    count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
    coalesce(sum(greatest(finished_at - started_at, 0)), 0)::bigint AS run_ms
  FROM ${source} GROUP BY 1, 2, 3`;

const OF_KEPT = usageOf("model_api.requests WHERE created_at >= $1 AND ($2::text IS NULL OR key_id = $2)");
const OF_DELETED = `
  SELECT day, key_id, model_id, submitted, completed, failed, cancelled, run_ms FROM model_api.usage_of_deleted
  WHERE day >= $1 / ${DAY_MS} AND ($2::text IS NULL OR key_id = $2)`;
/** Summed up when it is asked for: a row of sums would be what all submits of a key wait for. */
const USAGE = `
  SELECT day, key_id, model_id, ${["submitted", "completed", "failed", "cancelled", "run_ms"]
    .map((name) => `sum(${name})::bigint AS ${name}`)
    .join(", ")}
  FROM (${OF_KEPT} UNION ALL ${OF_DELETED}) AS parts GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

/** What was asked of the models. */
export function usageMethods(pool: Pool): Pick<Store, "usage"> {
  return {
    async usage({ since, keyId = null }) {
      const from = Math.floor(since / DAY_MS) * DAY_MS;
      const rows = await rowsOf<Omit<UsageRow, "day"> & { day: number }>(pool, USAGE, [from, keyId]);
      return rows.map((row) => toUsage({ ...row, day: dayOf(row.day * DAY_MS) }));
    },
  };
}
