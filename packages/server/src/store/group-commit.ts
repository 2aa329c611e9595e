import type Database from "libsql";

interface Job {
  work(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Keys are written by other processes, each in a moment. */
const BUSY_MS = 5;
const BUSY_TRIES = 1000;

/**
 * Runs all the writes of one turn of the event loop in one transaction: durable writes cost one fsync a turn
 * instead of one each, which would block everyone else. A write's promise resolves after the commit. A job does nothing but read and
 * write the database, since it may be done over again.
 */
export class GroupCommit {
  readonly #database: Database.Database;
  #waiting: Job[] = [];
  #scheduled = false;
  /** How often in a row another process has had the file. */
  #busy = 0;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const flush = () => {
      this.#scheduled = false;
      this.flush();
    };
    if (this.#busy === 0) setImmediate(flush);
    else setTimeout(flush, BUSY_MS);
  }

  /** Commits what is waiting, now. Where another process has the file, it comes back in a moment: nothing blocks. */
  flush(): void {
    const jobs = this.#waiting;
    if (jobs.length === 0) return;
    this.#waiting = [];
    try {
      if (!this.#begin()) {
        this.#waiting = [...jobs, ...this.#waiting];
        this.#schedule();
        return;
      }
      const settle = this.#attemptAll(jobs);
      this.#database.exec("COMMIT");
      for (const done of settle) done();
    } catch (error) {
      this.#rollBack();
      for (const job of jobs) job.reject(error);
    }
  }

  /** Nearly always all jobs succeed. Where one does not, all begin again, each with a way back of its own. */
  #attemptAll(jobs: readonly Job[]): (() => void)[] {
    try {
      const values = jobs.map((job) => job.work());
      return jobs.map((job, index) => () => job.resolve(values[index]));
    } catch {
      this.#database.exec("ROLLBACK");
      this.#database.exec("BEGIN IMMEDIATE");
      return jobs.map((job) => this.#attempt(job));
    }
  }

  /** False when another process has the file. Throws when it has had it for too long. */
  #begin(): boolean {
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      this.#busy = 0;
      return true;
    } catch (error) {
      const isBusy = (error as { code?: string }).code?.startsWith("SQLITE_BUSY");
      if (isBusy && ++this.#busy <= BUSY_TRIES) return false;
      this.#busy = 0;
      throw error;
    }
  }

  /** One job that fails takes back its own writes only. */
  #attempt(job: Job): () => void {
    this.#database.exec("SAVEPOINT job");
    try {
      const value = job.work();
      this.#database.exec("RELEASE job");
      return () => job.resolve(value);
    } catch (error) {
      this.#database.exec("ROLLBACK TO job");
      this.#database.exec("RELEASE job");
      return () => job.reject(error);
    }
  }

  #rollBack(): void {
    try {
      this.#database.exec("ROLLBACK");
    } catch {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
  }
}
