import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { authenticate } from "../http/authenticate.js";
import { isFileName } from "../http/file-name.js";
import type { ServerContext } from "../server-context.js";
import { uploadKey } from "../storage/storage.js";
import { receiveUpload } from "../uploads/receive-upload.js";
import { serveFile } from "./serve-file.js";
import { originOf } from "./urls.js";

type UploadedFile = components["schemas"]["UploadedFile"];

/** Files that callers upload, and pass to models by URL. The unguessable name is the right to read, as with outputs. */
export function fileRoutes(context: ServerContext): Hono {
  const { storage, maxUploadBytes } = context;
  const routes = new Hono();

  routes.post("/v1/files", async (c) => {
    await authenticate(c.req.raw, context, "submit");
    const base = originOf(c.req.raw, context);
    const { name, mediaType, size } = await receiveUpload(c.req.raw, {
      storage,
      base,
      maxBytes: maxUploadBytes,
    });
    return c.json<UploadedFile>({ url: `${base}/files/${name}`, media_type: mediaType, size });
  });

  routes.get("/files/:file", async (c) => {
    const { file } = c.req.param();
    return serveFile(file, isFileName(file) ? await storage.find(uploadKey(file)) : undefined);
  });

  return routes;
}
