import { Hono } from "hono";
import type { components } from "../generated/openapi.js";
import { authenticate } from "../http/authenticate.js";
import { isFileName } from "../http/file-name.js";
import { jsonAnswer } from "../http/json-answer.js";
import { inWords } from "../retention/retention-period.js";
import type { ServerContext } from "../server-context.js";
import { uploadKey } from "../storage/storage.js";
import { receiveUpload } from "../uploads/receive-upload.js";
import { serveFile } from "./serve-file.js";
import { originOf } from "./urls.js";

type UploadedFile = components["schemas"]["UploadedFile"];

/** Files that callers upload, and pass to models by URL. The unguessable name is the right to read, as with outputs. */
export function fileRoutes(context: ServerContext): Hono {
  const { storage, clock, maxUploadBytes, retentionMs } = context;
  const isRemoved = Number.isFinite(retentionMs);
  const kept = isRemoved ? ` Uploads are kept for ${inWords(retentionMs)}; upload the file again.` : "";
  const routes = new Hono();

  routes.post("/v1/files", async (c) => {
    await authenticate(c.req.raw, context, "submit");
    const base = originOf(c.req.raw, context);
    const { name, mediaType, size } = await receiveUpload(c.req.raw, {
      storage,
      base,
      maxBytes: maxUploadBytes,
    });
    return jsonAnswer<UploadedFile>({
      url: `${base}/files/${name}`,
      media_type: mediaType,
      size,
      ...(isRemoved && { expires_at: new Date(clock.now() + retentionMs).toISOString() }),
    });
  });

  routes.get("/files/:file", async (c) => {
    const { file: name } = c.req.param();
    const file = isFileName(name) ? await storage.find(uploadKey(name)) : undefined;
    return serveFile(c.req.raw, { name, file, whyMissing: `There is no such file.${kept}` });
  });

  return routes;
}
