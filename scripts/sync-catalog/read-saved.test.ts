import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSaved } from "./read-saved.js";
import { save, temporaryFolder } from "./testing/sync.js";

const [a, b] = [{ model_id: "acme/a" }, { model_id: "acme/b" }];

test.each([
  ["one answer", { models: [a, b], total: 2 }, true],
  [
    "a list of answers",
    [
      { models: [a], total: 2 },
      { models: [b], total: 2 },
    ],
    true,
  ],
  ["a list of entries", [a, b], true],
  ["an answer without a total", { models: [a, b] }, true],
  ["an answer of several", { models: [a, b], total: 3 }, false],
])("%s", (_, saved, complete) => {
  const { entries, incomplete } = readSaved(save(saved));
  expect([entries, incomplete === undefined]).toEqual([[a, b], complete]);
});

test.each([
  ["an error of a server", { error_code: 1 }],
  ["a text", "x"],
  ["nothing", null],
])("%s is no catalog", (_, saved) => {
  expect(() => readSaved(save(saved))).toThrow("catalog.json answers no list of models");
});

test("a file that is no JSON is named; a mark in front of it is read over", () => {
  const file = join(temporaryFolder(), "saved.json");
  writeFileSync(file, "<html>");
  expect(() => readSaved(file)).toThrow("saved.json: ");
  writeFileSync(file, "\uFEFF[]");
  expect(readSaved(file).entries).toEqual([]);
});
