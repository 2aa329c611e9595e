import type { RequestState } from "../../requests.js";
import { QueueOrder } from "../queue-order.js";
import { type Pool, rowOf } from "./database.js";

/** After this time the whole queue is read again, in the background: whoever changes rows by hand announces nothing. */
const REREAD_MS = 30_000;

/** As one text: a row for each of many thousands would cost several times as much. */
const QUEUED = `SELECT string_agg(seq::text, ',') AS seqs
  FROM (SELECT seq FROM model_api.requests WHERE state = 'in_queue' ORDER BY seq) AS queued`;

/**
 * What is queued, as this process has heard of it: no status counts what is ahead of it. The queue is read when it is first asked for,
 * and then changes by what is announced. A change that is heard of twice changes nothing, so it does not matter which of those that
 * come during a reading are in what is read.
 */
export class QueueView {
  readonly #pool: Pool;
  #order = new QueueOrder();
  /** Whether everything has been heard of since the reading. */
  #complete = false;
  #readAt = 0;
  #reading: Promise<void> | undefined;
  #heardMeanwhile: [seq: number, state: RequestState][] = [];
  #doubts = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** How many requests stand before this one. */
  async ahead(seq: number): Promise<number> {
    if (!this.#complete) await this.#read();
    else if (performance.now() - this.#readAt > REREAD_MS) this.#read().catch(() => {});
    return this.#order.ahead(seq);
  }

  /** Hears of a change. */
  tell(seq: number, state: RequestState): void {
    if (this.#reading) this.#heardMeanwhile.push([seq, state]);
    if (this.#complete) this.#apply(seq, state);
  }

  /** Some changes may not have been heard of until now. */
  doubt(): void {
    this.#complete = false;
    this.#doubts++;
  }

  #apply(seq: number, state: RequestState): void {
    if (state === "in_queue") this.#order.add(seq);
    else this.#order.remove(seq);
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    const doubts = this.#doubts;
    this.#readAt = performance.now();
    this.#heardMeanwhile = [];
    const row = await rowOf<{ seqs: string | null }>(this.#pool, QUEUED);
    this.#order = new QueueOrder(row?.seqs ? row.seqs.split(",").map(Number) : []);
    for (const [seq, state] of this.#heardMeanwhile) this.#apply(seq, state);
    this.#complete = doubts === this.#doubts;
  }
}
