import type { EngineReport } from "../engines/engine.js";
import type { KeyRecord } from "../keys/key-record.js";
import type {
  RequestFailure,
  RequestRecord,
  RequestState,
  RequestStatus,
  RequestSummary,
  StoredFile,
} from "../requests.js";
import type { SimulatedFate } from "../simulate/simulation.js";
import type { WebhookDelivery, WebhookTarget } from "../webhooks/webhook-delivery.js";

/** A request that is about to be kept. */
export interface NewRequest {
  readonly id: string;
  readonly keyId: string;
  readonly modelId: string;
  readonly input: object;
  readonly createdAt: number;
  /** Makes the request the only one of its API key with this idempotency key. */
  readonly idempotency?: Idempotency | undefined;
  /** Where its end is announced. */
  readonly webhook?: WebhookTarget | undefined;
  /** What a server that simulates has drawn for it; see `simulate/`. */
  readonly simulation?: SimulatedFate | undefined;
  /** It cannot be claimed before, in milliseconds since the epoch. @default at once */
  readonly availableAt?: number | undefined;
  /** How many requests its API key may have queued and running, this one included. */
  readonly maxOpen?: number | undefined;
}

export interface Idempotency {
  readonly key: string;
  /** Hash of what was asked for: the same key with another one is a mistake of the caller. */
  readonly fingerprint: string;
}

/** What an idempotency key has been used for. */
export interface EarlierRequest {
  readonly id: string;
  readonly fingerprint: string;
}

/** What became of a request that was to be kept. */
export type Insertion =
  | { readonly outcome: "added" }
  /** Its idempotency key has been used before: nothing was added. */
  | { readonly outcome: "repeat"; readonly earlier: EarlierRequest }
  /** Its API key has as many requests open as it may: nothing was added. */
  | { readonly outcome: "full"; readonly open: number };

/** Which requests are listed. */
export interface RequestQuery {
  readonly keyId: string;
  /** Only those that stand so. */
  readonly state?: RequestState | undefined;
  /** Only those of this model. */
  readonly modelId?: string | undefined;
  /** Only those that came before the one with this sequence number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

export interface RequestPage {
  /** The newest first. */
  readonly requests: readonly RequestSummary[];
  /** What `before` is for the next page; undefined on the last one. */
  readonly next: number | undefined;
}

/** The right to finish one run of a request. Whoever lost it may not write the outcome. */
export interface Claim {
  readonly request: RequestRecord;
  readonly leaseId: string;
}

/** How a run ended. */
export type Outcome =
  | {
      readonly files: readonly StoredFile[];
      readonly report: EngineReport;
      /** US dollars, where the engine knows it. */
      readonly cost?: number | undefined;
    }
  | { readonly failure: RequestFailure };

/**
 * What became of a request that was to be deleted: `marked`, or `open` while it is queued or running and so left as it is; `missing` where the key
 * has no such request, or it is gone.
 */
export type Marking = "marked" | "open" | "missing";

/** What one API key has asked of one model on one day. */
export interface UsageEntry {
  readonly keyId: string;
  readonly modelId: string;
  /** UTC, e.g. `2026-11-24`; the day on which the requests were submitted. */
  readonly day: string;
  readonly submitted: number;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Milliseconds that engines worked on what has ended. */
  readonly runMs: number;
}

export interface UsageQuery {
  /** Milliseconds since the epoch; the whole UTC day that it falls into counts. */
  readonly since: number;
  /** Only what this key has asked for. */
  readonly keyId?: string | undefined;
}

/** Hears of a request's new state, or of new progress of one that is `in_progress`. It must not throw: the change stands. */
export type StateListener = (requestId: string, state: RequestState) => void;

/**
 * Keys, requests and webhooks that are due. Every method that writes resolves when what it wrote is durable, and every change
 * of a request's state is compare-and-set: of two that race, one wins and the other is told.
 */
export interface Store {
  /**
   * Whether other processes may work on the same requests. Where they do not, whatever is in progress at start is an orphan, and
   * a lease lasts as long as the process.
   */
  readonly shared: boolean;

  /** `providerKeys` are secrets for the services behind engines, by the provider's name; the record's `providers` follow from them. */
  insertKey(
    key: Omit<KeyRecord, "providers">,
    providerKeys?: Readonly<Record<string, string>> | undefined,
  ): Promise<void>;
  /** The key with this hash, whether or not it is still good. */
  findKey(hash: string): Promise<KeyRecord | undefined>;
  /** All keys, the oldest first. */
  listKeys(): Promise<readonly KeyRecord[]>;
  /** False when there is no such key, or it has been revoked before. */
  revokeKey(id: string, now: number): Promise<boolean>;
  /** Gives a key another token: the one of before is refused. False when there is no such key, or it has been revoked. */
  renewKey(id: string, token: { readonly hash: string; readonly expiresAt: number }): Promise<boolean>;
  /** The secrets that a key brings along for the services behind engines, by the provider's name. */
  providerKeys(keyId: string): Promise<Readonly<Record<string, string>>>;
  /**
   * Counts one submit against a limit of so many a minute, which may come in bursts of that size. Answers 0, or how many
   * milliseconds to wait, with nothing counted.
   */
  takeRate(keyId: string, perMinute: number, now: number): Promise<number>;

