/** Bytes of one file, as they go. */
export interface UploadProgress {
  /** Where the file stands in the input: keys and indices from the top. */
  readonly path: readonly (string | number)[];
  readonly loaded: number;
  readonly total: number;
}

/** What the client lends to an uploader. */
export interface UploadContext {
  readonly signal?: AbortSignal | undefined;
  /** Takes the number of bytes that have been taken care of. */
  readonly onProgress: (loaded: number) => void;
  /** Ends the upload because this file cannot be taken; `reason` follows the file's name, as "is too large". */
  readonly refuse: (reason: string) => never;
  /** The server that the input goes to. */
  readonly server: {
    /** Whether it takes files at `/v1/files`. Asks it where no answer has told yet. */
    takesFiles(): Promise<boolean>;
    /** Uploads to `/v1/files`, repeated like a read; gives the URL. */
    uploadFile(file: Blob): Promise<string>;
  };
}

/**
 * Turns a file, whose `type` has been read from its bytes, into a URI that the server accepts as an input. What it throws
 * ends the submit before anything is submitted.
 */
export type Uploader = (file: Blob, context: UploadContext) => Promise<string>;
