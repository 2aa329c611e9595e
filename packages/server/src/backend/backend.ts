import type { Storage } from "../storage/storage.js";
import type { Store } from "../store/store.js";

/** What a server keeps everything in. */
export interface Backend {
  readonly store: Store;
  readonly storage: Storage;
  /** Closes the store, and lets others have what it stood on. */
  close(): Promise<void>;
}
