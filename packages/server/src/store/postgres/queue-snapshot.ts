import { QueueOrder } from "../queue-order.js";
import { type Pool, rowOf } from "./database.js";

/** How old what it answers may be. */
const KEEP_MS = 1000;

/** As one text: a row for each of many thousands would cost several times as much. */
const QUEUED = `SELECT string_agg(seq::text, ',' ORDER BY seq) AS seqs FROM model_api.requests WHERE state = 'in_queue'`;

/** The numbers that are queued, read at most once a second and only when asked: no status counts what is ahead of it. */
export class QueueSnapshot {
  readonly #pool: Pool;
  #order = new QueueOrder();
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** How many requests stand before this one. */
  async ahead(seq: number): Promise<number> {
    if (performance.now() - this.#readAt >= KEEP_MS) {
      this.#reading ??= this.#read().finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    }
    return this.#order.ahead(seq);
  }

  async #read(): Promise<void> {
    const started = performance.now();
    const row = await rowOf<{ seqs: string | null }>(this.#pool, QUEUED);
    this.#order = new QueueOrder(row?.seqs ? row.seqs.split(",").map(Number) : []);
    this.#readAt = started;
  }
}
