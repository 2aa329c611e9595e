import { expect, test } from "vitest";
import { fitsPattern } from "./fits-pattern.js";

test.each([
  [
    "openai/gpt-image-2/edit",
    ["openai/gpt-image-2/edit", "*", "openai/*", "*/edit", "openai/*/edit", "o*/g*/e*"],
  ],
  ["a/b", ["a/b", "a/*", "*/b", "a*b", "**"]],
])("%s fits its patterns", (id, patterns) => {
  for (const pattern of patterns) expect(fitsPattern(id, pattern), pattern).toBe(true);
});

test.each([
  [
    "openai/gpt-image-2/edit",
    ["openai/gpt-image-2", "openai", "OPENAI/*", "penai/*", "openai/*/edi", "*/image/*", ""],
  ],
  ["aXb", ["a.b", "a?b"]],
  ["ab", ["ab*b", "a*ab"]],
])("%s does not fit what only looks like its patterns", (id, patterns) => {
  for (const pattern of patterns) expect(fitsPattern(id, pattern), pattern).toBe(false);
});
