import type { Clock } from "../clock.js";
import type { Store, UsageEntry } from "../store/store.js";
import { checkNewKey } from "./check-key.js";
import { type KeyRecord, whyRefused } from "./key-record.js";
import { createKey, type NewKey } from "./keys.js";

/** A key without what only its owner may know. */
export type KeyView = Omit<KeyRecord, "hash" | "webhookSecret"> & {
  readonly state: "active" | "revoked" | "expired";
};

/** What is shown of a new key, once. */
export interface CreatedKey {
  readonly key: KeyView;
  readonly token: string;
  /** What webhooks of the key's requests are signed with, `whsec_…`. */
  readonly webhookSecret: string;
}

/** Keys and what they have used, for whoever administers a server. */
export interface KeyManager {
  /** Throws `InvalidKeyError`. */
  create(key: NewKey): Promise<CreatedKey>;
  /** The oldest first. */
  list(): Promise<readonly KeyView[]>;
  /** The key as it is now, and whether this call has revoked it; undefined where there is none. */
  revoke(id: string): Promise<{ readonly key: KeyView; readonly revoked: boolean } | undefined>;
  /** By day, key and model. `since` is in milliseconds since the epoch; its whole UTC day counts. */
  usage(query: {
    readonly since: number;
    readonly keyId?: string | undefined;
  }): Promise<readonly UsageEntry[]>;
}

export function manageKeys(store: Store, clock: Pick<Clock, "now">): KeyManager {
  const view = (key: KeyRecord) => toView(key, clock.now());
  const find = async (id: string) => (await store.listKeys()).find((key) => key.id === id);
  return {
    async create(key) {
      checkNewKey(key, clock.now());
      const { token, record, providerKeys } = createKey({ ...key, name: key.name.trim() }, clock.now());
      await store.insertKey(record, providerKeys);
      return { key: view(record), token, webhookSecret: record.webhookSecret };
    },
    list: async () => (await store.listKeys()).map(view),
    async revoke(id) {
      const revoked = await store.revokeKey(id, clock.now());
      const key = await find(id);
      return key && { key: view(key), revoked };
    },
    usage: (query) => store.usage(query),
  };
}

function toView({ hash: _, webhookSecret: __, ...key }: KeyRecord, now: number): KeyView {
  return { ...key, state: whyRefused(key, now) ?? "active" };
}
