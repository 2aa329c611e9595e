import { expect, test } from "vitest";
import { fitsPattern } from "./fits-pattern.js";

test.each([
  ["a/b", "a/b", true],
  ["a/b", "a/B", false],
  ["a/b", "a/bc", false],
  ["a/b", "*", true],
  ["a/b/c", "a/*", true],
  ["ab/c", "a/*", false],
  ["a/b/edit", "*/edit", true],
  ["a/edit/b", "*/edit", false],
  ["a/b/edit", "a/*/edit", true],
  ["a/edit", "a/*/edit", false],
  ["a/b.c", "a/b?c", false],
  ["a/bxc", "a/b.c", false],
  ["aba", "ab*ba", false],
  ["abba", "ab*ba", true],
  ["a/x/x/y", "a*x*y", true],
  ["a/x/y/x", "a*x*y", false],
  ["a/b", "**a**b**", true],
])("%s and %s: %s", (modelId, pattern, fits) => {
  expect(fitsPattern(modelId, pattern)).toBe(fits);
});

test("a pattern of many stars is decided at once", () => {
  expect(fitsPattern(`${"a".repeat(255)}b`, `${"*a".repeat(127)}*c`)).toBe(false);
});
