import { expect, test } from "vitest";
import { isSame } from "./is-same.js";

const file = new File(["x"], "a.png");

test.each([
  [
    { prompt: "x", images: [file] },
    { images: [file], prompt: "x" },
  ],
  [
    [1, { a: Number.NaN }],
    [1, { a: Number.NaN }],
  ],
  ["x", "x"],
])("%o says the same as %o", (a, b) => {
  expect(isSame(a, b)).toBe(true);
});

test.each([
  [{ prompt: "x" }, { prompt: "y" }],
  [{ prompt: "x" }, { prompt: "x", seed: 1 }],
  [{ prompt: undefined }, { seed: undefined }],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [{ file }, { file: new File(["x"], "a.png") }],
  [{ at: new Date(0) }, { at: new Date(1) }],
  [null, {}],
])("%o does not say the same as %o", (a, b) => {
  expect(isSame(a, b)).toBe(false);
});
