import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RequestState } from "../requests.js";
import type { Claim, NewRequest, Store } from "../store/store.js";
import { keyRecord } from "./keys.js";

/** How a suite gets at a store of the kind that it tests. */
export interface StoreOpener {
  /** Makes a place for one test, with nothing in it. */
  create(): Promise<StorePlace>;
}

export interface StorePlace {
  /** Opens the store that stands there; each time as another process would. */
  open(): Promise<Store>;
  remove(): Promise<void>;
}

const LEASE_MS = 60_000;
const NOON = Date.UTC(2026, 10, 24, 12);
const FILES = {
  files: [{ kind: "image" as const, name: "x.png" }],
  report: { engine: "e", applied: [], ignored: [] },
};
const FAILURE = { failure: { code: "x", message: "y" } };
const WEBHOOK = { url: "https://hooks.example/1", origin: "https://models.example" };

/** What every store does, whatever it stands on. */
export function storeContract(name: string, opener: StoreOpener): void {
  describe(`${name}, as every store`, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(async () => {
      place = await opener.create();
      store = await place.open();
      await store.insertKey(keyRecord());
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const add = (id: string, more: Partial<NewRequest> = {}) =>
      store.insertRequest({ id, keyId: "k", modelId: "a/b", input: { n: id }, createdAt: NOON, ...more });
    /** One after another, so that their order is known. */
    const addAll = async (...ids: string[]) => {
      for (const id of ids) await add(id);
    };
    const claim = (id = "lease", ms = LEASE_MS) => store.claim({ id, ms, now: NOON + 1000 });
    const claimed = async (id?: string, ms?: number): Promise<Claim> => {
      const found = await claim(id, ms);
      if (!found) throw new Error("nothing was there to be claimed");
      return found;
    };

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
        const cancel = () => store.cancel(id, NOON);
        const take = async () => (await claim(`lease-${round}`))?.request.id;
        const [cancelled, taken] =
          round % 2 === 0
            ? await Promise.all([cancel(), take()])
            : ((await Promise.all([take(), cancel()])).reverse() as [boolean, string | undefined]);
        expect([cancelled, taken]).toEqual(cancelled ? [true, undefined] : [false, id]);
        expect(await store.stateOf(id)).toBe(cancelled ? "cancelled" : "in_progress");
      }
    });

    test("only the lease that holds a request may finish or release it, and only once", async () => {
      await add("a");
      const mine = await claimed("one");
      const stale = { ...mine, leaseId: "other" };
      expect(await store.finish(stale, FILES, NOON + 7000)).toBe(false);
      expect(await store.release(stale)).toBe(false);
      expect(await store.finish(mine, FILES, NOON + 7000)).toBe(true);
      expect(await store.finish(mine, FAILURE, NOON + 8000)).toBe(false);
      expect(await store.findRequest("a")).toMatchObject({
        state: "completed",
        finishedAt: NOON + 7000,
        ...FILES,
      });
    });

    test("a released request keeps its place in the queue, and its count unless it is taken back", async () => {
      await addAll("a", "b");
      await store.release(await claimed("1"), { uncount: true });
      const again = await claimed("2");
      expect(again.request).toMatchObject({ id: "a", attempts: 1 });
      await store.release(again);
      expect((await claim("3"))?.request).toMatchObject({ id: "a", attempts: 2 });
    });

    test("a request's position is how many are ahead of it, through claims and cancels", async () => {
      await addAll("a", "b", "c", "d");
      const positions = () =>
        Promise.all(["a", "b", "c", "d"].map(async (id) => (await store.findStatus(id))?.ahead));
      expect(await eventually(positions, [0, 1, 2, 3])).toEqual([0, 1, 2, 3]);
      await claim();
      await store.cancel("c", NOON);
      const after = [undefined, 0, undefined, 1];
      expect(await eventually(positions, after)).toEqual(after);
      expect(await store.depth()).toEqual({ queued: 2, running: 1 });
    });

    test("a request that is not to be claimed yet lets others pass, and is the oldest again when its time has come", async () => {
      expect(await store.nextAvailableAt(NOON)).toBeUndefined();
      await add("later", { availableAt: NOON + 5000 });
      await add("now");
      expect(await store.nextAvailableAt(NOON)).toBe(NOON + 5000);
      const claimAt = async (now: number) =>
        (await store.claim({ id: randomUUID(), ms: LEASE_MS, now }))?.request.id;
      expect([await claimAt(NOON + 4999), await claimAt(NOON + 4999)]).toEqual(["now", undefined]);
      await add("last");
      expect([await claimAt(NOON + 5000), await claimAt(NOON + 5000)]).toEqual(["later", "last"]);
      expect(await store.nextAvailableAt(NOON)).toBeUndefined();
    });

    test("what a store that is not shared has in progress when it is opened is an orphan", async () => {
      if (store.shared) return expect(await store.orphans()).toEqual([]);
      await addAll("a", "b");
      await claim("dead");
      await store.close();
      store = await place.open();
      expect(await store.orphans()).toMatchObject([{ leaseId: "dead", request: { id: "a", attempts: 1 } }]);
    });

    test("a write that fails takes back its own work and nobody else's", async () => {
      const results = await Promise.allSettled([add("a"), add("a"), add("b")]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "fulfilled", "rejected"]);
      expect(await store.stateOf("b")).toBe("in_queue");
    });

    test("one idempotency key gives one request, even to two that come at once, and each API key has its own", async () => {
      await store.insertKey(keyRecord("other"));
      const idempotency = { key: "once", fingerprint: "f" };
      const both = await Promise.all([add("a", { idempotency }), add("b", { idempotency })]);
      const winner = both[0]?.outcome === "added" ? "a" : "b";
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(["added", "repeat"]);
      expect(await add("c", { idempotency })).toEqual({
        outcome: "repeat",
        earlier: { id: winner, fingerprint: "f" },
      });
      expect(await store.findEarlier("k", "once")).toEqual({ id: winner, fingerprint: "f" });
      expect(await store.findEarlier("other", "once")).toBeUndefined();
      expect(await add("d", { idempotency, keyId: "other" })).toEqual({ outcome: "added" });
      expect(await store.depth()).toEqual({ queued: 2, running: 0 });
    });

    test("a key has no more requests open than it may, however many submits come at once", async () => {
      const results = await Promise.all(["a", "b", "c", "d"].map((id) => add(id, { maxOpen: 2 })));
      expect(results.filter(({ outcome }) => outcome === "added")).toHaveLength(2);
      expect(results.find(({ outcome }) => outcome === "full")).toEqual({ outcome: "full", open: 2 });
      await store.finish(await claimed(), FILES, NOON + 2000);
      expect(await add("e", { maxOpen: 2 })).toEqual({ outcome: "added" });
      expect(await add("f", { maxOpen: 2 })).toMatchObject({ outcome: "full" });
    });

    test("a rate limit lets a burst through, then as much as the time brings back", async () => {
      const take = (now: number) => store.takeRate("k", 3, now);
      expect([await take(NOON), await take(NOON), await take(NOON)]).toEqual([0, 0, 0]);
      expect(await take(NOON)).toBe(20_000);
      expect(await take(NOON + 19_000)).toBe(1000);
      expect(await take(NOON + 20_000)).toBe(0);
      expect(await take(NOON + 20_000)).toBeGreaterThan(0);
    });

    test("keys are found by their hash, with all that is known of them, until and after they are revoked", async () => {
      const full = keyRecord("full", {
        scopes: ["admin"],
        createdAt: 2,
        expiresAt: NOON,
        rateLimit: 5,
        maxOpen: 7,
      });
      await store.insertKey(full);
      expect(await store.findKey("hash of full")).toEqual(full);
      expect(await store.findKey("hash of k")).toEqual(keyRecord());
      expect(await store.findKey("hash of nobody")).toBeUndefined();
      expect(await store.listKeys()).toEqual([keyRecord(), full]);
      expect(await store.revokeKey("full", 9)).toBe(true);
      expect(await store.revokeKey("full", 10)).toBe(false);
      expect(await store.revokeKey("nobody", 10)).toBe(false);
      expect(await store.listKeys()).toEqual([keyRecord(), { ...full, revokedAt: 9 }]);
    });

    test("requests are listed newest first, page by page, by key and state", async () => {
      await store.insertKey(keyRecord("other"));
      await addAll("a", "b", "c");
      await add("theirs", { keyId: "other" });
      await store.cancel("b", NOON);
      const first = await store.listRequests({ keyId: "k", limit: 2 });
      expect(first.requests.map(({ id }) => id)).toEqual(["c", "b"]);
      const second = await store.listRequests({ keyId: "k", limit: 2, before: first.next });
      expect([second.requests.map(({ id }) => id), second.next]).toEqual([["a"], undefined]);
      const queued = await store.listRequests({ keyId: "k", state: "in_queue", limit: 9 });
      expect(queued.requests.map(({ id, state }) => [id, state])).toEqual([
        ["c", "in_queue"],
        ["a", "in_queue"],
      ]);
    });

    test("usage counts by key, model and day of the submit, with the time that engines worked", async () => {
      await store.insertKey(keyRecord("other"));
      await add("a");
      await add("b", { modelId: "c/d" });
      await add("c", { createdAt: NOON + 86_400_000 });
      await add("d", { keyId: "other" });
      await store.finish(await claimed(), FILES, NOON + 3000);
      await store.finish(await claimed(), FAILURE, NOON + 3500);
      await store.cancel("c", NOON + 86_400_000);
      const nothing = { submitted: 1, completed: 0, failed: 0, cancelled: 0, runMs: 0 };
      const today = { ...nothing, day: "2026-11-24" };
      expect(await store.usage({ since: NOON, keyId: "k" })).toEqual([
        { ...today, keyId: "k", modelId: "a/b", completed: 1, runMs: 2000 },
        { ...today, keyId: "k", modelId: "c/d", failed: 1, runMs: 2500 },
        { ...nothing, day: "2026-11-25", keyId: "k", modelId: "a/b", cancelled: 1 },
      ]);
      expect(await store.usage({ since: NOON })).toHaveLength(4);
      expect(await store.usage({ since: NOON + 2 * 86_400_000 })).toEqual([]);
    });

    test("outputs are forgotten with the input, and are then not found again", async () => {
      await addAll("a", "b");
      await store.finish(await claimed("1"), FILES, NOON);
      await store.finish(await claimed("2"), FAILURE, NOON);
      expect(await store.outputsBefore(NOON, 9)).toEqual([]);
      expect(await store.outputsBefore(NOON + 1, 9)).toEqual(["a"]);
      await store.forgetOutputs("a", NOON + 5);
      expect(await store.outputsBefore(NOON + 1, 9)).toEqual([]);
      expect(await store.findRequest("a")).toMatchObject({
        state: "completed",
        removedAt: NOON + 5,
        input: {},
      });
    });

    test("the end of a request that has a webhook is due at once, and is one worker's until it is settled", async () => {
      await add("a", { webhook: WEBHOOK });
      await add("b", { webhook: WEBHOOK });
      await add("c");
      expect(await store.nextWebhookAt()).toBeUndefined();
      await store.finish(await claimed("1"), FILES, NOON);
      await store.cancel("b", NOON + 10);
      await store.cancel("c", NOON + 10);
      expect(await store.nextWebhookAt()).toBe(NOON);
      expect(await store.claimWebhook(NOON - 1, 1000)).toBeUndefined();
      const first = await store.claimWebhook(NOON + 20, 1000);
      expect(first).toMatchObject({
        requestId: "a",
        state: "completed",
        target: WEBHOOK,
        secret: keyRecord().webhookSecret,
        attempts: 0,
      });
      const second = await store.claimWebhook(NOON + 20, 1000);
      expect(second).toMatchObject({ requestId: "b", state: "cancelled" });
      expect(await store.claimWebhook(NOON + 20, 1000)).toBeUndefined();
      await store.settleWebhook(first?.id ?? "", undefined);
      await store.settleWebhook(second?.id ?? "", NOON + 500);
      expect(await store.nextWebhookAt()).toBe(NOON + 500);
      expect(await store.claimWebhook(NOON + 500, 1000)).toMatchObject({ id: second?.id, attempts: 1 });
      // Whoever took it is gone: it is due again when it is not held any more.
      expect(await store.claimWebhook(NOON + 1500, 1000)).toMatchObject({ id: second?.id, attempts: 2 });
    });

    test("changes are announced in their order, and can be read by whoever hears of them", async () => {
      const heard: [string, RequestState][] = [];
      const read: Promise<unknown>[] = [];
      const stop = store.onStateChange((id, state) => {
        heard.push([id, state]);
        read.push(store.stateOf(id));
      });
      await add("a");
      await store.release(await claimed("1"));
      await store.finish(await claimed("2"), FILES, NOON);
      const expected = [
        ["a", "in_queue"],
        ["a", "in_progress"],
        ["a", "in_queue"],
        ["a", "in_progress"],
        ["a", "completed"],
      ];
      expect(await eventually(async () => heard, expected)).toEqual(expected);
      expect(await read.at(-1)).toBe("completed");
      stop();
      await add("b");
      expect(heard).toHaveLength(5);
    });

    test("what was there when it was closed is there when it is opened", async () => {
      await addAll("a", "b");
      await store.cancel("a", NOON);
      await store.close();
      store = await place.open();
      await store.ping();
      expect(await store.stateOf("a")).toBe("cancelled");
      expect(await store.depth()).toEqual({ queued: 1, running: 0 });
      expect((await claim())?.request.id).toBe("b");
    });
  });
}

/** What is read, as soon as it is what is expected; a shared store tells some things a moment later. */
async function eventually<T>(read: () => Promise<T>, expected: unknown): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await read();
    if (tries >= 300 || JSON.stringify(value) === JSON.stringify(expected)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
