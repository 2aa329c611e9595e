import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStateWaiters, type StateWaiters } from "./state-waiters.js";
import { openSqliteStore } from "./store/sqlite-store.js";
import type { Store } from "./store/store.js";
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
  const here = waiters.untilChanged("a", "in_queue", 1000, never);
  const elsewhere = waiters.untilChanged("b", "in_queue", 1000, never);
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
      await waiters.untilChanged("a", "in_queue", 1000, never);
      return again && store.finish(again, { failure: { code: "x", message: "y" } }, 2);
    },
  ]) {
    const from = (await store.stateOf("a")) ?? "failed";
    const next = waiters.untilChanged("a", from, 1000, never);
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
  await waiters.untilChanged("a", "in_queue", 1000, never);
  nothingIsLeft();
});

test("a change that is under way when the wait begins wakes it", async () => {
  const cancelling = store.cancel("a", 2);
  const waiting = waiters.untilChanged("a", "in_queue", 1000, never);
  await Promise.all([cancelling, waiting]);
  nothingIsLeft();
});

test("a compare-and-set that loses is no change", async () => {
  await store.cancel("a", 2);
  const waiting = waiters.untilChanged("a", "cancelled", 1000, never);
  expect(await store.cancel("a", 3)).toBe(false);
  expect(await isDone(waiting)).toBe(false);
  waiters.close();
  await waiting;
});

test("the time is up when the clock says so, for each by itself", async () => {
  const short = waiters.untilChanged("a", "in_queue", 1000, never);
  const long = waiters.untilChanged("a", "in_queue", 2000, never);
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
  const waiting = waiters.untilChanged("a", "in_queue", 1000, controller.signal);
  expect(waiters.size).toBe(1);
  controller.abort();
  await waiting;
  await waiters.untilChanged("a", "in_queue", 1000, controller.signal);
  nothingIsLeft();
});

test("closing lets everybody go, and nobody waits after it", async () => {
  const waiting = ["a", "a", "b"].map((id) => waiters.untilChanged(id, "in_queue", 1000, never));
  waiters.close();
  await Promise.all(waiting);
  await waiters.untilChanged("a", "in_queue", 1000, never);
  nothingIsLeft();
});

test("thousands wait, and one change wakes them all", async () => {
  const waiting = Array.from({ length: 5000 }, () =>
    waiters.untilChanged("a", "in_queue", 1000, new AbortController().signal),
  );
  expect(waiters.size).toBe(5000);
  await store.cancel("a", 2);
  await Promise.all(waiting);
  nothingIsLeft();
});
