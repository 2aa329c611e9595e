import { expect, test } from "vitest";
import { keyRecord } from "../keys.js";
import { FILES, NOON, type StoreRig } from "./rig.js";

/** What is kept of a submit, once, and within its key's limits. */
export function submitsContract(rig: StoreRig): void {
  const { add, claimed } = rig;

  test("a write that fails takes back its own work and nobody else's", async () => {
    const results = await Promise.allSettled([add("a"), add("a"), add("b")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(await rig.store.stateOf("b")).toBe("in_queue");
  });

  test("one idempotency key gives one request, even to two that come at once, and each API key has its own", async () => {
    await rig.store.insertKey(keyRecord("other"));
    const idempotency = { key: "once", fingerprint: "f" };
    const both = await Promise.all([add("a", { idempotency }), add("b", { idempotency })]);
    const winner = both[0]?.outcome === "added" ? "a" : "b";
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["added", "repeat"]);
    expect(await add("c", { idempotency })).toEqual({
      outcome: "repeat",
      earlier: { id: winner, fingerprint: "f" },
    });
    expect(await rig.store.findEarlier("k", "once")).toEqual({ id: winner, fingerprint: "f" });
    expect(await rig.store.findEarlier("other", "once")).toBeUndefined();
    expect(await add("d", { idempotency, keyId: "other" })).toEqual({ outcome: "added" });
    expect(await rig.store.depth()).toEqual({ queued: 2, running: 0 });
  });

  test("a key has no more requests open than it may, however many submits come at once", async () => {
    const results = await Promise.all(["a", "b", "c", "d"].map((id) => add(id, { maxOpen: 2 })));
    expect(results.filter(({ outcome }) => outcome === "added")).toHaveLength(2);
    expect(results.find(({ outcome }) => outcome === "full")).toEqual({ outcome: "full", open: 2 });
    await rig.store.finish(await claimed(), FILES, NOON + 2000);
    expect(await add("e", { maxOpen: 2 })).toEqual({ outcome: "added" });
    expect(await add("f", { maxOpen: 2 })).toMatchObject({ outcome: "full" });
  });

  test("a rate limit lets a burst through, then as much as the time brings back", async () => {
    const take = (now: number) => rig.store.takeRate("k", 3, now);
    expect([await take(NOON), await take(NOON), await take(NOON)]).toEqual([0, 0, 0]);
    expect(await take(NOON)).toBe(20_000);
    expect(await take(NOON + 19_000)).toBe(1000);
    expect(await take(NOON + 20_000)).toBe(0);
    expect(await take(NOON + 20_000)).toBeGreaterThan(0);
  });
}
