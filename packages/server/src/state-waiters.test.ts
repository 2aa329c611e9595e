import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStateWaiters, type StateWaiters } from "./state-waiters.js";
import { openSqliteStore } from "./store/sqlite-store.js";
import type { Claim, StateListener, Store } from "./store/store.js";
import { type ManualClock, manualClock } from "./test-server/manual-clock.js";
import { keyRecord } from "./testing/keys.js";

const never = new AbortController().signal;
let folder: string;
let store: Store;
let clock: ManualClock;
let waiters: StateWaiters;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "waiters-"));
  store = openSqliteStore(join(folder, "a.db"));
  clock = manualClock();
  waiters = createStateWaiters(store, clock);
  await store.insertKey(keyRecord());
  for (const id of ["a", "b"]) {
    await store.insertRequest({ id, keyId: "k", modelId: "m/m", input: {}, createdAt: 1 });
  }
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether a promise has resolved, once everything that was due by now has run. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false;
  promise.then(() => {
    done = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return done;
}

const nothingIsLeft = () => expect([waiters.size, clock.pending]).toEqual([0, 0]);

test("each change wakes those who wait for that request, with the commit and not before", async () => {
  const here = waiters.untilChanged("a", { state: "in_queue" }, 1000, never);
  const elsewhere = waiters.untilChanged("b", { state: "in_queue" }, 1000, never);
  const seen: unknown[] = [];
  const read = here.then(async () => seen.push(await store.stateOf("a")));
  const claim = await store.claim({ id: "lease", ms: 1000, now: 2 });
  await read;
  expect(seen).toEqual(["in_progress"]);
  expect(await isDone(elsewhere)).toBe(false);

  for (const change of [
    () => claim && store.release(claim),
    async () => {
      const again = await store.claim({ id: "second", ms: 1000, now: 2 });
      await waiters.untilChanged("a", { state: "in_queue" }, 1000, never);
      return again && store.finish(again, { failure: { code: "x", message: "y" } }, 2);
    },
  ]) {
    const from = (await store.stateOf("a")) ?? "failed";
    const next = waiters.untilChanged("a", { state: from }, 1000, never);
    await change();
    await next;
    expect(await store.stateOf("a")).not.toBe(from);
  }
  await store.cancel("b", 2);
  await elsewhere;
  nothingIsLeft();
});

test("a change between the caller's reading and its waiting is not missed", async () => {
  const read = await store.stateOf("a");
  await store.cancel("a", 2);
  expect(read).toBe("in_queue");
  await waiters.untilChanged("a", { state: "in_queue" }, 1000, never);
  nothingIsLeft();
});

test("a change that is under way when the wait begins wakes it", async () => {
  const cancelling = store.cancel("a", 2);
  const waiting = waiters.untilChanged("a", { state: "in_queue" }, 1000, never);
  await Promise.all([cancelling, waiting]);
  nothingIsLeft();
});

/** Takes `a` from the queue. */
async function claimA(): Promise<Claim> {
  const claim = await store.claim({ id: "lease", ms: 1000, now: 2 });
  if (!claim) throw new Error("nothing was there to be claimed");
  return claim;
}

test("progress wakes those who know less, and nobody else", async () => {
  const claim = await claimA();
  const first = waiters.untilChanged("a", { state: "in_progress" }, 1000, never);
  await store.note(claim, { progress: 0.25 });
  await first;
  const known = { state: "in_progress", progress: 0.25 } as const;
  const second = waiters.untilChanged("a", known, 1000, never);
  const elsewhere = waiters.untilChanged("b", { state: "in_queue" }, 1000, never);
  await store.note(claim, { reference: "job 7" });
  expect(await isDone(second)).toBe(false);
  await store.note(claim, { progress: 0.5 });
  await second;
  expect(await isDone(elsewhere)).toBe(false);
  await store.cancel("b", 2);
  await elsewhere;
  nothingIsLeft();
});

test("whoever begins to wait with a progress of before does not wait", async () => {
  const claim = await claimA();
  const read = await store.findStatus("a");
  await store.note(claim, { progress: 0.5 });
  if (read) await waiters.untilChanged("a", read, 1000, never);
  nothingIsLeft();
});

test("an announcement of what the waiter knows already does not wake it", async () => {
  const listeners: StateListener[] = [];
  const onStateChange = (listener: StateListener) => {
    listeners.push(listener);
    return () => {};
  };
  const waiters = createStateWaiters({ ...store, onStateChange }, clock);
  const claim = await claimA();
  await store.note(claim, { progress: 0.5 });
  const waiting = waiters.untilChanged("a", { state: "in_progress", progress: 0.5 }, 1000, never);
  // Late, as between processes: it is of the claim, or of a progress that the waiter has read.
  for (const listener of listeners) listener("a", "in_progress");
  expect(await isDone(waiting)).toBe(false);
  await store.release(claim);
  for (const listener of listeners) listener("a", "in_progress");
  await waiting;
  expect([waiters.size, clock.pending]).toEqual([0, 0]);
});

test("a store that cannot be read lets whoever waits for progress go", async () => {
  const claim = await claimA();
  let fails = false;
  const findStatus: Store["findStatus"] = async (id) => {
    if (fails) throw new Error("the disk is gone");
    return store.findStatus(id);
  };
  const waiters = createStateWaiters({ ...store, findStatus }, clock);
  const waiting = waiters.untilChanged("a", { state: "in_progress" }, 1000, never);
  expect(await isDone(waiting)).toBe(false);
  fails = true;
  await store.note(claim, { progress: 0.5 });
  await waiting;
  expect([waiters.size, clock.pending]).toEqual([0, 0]);
});

test("a compare-and-set that loses is no change", async () => {
  await store.cancel("a", 2);
  const waiting = waiters.untilChanged("a", { state: "cancelled" }, 1000, never);
  expect(await store.cancel("a", 3)).toBe(false);
  expect(await isDone(waiting)).toBe(false);
  waiters.close();
  await waiting;
});

test("the time is up when the clock says so, for each by itself", async () => {
  const short = waiters.untilChanged("a", { state: "in_queue" }, 1000, never);
  const long = waiters.untilChanged("a", { state: "in_queue" }, 2000, never);
  clock.advance(999);
  expect(await isDone(short)).toBe(false);
  clock.advance(1);
  await short;
  expect(await isDone(long)).toBe(false);
  clock.advance(1000);
  await long;
  nothingIsLeft();
});

test("whoever goes away leaves nothing behind, and whoever has gone does not wait", async () => {
  const controller = new AbortController();
  const waiting = waiters.untilChanged("a", { state: "in_queue" }, 1000, controller.signal);
  expect(waiters.size).toBe(1);
  controller.abort();
  await waiting;
  await waiters.untilChanged("a", { state: "in_queue" }, 1000, controller.signal);
  nothingIsLeft();
});

test("closing lets everybody go, and nobody waits after it", async () => {
  const waiting = ["a", "a", "b"].map((id) => waiters.untilChanged(id, { state: "in_queue" }, 1000, never));
  waiters.close();
  await Promise.all(waiting);
  await waiters.untilChanged("a", { state: "in_queue" }, 1000, never);
  nothingIsLeft();
});

test("thousands wait, and one change wakes them all", async () => {
  const waiting = Array.from({ length: 5000 }, () =>
    waiters.untilChanged("a", { state: "in_queue" }, 1000, new AbortController().signal),
  );
  expect(waiters.size).toBe(5000);
  await store.cancel("a", 2);
  await Promise.all(waiting);
  nothingIsLeft();
});
