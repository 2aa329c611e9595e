import { expect, test } from "vitest";
import { reportLines } from "./report-lines.js";

const left = (instruction: string) => ({ instruction, reason: "unknown" });

test("all that was left is said in one line, after what was done", () => {
  const report = {
    engine: "local",
    applied: [{ operation: "resize", detail: "Scaled it." }],
    ignored: [left("make it rain"), left("images[1]")],
  };
  expect(reportLines(report)).toEqual([
    "  local: resize: Scaled it.",
    '  local: not done: "make it rain" (unknown); "images[1]" (unknown)',
  ]);
});

test("nothing is said of what was left when nothing was", () => {
  expect(reportLines({ engine: "local", applied: [], ignored: [] })).toEqual([]);
});

test("line breaks and escape sequences of a prompt stay out of the terminal, and a long one is cut", () => {
  const [line] = reportLines({
    engine: "local",
    applied: [],
    ignored: [left(`a\nb\u001b[31m${"x".repeat(100)}`)],
  });
  expect(line).toBe(`  local: not done: "a b [31m${"x".repeat(51)}…" (unknown)`);
});

test("of many, the first few are named and the others counted", () => {
  const ignored = ["a", "b", "c", "d", "e", "f"].map(left);
  expect(reportLines({ engine: "local", applied: [], ignored })).toEqual([
    '  local: not done: "a" (unknown); "b" (unknown); "c" (unknown); "d" (unknown); and 2 more, which --json lists',
  ]);
});
