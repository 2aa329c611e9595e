import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import type { ServerContext } from "../server-context.js";

type Health = components["schemas"]["Health"];
type Failure = components["schemas"]["Error"];

/** How long a store may take to answer before the server counts as not ready. */
const PING_MS = 2000;

/** Whether the process lives, and whether it can take calls. */
export function healthRoutes(context: Pick<ServerContext, "store" | "clock" | "log" | "lifecycle">): Hono {
  const routes = new Hono();
  routes.get("/healthz", (c) => c.json<Health>({ status: "ok" }, 200, NO_STORE));
  routes.get("/readyz", async (c) => {
    const reason = context.lifecycle.stopping ? "the server is shutting down" : await whyUnreachable(context);
    if (reason === undefined) return c.json<Health>({ status: "ok" }, 200, NO_STORE);
    return c.json<Failure>({ error_code: 503, error_message: `Not ready: ${reason}.` }, 503, NO_STORE);
  });
  return routes;
}

const NO_STORE = { "cache-control": "no-store" };

/** What the store says of itself is the log's: it may name hosts and users. */
async function whyUnreachable({
  store,
  clock,
  log,
}: Pick<ServerContext, "store" | "clock" | "log">): Promise<string | undefined> {
  let disarm: (() => void) | undefined;
  const late = new Promise<string>((resolve) => {
    disarm = clock.after(PING_MS, () => resolve(`the store has not answered for ${PING_MS / 1000} seconds`));
  });
  const answered = store.ping().then(
    () => undefined,
    (error) => {
      log.error({ err: error }, "the store does not answer");
      return "the store does not answer; the log says more";
    },
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    disarm?.();
  }
}
