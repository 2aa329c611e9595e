import type { Uploader } from "./uploader.js";

const MEBIBYTE = 2 ** 20;
/** Bytes that are read at once: a multiple of three, so that the pieces of base64 join without padding between them. */
const PIECE = 3 * MEBIBYTE;
/** Arguments of one call; a whole piece would overflow the stack. */
const ARGUMENTS = 3 * 8192;

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
    const pieces = [`data:${file.type};base64,`];
    for (let start = 0; start < file.size; start += PIECE) {
      signal?.throwIfAborted();
      const bytes = new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += ARGUMENTS)
        text += btoa(String.fromCharCode(...bytes.subarray(at, at + ARGUMENTS)));
      pieces.push(text);
      onProgress(Math.min(start + PIECE, file.size));
    }
    return pieces.join("");
  };
}
