import { expect, test } from "vitest";
import { drawSubmit, seededRandom, seemsAhead } from "./simulation.js";

const NOW = 1000;

test("a share is met over many draws, and a span is not left", () => {
  const random = seededRandom(1);
  const draws = Array.from({ length: 5000 }, () =>
    drawSubmit({ fail: 0.3, rateLimit: 0.1, latency: [100, 200] }, NOW, random),
  );
  const share = (is: (draw: (typeof draws)[number]) => boolean) => draws.filter(is).length / draws.length;
  expect(share(({ fate }) => fate.fails === true)).toBeCloseTo(0.3, 1);
  expect(share(({ refuse }) => refuse)).toBeCloseTo(0.1, 1);
  expect(share(({ loseAnswer }) => loseAnswer)).toBe(0);
  const times = draws.map(({ fate }) => fate.runMs ?? 0);
  expect([Math.min(...times), Math.max(...times)]).toEqual([100, 200]);
});

test("the same seed draws the same, and one setting does not change what another gives", () => {
  const failures = (more: object) => {
    const random = seededRandom(42);
    return Array.from(
      { length: 50 },
      () => drawSubmit({ fail: 0.5, ...more }, NOW, random).fate.fails === true,
    );
  };
  expect(failures({})).toEqual(failures({ latency: [1, 9], queue: 2, rateLimit: 0.5 }));
  expect(new Set(failures({})).size).toBe(2);
});

test("those who seem to be ahead go one after the other", () => {
  const { fate } = drawSubmit({ queue: 4, pace: [1000, 1000] }, NOW, seededRandom(1));
  expect(fate).toEqual({ queue: { ahead: 4, until: NOW + 4000 } });
  expect([0, 1, 1000, 1001, 3999, 4000, 9000].map((ms) => seemsAhead(fate, NOW, NOW + ms))).toEqual([
    4, 4, 3, 3, 1, 0, 0,
  ]);
  expect(seemsAhead({ queue: { ahead: 3, until: NOW } }, NOW, NOW)).toBe(0);
  expect(seemsAhead({}, NOW, NOW)).toBe(0);
});

test("without settings nothing is drawn", () => {
  expect(drawSubmit({}, NOW, Math.random)).toEqual({ refuse: false, loseAnswer: false, fate: {} });
});
