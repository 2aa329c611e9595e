import { expect, test } from "vitest";
import { keyRecord } from "../keys.js";
import { FAILURE, FILES, NOON, type StoreRig, WEBHOOK } from "./rig.js";

/** Requests that their owners delete. */
export function deletionsContract(rig: StoreRig): void {
  const { add, addAll, claimed } = rig;

  test("a request that has ended is marked as deleted, and then found by nothing but what erases it", async () => {
    await addAll("a", "b", "c");
    await rig.store.finish(await claimed("1"), FILES, NOON + 1);
    await rig.store.finish(await claimed("2"), FAILURE, NOON + 2);
    await rig.store.cancel("c", NOON + 3);
    for (const id of ["c", "a"]) expect(await rig.store.markDeleted(id, "k", NOON + 9)).toBe("marked");
    for (const id of ["a", "c"]) {
      expect(await rig.store.findRequest(id)).toBeUndefined();
      expect(await rig.store.findStatus(id)).toBeUndefined();
      expect(await rig.store.stateOf(id)).toBeUndefined();
    }
    expect((await rig.store.listRequests({ keyId: "k", limit: 9 })).requests.map(({ id }) => id)).toEqual([
      "b",
    ]);
    expect(await rig.store.endedBefore(NOON + 99, 9)).toEqual(["b"]);
    expect(await rig.store.findRequest("b")).toMatchObject({ input: { n: "b" }, ...FAILURE });
    expect(await rig.store.marked(1)).toEqual(["a"]);
    expect(await rig.store.marked(9)).toEqual(["a", "c"]);
  });

  test("what is queued or running is left as it is, and so is somebody else's", async () => {
    await rig.store.insertKey(keyRecord("other"));
    await addAll("running", "queued");
    await claimed();
    await add("theirs", { keyId: "other" });
    await rig.store.cancel("theirs", NOON);
    expect(await rig.store.markDeleted("running", "k", NOON)).toBe("open");
    expect(await rig.store.markDeleted("queued", "k", NOON)).toBe("open");
    for (const id of ["theirs", "nobody's"])
      expect(await rig.store.markDeleted(id, "k", NOON)).toBe("missing");
    expect(await rig.store.depth()).toEqual({ queued: 1, running: 1 });
    expect(await rig.store.findRequest("theirs")).toMatchObject({
      state: "cancelled",
      input: { n: "theirs" },
    });
    await rig.store.erase("theirs");
    expect(await rig.store.stateOf("theirs")).toBe("cancelled");
  });

  test("a mark stays through a restart and may be set again, until the request is erased", async () => {
    await addAll("a", "b");
    await rig.store.cancel("a", NOON);
    await rig.store.cancel("b", NOON);
    await rig.store.markDeleted("a", "k", NOON);
    await rig.reopen();
    expect(await rig.store.findRequest("a")).toBeUndefined();
    expect(await rig.store.markDeleted("a", "k", NOON + 5)).toBe("marked");
    await rig.store.markDeleted("b", "k", NOON + 1);
    // The first mark counts.
    expect(await rig.store.marked(9)).toEqual(["a", "b"]);
    for (let time = 0; time < 2; time++) {
      await rig.store.erase("a");
      expect(await rig.store.marked(9)).toEqual(["b"]);
      expect(await rig.store.markDeleted("a", "k", NOON + 9)).toBe("missing");
    }
  });

  test("usage does not shrink, neither by a mark nor when the request is erased", async () => {
    await add("a");
    await add("b");
    await add("c", { createdAt: NOON + 86_400_000 });
    await rig.store.finish(await claimed("1"), FILES, NOON + 3000);
    await rig.store.finish(await claimed("2"), FAILURE, NOON + 3500);
    await rig.store.cancel("c", NOON + 86_400_001);
    const before = await rig.store.usage({ since: NOON });
    expect(before).toMatchObject([{ submitted: 2, completed: 1, failed: 1, runMs: 4500 }, { cancelled: 1 }]);
    for (const id of ["a", "b", "c"]) {
      await rig.store.markDeleted(id, "k", NOON);
      expect(await rig.store.usage({ since: NOON })).toEqual(before);
      await rig.store.erase(id);
      expect(await rig.store.usage({ since: NOON, keyId: "k" })).toEqual(before);
    }
    await add("d");
    expect(await rig.store.usage({ since: NOON })).toMatchObject([{ submitted: 3 }, { submitted: 1 }]);
    expect(await rig.store.usage({ since: NOON + 86_400_000 })).toEqual(before.slice(1));
    expect(await rig.store.usage({ since: NOON, keyId: "other" })).toEqual([]);
  });

  test("what was to be told of its end is told to nobody any more, and its idempotency key is free", async () => {
    const idempotency = { key: "once", fingerprint: "f" };
    await add("a", { webhook: WEBHOOK, idempotency });
    await add("b", { webhook: WEBHOOK });
    await rig.store.cancel("a", NOON);
    await rig.store.cancel("b", NOON);
    const held = await rig.store.claimWebhook(NOON, 1000);
    await rig.store.markDeleted("a", "k", NOON);
    await rig.store.markDeleted("b", "k", NOON);
    expect(await rig.store.nextWebhookAt()).toBeUndefined();
    // Whoever was delivering it comes back with it.
    await rig.store.settleWebhook(held?.id ?? "", NOON + 5);
    expect(await rig.store.nextWebhookAt()).toBeUndefined();
    expect(await rig.store.findEarlier("k", "once")).toBeUndefined();
    expect(await add("c", { idempotency })).toEqual({ outcome: "added" });
    for (const id of ["a", "b"]) await rig.store.erase(id);
    expect(await rig.store.marked(9)).toEqual([]);
  });

  test("of an end and a deletion that race, the deletion comes after or finds it open, and leaves nothing behind", async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `r${n}`);
    for (const id of ids) await add(id, { webhook: WEBHOOK });
    const markings = await Promise.all(
      ids.flatMap((id) => [
        rig.store.cancel(id, NOON).then(() => "ended" as const),
        rig.store.markDeleted(id, "k", NOON),
      ]),
    );
    expect(new Set(markings.filter((marking) => marking !== "ended"))).not.toContain("missing");
    for (const id of ids) {
      await rig.store.markDeleted(id, "k", NOON);
      await rig.store.erase(id);
    }
    expect(await rig.store.nextWebhookAt()).toBeUndefined();
    expect((await rig.store.listRequests({ keyId: "k", limit: 99 })).requests).toEqual([]);
  });
}
