import { InvalidInputError } from "../core.js";
import { DATA_URI_BYTES, dataUri, mebibytes } from "./data-uri.js";
import { serverFiles } from "./server-files.js";
import type { Uploader } from "./uploader.js";

/**
 * The default: the server's `/v1/files` where it has that, else a data URI for a file up to `maxBytes`, else an error that
 * names the choices.
 * @param options.maxBytes largest file that is put into the request itself; default 8388608 (8 MiB)
 */
export function auto({ maxBytes = DATA_URI_BYTES }: { maxBytes?: number } = {}): Uploader {
  const toServer = serverFiles();
  const inline = dataUri({ maxBytes });
  return async (file, context) => {
    if (await context.server.takesFiles()) return toServer(file, context);
    if (file.size <= maxBytes) return inline(file, context);
    const message = `has ${mebibytes(file.size)}; this server takes no uploads, and at most ${mebibytes(maxBytes)} go inside a request. Pass a URL that the service can fetch, or create the client with \`upload: s3({ presign })\` or a function of your own`;
    throw new InvalidInputError(message, { issues: [] });
  };
}
