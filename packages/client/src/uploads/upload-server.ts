import type { Answer } from "../contract.js";
import type { Lent } from "../lent.js";
import type { UploadContext } from "./uploader.js";

/** The server's own uploads, as uploaders see them. */
export function uploadServer(lent: Lent, signal: AbortSignal | undefined): UploadContext["server"] {
  const { send, repeat, extensions } = lent;
  let asking: Promise<unknown> | undefined;
  // Any answer tells, an error as well; the categories are the smallest.
  const ask = () =>
    send({ path: "/v1/models/categories" }, () => true, { signal }).catch((error: unknown) => {
      if (extensions() === undefined) throw error;
    });
  return {
    async takesFiles() {
      if (extensions() === undefined) {
        asking ??= repeat(ask, lent, signal);
        await asking;
      }
      return /\bfiles\b/.test(extensions() ?? "");
    },
    async uploadFile(file) {
      const headers = { "content-type": file.type };
      const upload = () =>
        send<Answer<"uploadFile">>(
          { method: "POST", path: "/v1/files", headers, body: file },
          ({ url }) => typeof url === "string",
          { signal },
        );
      return (await repeat(upload, lent, signal)).url;
    },
  };
}
