import type { S3Options } from "./s3.js";
import type { Uploader } from "./uploader.js";

export type { PresignedUpload, S3Options } from "./s3.js";
export type { UploadContext, Uploader, UploadProgress } from "./uploader.js";

interface SizeLimit {
  /** Bytes of the largest file that is put into the request itself. @default 8388608 (8 MiB) */
  readonly maxBytes?: number;
}

type Extras = typeof import("../extras.js");

/** Each uploader is loaded when the first file is met, so that a page that sends none does not carry it. */
const lazy =
  (pick: (extras: Extras) => Uploader): Uploader =>
  async (file, context) =>
    pick(await import("../extras.js"))(file, context);

/**
 * The default: the server's `/v1/files` where it has that, else a data URI for a file up to `maxBytes`, else an error that
 * names the choices.
 */
export const auto = (limit?: SizeLimit): Uploader => lazy((extras) => extras.auto(limit));

/** Uploads files to the server's own `POST /v1/files`. */
export const serverFiles = (): Uploader => lazy((extras) => extras.serverFiles());

/**
 * Puts files into the request itself, as base64 data URIs. Right for small files: a body holds 64 MiB in all, and base64
 * makes four bytes of three.
 */
export const dataUri = (limit?: SizeLimit): Uploader => lazy((extras) => extras.dataUri(limit));

/** Puts files into an S3-compatible bucket by requests that your endpoint signs. The API's token is never sent there. */
export const s3 = (options: S3Options): Uploader => lazy((extras) => extras.s3(options));
