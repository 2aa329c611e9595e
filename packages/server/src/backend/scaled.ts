import type { Logger } from "../logger.js";
import type { Storage } from "../storage/storage.js";
import type { Backend } from "./backend.js";

export interface ScaledBackendOptions {
  /** `postgres://user:password@host/database`; a direct connection, or a pool by session. */
  readonly postgresUrl: string;
  /** Where all processes find the same files. */
  readonly storage: Storage;
  /** Connections of this process to the database, besides one that listens. @default 10 */
  readonly connections?: number | undefined;
  readonly log?: Logger | undefined;
}

/** Postgres and a storage that many processes share: any of them answers calls, and any of them works. */
export async function openScaledBackend(options: ScaledBackendOptions): Promise<Backend> {
  const { postgresUrl: url, storage, connections, log } = options;
  // Only now: a server that is embedded has no use for a database's client.
  const { openPostgresStore } = await import("../store/postgres/postgres-store.js");
  const store = await openPostgresStore({ url, connections, log });
  return { store, storage, close: () => store.close() };
}
