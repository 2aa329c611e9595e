import type { Answer } from "../contract.js";
import { WITH_BODY, withRetries } from "../core.js";
import type { PrepareContext } from "../prepare/prepare.js";
import type { UploadContext } from "./uploader.js";

/** The server's own uploads, as uploaders see them. */
export function uploadServer(
  { send, extensions, catalog, options }: PrepareContext,
  signal: AbortSignal | undefined,
): UploadContext["server"] {
  const timeout = WITH_BODY * options.retry.attemptTimeout;
  return {
    async takesFiles() {
      // Any answer tells; the categories are the smallest.
      if (extensions() === undefined) {
        const { categories } = await catalog({ signal });
        await categories().catch((error: unknown) => {
          // Whatever it answered, it has answered.
          if (extensions() === undefined) throw error;
        });
      }
      return /\bfiles\b/.test(extensions() ?? "");
    },
    async uploadFile(file) {
      const upload = () =>
        send<Answer<"uploadFile">>(
          { method: "POST", path: "/v1/files", body: file, type: file.type },
          (answer) => typeof answer.url === "string",
          { signal, timeout },
        );
      return (await withRetries(upload, options, signal)).url;
    },
  };
}
