import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import type { RequestRecord } from "../requests.js";
import type { ServerContext } from "../server-context.js";
import { ownRequest } from "./own-request.js";
import { originOf, outputOf } from "./urls.js";

type Schemas = components["schemas"];

/** Result and cancel. */
export function requestRoutes(context: ServerContext): Hono {
  const { store, clock } = context;
  const routes = new Hono();

  routes.get("/v1/requests/:id/result", (c) => {
    const request = ownRequest(store, c.req.raw, c.req.param("id"));
    return c.json<Schemas["Result"]>(toResult(request, originOf(c.req.raw, context)));
  });

  routes.post("/v1/requests/:id/cancel", async (c) => {
    const request = ownRequest(store, c.req.raw, c.req.param("id"));
    const cancelled = await store.cancel(request.id, clock.now());
    return c.json<Schemas["Cancelled"]>({
      request_id: request.id,
      status: store.findRequest(request.id)?.state ?? request.state,
      outcome: cancelled ? "cancelled" : "not_cancellable",
    });
  });

  return routes;
}

function toResult(request: RequestRecord, origin: string): Schemas["Result"] {
  const { finishedAt, files, report, failure } = request;
  return {
    request_id: request.id,
    status: request.state,
    model_id: request.modelId,
    ...(files && { output: outputOf(files, request.id, origin) }),
    ...(failure && { error: { code: failure.code, message: failure.message } }),
    created_at: new Date(request.createdAt).toISOString(),
    ...(finishedAt !== undefined && { finished_at: new Date(finishedAt).toISOString() }),
    ...(report && { engine_report: structuredClone(report) as Schemas["EngineReport"] }),
  };
}
