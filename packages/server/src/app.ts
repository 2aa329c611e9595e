import { Hono } from "hono";
import { ApiError } from "./http/api-error.js";
import { nameExtensions } from "./http/extensions.js";
import { fileRoutes } from "./routes/files.js";
import { listRoutes } from "./routes/list.js";
import { modelRoutes } from "./routes/models.js";
import { outputRoutes } from "./routes/outputs.js";
import { requestRoutes } from "./routes/requests.js";
import { statusRoutes } from "./routes/status.js";
import { submitRoutes } from "./routes/submit.js";
import type { ServerContext } from "./server-context.js";

/** The Model API as a web-standard `fetch` handler. */
export function createApp(context: ServerContext): Hono {
  const app = new Hono();
  app.use("/v1/*", async (c, next) => {
    await next();
    c.res.headers.set("cache-control", "no-store");
  });
  app.use("/v1/*", nameExtensions);
  app.route("/", modelRoutes(context));
  app.route("/", submitRoutes(context));
  app.route("/", listRoutes(context));
  app.route("/", statusRoutes(context));
  app.route("/", requestRoutes(context));
  app.route("/", fileRoutes(context));
  app.route("/", outputRoutes(context));
  app.notFound((c) =>
    new ApiError("notFound", `There is no ${c.req.method} ${c.req.path.slice(0, 200)}.`).toResponse(),
  );
  app.onError((error, c) => {
    if (error instanceof ApiError) return error.toResponse();
    // A caller that hung up is most likely all that went wrong, and reads no answer.
    if (c.req.raw.signal.aborted) {
      context.log.info({ err: error }, "a call ended with its caller");
      return new Response(null, { status: 499 });
    }
    context.log.error({ err: error }, "unexpected error");
    return Response.json(
      { error_code: 500, error_message: "The server failed. Its log says more." },
      { status: 500 },
    );
  });
  return app;
}
