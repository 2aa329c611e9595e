import type { Clock, CompletedResult, Fetch, OutputFile } from "@model-api/client";
import type { Output } from "@model-api/models";

/** What has files: an output, or the result that it is in. */
export type DownloadSource = Output | CompletedResult;

/** How files are fetched, whatever becomes of them. */
export interface FetchingOptions {
  /**
   * Hosts that are trusted besides the vendor's and the server in use, over https: `example.com` is that host and every one below
   * it, and `example.com:8443` the same at that port.
   */
  readonly hosts?: readonly string[] | undefined;
  /** URL of the server in use, whose own origin is trusted. @default `RUNCOMFY_MODEL_API_BASE`; a client's own methods: its base URL */
  readonly baseUrl?: string | undefined;
  /** Largest file in bytes, as it is saved. @default 2147483648 (2 GiB) */
  readonly maxBytes?: number | undefined;
  /** Files that are fetched at the same time. @default 4 */
  readonly concurrency?: number | undefined;
  /** Tries after the first one, for each file; counted anew when a try has brought a megabyte. @default 4 */
  readonly maxRetries?: number | undefined;
  /** Milliseconds without a byte after which a connection counts as broken. @default 60000 */
  readonly idleTimeout?: number | undefined;
  /** Called as bytes are written. What it throws ends the download. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as `fetch(url, init)`, and must not follow redirects by itself. @default one that honours the proxies of the environment */
  readonly fetch?: Fetch | undefined;
  /** For tests. */
  readonly clock?: Clock | undefined;
}

export interface DownloadOptions extends FetchingOptions {
  /** Folder for the files; made where it is missing. @default the current folder */
  readonly dir?: string | undefined;
  /**
   * File name without extension, or a function that gives it. It is made one that every platform takes, and numbered where it is
   * taken, in whatever case. @default "output"
   */
  readonly name?: string | ((file: OutputFile, index: number) => string) | undefined;
}

export interface DownloadProgress {
  /** Which file it is: its place in `files(output)`. */
  readonly index: number;
  /** Bytes that have been written. Goes back when a file has to be begun anew. */
  readonly loaded: number;
  /** Bytes of the whole file, where the server says so. */
  readonly total: number | undefined;
}

export interface DownloadedFile extends OutputFile {
  /** Absolute path. */
  readonly path: string;
  readonly bytes: number;
  /** By its bytes; undefined where they are of no known type. */
  readonly mediaType: string | undefined;
}

/** Why a download ended. */
export type DownloadErrorCode =
  /** The URL, or one that it redirects to, is on no trusted host. */
  | "untrusted_host"
  /** The file is larger than `maxBytes`. */
  | "too_large"
  /** What came is not a media file: a page, an archive. */
  | "not_media"
  /** The server said no: the file is gone, or never was. */
  | "refused"
  /** The connection broke, or the server failed, more often than it was tried. */
  | "connection"
  /** The folder or the disk does not take the file. */
  | "unwritable";

/** A download that came to nothing: no part of it is left. The request is done and paid for, and its result can be fetched again. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  readonly code: DownloadErrorCode;
  /** HTTP status, where the server answered. */
  readonly status: number | undefined;

  constructor(
    code: DownloadErrorCode,
    message: string,
    details: { readonly status?: number | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: details.cause });
    this.code = code;
    this.status = details.status;
  }
}
