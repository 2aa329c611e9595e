import pg from "pg";
import type { Logger } from "../../logger.js";

export type Pool = pg.Pool;
export type Connection = pg.ClientBase;

/** How long a transaction may stand still. A process that hangs in the middle of one must not hold what it has locked. */
const IDLE_IN_TRANSACTION_MS = 10_000;
/** How long a statement may take, or the wait for a connection: where the network is silent, a call fails rather than hangs. */
const QUERY_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;

const BIGINT = 20;

/** What every connection is opened with. `bigint` is read as a number: times and sequence numbers are far below 2^53. */
export function connectionOptions(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "model-api",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: {
      getTypeParser: ((oid: number, format?: "text") =>
        oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  };
}

/** Connections of this process. One that breaks rejects what it was asked, and is replaced when it is next needed. */
export function openPool(url: string, size: number, log: Logger): Pool {
  const pool = new pg.Pool({
    ...connectionOptions(url),
    max: size,
    query_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // Without a listener, an error of a connection that nobody uses at the moment would end the process; so would one in a pause of a
  // transaction, of which the next statement tells.
  pool.on("error", (error) => log.warn({ err: error }, "a connection to the database broke"));
  pool.on("connect", (connection) => connection.on("error", () => {}));
  return pool;
}

/** Does all of it or nothing. */
export async function transaction<T>(pool: Pool, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken = false;
  try {
    await connection.query("BEGIN ISOLATION LEVEL READ COMMITTED");
    const result = await work(connection);
    await connection.query("COMMIT");
    return result;
  } catch (error) {
    await connection.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** The rows that a statement answers. */
export async function rowsOf<Row>(
  database: Pool | Connection,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await database.query(sql, values)).rows as Row[];
}

/** The first row that a statement answers. */
export async function rowOf<Row>(
  database: Pool | Connection,
  sql: string,
  values: unknown[] = [],
): Promise<Row | undefined> {
  return (await rowsOf<Row>(database, sql, values))[0];
}
