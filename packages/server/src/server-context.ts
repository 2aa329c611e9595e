import type { Catalog } from "./catalog.js";
import type { Clock } from "./clock.js";
import type { Engine } from "./engines/engine.js";
import type { Logger } from "./logger.js";
import type { MediaFetcher } from "./media/media-fetcher.js";
import type { Metrics } from "./metrics/metrics.js";
import type { Simulator } from "./simulate/simulator.js";
import type { StateWaiters } from "./state-waiters.js";
import type { Storage } from "./storage/storage.js";
import type { Store } from "./store/store.js";

/** What the routes stand on. */
export interface ServerContext {
  readonly store: Store;
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly engines: readonly Engine[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly fetchMedia: MediaFetcher;
  /** Whether the prompts of submits are logged. */
  readonly logPrompts: boolean;
  readonly metrics: Metrics;
  /** Whether the server has been told to stop. */
  readonly lifecycle: { readonly stopping: boolean };
  /** Origin that URLs in answers begin with; by default the one that the caller used. */
  readonly publicUrl: string | undefined;
  /** The largest file that may be uploaded. */
  readonly maxUploadBytes: number;
  /** Milliseconds that outputs and uploads are kept; `Infinity` where they are kept for ever. */
  readonly retentionMs: number;
  /** What is pretended, on a server that simulates. */
  readonly simulator: Simulator;
  /** Whether callers may name `http:` URLs on loopback. */
  readonly allowLoopback: boolean;
  /** Where calls wait for a request to change. */
  readonly waiters: StateWaiters;
}
