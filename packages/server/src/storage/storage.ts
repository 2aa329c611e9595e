/** A part of an object, both ends included, in bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file, ready to be sent. */
export interface StoredObject {
  readonly size: number;
  /** Opens nothing before the first chunk is asked for. */
  open(range?: ByteRange): ReadableStream<Uint8Array>;
}

export interface StoredEntry {
  readonly key: string;
  /** When it was written, in milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/**
 * Where files are kept, by key: `outputs/<request id>/<name>` and `files/<name>`. Ids and names are checked before they get here, so
 * a key is never a path to anywhere else.
 */
export interface Storage {
  /**
   * Keeps a file as its chunks arrive; resolves with its size when it is durable. It is there as a whole or not at all: where `data`
   * throws, nothing is kept.
   */
  write(key: string, data: Uint8Array | AsyncIterable<Uint8Array>): Promise<number>;
  find(key: string): Promise<StoredObject | undefined>;
  /** Removes the file with this key, and all whose keys begin with it and a slash. */
  remove(key: string): Promise<void>;
  /** All files whose keys begin with `prefix` and a slash, in no order. */
  list(prefix: string): AsyncIterable<StoredEntry>;
}

/** The key of one output, or of all outputs of a request. */
export function outputKey(requestId: string, name?: string): string {
  return name === undefined ? `outputs/${requestId}` : `outputs/${requestId}/${name}`;
}

/** What the keys of uploads begin with. */
export const UPLOADS = "files";

export function uploadKey(name: string): string {
  return `${UPLOADS}/${name}`;
}
