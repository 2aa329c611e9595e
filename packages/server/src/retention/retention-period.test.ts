import { expect, test } from "vitest";
import { inWords, readRetention } from "./retention-period.js";

test.each([
  [undefined, 604_800_000],
  [0, Number.POSITIVE_INFINITY],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [1000, 1000],
])("retentionMs %s keeps files for %s ms", (given, expected) => {
  expect(readRetention(given)).toBe(expected);
});

test.each([-1, Number.NaN, Number.NEGATIVE_INFINITY])("retentionMs %s is refused", (given) => {
  expect(() => readRetention(given)).toThrow(`0 or Infinity to keep files for ever; got ${given}`);
});

test.each([
  [604_800_000, "7 days"],
  [86_400_000, "1 day"],
  [129_600_000, "36 hours"],
  [5_400_000, "90 minutes"],
  [1500, "1500 milliseconds"],
])("%s ms is %s", (ms, words) => {
  expect(inWords(ms)).toBe(words);
});
