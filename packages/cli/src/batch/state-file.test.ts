import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Done, openStateFile, rowKey } from "./state-file.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-file-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const done = (key: string): Done => ({
  key,
  line: 2,
  state: "completed",
  requestId: "r1",
  at: "2027-01-31T00:00:00Z",
});

test("what was added is found by the next start, the last of several", () => {
  const path = join(folder, "s.jsonl");
  const first = openStateFile(path);
  first.add({ ...done("a"), state: "failed" });
  first.add(done("a"));
  expect(openStateFile(path).find("a")).toEqual(done("a"));
  expect(openStateFile(path).find("b")).toBeUndefined();
});

test("a line that a crash has cut is a row that is not done, and spoils no other", () => {
  const path = join(folder, "s.jsonl");
  openStateFile(path).add(done("a"));
  appendFileSync(path, '{"key":"b","state":"compl');
  const state = openStateFile(path);
  expect([state.find("a"), state.find("b")]).toEqual([done("a"), undefined]);
  state.add(done("c"));
  expect(openStateFile(path).find("c")).toEqual(done("c"));
  expect(readFileSync(path, "utf8").split("\n")).toHaveLength(4);
});

test("a row is known by what it asks of whom, whatever the order of its fields", () => {
  const key = rowKey("a/b", undefined, { x: 1, y: [{ p: 1, q: 2 }] }, 0);
  expect(rowKey("a/b", undefined, { y: [{ q: 2, p: 1 }], x: 1 }, 0)).toBe(key);
  const others = [
    rowKey("a/c", undefined, { x: 1, y: [{ p: 1, q: 2 }] }, 0),
    rowKey("a/b", "http://127.0.0.1", { x: 1, y: [{ p: 1, q: 2 }] }, 0),
    rowKey("a/b", undefined, { x: 1, y: [{ p: 1, q: 2 }] }, 1),
    rowKey("a/b", undefined, { x: "1", y: [{ p: 1, q: 2 }] }, 0),
  ];
  expect(new Set([key, ...others]).size).toBe(5);
});
