import pg from "pg";
import { connectionOptions } from "./database.js";

/** What tells the advisory locks of this server from those of others in the same database. */
export const LOCKS = { migrate: 0x6d617069, open: 0x6d617070, deliveries: 0x6d617064 } as const;

/**
 * Each step brings the database from its index to the next version. Steps that were released are never changed. Times are milliseconds
 * since the epoch, but for leases, which go by the database's own clock. JSON is text: it comes back as it was written, and may hold
 * `\u0000`, which jsonb refuses. Text sorts by its bytes, as in SQLite.
 */
const STEPS: readonly string[] = [
  `
  CREATE TABLE model_api.keys (
    id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    hash text COLLATE "C" NOT NULL UNIQUE,
    scopes text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    revoked_at bigint,
    rate_limit integer,
    max_open integer,
    webhook_secret text NOT NULL
  );

  -- What each key has used up of its rate limit. It need not outlive a crash of the database, so it costs no log.
  CREATE UNLOGGED TABLE model_api.rates (
    key_id text COLLATE "C" PRIMARY KEY,
    until double precision NOT NULL,
    wait double precision NOT NULL
  );

  -- No foreign key to keys: each submit would write a lock into its key's row, and keys are never deleted.
  CREATE TABLE model_api.requests (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    key_id text COLLATE "C" NOT NULL,
    model_id text COLLATE "C" NOT NULL,
    input text NOT NULL,
    state text COLLATE "C" NOT NULL
      CHECK (state IN ('in_queue', 'in_progress', 'completed', 'failed', 'cancelled')),
    attempts integer NOT NULL DEFAULT 0,
    lease_id text COLLATE "C",
    lease_until timestamptz,
    ended_by text COLLATE "C",
    created_at bigint NOT NULL,
    started_at bigint,
    finished_at bigint,
    removed_at bigint,
    available_at bigint,
    files text,
    report text,
    failure text,
    idempotency_key text COLLATE "C",
    fingerprint text COLLATE "C",
    webhook text,
    simulation text,
    CHECK ((state = 'in_progress') = (lease_id IS NOT NULL)),
    CHECK ((state = 'in_progress') = (lease_until IS NOT NULL)),
    CHECK ((fingerprint IS NULL) = (idempotency_key IS NULL))
  );
  CREATE UNIQUE INDEX requests_idempotency ON model_api.requests (key_id, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
  CREATE INDEX requests_of_key ON model_api.requests (key_id, seq);
  CREATE INDEX requests_of_key_by_state ON model_api.requests (key_id, state, seq);
  CREATE INDEX requests_by_day ON model_api.requests (created_at);
  -- These hold what is waiting or running only, so they stay small however many requests have ended.
  CREATE INDEX requests_queued ON model_api.requests (seq) WHERE state = 'in_queue';
  CREATE INDEX requests_not_yet ON model_api.requests (available_at)
    WHERE state = 'in_queue' AND available_at IS NOT NULL;
  CREATE INDEX requests_open_of_key ON model_api.requests (key_id) WHERE state IN ('in_queue', 'in_progress');
  CREATE INDEX requests_leased ON model_api.requests (lease_id) WHERE state = 'in_progress';
  CREATE INDEX requests_leased_until ON model_api.requests (lease_until) WHERE state = 'in_progress';
  CREATE INDEX requests_with_outputs ON model_api.requests (finished_at)
    WHERE state = 'completed' AND removed_at IS NULL;

  CREATE TABLE model_api.webhooks (
    id text COLLATE "C" PRIMARY KEY,
    request_id text COLLATE "C" NOT NULL REFERENCES model_api.requests (id),
    due_at bigint NOT NULL,
    attempts integer NOT NULL DEFAULT 0
  );
  CREATE INDEX webhooks_due ON model_api.webhooks (due_at);
  `,
  // Retention forgets the inputs of all that has ended, and not only of what has outputs.
  `
  DROP INDEX model_api.requests_with_outputs;
  CREATE INDEX requests_to_forget ON model_api.requests (finished_at)
    WHERE finished_at IS NOT NULL AND removed_at IS NULL;
  `,
  `
  ALTER TABLE model_api.requests
    ADD COLUMN progress double precision,
    ADD COLUMN reference text,
    ADD COLUMN cost double precision;

  ALTER TABLE model_api.keys
    ADD COLUMN models text,
    ADD COLUMN provider_keys text;
  `,
  // A state is looked for among those of a model: an index for both would be written at each change of a state.
  `
  ALTER TABLE model_api.requests ADD COLUMN deleted_at bigint;
  CREATE INDEX requests_deleted ON model_api.requests (deleted_at) WHERE deleted_at IS NOT NULL;
  CREATE INDEX requests_of_key_by_model ON model_api.requests (key_id, model_id, seq);

  -- What requests that are gone have added to the usage, by the number of their UTC day.
  CREATE TABLE model_api.usage_of_deleted (
    day bigint NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    model_id text COLLATE "C" NOT NULL,
    submitted bigint NOT NULL,
    completed bigint NOT NULL,
    failed bigint NOT NULL,
    cancelled bigint NOT NULL,
    run_ms bigint NOT NULL,
    PRIMARY KEY (day, key_id, model_id)
  );
  `,
];

/** One row: the version, and when deliveries that got lost were last looked for. */
const VERSION_TABLE = `
  CREATE SCHEMA IF NOT EXISTS model_api;
  CREATE TABLE IF NOT EXISTS model_api.version (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    version integer NOT NULL,
    looked_at timestamptz NOT NULL DEFAULT '-infinity'
  );
  INSERT INTO model_api.version (version) VALUES (0) ON CONFLICT DO NOTHING;
`;

/**
 * Brings the database to the newest version; of processes that start at once, one does it and the others wait. Refuses a database that
 * a newer release has written: there is no way back. `afterwards` is part of what only one does at a time.
 */
export async function migrate(url: string, afterwards: () => Promise<void>): Promise<void> {
  const connection = new pg.Client(connectionOptions(url));
  connection.on("error", () => {});
  await connection.connect();
  try {
    // Held by the connection, and so for no longer than this process lives.
    await connection.query("SELECT pg_advisory_lock($1, 0)", [LOCKS.migrate]);
    await connection.query(VERSION_TABLE);
    const { rows } = await connection.query("SELECT version FROM model_api.version");
    const version: number = rows[0].version;
    if (version > STEPS.length) {
      throw new Error(
        `The database ${connection.database} was written by a newer release (schema ${version}; this one knows ${STEPS.length}). Upgrade @model-api/server, or use another database.`,
      );
    }
    for (const [index, step] of STEPS.slice(version).entries()) {
      // Several statements in one call are one transaction.
      await connection.query(`${step}; UPDATE model_api.version SET version = ${version + index + 1}`);
    }
    await afterwards();
  } finally {
    await connection.end();
  }
}
