import { expect, test } from "vitest";
import { parseSimulation } from "./parse-simulation.js";

test("each setting is read in its own unit; a share without a value is always", () => {
  expect(
    parseSimulation("latency=500ms..2s, queue=3,pace=1m , fail, rate-limit=0.25, lose-answer=0, seed=7"),
  ).toEqual({
    latency: [500, 2000],
    queue: 3,
    pace: [60_000, 60_000],
    fail: 1,
    rateLimit: 0.25,
    loseAnswer: 0,
    seed: 7,
  });
  expect(parseSimulation("")).toEqual({});
});

test.each([
  ["latancy=2s", /nothing to simulate called "latancy"; did you mean latency\? There are latency, queue/],
  ["__proto__=1", /nothing to simulate called "__proto__"/],
  ["latency=2", /latency must be a duration such as 500ms or 2s.*got "2"/],
  ["latency=5s..1s", /latency must be/],
  ["latency=1s..2s..3s", /latency must be/],
  ["latency=2h", /latency must be/],
  ["latency=61m", /latency must be/],
  ["queue=1.5", /queue must be a whole number/],
  ["queue=-1", /queue must be/],
  ["fail=1.1", /fail must be a share from 0 to 1, such as 0.2; got "1.1"/],
  ["fail=often", /fail must be/],
  ["fail=0.1=2", /fail must be/],
])("%s is refused, and says what is allowed", (text, message) => {
  expect(() => parseSimulation(text)).toThrow(message);
});
