import { chmodSync, rmSync } from "node:fs";
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
  `
  -- A key of before could do all that there was to do, and its webhooks had no secret.
  ALTER TABLE keys ADD COLUMN scopes TEXT NOT NULL DEFAULT 'submit read admin';
  ALTER TABLE keys ADD COLUMN expires_at INTEGER;
  ALTER TABLE keys ADD COLUMN revoked_at INTEGER;
  ALTER TABLE keys ADD COLUMN rate_limit INTEGER;
  ALTER TABLE keys ADD COLUMN max_open INTEGER;
  ALTER TABLE keys ADD COLUMN webhook_secret TEXT NOT NULL DEFAULT '';
  UPDATE keys SET webhook_secret = 'whsec_' || hex(randomblob(24));

  ALTER TABLE requests ADD COLUMN started_at INTEGER;
  ALTER TABLE requests ADD COLUMN removed_at INTEGER;
  ALTER TABLE requests ADD COLUMN webhook TEXT;
  ALTER TABLE requests ADD COLUMN simulation TEXT;
  ALTER TABLE requests ADD COLUMN available_at INTEGER;
  CREATE INDEX requests_not_yet ON requests (available_at) WHERE state = 'in_queue' AND available_at IS NOT NULL;
  CREATE INDEX requests_with_outputs ON requests (finished_at) WHERE state = 'completed' AND removed_at IS NULL;
  CREATE INDEX requests_open_of_key ON requests (key_id) WHERE state IN ('in_queue', 'in_progress');

  CREATE TABLE webhooks (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES requests (id),
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX webhooks_due ON webhooks (due_at);

  CREATE TABLE usage (
    day TEXT NOT NULL,
    key_id TEXT NOT NULL,
    model_id TEXT NOT NULL,
    submitted INTEGER NOT NULL DEFAULT 0,
    completed INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    cancelled INTEGER NOT NULL DEFAULT 0,
    run_ms INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, key_id, model_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO usage (day, key_id, model_id, submitted, completed, failed, cancelled)
    SELECT date(created_at / 1000, 'unixepoch'), key_id, model_id, count(*),
      sum(state = 'completed'), sum(state = 'failed'), sum(state = 'cancelled')
    FROM requests GROUP BY 1, 2, 3;
  `,
  // Retention forgets the inputs of all that has ended, and not only of what has outputs.
  `
  DROP INDEX requests_with_outputs;
  CREATE INDEX requests_to_forget ON requests (finished_at) WHERE finished_at IS NOT NULL AND removed_at IS NULL;
  `,
  `
  ALTER TABLE requests ADD COLUMN progress REAL;
  ALTER TABLE requests ADD COLUMN reference TEXT;
  ALTER TABLE requests ADD COLUMN cost REAL;

  ALTER TABLE keys ADD COLUMN models TEXT;
  ALTER TABLE keys ADD COLUMN provider_keys TEXT;
  `,
  // A state is looked for among those of a model: an index for both would be written at each change of a state.
  `
  ALTER TABLE requests ADD COLUMN deleted_at INTEGER;
  CREATE INDEX requests_deleted ON requests (deleted_at) WHERE deleted_at IS NOT NULL;
  CREATE INDEX requests_of_key_by_model ON requests (key_id, model_id, seq);
  `,
];

/**
 * Brings the file to the newest version, after a copy of it has been made beside it. Refuses a file that a newer release has
 * written: there is no way back.
 */
export function migrate(database: Database.Database, file: string): void {
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > STEPS.length) {
    throw new Error(
      `${file} was written by a newer release (schema ${version}; this one knows ${STEPS.length}). Upgrade @model-api/server, or use another data folder.`,
    );
  }
  if (version > 0 && version < STEPS.length) backUp(database, file, version);
  for (const [index, step] of STEPS.slice(version).entries()) {
    database.exec("BEGIN IMMEDIATE");
    database.exec(step);
    database.exec(`PRAGMA user_version = ${version + index + 1}`);
    database.exec("COMMIT");
  }
}

/** A copy of the whole database, at one moment, that says which version it holds. */
function backUp(database: Database.Database, file: string, version: number): void {
  const copy = `${file}.v${version}.backup`;
  // One that is there was cut short, or made by a start that failed after it; the file has not been migrated since.
  rmSync(copy, { force: true });
  database.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
  chmodSync(copy, 0o600);
}
