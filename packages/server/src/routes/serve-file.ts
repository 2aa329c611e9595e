import { ApiError } from "../http/api-error.js";
import { mediaTypeOf } from "../media/media-types.js";
import type { StoredObject } from "../storage/storage.js";

/** Answers a file of the server's own. Its name is never given to another file, so it may be cached for good. */
export function serveFile(name: string, file: StoredObject | undefined): Response {
  if (!file) throw new ApiError("notFound", "There is no such file.");
  return new Response(file.open(), {
    headers: {
      "content-type": mediaTypeOf(name),
      "content-length": String(file.size),
      "x-content-type-options": "nosniff",
      // A stranger's file, or made from a stranger's input: never a page of this origin.
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}
