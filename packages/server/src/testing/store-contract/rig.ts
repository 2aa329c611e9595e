import { afterEach, beforeEach } from "vitest";
import type { Claim, Insertion, NewRequest, Outcome, Store } from "../../store/store.js";
import { keyRecord } from "../keys.js";

/** How a suite gets at a store of the kind that it tests. */
export interface StoreOpener {
  /** Makes a place for one test, with nothing in it. */
  create(): Promise<StorePlace>;
}

export interface StorePlace {
  /** Opens the store that stands there; each time as another process would. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export const LEASE_MS = 60_000;
export const NOON: number = Date.UTC(2026, 10, 24, 12);
export const FILES: Extract<Outcome, { files: unknown }> = {
  files: [{ kind: "image", name: "x.png" }],
  report: { engine: "e", applied: [], ignored: [] },
};
export const FAILURE: Outcome = { failure: { code: "x", message: "y" } };
export const WEBHOOK = { url: "https://hooks.example/1", origin: "https://models.example" } as const;

/** The store of the test that runs, which has the key `k`, and what tests do with it. */
export interface StoreRig {
  readonly store: Store;
  /** Closes the store, and opens it as another process would. */
  reopen(): Promise<void>;
  add(id: string, more?: Partial<NewRequest>): Promise<Insertion>;
  /** One after another, so that their order is known. */
  addAll(...ids: string[]): Promise<void>;
  claim(leaseId?: string): Promise<Claim | undefined>;
  /** Throws where there is nothing to be claimed. */
  claimed(leaseId?: string): Promise<Claim>;
}

/** Gives each test a store of its own. */
export function storeRig(opener: StoreOpener): StoreRig {
  let place: StorePlace;
  let store: Store;
  beforeEach(async () => {
    place = await opener.create();
    store = await place.open();
    await store.insertKey(keyRecord());
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const add = (id: string, more: Partial<NewRequest> = {}) =>
    store.insertRequest({ id, keyId: "k", modelId: "a/b", input: { n: id }, createdAt: NOON, ...more });
  const claim = (id = "lease") => store.claim({ id, ms: LEASE_MS, now: NOON + 1000 });
  return {
    get store() {
      return store;
    },
    async reopen() {
      await store.close();
      store = await place.open();
    },
    add,
    async addAll(...ids) {
      for (const id of ids) await add(id);
    },
    claim,
    async claimed(id) {
      const found = await claim(id);
      if (!found) throw new Error("nothing was there to be claimed");
      return found;
    },
  };
}

/** What is read, as soon as it is what is expected; a shared store tells some things a moment later. */
export async function eventually<T>(read: () => Promise<T>, expected: unknown): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (tries >= 300 || JSON.stringify(value) === JSON.stringify(expected)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
