import { createCatalog } from "../catalog.js";
import type { Answer } from "../contract.js";
import type { Lent } from "../lent.js";
import { WITH_BODY } from "../timeouts.js";
import type { UploadContext } from "./uploader.js";

/** The server's own uploads, as uploaders see them. */
export function uploadServer(lent: Lent, signal: AbortSignal | undefined): UploadContext["server"] {
  const { send, repeat, extensions, options } = lent;
  const timeout = WITH_BODY * options.retry.attemptTimeout;
  return {
    async takesFiles() {
      // Any answer tells, even one that says that there are none; the categories are the smallest.
      if (extensions() === undefined) {
        await createCatalog(lent, signal)
          .categories()
          .catch((error: unknown) => {
            if (extensions() === undefined) throw error;
          });
      }
      return /\bfiles\b/.test(extensions() ?? "");
    },
    async uploadFile(file) {
      const headers = { "content-type": file.type };
      const upload = () =>
        send<Answer<"uploadFile">>(
          { method: "POST", path: "/v1/files", headers, body: file },
          ({ url }) => typeof url === "string",
          { signal, timeout },
        );
      return (await repeat(upload, signal)).url;
    },
  };
}
