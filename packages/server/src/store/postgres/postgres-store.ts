import { type Logger, silentLogger } from "../../logger.js";
import { Announcer } from "../announcer.js";
import type { Store } from "../store.js";
import { listenToAnnouncements } from "./announcements.js";
import { claimMethods } from "./claims.js";
import { openPool } from "./database.js";
import { deletionMethods } from "./deletions.js";
import { Deliveries } from "./deliveries.js";
import { keyMethods } from "./keys.js";
import { migrate } from "./migrations.js";
import { QueueView } from "./queue-view.js";
import { requestMethods } from "./requests.js";
import { usageMethods } from "./usage.js";
import { webhookMethods } from "./webhooks.js";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host/database`. A direct connection, or a pool by session: announcements need one that lasts. */
  readonly url: string;
  /** Connections of this process, besides the one that listens. @default 10 */
  readonly connections?: number | undefined;
  readonly log?: Logger | undefined;
}

/**
 * The store that several processes share: one Postgres database, in the schemas `model_api` and `model_api_boss`. The table of
 * requests is the only truth. pg-boss delivers which of them wait, LISTEN/NOTIFY wakes whoever waits for a change; either may lose
 * something, and only time is lost.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const { url, connections = 10, log = silentLogger } = options;
  const pool = openPool(url, connections, log);
  try {
    const deliveries = new Deliveries(pool, log);
    await migrate(url, () => deliveries.start());
    await deliveries.sendLost({ always: true });
    const announcer = new Announcer();
    const queue = new QueueView(pool);
    const announcements = await listenToAnnouncements(url, log, {
      tell(id, state, seq) {
        queue.tell(seq, state);
        announcer.tell(id, state);
      },
      listening: () => queue.doubt(),
    });
    return {
      shared: true,
      ...keyMethods(pool),
      ...requestMethods(pool, deliveries, queue),
      ...claimMethods(pool, deliveries),
      ...deletionMethods(pool),
      ...usageMethods(pool),
      ...webhookMethods(pool),
      onStateChange: (listener) => announcer.listen(listener),
      async ping() {
        await pool.query("SELECT 1");
      },
      async close() {
        await announcements.close();
        await deliveries.stop();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}
