/**
 * The client with what only Node has: credentials, local files, downloads, and a journal of what was submitted.
 *
 * @packageDocumentation
 */

import type { DownloadedFile, DownloadOptions, DownloadSource } from "./download/options.js";
import type { KeepOptions, KeepSource, KeptFile } from "./keep/options.js";

export * from "@model-api/client";
export { createNodeClient } from "./create-node-client.js";
export {
  type Credentials,
  type Environment,
  findBaseUrl,
  findCredentials,
  tokenFile,
} from "./credentials.js";
export {
  DownloadError,
  type DownloadErrorCode,
  type DownloadedFile,
  type DownloadOptions,
  type DownloadProgress,
  type DownloadSource,
  type FetchingOptions,
} from "./download/options.js";
export type { NodeClientOptions } from "./inner-client.js";
export { journal } from "./journal/create-journal.js";
export {
  type DamagedEntry,
  type Journal,
  type JournalEntry,
  JournalError,
  type JournalErrorCode,
  type JournalFile,
  type JournalListing,
  type JournalNews,
  type JournalOptions,
  type JournalOwner,
  type JournalState,
} from "./journal/journal.js";
export type { JournalledRunOptions, JournalledSubmitOptions } from "./journal/options.js";
export type { BucketTarget, FileToKeep, KeepOptions, KeepSource, KeptFile } from "./keep/options.js";
export type { NodeClient, NodeInput, NodeMedia } from "./node-client.js";
export { removeToken, saveToken } from "./token-file.js";

/**
 * Downloads the files of an output or a result. Only from trusted hosts, never with the token; in the order of `files(output)`. They
 * appear under their names when all are complete, never over another file, and nothing is left of a download that fails.
 * @throws DownloadError; the signal's reason; TypeError where `hosts` has what is none
 */
export async function download(source: DownloadSource, options?: DownloadOptions): Promise<DownloadedFile[]> {
  return (await import("./download/download.js")).download(source, options);
}

/**
 * Copies the files of an output to a folder or a bucket, with their checksums, because hosted links expire. Takes a handle as well:
 * the files are copied as soon as the request completes.
 * @throws DownloadError; what a wait or `presign` throws; the signal's reason
 */
export async function keep(source: KeepSource, options: KeepOptions): Promise<KeptFile[]> {
  return (await import("./keep/keep.js")).keep(source, options);
}
