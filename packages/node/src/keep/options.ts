import type { OutputFile, PresignedUpload, RequestHandle } from "@model-api/client";
import type { DownloadSource, FetchingOptions } from "../download/options.js";

/** What has files, or will: a handle is waited for. */
export type KeepSource = DownloadSource | RequestHandle;

/** A file that is to be kept, as far as it is known. */
export interface FileToKeep extends OutputFile {
  /** A safe file name with its extension. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string;
  /** Where the source has one. */
  readonly requestId: string | undefined;
}

/** A bucket that takes files by requests that your function signs. */
export interface BucketTarget {
  /**
   * Signs one upload. S3 checks the content where the signature covers `x-amz-checksum-sha256`, which is the checksum in base64:
   * `Buffer.from(file.sha256, "hex").toString("base64")`.
   */
  readonly presign: (
    file: FileToKeep,
    context: { readonly signal?: AbortSignal | undefined },
  ) => Promise<PresignedUpload>;
}

export interface KeepOptions extends FetchingOptions {
  /** A folder, made where it is missing, or a bucket. */
  readonly to: string | BucketTarget;
  /** File name without extension. @default the request's id, else "output" */
  readonly name?: string | ((file: OutputFile, index: number) => string) | undefined;
  /**
   * Whether a file `<name>.sha256` is written beside each one in a folder, as `sha256sum --check` reads it. The checksums are in the
   * answer in any case.
   * @default false
   */
  readonly sidecar?: boolean | undefined;
}

export interface KeptFile extends FileToKeep {
  /** Absolute path in a folder; in a bucket, the URL that `presign` gave. */
  readonly location: string;
}
