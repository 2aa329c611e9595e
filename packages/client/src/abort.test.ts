import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { within } from "./abort.js";
import type { Clock } from "./clock.js";
import { rejection } from "./testing/set-up.js";
import { createVirtualClock } from "./testing/virtual-clock.js";

const expired = () => new Error("expired");

/** Does work that is handed its signal, and gives the signal back. */
const signalOf = (clock: Clock, caller?: AbortSignal) =>
  within(clock, 1000, caller, expired, async (signal) => signal);

test("work that ends leaves no timer and no listener, on the caller's signal or on its own", async () => {
  const clock = createVirtualClock();
  const { signal: caller } = new AbortController();
  const own = await signalOf(clock, caller);
  expect(own.aborted).toBe(false);
  expect(clock.pending).toEqual([]);
  expect(getEventListeners(caller, "abort")).toEqual([]);
  expect(getEventListeners(own, "abort")).toEqual([]);
});

test("work that never looks at its signal is over when its time is", async () => {
  const clock = createVirtualClock();
  const endless = within(clock, 1000, undefined, expired, () => new Promise(() => {}));
  expect(await rejection(endless)).toMatchObject({ message: "expired" });
  expect(clock.elapsed).toBe(1000);
  expect(clock.pending).toEqual([]);
});

test("work does not begin where its time is over at once, as on a clock that calls back while it is set", async () => {
  let isBegun = false;
  const hasty: Clock = {
    ...createVirtualClock(),
    after: (_, callback) => {
      callback();
      return () => {};
    },
  };
  const work = async () => {
    isBegun = true;
  };
  expect(await rejection(within(hasty, 1000, undefined, expired, work))).toMatchObject({
    message: "expired",
  });
  expect(isBegun).toBe(false);
});

test("work does not begin where the caller has gone", async () => {
  const clock = createVirtualClock();
  const gone = AbortSignal.abort(new Error("gone"));
  expect(await rejection(signalOf(clock, gone))).toBe(gone.reason);
  expect(clock.pending).toEqual([]);
});

test("a signal serves one piece of work after the other, but not for ever: fetch keeps a listener for each", async () => {
  const clock = createVirtualClock();
  const signals: AbortSignal[] = [];
  for (let turn = 0; turn < 320; turn++) signals.push(await signalOf(clock));
  const shares = [...new Set(signals)].map((one) => signals.filter((each) => each === one).length);
  expect(Math.max(...shares)).toBe(32);
});

test("work at the same time has signals of its own", async () => {
  const clock = createVirtualClock();
  const signals = await Promise.all(Array.from({ length: 20 }, () => signalOf(clock)));
  expect(new Set(signals).size).toBe(20);
});

test.each([
  ["time", (clock: Clock) => within(clock, 1, undefined, expired, () => new Promise(() => {}))],
  ["failure", (clock: Clock) => within(clock, 1, undefined, expired, () => Promise.reject(expired()))],
  [
    "caller",
    (clock: Clock) => {
      const controller = new AbortController();
      return within(clock, 1000, controller.signal, expired, async () => {
        controller.abort(expired());
        return "too late to be heard, or not";
      });
    },
  ],
])("the signal of work that its %s has ended serves no other", async (_, end) => {
  const clock = createVirtualClock();
  const ended = new Set<AbortSignal>();
  const before = await signalOf(clock);
  // The next one takes the signal of the last.
  await within(clock, 1000, undefined, expired, async (signal) => {
    expect(signal).toBe(before);
    ended.add(signal);
    throw expired();
  }).catch(() => {});
  await end(clock).catch(() => {});
  for (let turn = 0; turn < 3; turn++) {
    const next = await signalOf(clock);
    expect(next.aborted).toBe(false);
    expect(ended.has(next)).toBe(false);
  }
});
