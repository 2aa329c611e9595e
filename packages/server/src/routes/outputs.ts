import { Hono } from "hono";
import { REQUEST_ID } from "../generated/identifiers.js";
import { isFileName } from "../http/file-name.js";
import type { ServerContext } from "../server-context.js";
import { outputKey } from "../storage/storage.js";
import { serveFile } from "./serve-file.js";

/** The output files. The unguessable name is the right to read; no token is asked for. */
export function outputRoutes({ storage }: ServerContext): Hono {
  const routes = new Hono();
  routes.get("/outputs/:request/:file", async (c) => {
    const { request, file } = c.req.param();
    const isName = REQUEST_ID.test(request) && isFileName(file);
    return serveFile(file, isName ? await storage.find(outputKey(request, file)) : undefined);
  });
  return routes;
}
