import { expect, test } from "vitest";
import { runSql } from "../../testing/postgres.js";
import { addAll, claimed, FILES, NOON, storeSuite } from "../../testing/postgres-suite.js";

const suite = storeSuite();

const claimedId = async (store: Awaited<ReturnType<typeof suite.open>>, lease: string) =>
  (await store.claim({ id: lease, ms: 60_000, now: NOON }))?.request.id;

test("what is queued and has lost its delivery is sent again at the next start, to its old place", async () => {
  const store = await suite.open();
  await addAll(store, ["a", "b", "c"]);
  await addAll(store, ["later"], { availableAt: NOON + 1000 });
  await runSql(suite.url, "DELETE FROM model_api_boss.job WHERE data->>'requestId' IN ('a', 'b')");
  expect(await claimedId(store, "1")).toBe("c");
  const restarted = await suite.open();
  expect([await claimedId(store, "2"), await claimedId(restarted, "3")]).toEqual(["a", "b"]);
  expect(await claimedId(store, "4")).toBeUndefined();
});

test("whoever looks for orphans looks for lost deliveries too, once a minute in all", async () => {
  const [mine, theirs] = await Promise.all([suite.open(), suite.open()]);
  const lose = () => runSql(suite.url, "DELETE FROM model_api_boss.job");
  const aMinuteAgo = "UPDATE model_api.version SET looked_at = now() - interval '2 minutes'";
  await addAll(mine, ["a", "b"]);
  await runSql(suite.url, aMinuteAgo);
  await lose();
  await mine.orphans();
  expect(await claimedId(theirs, "1")).toBe("a");
  await lose();
  await theirs.orphans();
  expect(await claimedId(mine, "2")).toBeUndefined();
  await runSql(suite.url, aMinuteAgo);
  await theirs.orphans();
  expect(await claimedId(mine, "2")).toBe("b");
});

test("a delivery of what is not waiting any more is dropped, and the next is tried", async () => {
  const store = await suite.open();
  await addAll(store, ["a", "b", "c"]);
  await runSql(suite.url, "UPDATE model_api.requests SET state = 'cancelled' WHERE id IN ('a', 'b')");
  expect(await claimedId(store, "1")).toBe("c");
  expect((await runSql(suite.url, "SELECT * FROM model_api_boss.job")).rows).toEqual([]);
});

test("a cancelled request and a claimed one leave no delivery behind", async () => {
  const store = await suite.open();
  await addAll(store, ["a", "b"]);
  await store.cancel("a", NOON);
  const claim = await claimed(store, "1");
  expect((await runSql(suite.url, "SELECT * FROM model_api_boss.job")).rows).toEqual([]);
  await store.release(claim);
  expect((await runSql(suite.url, "SELECT data FROM model_api_boss.job")).rows).toEqual([
    { data: { requestId: "b" } },
  ]);
});

test("a lease that has run out is handed to one process, and its holder has lost the request", async () => {
  const [mine, theirs] = await Promise.all([suite.open(), suite.open()]);
  await addAll(mine, ["a", "b", "c"]);
  const slow = await claimed(mine, "slow", 0);
  await claimed(mine, "dead", 0);
  await claimed(mine, "busy");
  const found = await Promise.all([mine.orphans(), theirs.orphans()]);
  const orphans = found.flat();
  expect(orphans.map(({ request }) => request.id).sort()).toEqual(["a", "b"]);
  expect(await theirs.orphans()).toEqual([]);

  expect(await mine.extend(["slow", "busy"], 60_000)).toEqual(new Set(["busy"]));
  expect(await mine.finish(slow, FILES, NOON)).toBe(false);
  for (const orphan of orphans) expect(await theirs.release(orphan)).toBe(true);
  expect((await claimed(theirs, "next")).request).toMatchObject({ id: "a", attempts: 2 });
});

test("a lease that is extended is nobody's orphan, and one whose finder died is found again", async () => {
  const store = await suite.open();
  await addAll(store, ["a", "b"]);
  await claimed(store, "held", 0);
  expect(await store.extend(["held"], 60_000)).toEqual(new Set(["held"]));
  expect(await store.orphans()).toEqual([]);

  await claimed(store, "dead", 0);
  const [orphan] = await store.orphans();
  await store.extend([orphan?.leaseId ?? ""], 0);
  expect(await store.orphans()).toMatchObject([{ request: { id: "b", attempts: 1 } }]);
});

test("an outcome whose answer got lost is told to have won when it is written again", async () => {
  const store = await suite.open();
  await addAll(store, ["a"]);
  const claim = await claimed(store, "one");
  expect(await store.finish(claim, FILES, NOON)).toBe(true);
  expect(await store.finish(claim, FILES, NOON + 1)).toBe(true);
  expect(await store.finish({ ...claim, leaseId: "two" }, FILES, NOON)).toBe(false);
  expect(await store.finish(claim, { ...FILES, files: [] }, NOON)).toBe(false);
  expect(await store.findRequest("a")).toMatchObject({ finishedAt: NOON, ...FILES });
});
