import type { Store } from "../store.js";
import { dayOf, toUsage, type UsageRow } from "../usage-row.js";
import { type Pool, rowsOf } from "./database.js";

const DAY_MS = 86_400_000;

/** Summed up when it is asked for: a row of sums would be what all submits of a key wait for. */
const USAGE = `
  SELECT created_at / ${DAY_MS} AS day, key_id, model_id, count(*) AS submitted,
    count(*) FILTER (WHERE state = 'completed') AS completed,
    count(*) FILTER (WHERE state = 'failed') AS failed,
    count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
    coalesce(sum(greatest(finished_at - started_at, 0)), 0)::bigint AS run_ms
  FROM model_api.requests
  WHERE created_at >= $1 AND ($2::text IS NULL OR key_id = $2)
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

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
