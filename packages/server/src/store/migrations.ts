import type Database from "libsql";

/** Each step brings the file from its index to the next version. Steps that were released are never changed. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE requests (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL REFERENCES keys (id),
    model_id TEXT NOT NULL,
    input TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('in_queue', 'in_progress', 'completed', 'failed', 'cancelled')),
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_id TEXT,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    files TEXT,
    report TEXT,
    failure TEXT,
    CHECK ((state = 'in_progress') = (lease_id IS NOT NULL))
  ) STRICT;

  -- Holds what is waiting and running only, so it stays small however many requests have ended.
  CREATE INDEX requests_open ON requests (state, seq) WHERE state IN ('in_queue', 'in_progress');
  `,
  `
  ALTER TABLE requests ADD COLUMN idempotency_key TEXT;
  ALTER TABLE requests ADD COLUMN fingerprint TEXT CHECK ((fingerprint IS NULL) = (idempotency_key IS NULL));

  CREATE UNIQUE INDEX requests_idempotency ON requests (key_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
  `,
  `
  -- Both ways to list: reads are made on the event loop, so none of them may look through what it does not answer.
  CREATE INDEX requests_of_key ON requests (key_id, seq);
  CREATE INDEX requests_of_key_by_state ON requests (key_id, state, seq);
  `,
];

/** Brings the file to the newest version. Refuses a file that a newer release has written. */
export function migrate(database: Database.Database, file: string): void {
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > STEPS.length) {
    throw new Error(
      `${file} was written by a newer release (schema ${version}; this one knows ${STEPS.length}). Upgrade @model-api/server, or use another data folder.`,
    );
  }
  for (const [index, step] of STEPS.slice(version).entries()) {
    database.exec("BEGIN IMMEDIATE");
    database.exec(step);
    database.exec(`PRAGMA user_version = ${version + index + 1}`);
    database.exec("COMMIT");
  }
}
