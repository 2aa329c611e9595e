/** A file, ready to be sent. */
export interface StoredObject {
  readonly size: number;
  /** Opens nothing before the first chunk is asked for. */
  open(): ReadableStream<Uint8Array>;
}

/** Where output files are kept. */
export interface Storage {
  /** Keeps a file; resolves when it is durable. */
  write(requestId: string, name: string, data: Uint8Array): Promise<void>;
  find(requestId: string, name: string): Promise<StoredObject | undefined>;
  /** Removes all files of a request, such as those of a run that was cut short. */
  remove(requestId: string): Promise<void>;
}

/** Where the files are kept that callers have uploaded. */
export interface UploadStorage {
  /** Keeps a file as its chunks arrive; resolves with its size when it is durable. Keeps nothing where `chunks` throws. */
  write(name: string, chunks: AsyncIterable<Uint8Array>): Promise<number>;
  find(name: string): Promise<StoredObject | undefined>;
}
