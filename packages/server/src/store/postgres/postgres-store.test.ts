import { afterAll, beforeAll, expect, test } from "vitest";
import { keyRecord } from "../../testing/keys.js";
import { runSql, startPostgres, type TestPostgres } from "../../testing/postgres.js";
import { storeContract } from "../../testing/store-contract.js";
import { openPostgresStore } from "./postgres-store.js";

let postgres: TestPostgres;
let url: string;
beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.createDatabase();
});
afterAll(() => postgres?.stop());

storeContract("the store on Postgres", {
  create: async () => ({ open: () => openPostgresStore({ url }), remove: () => postgres.emptyDatabase(url) }),
});

test("several processes that start at once on an empty database all work afterwards", async () => {
  const url = await postgres.createDatabase();
  const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore({ url })));
  for (const [n, store] of stores.entries()) await store.insertKey(keyRecord(`k${n}`));
  for (const store of stores) expect(await store.listKeys()).toHaveLength(4);
  expect((await runSql(url, "SELECT version FROM model_api.version")).rows).toEqual([{ version: 4 }]);
  await Promise.all(stores.map((store) => store.close()));
});

test("a database of the release before is brought to this one, with what it holds", async () => {
  const url = await postgres.createDatabase();
  const before = await openPostgresStore({ url });
  await before.insertKey(keyRecord());
  await before.insertRequest({ id: "a", keyId: "k", modelId: "a/b", input: { n: 1 }, createdAt: 1 });
  await before.close();
  await runSql(
    url,
    `ALTER TABLE model_api.requests DROP COLUMN progress, DROP COLUMN reference, DROP COLUMN cost;
     ALTER TABLE model_api.keys DROP COLUMN models, DROP COLUMN provider_keys;
     ALTER TABLE model_api.requests DROP COLUMN deleted_at;
     DROP INDEX model_api.requests_of_key_by_model;
     DROP TABLE model_api.usage_of_deleted;
     UPDATE model_api.version SET version = 2`,
  );
  const store = await openPostgresStore({ url });
  expect(await store.findKey("hash of k")).toEqual(keyRecord());
  expect(await store.findRequest("a")).toMatchObject({ state: "in_queue", input: { n: 1 } });
  const claim = await store.claim({ id: "lease", ms: 60_000, now: 2 });
  expect(claim && (await store.note(claim, { progress: 0.5 }))).toBe(true);
  await store.close();
});

test("a database that a newer release wrote is refused, and says what to do", async () => {
  const url = await postgres.createDatabase();
  await (await openPostgresStore({ url })).close();
  await runSql(url, "UPDATE model_api.version SET version = 999");
  await expect(openPostgresStore({ url })).rejects.toThrow(/test_\d was written by a newer release.*Upgrade/);
  expect((await runSql(url, "SELECT version FROM model_api.version")).rows).toEqual([{ version: 999 }]);
});

test("a database that cannot be reached is an error, not a wait", async () => {
  const url = "postgres://nobody@127.0.0.1:1/none";
  await expect(openPostgresStore({ url })).rejects.toThrow(/ECONNREFUSED/);
});

test("an input comes back as it was written, whatever characters it holds", async () => {
  const store = await openPostgresStore({ url: await postgres.createDatabase() });
  const input = { prompt: "a\u0000b \ud800 \u{1f600} ' \\u0000", b: 1e21, a: [null, -0.5] };
  await store.insertRequest({ id: "a", keyId: "k", modelId: "a/b", input, createdAt: 1 });
  const found = await store.findRequest("a");
  expect(found?.input).toEqual(input);
  expect(JSON.stringify(found?.input)).toBe(JSON.stringify(input));
  await store.close();
});
