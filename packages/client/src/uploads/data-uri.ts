import { toBase64 } from "./base64.js";
import type { Uploader } from "./uploader.js";

const MEBIBYTE = 2 ** 20;
/** Bytes that are read at once: a multiple of three, so that the pieces of base64 join without padding between them. */
const PIECE = 3 * 2 ** 20;

/** Bytes of the largest file that is put into a request by default. */
export const DATA_URI_BYTES: number = 8 * MEBIBYTE;

export const mebibytes = (bytes: number): string => `${(bytes / MEBIBYTE).toFixed(1)} MiB`;

/** Puts files into the request itself, as base64. Reads them piece by piece. */
export function dataUri({ maxBytes = DATA_URI_BYTES }: { readonly maxBytes?: number } = {}): Uploader {
  return async (file, { signal, onProgress, refuse }) => {
    if (file.size > maxBytes) {
      refuse(
        `has ${mebibytes(file.size)}, and at most ${mebibytes(maxBytes)} are sent inside a request. Put the file where the service can fetch it and pass its URL`,
      );
    }
    let uri = `data:${file.type};base64,`;
    for (let start = 0; start < file.size; start += PIECE) {
      signal?.throwIfAborted();
      uri += toBase64(new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer()));
      onProgress(Math.min(start + PIECE, file.size));
    }
    return uri;
  };
}
