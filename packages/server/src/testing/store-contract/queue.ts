import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { eventually, FAILURE, FILES, LEASE_MS, NOON, type StoreRig } from "./rig.js";

/** Claims, leases, and places in the queue. */
export function queueContract(rig: StoreRig): void {
  const { add, addAll, claim, claimed } = rig;

  test("requests are claimed oldest first, each once, however many claim at once", async () => {
    await addAll("a", "b", "c");
    expect((await claim("1"))?.request).toMatchObject({
      id: "a",
      state: "in_progress",
      attempts: 1,
      input: { n: "a" },
      startedAt: NOON + 1000,
    });
    const claims = await Promise.all(["2", "3", "4", "5"].map((id) => claim(id)));
    expect(claims.flatMap((found) => found?.request.id ?? []).sort()).toEqual(["b", "c"]);
  });

  test("of a cancel and a claim that race, one wins", async () => {
    for (let round = 0; round < 20; round++) {
      const id = `race-${round}`;
      await add(id);
      const cancel = () => rig.store.cancel(id, NOON);
      const take = async () => (await claim(`lease-${round}`))?.request.id;
      const [cancelled, taken] =
        round % 2 === 0
          ? await Promise.all([cancel(), take()])
          : ((await Promise.all([take(), cancel()])).reverse() as [boolean, string | undefined]);
      expect([cancelled, taken]).toEqual(cancelled ? [true, undefined] : [false, id]);
      expect(await rig.store.stateOf(id)).toBe(cancelled ? "cancelled" : "in_progress");
    }
  });

  test("only the lease that holds a request may finish or release it, and only once", async () => {
    await add("a");
    const mine = await claimed("one");
    const stale = { ...mine, leaseId: "other" };
    expect(await rig.store.finish(stale, FILES, NOON + 7000)).toBe(false);
    expect(await rig.store.release(stale)).toBe(false);
    expect(await rig.store.finish(mine, FILES, NOON + 7000)).toBe(true);
    expect(await rig.store.finish(mine, FAILURE, NOON + 8000)).toBe(false);
    expect(await rig.store.findRequest("a")).toMatchObject({
      state: "completed",
      finishedAt: NOON + 7000,
      ...FILES,
    });
  });

  test("a released request keeps its place in the queue, and its count unless it is taken back", async () => {
    await addAll("a", "b");
    await rig.store.release(await claimed("1"), { uncount: true });
    const again = await claimed("2");
    expect(again.request).toMatchObject({ id: "a", attempts: 1 });
    await rig.store.release(again);
    expect((await claim("3"))?.request).toMatchObject({ id: "a", attempts: 2 });
  });

  test("a request that is released for later is not claimed before, and is claimed then", async () => {
    await add("a");
    await rig.store.release(await claimed("1"), { availableAt: NOON + 60_000 });
    const at = (now: number) => rig.store.claim({ id: `at ${now}`, ms: 60_000, now });
    expect(await at(NOON + 59_999)).toBeUndefined();
    expect(await rig.store.nextAvailableAt(NOON)).toBe(NOON + 60_000);
    expect((await at(NOON + 60_000))?.request).toMatchObject({ id: "a", attempts: 2 });
  });

  test("a request's position is how many are ahead of it, through claims and cancels", async () => {
    await addAll("a", "b", "c", "d");
    const positions = () =>
      Promise.all(["a", "b", "c", "d"].map(async (id) => (await rig.store.findStatus(id))?.ahead));
    expect(await eventually(positions, [0, 1, 2, 3])).toEqual([0, 1, 2, 3]);
    await claim();
    await rig.store.cancel("c", NOON);
    const after = [undefined, 0, undefined, 1];
    expect(await eventually(positions, after)).toEqual(after);
    expect(await rig.store.depth()).toEqual({ queued: 2, running: 1 });
  });

  test("a request that is not to be claimed yet lets others pass, and is the oldest again when its time has come", async () => {
    expect(await rig.store.nextAvailableAt(NOON)).toBeUndefined();
    await add("later", { availableAt: NOON + 5000 });
    await add("now");
    expect(await rig.store.nextAvailableAt(NOON)).toBe(NOON + 5000);
    const claimAt = async (now: number) =>
      (await rig.store.claim({ id: randomUUID(), ms: LEASE_MS, now }))?.request.id;
    expect([await claimAt(NOON + 4999), await claimAt(NOON + 4999)]).toEqual(["now", undefined]);
    await add("last");
    expect([await claimAt(NOON + 5000), await claimAt(NOON + 5000)]).toEqual(["later", "last"]);
    expect(await rig.store.nextAvailableAt(NOON)).toBeUndefined();
  });

  test("what a store that is not shared has in progress when it is opened is an orphan", async () => {
    if (rig.store.shared) return expect(await rig.store.orphans()).toEqual([]);
    await addAll("a", "b");
    await claim("dead");
    await rig.reopen();
    expect(await rig.store.orphans()).toMatchObject([{ leaseId: "dead", request: { id: "a", attempts: 1 } }]);
  });
}
