import { expect, test } from "vitest";
import { waitSeconds } from "./prefer.js";

test.each([
  ["wait=30", 30],
  ["WAIT = 5", 5],
  ['wait="7"', 7],
  ["respond-async, wait=10;x=y", 10],
  ["wait=2, wait=50", 2],
  ["wait=0", 1],
  ["wait=61", 60],
  ["wait=99999999999999999999999", 60],
])("Prefer: %s asks for %s seconds", (header, seconds) => {
  expect(waitSeconds(header)).toBe(seconds);
});

test.each([
  null,
  "",
  "wait",
  "wait=",
  "wait=x",
  "wait=-1",
  "wait=1.5",
  'wait="5',
  "wait=1=2",
  "wait=x, wait=5",
  "await=5",
  'note="a, wait=5"',
])("Prefer: %s asks for nothing", (header) => {
  expect(waitSeconds(header)).toBeUndefined();
});
