import { expect, test } from "vitest";
import { checkJsonLimits } from "./json-limits.js";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const items = (count: number) => `[${Array(count).fill(0).join(",")}]`;
const fields = (count: number) => `{${Array.from({ length: count }, (_, i) => `"${i}":"x"`).join(",")}}`;

test.each([
  ["a hundred levels", nested(100)],
  ["a hundred levels, many times", `[${Array(1000).fill(nested(99)).join(",").slice(0, 90_000)}`],
  ["a hundred thousand items", items(100_000)],
  ["a hundred thousand fields", fields(100_000)],
  ["brackets and commas in a string", JSON.stringify(`${'[{,\\"'.repeat(200_000)}\\`)],
  ["a string that does not end", `"${"[".repeat(1000)}`],
  ["a string that ends in a backslash", `"${"\\".repeat(1001)}`],
])("%s pass", (_, text) => {
  expect(() => checkJsonLimits(text)).not.toThrow();
});

test.each([
  ["more than a hundred levels", nested(101), "at most 100 objects and arrays in each other"],
  ["levels that do not end", '{"a":'.repeat(1_000_000), "at most 100 objects"],
  ["64 MiB of brackets", "[".repeat(64 * 2 ** 20), "at most 100 objects"],
  ["levels behind an escaped quote", `["\\"",${nested(100)}]`, "at most 100 objects"],
  ["levels behind an escaped backslash", `["\\\\",${nested(100)}]`, "at most 100 objects"],
  ["more items", items(100_001), "at most 100,000 fields and items in all"],
  ["more fields", fields(100_001), "at most 100,000 fields"],
  ["more empty objects", `[${Array(60_000).fill("{}").join(",")}]`, "at most 100,000 fields"],
  ["strings one after the other", '""'.repeat(200_001), "at most 100,000 fields"],
])("%s are refused", (_, text, message) => {
  expect(() => checkJsonLimits(text)).toThrow(message);
});

test("a file of 64 MiB in a string is one member", () => {
  expect(() => checkJsonLimits(`{"image":"${"A".repeat(64 * 2 ** 20)}"}`)).not.toThrow();
});
