import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { waitSeconds } from "../http/prefer.js";
import { hasEnded, type RequestSummary } from "../requests.js";
import type { ServerContext } from "../server-context.js";
import { seemsAhead } from "../simulate/simulation.js";
import { ownSummary } from "./own-request.js";
import { originOf, requestUrls } from "./urls.js";

type Status = components["schemas"]["Status"];

/** Where a request stands, at once or when that changes. */
export function statusRoutes(context: ServerContext): Hono {
  const { store, waiters, clock } = context;
  const routes = new Hono();

  async function positionOf({ id, createdAt, simulation }: RequestSummary): Promise<number> {
    const ahead = await store.queuePosition(id);
    return simulation ? ahead + seemsAhead(simulation, createdAt, clock.now()) : ahead;
  }

  async function toStatus(request: RequestSummary, raw: Request): Promise<Status> {
    const { status_url, result_url } = requestUrls(originOf(raw, context), request.id);
    return {
      request_id: request.id,
      status: request.state,
      ...(request.state === "in_queue" && { queue_position: await positionOf(request) }),
      status_url,
      result_url,
    };
  }

  routes.get("/v1/requests/:id/status", async (c) => {
    const { raw } = c.req;
    const request = await ownSummary(context, raw, c.req.param("id"), "read");
    const wait = waitSeconds(raw.headers.get("prefer"));
    if (wait === undefined) return c.json<Status>(await toStatus(request, raw));
    c.header("preference-applied", `wait=${wait}`);
    if (hasEnded(request.state)) return c.json<Status>(await toStatus(request, raw));
    await waiters.untilChanged(request.id, request.state, wait * 1000, raw.signal);
    return c.json<Status>(await toStatus((await store.findSummary(request.id)) ?? request, raw));
  });

  return routes;
}
