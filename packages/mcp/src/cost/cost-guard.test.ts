import { expect, test } from "vitest";
import { ToolError } from "../tool-error.js";
import { createCostGuard, dollars } from "./cost-guard.js";

const paid = (usd: number | null) => ({ usd, isFree: false });

test("what is free passes, whatever was allowed, and is not counted", () => {
  const guard = createCostGuard({ maxSessionCostUsd: 0 });
  guard.admit("a/b", { usd: 0, isFree: true });
  expect(guard.totalUsd).toBe(0);
});

test("amounts are added up as people do it: ten times ten cents are a dollar", () => {
  const guard = createCostGuard({ allowPaid: true, maxSessionCostUsd: 1 });
  for (let times = 0; times < 10; times++) guard.admit("a/b", paid(0.1));
  expect(guard.totalUsd).toBe(1);
  expect(() => guard.admit("a/b", paid(0.000001))).toThrow(ToolError);
});

test("what was not submitted after all is taken back, once", () => {
  const guard = createCostGuard({ allowPaid: true });
  const admission = guard.admit("a/b", paid(2));
  admission.takeBack();
  admission.takeBack();
  expect(guard.totalUsd).toBe(0);
});

test("what has no price counts as the most that one request may cost", () => {
  const guard = createCostGuard({
    allowPaid: true,
    allowUnknownPrice: true,
    maxCostUsd: 0.5,
    maxSessionCostUsd: 1.2,
  });
  guard.admit("a/b", paid(null));
  guard.admit("a/b", paid(null));
  expect(() => guard.admit("a/b", paid(null))).toThrow("--max-session-cost-usd is $1.20");
});

test.each([
  [0.5, "$0.50"],
  [1, "$1.00"],
  [0.0025, "$0.0025"],
  [0.30000000000000004, "$0.30"],
])("%d is written %s", (usd, text) => {
  expect(dollars(usd)).toBe(text);
});
