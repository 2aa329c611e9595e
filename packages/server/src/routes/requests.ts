import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { ApiError } from "../http/api-error.js";
import { authenticate } from "../http/authenticate.js";
import { jsonAnswer } from "../http/json-answer.js";
import { readQuery } from "../http/read-query.js";
import { deleteRequest } from "../retention/delete-request.js";
import type { ServerContext } from "../server-context.js";
import { checkRequestId, findOwn, noRequest, ownRequest, ownStatus } from "./own-request.js";
import { toResult } from "./result.js";
import { originOf } from "./urls.js";

type Schemas = components["schemas"];

/** Result, input, cancel and delete. */
export function requestRoutes(context: ServerContext): Hono {
  const { store, clock } = context;
  const routes = new Hono();

  routes.get("/v1/requests/:id/result", async (c) => {
    const request = await ownRequest(context, c.req.raw, c.req.param("id"), "read");
    const { include_cost: includeCost } = readQuery("getRequestResult", new URL(c.req.url));
    // Of one that failed or was cancelled, all that it has to say is still there.
    if (request.state === "completed" && request.removedAt !== undefined)
      throw removed("outputs", request.id, request.removedAt);
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

  routes.get("/v1/requests/:id/input", async (c) => {
    const { id: keyId } = await authenticate(c.req.raw, context, "read");
    const request = await findOwn(context, c.req.param("id"), keyId);
    if (request.removedAt !== undefined) throw removed("input", request.id, request.removedAt);
    return jsonAnswer<Schemas["RequestInput"]>({
      request_id: request.id,
      model_id: request.modelId,
      created_at: new Date(request.createdAt).toISOString(),
      input: request.input,
    });
  });

  routes.delete("/v1/requests/:id", async (c) => {
    const { id: keyId } = await authenticate(c.req.raw, context, "submit");
    const id = c.req.param("id");
    checkRequestId(id);
    const marking = await deleteRequest(context, id, keyId, clock.now()).catch((error) => {
      context.log.error({ err: error, requestId: id }, "a request could not be deleted as a whole");
      throw new ApiError(
        "failed",
        `Request ${id} could not be deleted as a whole: some of its files may still be there. Call again; the server also tries again by itself within an hour or so.`,
      );
    });
    if (marking === "missing") throw noRequest(id);
    if (marking === "open")
      throw new ApiError(
        "notEnded",
        `Request ${id} has not ended, and was not deleted. Cancel it first, or delete it when it has ended.`,
      );
    return jsonAnswer<Schemas["Deleted"]>({ request_id: id, outcome: "deleted" });
  });

  return routes;
}

function removed(what: "input" | "outputs", id: string, removedAt: number): ApiError {
  const day = new Date(removedAt).toISOString().slice(0, 10);
  const [was, they, advice] =
    what === "input"
      ? ["was", "it", "Keep inputs that you need yourself."]
      : ["were", "they", "Download outputs while they are there."];
  return new ApiError(
    "notFound",
    `The ${what} of request ${id} ${was} removed on ${day}: ${they} had been kept for as long as this server keeps them. ${advice}`,
  );
}
