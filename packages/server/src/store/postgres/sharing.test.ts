import { expect, test, vi } from "vitest";
import type { RequestState } from "../../requests.js";
import { keyRecord } from "../../testing/keys.js";
import { addAll, claimed, FILES, NOON, storeSuite } from "../../testing/postgres-suite.js";

const suite = storeSuite();
const ids = (count: number) => Array.from({ length: count }, (_, n) => `r${n}`);

test("processes that claim at once share what there is, and nothing is claimed twice", async () => {
  const stores = await Promise.all([suite.open(), suite.open(), suite.open()]);
  await addAll(stores[0], ids(60));
  const taken = await Promise.all(
    stores.flatMap((store, of) =>
      Array.from({ length: 25 }, async (_, n) => {
        const claim = await store.claim({ id: `${of}-${n}`, ms: 60_000, now: NOON });
        return claim?.request.id;
      }),
    ),
  );
  const found = taken.filter((id) => id !== undefined);
  expect(new Set(found).size).toBe(found.length);
  // A claim passes over what others are taking at that moment, so the last ones may have found nothing.
  expect(found.length).toBeGreaterThanOrEqual(40);
  for (let n = found.length; n < 60; n++) await claimed(stores[0], `late-${n}`);
  expect(await stores[1].depth()).toEqual({ queued: 0, running: 60 });
});

test("changes of one process are heard in the others, in their order, and the queue's positions follow", async () => {
  const [mine, theirs] = await Promise.all([suite.open(), suite.open()]);
  const heard: [string, RequestState][] = [];
  theirs.onStateChange((id, state) => heard.push([id, state]));
  await addAll(mine, ["a", "b", "c"]);
  expect((await theirs.findStatus("c"))?.ahead).toBe(2);
  const claim = await claimed(mine, "one");
  await mine.note(claim, { progress: 0.5, reference: "job" });
  await mine.release(claim);
  await mine.finish(await claimed(mine, "two"), FILES, NOON);
  await mine.cancel("b", NOON);
  await vi.waitFor(() => expect(heard).toHaveLength(9));
  expect(heard).toEqual([
    ["a", "in_queue"],
    ["b", "in_queue"],
    ["c", "in_queue"],
    ["a", "in_progress"],
    ["a", "in_progress"],
    ["a", "in_queue"],
    ["a", "in_progress"],
    ["a", "completed"],
    ["b", "cancelled"],
  ]);
  expect((await theirs.findStatus("c"))?.ahead).toBe(0);
});

test("of a cancel here and a claim there, one wins", async () => {
  const [mine, theirs] = await Promise.all([suite.open(), suite.open()]);
  for (const id of ids(40)) {
    await addAll(mine, [id]);
    const [cancelled, claim] = await Promise.all([
      mine.cancel(id, NOON),
      theirs.claim({ id: `lease of ${id}`, ms: 60_000, now: NOON }),
    ]);
    // A claim that came while the cancel was under way has passed over the request.
    expect(cancelled).toBe(claim === undefined);
    expect(await mine.stateOf(id)).toBe(cancelled ? "cancelled" : "in_progress");
  }
});

test("limits of a key count what all processes do", async () => {
  const [mine, theirs] = await Promise.all([suite.open(), suite.open()]);
  const rates = await Promise.all(
    [mine, theirs, mine, theirs, mine].map((store) => store.takeRate("k", 3, NOON)),
  );
  expect(rates.filter((wait) => wait === 0)).toHaveLength(3);
  expect(rates.filter((wait) => wait === 20_000)).toHaveLength(2);
  const insert = (id: string, n: number) =>
    (n % 2 === 0 ? mine : theirs).insertRequest({
      id,
      keyId: "k",
      modelId: "a/b",
      input: {},
      createdAt: NOON,
      maxOpen: 3,
      idempotency: { key: id, fingerprint: "f" },
    });
  const results = await Promise.all(ids(8).map(insert));
  expect(results.filter(({ outcome }) => outcome === "added")).toHaveLength(3);
  const first = results.findIndex(({ outcome }) => outcome === "added");
  expect(await insert(`r${first}`, first)).toMatchObject({ outcome: "repeat" });
});

test("a key that one process revokes is refused by the others within a second", async () => {
  const [mine, theirs] = await Promise.all([suite.open(), suite.open()]);
  expect(await theirs.findKey("hash of k")).toEqual(keyRecord());
  const started = performance.now();
  await mine.revokeKey("k", NOON);
  expect(await mine.findKey("hash of k")).toMatchObject({ revokedAt: NOON });
  const isRefused = async () => expect(await theirs.findKey("hash of k")).toMatchObject({ revokedAt: NOON });
  await vi.waitFor(isRefused, { timeout: 5000, interval: 20 });
  expect(performance.now() - started).toBeLessThan(2000);
});
