import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { noteCall } from "../http/call-facts.js";
import { jsonAnswer } from "../http/json-answer.js";
import { waitSeconds } from "../http/prefer.js";
import { hasEnded, type RequestStatus } from "../requests.js";
import type { ServerContext } from "../server-context.js";
import { seemsAhead } from "../simulate/simulation.js";
import { ownStatus } from "./own-request.js";
import { originOf, requestUrls } from "./urls.js";

type Status = components["schemas"]["Status"];

/** Where a request stands, at once or when that changes. */
export function statusRoutes(context: ServerContext): Hono {
  const { store, waiters, clock } = context;
  const routes = new Hono();

  function positionOf({ ahead = 0, createdAt, simulation }: RequestStatus): number {
    return simulation ? ahead + seemsAhead(simulation, createdAt, clock.now()) : ahead;
  }

  function toStatus(request: RequestStatus, raw: Request): Status {
    const { status_url, result_url } = requestUrls(originOf(raw, context), request.id);
    return {
      request_id: request.id,
      status: request.state,
      ...(request.state === "in_queue" && { queue_position: positionOf(request) }),
      ...(request.state === "in_progress" &&
        request.progress !== undefined && { progress: request.progress }),
      status_url,
      result_url,
    };
  }

  routes.get("/v1/requests/:id/status", async (c) => {
    const { raw } = c.req;
    const request = await ownStatus(context, raw, c.req.param("id"), "read");
    const wait = waitSeconds(raw.headers.get("prefer"));
    if (wait === undefined) return jsonAnswer<Status>(toStatus(request, raw));
    noteCall(raw, { held: true });
    const headers = { "preference-applied": `wait=${wait}` };
    if (hasEnded(request.state)) return jsonAnswer<Status>(toStatus(request, raw), { headers });
    await waiters.untilChanged(request.id, request, wait * 1000, raw.signal);
    const after = (await store.findStatus(request.id)) ?? request;
    return jsonAnswer<Status>(toStatus(after, raw), { headers });
  });

  return routes;
}
