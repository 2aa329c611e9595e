import type { EngineReport } from "../engines/engine.js";
import type { RequestFailure, RequestRecord, RequestState, RequestSummary, StoredFile } from "../requests.js";

export interface KeyRecord {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the token, hex. The token itself is never stored. */
  readonly hash: string;
  readonly createdAt: number;
}

/** A request that is about to be kept. */
export interface NewRequest {
  readonly id: string;
  readonly keyId: string;
  readonly modelId: string;
  readonly input: object;
  readonly createdAt: number;
  /** Makes the request the only one of its API key with this idempotency key. */
  readonly idempotency?: Idempotency | undefined;
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

/** Which requests are listed. */
export interface RequestQuery {
  readonly keyId: string;
  /** Only those that stand so. */
  readonly state?: RequestState | undefined;
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
  | { readonly files: readonly StoredFile[]; readonly report: EngineReport }
  | { readonly failure: RequestFailure };

/** Hears of a request's new state. It must not throw: the change stands. */
export type StateListener = (requestId: string, state: RequestState) => void;

/**
 * Keys and requests. Every method that writes resolves when what it wrote is durable, and every change of a
 * request's state is compare-and-set: of two that race, one wins and the other is told.
 */
export interface Store {
  insertKey(key: KeyRecord): Promise<void>;
  findKey(hash: string): KeyRecord | undefined;
  countKeys(): number;

  /**
   * Adds a request `in_queue`, behind all others. Where its idempotency key has been used, adds nothing and answers what it has been
   * used for: of two that race with one key, one is added.
   */
  insertRequest(request: NewRequest): Promise<EarlierRequest | undefined>;
  /** What an API key has used an idempotency key for. A key counts for as long as its request is kept. */
  findEarlier(keyId: string, idempotencyKey: string): EarlierRequest | undefined;
  findRequest(id: string): RequestRecord | undefined;
  /** The state of a request, without reading the rest of it. */
  stateOf(id: string): RequestState | undefined;
  listRequests(query: RequestQuery): RequestPage;
  /** Requests ahead of this one in the queue. */
  queuePosition(id: string): number;
  /** `in_queue → cancelled`. False when it was not in the queue any more. */
  cancel(id: string, now: number): Promise<boolean>;

  /** `in_queue → in_progress` for the oldest request in the queue, if there is one. */
  claim(leaseId: string): Promise<Claim | undefined>;
  /** `in_progress → completed | failed`. False when the lease is no longer this run's. */
  finish(claim: Claim, outcome: Outcome, now: number): Promise<boolean>;
  /** `in_progress → in_queue`, at its old place. `uncount` takes the attempt back: it was not the request's fault. */
  release(claim: Claim, options?: { uncount?: boolean }): Promise<boolean>;
  /** Claims that no live worker holds: what a process that died has left behind. */
  orphans(): Claim[];

  /**
   * Calls back after each change of a request's state, in the order of the changes and within a turn of the event loop; returns
   * what takes it back. A change is announced once whoever reads the store can see it. A store that several processes share
   * announces the changes of all of them. An announcement that gets lost may cost a listener time, never the truth:
   * the store is what says how a request stands.
   */
  onStateChange(listener: StateListener): () => void;

  close(): Promise<void>;
}
