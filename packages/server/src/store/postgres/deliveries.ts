import PgBoss from "pg-boss";
import type { Logger } from "../../logger.js";
import { type Connection, type Pool, rowOf, rowsOf, transaction } from "./database.js";
import { LOCKS } from "./migrations.js";

/** What a delivery says. The row is looked up by its number; the id is for whoever reads pg-boss's table. */
export interface Queued {
  readonly seq: number;
  readonly id: string;
}

/** pg-boss's own tables. Not its usual schema: another program in the same database may use another release of it. */
const SCHEMA = "model_api_boss";
const QUEUE = "requests";
/** How many lost deliveries are sent in one transaction. */
const BATCH = 10_000;

/**
 * What pg-boss fetches first: its order, as an index. Without it every fetch sorts all that is queued. Its own index on the start time is
 * not used, since nothing here is sent for later.
 */
const FIND_ORDER_INDEX = `SELECT to_regclass('${SCHEMA}.model_api_order')::text AS found`;
const ORDER_INDEX = `CREATE INDEX model_api_order
  ON ${SCHEMA}.job (name, priority DESC, created_on, id) WHERE state < 'active'`;

const LOST = `SELECT seq, id FROM model_api.requests
  WHERE state = 'in_queue' AND available_at IS NULL AND NOT EXISTS (
    SELECT FROM ${SCHEMA}.job
    WHERE job.name = '${QUEUE}' AND job.id = lpad(to_hex(requests.seq), 32, '0')::uuid
  )`;
/** One process a minute looks, however many there are. */
const LOOK = `UPDATE model_api.version SET looked_at = now()
  WHERE looked_at < now() - interval '1 minute' RETURNING version`;

/**
 * Which requests are waiting, as pg-boss delivers it. A delivery is a hint that a row may be claimed: it is sent, taken and sent again
 * in the transaction that writes the row, and whoever takes one asks the row. It is deleted rather than completed, so that pg-boss's
 * table holds what is queued and nothing else, and its maintenance has nothing to do and is off.
 */
export class Deliveries {
  readonly #pool: Pool;
  readonly #boss: PgBoss;

  constructor(pool: Pool, log: Logger) {
    this.#pool = pool;
    this.#boss = new PgBoss({
      schema: SCHEMA,
      db: { executeSql: (text, values) => pool.query(text, values) },
      supervise: false,
      schedule: false,
    });
    this.#boss.on("error", (error) => log.error({ err: error }, "pg-boss reports an error"));
  }

  /** Makes pg-boss's tables where they are missing. One process at a time. */
  async start(): Promise<void> {
    await this.#boss.start();
    await this.#boss.createQueue(QUEUE);
    // Asked for first: to create one that is there waits for all writers, and lets others wait meanwhile.
    const there = await rowOf<{ found: string | null }>(this.#pool, FIND_ORDER_INDEX);
    if (!there?.found) await this.#pool.query(ORDER_INDEX);
  }

  stop(): Promise<void> {
    return this.#boss.stop({ graceful: false, close: false });
  }

  /** Sends what is not on its way already. */
  async send(connection: Connection, queued: readonly Queued[]): Promise<void> {
    const jobs = queued.map(({ seq, id }) => ({
      id: deliveryOf(seq),
      name: QUEUE,
      data: { requestId: id },
      priority: priorityOf(seq),
    }));
    await this.#boss.insert(jobs, { db: { executeSql: (text, values) => connection.query(text, values) } });
  }

  /** Takes the oldest delivery that nobody else is taking, for as long as the transaction lasts. */
  async take(connection: Connection): Promise<number | undefined> {
    let failure: unknown;
    const db = {
      // pg-boss takes an error for an empty queue.
      executeSql: async (text: string, values: unknown[]) => {
        try {
          return await connection.query(text, values);
        } catch (error) {
          failure = error;
          throw error;
        }
      },
    };
    const [delivery] = await this.#boss.fetch(QUEUE, { db, ignoreStartAfter: true });
    if (failure !== undefined) throw failure;
    return delivery && Number.parseInt(delivery.id.replaceAll("-", ""), 16);
  }

  /** Deletes the delivery of a request that is not waiting any more. */
  async remove(connection: Connection, seq: number): Promise<void> {
    await this.#boss.deleteJob(QUEUE, deliveryOf(seq), {
      db: { executeSql: (text, values) => connection.query(text, values) },
    });
  }

  /** Sends again what is queued and has no delivery. That is never so by itself: pg-boss's table was emptied, or restored from a copy. */
  async sendLost(options: { always: boolean }): Promise<void> {
    if (!options.always && (await rowsOf(this.#pool, LOOK)).length === 0) return;
    for (let sent = BATCH; sent === BATCH; ) {
      sent = await transaction(this.#pool, async (connection) => {
        await connection.query("SELECT pg_advisory_xact_lock($1, 0)", [LOCKS.deliveries]);
        // Left to itself, the planner hopes to find them soon and looks each of them up.
        await connection.query("SET LOCAL enable_nestloop = off");
        const lost = await rowsOf<Queued>(connection, `${LOST} LIMIT ${BATCH}`);
        if (lost.length > 0) await this.send(connection, lost);
        return lost.length;
      });
    }
  }
}

/** Each request has one delivery: its number, as the UUID that pg-boss wants. Whatever is sent twice is there once. */
function deliveryOf(seq: number): string {
  const hex = seq.toString(16).padStart(32, "0");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/**
 * pg-boss fetches the highest priority first, so that a request which is sent again gets its old place. Priorities have 31 bits; once in
 * two billion requests, new ones pass those that still wait.
 */
function priorityOf(seq: number): number {
  return -(seq % 2 ** 31);
}
