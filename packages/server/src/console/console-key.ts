import { type Clock, systemClock } from "../clock.js";
import { whyRefused } from "../keys/key-record.js";
import { createKey, hashToken } from "../keys/keys.js";
import type { Store } from "../store/store.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFE_MS = 30 * DAY_MS;
/** What the ids of the console's keys begin with. */
const ID = "key_console";

/**
 * Gives the console's page its key, as `consoleKey` of a server that only this machine reaches. It is one key for as long as the data is kept, so that
 * the console finds its requests again after a restart; only its token is a new one each time, because a token is never written down.
 * Resolves with undefined once the key has been revoked: then people sign in, and the next start makes another key, with another owner's requests.
 */
export function createConsoleKey(
  store: Pick<Store, "findKey" | "insertKey" | "listKeys" | "renewKey">,
  clock: Pick<Clock, "now"> = systemClock,
): () => Promise<string | undefined> {
  let handed: { readonly token: string; readonly hash: string } | undefined;
  let waiting: Promise<string | undefined> | undefined;

  async function give(): Promise<string | undefined> {
    const now = clock.now();
    const known = handed && (await store.findKey(handed.hash));
    if (known?.revokedAt !== undefined) return undefined;
    // Another server on the same data may have given the key another token meanwhile.
    if (handed && known && (known.expiresAt ?? 0) - now > DAY_MS) return handed.token;
    const isFirst = handed === undefined;
    const fresh = createKey(
      { name: "console", scopes: ["submit", "read", "admin"], expiresAt: now + LIFE_MS },
      now,
    );
    const keys = (await store.listKeys()).filter(({ id }) => id.startsWith(ID));
    const own = keys.findLast((key) => whyRefused(key, now) !== "revoked");
    if (own) {
      if (!(await store.renewKey(own.id, { hash: fresh.record.hash, expiresAt: now + LIFE_MS })))
        return undefined;
    } else {
      if (!isFirst) return undefined;
      const id = `${ID}${keys.length > 0 ? `_${keys.length + 1}` : ""}`;
      await store.insertKey({ ...fresh.record, id });
    }
    handed = { token: fresh.token, hash: hashToken(fresh.token) };
    return fresh.token;
  }

  // Pages that ask at once are given the same.
  return () => {
    waiting ??= give().finally(() => {
      waiting = undefined;
    });
    return waiting;
  };
}