  /** Adds a request `in_queue`, behind all others. Of two that race with one idempotency key, one is added. */
  insertRequest(request: NewRequest): Promise<Insertion>;
  /** What an API key has used an idempotency key for. A key counts for as long as its request is kept. */
  findEarlier(keyId: string, idempotencyKey: string): Promise<EarlierRequest | undefined>;
  findRequest(id: string): Promise<RequestRecord | undefined>;
  /** A request without its input and what came out, and with its place in the queue. */
  findStatus(id: string): Promise<RequestStatus | undefined>;
  /** The state of a request, without reading the rest of it. */
  stateOf(id: string): Promise<RequestState | undefined>;
  listRequests(query: RequestQuery): Promise<RequestPage>;
  /** How many requests are waiting, and how many are being worked on. */
  depth(): Promise<{ readonly queued: number; readonly running: number }>;
  usage(query: UsageQuery): Promise<readonly UsageEntry[]>;
  /** `in_queue → cancelled`. False when it was not in the queue any more. */
  cancel(id: string, now: number): Promise<boolean>;

  /** `in_queue → in_progress` for the oldest request in the queue that can be claimed at `now`, if there is one. */
  claim(lease: {
    readonly id: string;
    readonly ms: number;
    readonly now: number;
  }): Promise<Claim | undefined>;
  /** When the next request that cannot be claimed yet can be; undefined where there is none. */
  nextAvailableAt(now: number): Promise<number | undefined>;
  /** Holds leases for another `ms`; answers those that are held. The others have been lost. */
  extend(leaseIds: readonly string[], ms: number): Promise<ReadonlySet<string>>;
  /** `in_progress → completed | failed`. False when the lease is no longer this run's. */
  finish(claim: Claim, outcome: Outcome, now: number): Promise<boolean>;
  /**
   * Keeps how far a run has come, or what the engine's own service calls it, which stays when it has ended. Where the progress is another one,
   * the request is announced again as `in_progress`. False when the lease is no longer this run's.
   */
  note(claim: Claim, known: { progress?: number; reference?: string }): Promise<boolean>;
  /**
   * `in_progress → in_queue`, at its old place. `uncount` takes the attempt back: it was not the request's fault. Before `availableAt`,
   * in milliseconds since the epoch, it cannot be claimed again. `afresh` forgets the run's reference; its progress is forgotten in any case.
   */
  release(
    claim: Claim,
    options?: { uncount?: boolean; availableAt?: number | undefined; afresh?: boolean },
  ): Promise<boolean>;
  /** Claims that no live worker holds: their lease has run out, or, where the store is not shared, all that there are. */
  orphans(): Promise<readonly Claim[]>;

  /** Requests that ended before `before` and whose input and outputs are still kept, the oldest first. */
  endedBefore(before: number, limit: number): Promise<readonly string[]>;
  /** Notes that the outputs of a request, if it had any, have been removed, and removes its input. */
  forget(id: string, now: number): Promise<void>;

  /**
   * Deletes a request that has ended, and what was to be told of its end, up to its files: from now on it is found by nothing but
   * {@link marked} and this, its input is gone, and its idempotency key is free. What it has added to the usage stays. It may be
   * repeated until {@link erase} has ended it.
   */
  markDeleted(id: string, keyId: string, now: number): Promise<Marking>;
  /** Requests that are marked as deleted and not erased yet, those first that were marked first. */
  marked(limit: number): Promise<readonly string[]>;
  /** Ends a deletion, once the files are gone: nothing is left of the request. Does nothing to one that is not marked. */
  erase(id: string): Promise<void>;

  /** Takes the delivery that has been due longest, and lets nobody else have it for `holdMs`. */
  claimWebhook(now: number, holdMs: number): Promise<WebhookDelivery | undefined>;
  /** It has arrived, or is given up (`retryAt` undefined), or is tried again at `retryAt`. */
  settleWebhook(id: string, retryAt: number | undefined): Promise<void>;
  /** When the next delivery is due; undefined where none is waiting. */
  nextWebhookAt(): Promise<number | undefined>;

  /**
   * Calls back after each change of a request's state or progress, in the order of the changes and within a turn of the event loop; returns
   * what takes it back. A change is announced once whoever reads the store can see it. A store that several processes share
   * announces the changes of all of them. An announcement that gets lost may cost a listener time, never the truth:
   * the store is what says how a request stands. A new request is announced as `in_queue`.
   */
  onStateChange(listener: StateListener): () => void;

  /** Throws where the store cannot be read; what `/readyz` asks. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
