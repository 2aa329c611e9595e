import { expect, test } from "vitest";
import { keyRecord } from "../keys.js";
import { FAILURE, FILES, NOON, type StoreRig } from "./rig.js";

/** Keys, lists, usage, and what is forgotten. */
export function recordsContract(rig: StoreRig): void {
  const { add, addAll, claimed } = rig;

  test("keys are found by their hash, with all that is known of them, until and after they are revoked", async () => {
    const full = keyRecord("full", {
      scopes: ["admin"],
      createdAt: 2,
      expiresAt: NOON,
      rateLimit: 5,
      maxOpen: 7,
      models: ["openai/*", "acme/one"],
      providers: ["openai", "acme"],
    });
    const secrets = { openai: "sk-\u00e9'\"", acme: "2" };
    await rig.store.insertKey(full, secrets);
    expect(await rig.store.findKey("hash of full")).toEqual(full);
    expect(await rig.store.findKey("hash of k")).toEqual(keyRecord());
    expect(await rig.store.findKey("hash of nobody")).toBeUndefined();
    expect(await rig.store.listKeys()).toEqual([keyRecord(), full]);
    expect(await rig.store.providerKeys("full")).toEqual(secrets);
    expect(await rig.store.providerKeys("k")).toEqual({});
    expect(await rig.store.providerKeys("nobody")).toEqual({});
    expect(await rig.store.revokeKey("full", 9)).toBe(true);
    expect(await rig.store.revokeKey("full", 10)).toBe(false);
    expect(await rig.store.revokeKey("nobody", 10)).toBe(false);
    expect(await rig.store.listKeys()).toEqual([keyRecord(), { ...full, revokedAt: 9 }]);
  });

  test("a key that is renewed has another token and the same requests; one that was revoked stays so", async () => {
    const key = keyRecord("mine", { expiresAt: NOON });
    await rig.store.insertKey(key);
    await add("a", { keyId: "mine" });
    expect(await rig.store.findKey("hash of mine")).toEqual(key);
    expect(await rig.store.renewKey("mine", { hash: "second", expiresAt: NOON + 9 })).toBe(true);
    expect(await rig.store.findKey("hash of mine")).toBeUndefined();
    expect(await rig.store.findKey("second")).toEqual({ ...key, hash: "second", expiresAt: NOON + 9 });
    expect((await rig.store.listRequests({ keyId: "mine", limit: 9 })).requests).toHaveLength(1);
    await rig.store.revokeKey("mine", 3);
    expect(await rig.store.renewKey("mine", { hash: "third", expiresAt: NOON + 9 })).toBe(false);
    expect(await rig.store.renewKey("nobody", { hash: "third", expiresAt: NOON + 9 })).toBe(false);
    expect(await rig.store.findKey("third")).toBeUndefined();
    expect(await rig.store.findKey("second")).toMatchObject({ revokedAt: 3 });
  });

  test("requests are listed newest first, page by page, by key, state and model", async () => {
    await rig.store.insertKey(keyRecord("other"));
    await addAll("a", "b", "c");
    await add("theirs", { keyId: "other" });
    await rig.store.cancel("b", NOON);
    const first = await rig.store.listRequests({ keyId: "k", limit: 2 });
    expect(first.requests.map(({ id }) => id)).toEqual(["c", "b"]);
    const second = await rig.store.listRequests({ keyId: "k", limit: 2, before: first.next });
    expect([second.requests.map(({ id }) => id), second.next]).toEqual([["a"], undefined]);
    const queued = await rig.store.listRequests({ keyId: "k", state: "in_queue", limit: 9 });
    expect(queued.requests.map(({ id, state }) => [id, state])).toEqual([
      ["c", "in_queue"],
      ["a", "in_queue"],
    ]);
    await add("d", { modelId: "c/d" });
    await add("e", { modelId: "c/d" });
    await rig.store.cancel("e", NOON);
    const ofModel = await rig.store.listRequests({ keyId: "k", modelId: "c/d", limit: 1 });
    expect(ofModel.requests.map(({ id }) => id)).toEqual(["e"]);
    const more = await rig.store.listRequests({ keyId: "k", modelId: "c/d", limit: 1, before: ofModel.next });
    expect([more.requests.map(({ id }) => id), more.next]).toEqual([["d"], undefined]);
    const both = await rig.store.listRequests({ keyId: "k", modelId: "c/d", state: "in_queue", limit: 9 });
    expect(both.requests.map(({ id }) => id)).toEqual(["d"]);
    expect((await rig.store.listRequests({ keyId: "other", modelId: "c/d", limit: 9 })).requests).toEqual([]);
  });

  test("usage counts by key, model and day of the submit, with the time that engines worked", async () => {
    await rig.store.insertKey(keyRecord("other"));
    await add("a");
    await add("b", { modelId: "c/d" });
    await add("c", { createdAt: NOON + 86_400_000 });
    await add("d", { keyId: "other" });
    await rig.store.finish(await claimed(), FILES, NOON + 3000);
    await rig.store.finish(await claimed(), FAILURE, NOON + 3500);
    await rig.store.cancel("c", NOON + 86_400_000);
    const nothing = { submitted: 1, completed: 0, failed: 0, cancelled: 0, runMs: 0 };
    const today = { ...nothing, day: "2026-11-24" };
    expect(await rig.store.usage({ since: NOON, keyId: "k" })).toEqual([
      { ...today, keyId: "k", modelId: "a/b", completed: 1, runMs: 2000 },
      { ...today, keyId: "k", modelId: "c/d", failed: 1, runMs: 2500 },
      { ...nothing, day: "2026-11-25", keyId: "k", modelId: "a/b", cancelled: 1 },
    ]);
    expect(await rig.store.usage({ since: NOON })).toHaveLength(4);
    expect(await rig.store.usage({ since: NOON + 2 * 86_400_000 })).toEqual([]);
  });

  test("what has ended is forgotten with its input, and is then not found again", async () => {
    await addAll("a", "b", "c", "d", "e");
    await rig.store.finish(await claimed("1"), FILES, NOON);
    await rig.store.finish(await claimed("2"), FAILURE, NOON + 1);
    await rig.store.cancel("c", NOON + 2);
    await claimed("4");
    expect(await rig.store.endedBefore(NOON, 9)).toEqual([]);
    expect(await rig.store.endedBefore(NOON + 1, 9)).toEqual(["a"]);
    expect(await rig.store.endedBefore(NOON + 9, 9)).toEqual(["a", "b", "c"]);
    for (const id of ["a", "b", "c"]) await rig.store.forget(id, NOON + 5);
    expect(await rig.store.endedBefore(NOON + 9, 9)).toEqual([]);
    expect(await rig.store.findRequest("b")).toMatchObject({ state: "failed", input: {}, ...FAILURE });
    expect(await rig.store.findRequest("a")).toMatchObject({
      state: "completed",
      removedAt: NOON + 5,
      input: {},
    });
  });
}
