import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { authenticate } from "../http/authenticate.js";
import { fromCursor, toCursor } from "../http/cursor.js";
import { jsonAnswer } from "../http/json-answer.js";
import { readQuery } from "../http/read-query.js";
import type { RequestSummary } from "../requests.js";
import type { ServerContext } from "../server-context.js";

type Schemas = components["schemas"];

/** The caller's own requests. */
export function listRoutes(context: ServerContext): Hono {
  const routes = new Hono();
  routes.get("/v1/requests", async (c) => {
    const { id: keyId } = await authenticate(c.req.raw, context, "read");
    const { status: state, model_id: modelId, limit, cursor } = readQuery("listRequests", new URL(c.req.url));
    const before = cursor === undefined ? undefined : fromCursor(cursor);
    const { requests, next } = await context.store.listRequests({ keyId, state, modelId, before, limit });
    return jsonAnswer<Schemas["RequestList"]>({
      requests: requests.map(toEntry),
      ...(next !== undefined && { next_cursor: toCursor(next) }),
    });
  });
  return routes;
}

function toEntry({ id, modelId, state, createdAt, finishedAt }: RequestSummary): Schemas["RequestSummary"] {
  return {
    request_id: id,
    model_id: modelId,
    status: state,
    created_at: new Date(createdAt).toISOString(),
    ...(finishedAt !== undefined && { finished_at: new Date(finishedAt).toISOString() }),
  };
}
