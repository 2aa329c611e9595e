import { Hono } from "hono";
import { REQUEST_ID } from "../generated/identifiers.js";
import { isFileName } from "../http/file-name.js";
import { inWords } from "../retention/retention-period.js";
import type { ServerContext } from "../server-context.js";
import { outputKey } from "../storage/storage.js";
import { serveFile } from "./serve-file.js";

/** The output files. The unguessable name is the right to read; no token is asked for. */
export function outputRoutes({ storage, retentionMs }: ServerContext): Hono {
  const routes = new Hono();
  const kept = Number.isFinite(retentionMs)
    ? ` Outputs are kept for ${inWords(retentionMs)} after their request has completed; download them in that time.`
    : "";
  routes.get("/outputs/:request/:file", async (c) => {
    const { request, file: name } = c.req.param();
    const isName = REQUEST_ID.test(request) && isFileName(name);
    const file = isName ? await storage.find(outputKey(request, name)) : undefined;
    return serveFile(c.req.raw, { name, file, whyMissing: `There is no such file.${kept}` });
  });
  return routes;
}
