import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A Postgres of its own for a suite: nothing of it is left when it has stopped. */
export interface TestPostgres {
  /** Makes an empty database; answers its URL. */
  createDatabase(): Promise<string>;
  /** Removes what a store has written; quicker than another database. */
  emptyDatabase(url: string): Promise<void>;
  /** As `pg_ctl stop -m immediate`: nobody says goodbye, and what was under way is lost. */
  crash(): Promise<void>;
  /** Starts it again after {@link crash}. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Made to be quick: a suite's data need not outlive the machine. */
const SETTINGS = {
  listen_addresses: "",
  fsync: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "64MB",
  max_wal_size: "4GB",
};

/** The tables of the store on Postgres, but for those that say how they are made. */
const WRITTEN = ["keys", "rates", "requests", "usage_of_deleted"]
  .map((table) => `model_api.${table}`)
  .concat("model_api_boss.job");

/**
 * Starts a server on a Unix socket in a temporary folder; `settings` go before those that make it quick. Fails where Postgres is not
 * installed: its suites are not skipped.
 */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const bin = findBinaries();
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), "model-api-pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  // Not from where the suite runs: another user may not be allowed there.
  const options = { ...user, cwd: folder };
  const initdb = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(bin, "initdb"), initdb, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  let server: ChildProcess | undefined;
  let databases = 0;

  async function start(): Promise<void> {
    const set = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const started = spawn(join(bin, "postgres"), ["-D", data, "-k", folder, ...set], {
      ...options,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server = started;
    await untilReady(started);
  }

  /** `SIGINT` is a fast shutdown, `SIGQUIT` an immediate one. */
  async function end(signal: "SIGINT" | "SIGQUIT"): Promise<void> {
    const ending = server;
    server = undefined;
    if (!ending || ending.exitCode !== null) return;
    const exited = once(ending, "exit");
    ending.kill(signal);
    await exited;
  }

  const killAtExit = () => server?.kill("SIGQUIT");
  process.on("exit", killAtExit);

  async function stop(): Promise<void> {
    process.off("exit", killAtExit);
    await end("SIGINT");
    rmSync(folder, { recursive: true, force: true });
  }

  const urlOf = (database: string) => `postgres://postgres@localhost/${database}?host=${folder}`;

  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    async createDatabase() {
      const database = `test_${++databases}`;
      await runSql(urlOf("postgres"), `CREATE DATABASE ${database}`);
      return urlOf(database);
    },
    async emptyDatabase(url) {
      await runSql(url, `TRUNCATE ${WRITTEN.join(", ")} RESTART IDENTITY CASCADE`);
    },
    crash: () => end("SIGQUIT"),
    start,
    stop,
  };
}

/** Runs a statement as whoever administers a database does. */
export async function runSql(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(url);
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

/** Debian keeps each version's binaries in a folder of its own, and off the PATH. */
function findBinaries(): string {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(debian, version, "bin"));
  try {
    folders.push(execFileSync("pg_config", ["--bindir"], { encoding: "utf8" }).trim());
  } catch {
    // Not installed; the PATH may have the server without it.
  }
  folders.push(...(process.env.PATH ?? "").split(":"));
  const found = folders.find((folder) => existsSync(join(folder, "initdb")));
  if (found) return found;
  throw new Error(
    "These suites need Postgres, and found no initdb in /usr/lib/postgresql, by pg_config or in the PATH. On Debian: apt-get install postgresql",
  );
}

/** Postgres refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, name: string) =>
    Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  for (const name of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", name), gid: idOf("-g", name) };
    } catch {
      // The next one.
    }
  }
  throw new Error("Postgres does not run as root, and there is neither a user postgres nor a user nobody.");
}

/** Resolves when the server takes connections; rejects with what it said when it ends before. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk) => {
      said += chunk;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.on("error", reject);
    server.on("exit", (code) => reject(new Error(`postgres ended with ${code}: ${said}`)));
  });
}
