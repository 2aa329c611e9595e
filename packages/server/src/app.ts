import { Hono } from "hono";
import { ApiError } from "./http/api-error.js";
import { isUnderV1, jsonAnswer } from "./http/json-answer.js";
import { refuseStray } from "./http/stray.js";
import { fileRoutes } from "./routes/files.js";
import { healthRoutes } from "./routes/health.js";
import { keyRoutes } from "./routes/keys.js";
import { listRoutes } from "./routes/list.js";
import { type MetricsAccess, metricsRoutes } from "./routes/metrics.js";
import { modelRoutes } from "./routes/models.js";
import { openapiRoutes } from "./routes/openapi.js";
import { outputRoutes } from "./routes/outputs.js";
import { requestRoutes } from "./routes/requests.js";
import { statusRoutes } from "./routes/status.js";
import { submitRoutes } from "./routes/submit.js";
import { usageRoutes } from "./routes/usage.js";
import type { ServerContext } from "./server-context.js";

export interface AppOptions {
  /** Whether this process only works: then it answers those who watch it, and nobody else. */
  readonly worksOnly: boolean;
  readonly metricsAccess: MetricsAccess;
}

/** The Model API as a web-standard `fetch` handler. */
export function createApp(context: ServerContext, { worksOnly, metricsAccess }: AppOptions): Hono {
  const app = new Hono();
  if (!worksOnly) addApi(app, context);
  app.route("/", healthRoutes(context));
  app.route("/", metricsRoutes(context, metricsAccess));
  const hint = worksOnly ? " This process is a worker: the API is at one with the role api or all." : "";
  app.notFound(refuseStray(app, hint));
  app.onError((error, c) => {
    if (error instanceof ApiError) return error.toResponse(c.req.path);
    // A caller that hung up is most likely all that went wrong, and reads no answer.
    if (c.req.raw.signal.aborted) {
      context.log.info({ err: error }, "a call ended with its caller");
      return new Response(null, { status: 499 });
    }
    context.log.error({ err: error }, "unexpected error");
    const body = { error_code: 500, error_message: "The server failed. Its log says more." };
    return isUnderV1(c.req.path) ? jsonAnswer(body, { status: 500 }) : Response.json(body, { status: 500 });
  });
  return app;
}

/** What callers use. */
function addApi(app: Hono, context: ServerContext): void {
  app.route("/", modelRoutes(context));
  app.route("/", submitRoutes(context));
  app.route("/", listRoutes(context));
  app.route("/", statusRoutes(context));
  app.route("/", requestRoutes(context));
  app.route("/", fileRoutes(context));
  app.route("/", outputRoutes(context));
  app.route("/", keyRoutes(context));
  app.route("/", usageRoutes(context));
  app.route("/", openapiRoutes(context));
}
