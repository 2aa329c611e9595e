import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { jsonAnswer } from "../http/json-answer.js";
import { readQuery } from "../http/read-query.js";
import type { ServerContext } from "../server-context.js";
import { ownRequest, ownStatus } from "./own-request.js";
import { toResult } from "./result.js";
import { originOf } from "./urls.js";

type Schemas = components["schemas"];

/** Result and cancel. */
export function requestRoutes(context: ServerContext): Hono {
  const { store, clock } = context;
  const routes = new Hono();

  routes.get("/v1/requests/:id/result", async (c) => {
    const request = await ownRequest(context, c.req.raw, c.req.param("id"), "read");
    const { include_cost: includeCost } = readQuery("getRequestResult", new URL(c.req.url));
    // Of one that failed or was cancelled, all that it has to say is still there.
    if (request.state === "completed" && request.removedAt !== undefined)
      throw removed(request.id, request.removedAt);
    return jsonAnswer<Schemas["Result"]>(toResult(request, originOf(c.req.raw, context), { includeCost }));
  });

  routes.post("/v1/requests/:id/cancel", async (c) => {
    const request = await ownStatus(context, c.req.raw, c.req.param("id"), "submit");
    const cancelled = await store.cancel(request.id, clock.now());
    return jsonAnswer<Schemas["Cancelled"]>({
      request_id: request.id,
      status: (await store.stateOf(request.id)) ?? request.state,
      outcome: cancelled ? "cancelled" : "not_cancellable",
    });
  });

  return routes;
}

function removed(id: string, removedAt: number): ApiError {
  const day = new Date(removedAt).toISOString().slice(0, 10);
  return new ApiError(
    "notFound",
    `The outputs of request ${id} were removed on ${day}: they had been kept for as long as this server keeps them. Download outputs while they are there.`,
  );
}
