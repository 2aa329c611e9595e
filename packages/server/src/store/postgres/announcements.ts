import pg from "pg";
import type { Logger } from "../../logger.js";
import type { RequestState } from "../../requests.js";
import { connectionOptions } from "./database.js";

/** Where changes of state are announced, as `<state> <number> <request id>`, in the transaction that makes the change. */
const CHANNEL = "model_api_state";

/** Between two tries to listen again. */
const RETRY_MS = [100, 200, 500, 1000, 2000, 5000];
/** How often the connection is tried: one whose other end is gone without a word is silent, like one on which nothing happens. */
const TRY_MS = 10_000;
const ANSWER_MS = 5000;

export interface Announcements {
  close(): Promise<void>;
}

/** What a statement selects of the rows that it has changed, to announce them when it is committed. */
export const ANNOUNCE: string = `pg_notify('${CHANNEL}', concat_ws(' ', state, seq, id))`;

export interface AnnouncementListener {
  tell(requestId: string, state: RequestState, seq: number): void;
  /** It has begun to listen. What was announced before has not been heard. */
  listening(): void;
}

/**
 * Tells of the changes that all processes make, in the order in which they were committed: the database keeps it, and delivers each
 * once it can be read. Uses one connection of its own, which is made anew when it breaks; what is announced meanwhile is lost.
 */
export async function listenToAnnouncements(
  url: string,
  log: Logger,
  listener: AnnouncementListener,
): Promise<Announcements> {
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const client = new pg.Client({ ...connectionOptions(url), query_timeout: ANSWER_MS });
    client.on("notification", ({ payload = "" }) => {
      const [state, seq, id] = payload.split(" ") as [RequestState, string, string];
      listener.tell(id, state, Number(seq));
    });
    client.on("error", (error) => lose(client, error));
    client.on("end", () => lose(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    if (closed) return client.end();
    current = client;
    listener.listening();
  }

  function lose(client: pg.Client, error?: unknown): void {
    if (client !== current || closed) return;
    current = undefined;
    log.warn({ err: error }, "changes of requests are not heard of; listening again");
    void client.end().catch(() => {});
    again(0);
  }

  function again(tries: number): void {
    const ms = RETRY_MS[tries] ?? (RETRY_MS.at(-1) as number);
    // Not all processes at the same moment.
    retry = setTimeout(() => connect().catch(() => again(tries + 1)), ms * (0.5 + Math.random() / 2));
    retry.unref();
  }

  const beat = setInterval(() => {
    const client = current;
    client?.query("SELECT 1").catch((error) => lose(client, error));
  }, TRY_MS);
  beat.unref();

  try {
    await connect();
  } catch (error) {
    clearInterval(beat);
    throw error;
  }

  return {
    async close() {
      closed = true;
      clearInterval(beat);
      clearTimeout(retry);
      await current?.end();
    },
  };
}
