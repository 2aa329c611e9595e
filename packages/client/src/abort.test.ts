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

test("each piece of work has a signal of its own, one after the other as well: in workers, requests may share none", async () => {
  const clock = createVirtualClock();
  const signals = new Set<AbortSignal>();
  for (let turn = 0; turn < 3; turn++) signals.add(await signalOf(clock));
  for (const signal of await Promise.all([signalOf(clock), signalOf(clock)])) signals.add(signal);
  expect(signals.size).toBe(5);
});
