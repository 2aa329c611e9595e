import type { KeyRecord } from "../../keys/key-record.js";

/** For how long a key is not asked for again. A key that is revoked, by whichever process, is refused everywhere within this time. */
const KEEP_MS = 1000;
const MAX_KEYS = 10_000;

/** Keys that were looked up a moment ago: every call brings one. Only keys that exist are kept, so nobody fills it with guesses. */
export class KeyCache {
  readonly #found = new Map<string, { readonly key: KeyRecord; readonly until: number }>();
  readonly #find: (hash: string) => Promise<KeyRecord | undefined>;

  constructor(find: (hash: string) => Promise<KeyRecord | undefined>) {
    this.#find = find;
  }

  async find(hash: string): Promise<KeyRecord | undefined> {
    // From before it is read: what is revoked while it is being read counts as well.
    const now = performance.now();
    const kept = this.#found.get(hash);
    if (kept && kept.until > now) return kept.key;
    const key = await this.#find(hash);
    if (this.#found.size >= MAX_KEYS) this.#found.clear();
    if (key) this.#found.set(hash, { key, until: now + KEEP_MS });
    else this.#found.delete(hash);
    return key;
  }

  /** What this process revokes is refused by it at once. */
  clear(): void {
    this.#found.clear();
  }
}
