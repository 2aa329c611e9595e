import { getEventListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sleep, systemClock } from "./clock.js";
import { rejection } from "./testing/set-up.js";
import { createVirtualClock } from "./testing/virtual-clock.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the system's clock calls back after the time, and not when it was taken back", () => {
  const late = vi.fn();
  const never = vi.fn();
  systemClock.after(1000, late);
  systemClock.after(1000, never)();
  vi.advanceTimersByTime(999);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(late).toHaveBeenCalledOnce();
  expect(never).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

test.each([2 ** 31, Number.POSITIVE_INFINITY])(
  "a time of %d ms, longer than timers take, is not over at once",
  (ms) => {
    const callback = vi.fn();
    systemClock.after(ms, callback);
    vi.advanceTimersByTime(86_400_000);
    expect(callback).not.toHaveBeenCalled();
  },
);

test("the system's clock shows the time, and a chance from 0 up to 1", () => {
  vi.setSystemTime(1_800_000_000_000);
  expect(systemClock.now()).toBe(1_800_000_000_000);
  const chance = systemClock.random();
  expect(chance).toBeGreaterThanOrEqual(0);
  expect(chance).toBeLessThan(1);
});

test("a sleep that is aborted rejects with the reason, and leaves no timer and no listener", async () => {
  vi.useRealTimers();
  const clock = createVirtualClock();
  const controller = new AbortController();
  const reason = new Error("enough");
  clock.later(10, () => controller.abort(reason));
  expect(await rejection(sleep(clock, 1000, controller.signal))).toBe(reason);
  expect(clock.elapsed).toBe(10);
  expect(clock.pending).toEqual([]);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("a sleep whose signal is aborted already does not begin", async () => {
  vi.useRealTimers();
  const clock = createVirtualClock();
  const signal = AbortSignal.abort(new Error("enough"));
  expect(await rejection(sleep(clock, 1000, signal))).toBe(signal.reason);
  expect(clock.elapsed).toBe(0);
  expect(clock.pending).toEqual([]);
});
