import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { base64, bytesOf, hmac } from "./hmac.js";
import { isSame } from "./is-same.js";

test("an HMAC is the one that others compute", async () => {
  for (const message of ["", "x", "ü and 🚲", "y".repeat(1000)]) {
    const expected = createHmac("sha256", "a key").update(message).digest("base64");
    expect(base64(await hmac(bytesOf("a key"), bytesOf(message)))).toBe(expected);
  }
});

/** A text that counts how often it is looked at. */
function watched(text: string) {
  const seen = {
    length: text.length,
    reads: 0,
    charCodeAt: (at: number) => ++seen.reads && text.charCodeAt(at),
  };
  return seen;
}

test("a comparison reads all of a text of the right length, wherever it differs", () => {
  for (const [given, isRight] of [
    ["abcdefgh", true],
    ["Xbcdefgh", false],
    ["abcdefgX", false],
    ["XXXXXXXX", false],
  ] as const) {
    const text = watched(given);
    expect(isSame(text, "abcdefgh")).toBe(isRight);
    expect(text.reads, given).toBe(8);
  }
});

test("texts of different lengths are not the same, not even where one begins like the other", () => {
  expect(isSame("", "a")).toBe(false);
  expect(isSame("abc", "ab")).toBe(false);
  expect(isSame("ab", "abc")).toBe(false);
  expect(isSame("", "")).toBe(true);
});
