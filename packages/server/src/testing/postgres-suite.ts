import { afterAll, afterEach, beforeAll } from "vitest";
import { openPostgresStore } from "../store/postgres/postgres-store.js";
import type { Claim, NewRequest, Store } from "../store/store.js";
import { keyRecord } from "./keys.js";
import { startPostgres, type TestPostgres } from "./postgres.js";
import { NOON } from "./store-contract/rig.js";

export { FILES, NOON } from "./store-contract/rig.js";

export interface StoreSuite {
  readonly postgres: TestPostgres;
  /** The database of all tests of a file; each finds it empty. */
  readonly url: string;
  /** Opens a store on it, as another process would; closed when the test ends. The first one of a test is given the key `k`. */
  open(): Promise<Store>;
}

/** Gives the tests of a file a Postgres of their own. */
export function storeSuite(): StoreSuite {
  let postgres: TestPostgres;
  let url = "";
  const opened = new Set<Store>();
  let keyInserted = false;

  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.createDatabase();
  });
  afterEach(async () => {
    await Promise.all([...opened].map((store) => store.close()));
    opened.clear();
    keyInserted = false;
    await postgres.emptyDatabase(url);
  });
  afterAll(() => postgres?.stop());

  return {
    get postgres() {
      return postgres;
    },
    get url() {
      return url;
    },
    async open() {
      const store = await openPostgresStore({ url });
      opened.add(store);
      if (keyInserted) return store;
      keyInserted = true;
      await store.insertKey(keyRecord());
      return store;
    },
  };
}

/** Submits one after another, so that their order is known. */
export async function addAll(
  store: Store,
  ids: readonly string[],
  more: Partial<NewRequest> = {},
): Promise<void> {
  for (const id of ids)
    await store.insertRequest({ id, keyId: "k", modelId: "a/b", input: { n: id }, createdAt: NOON, ...more });
}

export async function claimed(store: Store, lease: string, ms = 60_000): Promise<Claim> {
  const claim = await store.claim({ id: lease, ms, now: NOON });
  if (!claim) throw new Error("nothing was there to be claimed");
  return claim;
}
