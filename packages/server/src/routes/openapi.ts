import { Hono } from "hono";
import type { ServerContext } from "../server-context.js";
import { originOf } from "./urls.js";

/** The contract, as this server keeps it. */
export function openapiRoutes(context: ServerContext): Hono {
  const routes = new Hono();
  routes.get("/openapi.json", async (c) => {
    // Large, and rarely asked for.
    const { contract } = await import("../generated/contract.js");
    const servers = [{ url: originOf(c.req.raw, context), description: "This server." }];
    return c.json({ ...contract, servers });
  });
  return routes;
}
