import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { ServerConfig } from "../generated/config.js";
import { databaseOf, prepareDataFolder } from "../store/data-folder.js";
import { openSqliteStore } from "../store/sqlite-store.js";
import type { Store } from "../store/store.js";

/**
 * The store of a configured server, for its keys and usage, while that server runs or before it has ever run. The data folder is
 * not locked: SQLite lets a second process write. `make` makes a folder that is missing; otherwise that is an error.
 */
export async function openKeyStore(config: ServerConfig, { make }: { make: boolean }): Promise<Store> {
  const { postgresUrl, dataFolder } = config;
  if (postgresUrl !== undefined) {
    const { openPostgresStore } = await import("../store/postgres/postgres-store.js");
    return openPostgresStore({ url: postgresUrl, connections: 1 });
  }
  const file = databaseOf(dataFolder);
  if (make) prepareDataFolder(dataFolder);
  else if (!existsSync(file)) {
    throw new Error(
      `There is no server's data in ${resolve(dataFolder)}. Name its folder by --data, MODEL_API_DATA or dataFolder in the configuration file; or its Postgres by MODEL_API_POSTGRES_URL.`,
    );
  }
  return openSqliteStore(file);
}
