import { ConnectionError, ServerError } from "../core.js";
import type { Uploader } from "./uploader.js";

/** What your endpoint signed. */
export interface PresignedUpload {
  /** Where the file is put (`PUT`). */
  readonly uploadUrl: string;
  /** Where the service can fetch it afterwards. */
  readonly url: string;
  /** Headers that the signature covers, such as `content-type`. */
  readonly headers?: Record<string, string>;
}

export interface S3Options {
  /** Asks your endpoint, which holds the credentials, to sign one upload. */
  readonly presign: (
    file: { readonly mediaType: string; readonly size: number },
    context: { readonly signal?: AbortSignal | undefined },
  ) => Promise<PresignedUpload>;
  /** @default globalThis.fetch */
  readonly fetch?: typeof fetch;
}

/** Puts files into an S3-compatible bucket. The API's token is never sent there. */
export function s3({ presign, fetch: given }: S3Options): Uploader {
  return async (file, { signal, onProgress }) => {
    const {
      uploadUrl,
      url,
      headers = {},
    } = await presign({ mediaType: file.type, size: file.size }, { signal });
    const { origin } = new URL(uploadUrl);
    const init = { method: "PUT", body: file, headers, ...(signal && { signal }) };
    const response = await (given ?? fetch)(uploadUrl, init).catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw new ConnectionError(`The upload to ${origin} failed. Nothing was submitted.`, { cause });
    });
    if (!response.ok) {
      // The URL is a secret for as long as it is valid, so only its origin is told.
      const message = `The upload to ${origin} was refused (HTTP ${response.status}). Nothing was submitted; check what \`presign\` signs.`;
      throw new ServerError(message, { status: response.status });
    }
    onProgress(file.size);
    return url;
  };
}
