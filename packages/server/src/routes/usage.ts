import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import { jsonAnswer } from "../http/json-answer.js";
import { readQuery } from "../http/read-query.js";
import { momentOf } from "../keys/read-key-text.js";
import type { ServerContext } from "../server-context.js";
import type { UsageEntry } from "../store/store.js";

type Schemas = components["schemas"];

/** What keys have used: one's own, or everyone's for the scope `admin`. */
export function usageRoutes(context: ServerContext): Hono {
  const routes = new Hono();
  routes.get("/v1/usage", async (c) => {
    const own = await authenticate(c.req.raw, context, "read", "admin");
    const query = readQuery("getUsage", new URL(c.req.url));
    const since = sinceOf(query.since, context.clock.now());
    const isAdmin = own.scopes.includes("admin");
    if (!isAdmin && query.key !== undefined && query.key !== own.id) {
      throw new ApiError(
        "forbidden",
        `That token sees its own usage only: leave out key, or use a token with the scope admin to see that of ${query.key}.`,
      );
    }
    const keyId = isAdmin ? query.key : own.id;
    const usage = await context.store.usage({ since, keyId });
    return jsonAnswer<Schemas["Usage"]>({ usage: usage.map(toWire) });
  });
  return routes;
}

function sinceOf(text: string, now: number): number {
  const since = momentOf(text, now, -1);
  if (since !== undefined) return Math.max(since, 0);
  const message = `must be a date such as 2027-01-31, a date and time, or so long ago, such as 7d; got ${JSON.stringify(text)}`;
  throw new ApiError("invalid", `Query parameter since: ${message}`, {
    detail: [{ path: ["since"], message }],
  });
}

function toWire(entry: UsageEntry): Schemas["UsageEntry"] {
  const { day, keyId, modelId, submitted, completed, failed, cancelled, runMs } = entry;
  return {
    day,
    key_id: keyId,
    model_id: modelId,
    submitted,
    completed,
    failed,
    cancelled,
    run_ms: runMs,
  };
}
