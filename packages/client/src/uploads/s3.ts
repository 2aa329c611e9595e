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

/** Puts files into an S3-compatible bucket by requests that your endpoint signs. */
export function s3({ presign, fetch: given }: S3Options): Uploader {
  return async (file, { signal, onProgress }) => {
    const {
      uploadUrl,
      url,
      headers = {},
    } = await presign({ mediaType: file.type, size: file.size }, { signal });
    const origin = originOf(uploadUrl);
    const put = given ?? fetch;
    const response = await put(uploadUrl, { method: "PUT", body: file, headers, ...(signal && { signal }) });
    if (!response.ok)
      throw new Error(`${origin} answered HTTP ${response.status}; check what \`presign\` signs`);
    onProgress(file.size);
    return url;
  };
}

/** What may be told of a signed URL, which is a secret for as long as it is valid. */
function originOf(uploadUrl: string): string {
  try {
    return new URL(uploadUrl).origin;
  } catch {
    throw new Error("`presign` gave an `uploadUrl` that is no absolute URL");
  }
}
