import { expect, test } from "vitest";
import { createMemoryLimiter } from "./limiter.js";

function setUp(maxCallers?: number) {
  const clock = { at: 1000, now: () => clock.at };
  const limiter = createMemoryLimiter(clock, maxCallers);
  return { clock, take: (key = "a", perMinute = 6) => limiter.take(key, perMinute) };
}
const times = (count: number, take: () => unknown) => Array.from({ length: count }, take);

test("a minute's worth may be taken at once, and then one after each part of a minute", () => {
  const { clock, take } = setUp();
  expect(times(7, () => take())).toEqual([0, 0, 0, 0, 0, 0, 10_000]);
  clock.at += 9999;
  expect(take()).toBe(1);
  clock.at += 1;
  expect([take(), take()]).toEqual([0, 10_000]);
  clock.at += 600_000;
  expect(times(7, () => take())).toEqual([0, 0, 0, 0, 0, 0, 10_000]);
});

test("callers are counted apart", () => {
  const { take } = setUp();
  times(6, () => take("a"));
  expect([take("a"), take("b")]).toEqual([10_000, 0]);
});

test("none is allowed where the limit is zero", () => {
  expect(setUp().take("a", 0)).toBe(60_000);
});

test("a clock that is set back gives nothing", () => {
  const { clock, take } = setUp();
  times(6, () => take());
  clock.at -= 500_000;
  expect(take()).toBe(10_000);
});

test("of too many callers, who has been quiet longest is forgotten, and who calls all the time is not", () => {
  const { take } = setUp(3);
  times(6, () => take("busy"));
  for (let caller = 0; caller < 1000; caller++) {
    take(`caller ${caller}`);
    expect(take("busy")).toBeGreaterThan(0);
  }
  times(6, () => take("quiet"));
  for (const caller of ["x", "y", "z"]) take(caller);
  expect(take("quiet")).toBe(0);
});
