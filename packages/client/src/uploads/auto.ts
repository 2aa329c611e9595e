import { DATA_URI_BYTES, dataUri, mebibytes } from "./data-uri.js";
import { serverFiles } from "./server-files.js";
import type { Uploader } from "./uploader.js";

/** The server's `/v1/files` where it has that, else a data URI, else a refusal that names the choices. */
export function auto({ maxBytes = DATA_URI_BYTES }: { readonly maxBytes?: number } = {}): Uploader {
  const toServer = serverFiles();
  const inline = dataUri({ maxBytes });
  return async (file, context) => {
    if (await context.server.takesFiles()) return toServer(file, context);
    if (file.size <= maxBytes) return inline(file, context);
    return context.refuse(
      `has ${mebibytes(file.size)}; this server takes no uploads, and at most ${mebibytes(maxBytes)} go inside a request. Pass a URL that the service can fetch, or create the client with \`upload: s3({ presign })\` or a function of your own`,
    );
  };
}
