/** An output file, ready to be sent. */
export interface StoredObject {
  readonly size: number;
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
