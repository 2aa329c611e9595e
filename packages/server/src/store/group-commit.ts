import type Database from "libsql";

interface Job {
  work(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Runs all the writes of one turn of the event loop in one transaction: durable writes cost one fsync a turn
 * instead of one each, which would block everyone else. A write's promise resolves after the commit.
 */
export class GroupCommit {
  readonly #database: Database.Database;
  #waiting: Job[] = [];
  #scheduled = false;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  run<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => this.flush());
    });
  }

  /** Commits what is waiting, now. */
  flush(): void {
    this.#scheduled = false;
    const jobs = this.#waiting;
    if (jobs.length === 0) return;
    this.#waiting = [];
    const settle: (() => void)[] = [];
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      for (const job of jobs) settle.push(this.#attempt(job));
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#rollBack();
      for (const job of jobs) job.reject(error);
      return;
    }
    for (const done of settle) done();
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
