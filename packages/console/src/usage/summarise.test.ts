import { expect, test } from "vitest";
import { addUp, byDay, groupBy, type UsageEntry } from "./summarise.js";

const entry = (change: Partial<UsageEntry>): UsageEntry => ({
  day: "2027-01-02",
  key_id: "key_a",
  model_id: "a/b",
  submitted: 3,
  completed: 1,
  failed: 1,
  cancelled: 0,
  run_ms: 500,
  ...change,
});

test("what is neither completed nor failed nor cancelled is open", () => {
  expect(addUp([entry({}), entry({ submitted: 2, completed: 2, failed: 0 })])).toEqual({
    submitted: 5,
    completed: 3,
    failed: 1,
    cancelled: 0,
    open: 1,
    runMs: 1000,
  });
});

test("groups are told the largest first", () => {
  const groups = groupBy([entry({}), entry({ model_id: "c/d", submitted: 9 }), entry({})], "model_id");
  expect(groups.map(([name, { submitted }]) => [name, submitted])).toEqual([
    ["c/d", 9],
    ["a/b", 6],
  ]);
});

test("days without requests are there, up to today in UTC", () => {
  const days = byDay([entry({})], 3, new Date("2027-01-03T23:59:00Z"));
  expect(days.map(([day, { submitted }]) => [day, submitted])).toEqual([
    ["2027-01-01", 0],
    ["2027-01-02", 3],
    ["2027-01-03", 0],
  ]);
});
