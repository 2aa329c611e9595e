import { benchServerGrowth } from "./growth.js";
import { benchServerLargeFile } from "./large-file.js";
import { benchServerLoad } from "./load.js";
import { benchLocalEngine } from "./local-engine.js";
import { benchServerPostgres } from "./postgres.js";
import { benchServerSoak } from "./soak.js";
import { benchServerTestServer } from "./test-server.js";
import { benchServerWaiters } from "./waiters.js";

export const SERVER_SUITES: Record<string, () => void | Promise<void>> = {
  "server-load": benchServerLoad,
  "server-growth": benchServerGrowth,
  "server-postgres": benchServerPostgres,
  "server-test-server": benchServerTestServer,
  "server-waiters": benchServerWaiters,
  "server-large-file": benchServerLargeFile,
  "server-soak": benchServerSoak,
  "local-engine": benchLocalEngine,
};
