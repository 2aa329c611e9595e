import { Hono } from "hono";
import { authenticate } from "../http/authenticate.js";
import type { ServerContext } from "../server-context.js";

/** Who may read the metrics: everyone, whoever has a key with the scope `admin`, or nobody. */
export type MetricsAccess = "open" | "key" | "off";

export function metricsRoutes(
  context: Pick<ServerContext, "store" | "clock" | "metrics">,
  access: MetricsAccess,
): Hono {
  const routes = new Hono();
  if (access === "off") return routes;
  routes.get("/metrics", async (c) => {
    if (access === "key") await authenticate(c.req.raw, context, "admin");
    const { text, contentType } = await context.metrics.render();
    return c.body(text, 200, { "content-type": contentType, "cache-control": "no-store" });
  });
  return routes;
}
