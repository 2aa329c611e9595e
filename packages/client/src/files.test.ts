import { expect, test } from "vitest";
import { files } from "./index.js";

test("the files of an output are listed with their kinds, whichever fields they stand in", () => {
  expect(
    files({ image: "i", images: ["i1", "i2"], video: "v", videos: ["v1"], audio: "a" }).map(
      ({ kind, url }) => `${kind} ${url}`,
    ),
  ).toEqual(["image i", "image i1", "image i2", "video v", "video v1", "audio a"]);
});

test("a file that stands in two fields is listed once", () => {
  expect(files({ image: "i", images: ["i", "j", "i"] }).map(({ url }) => url)).toEqual(["i", "j"]);
});

test("an output without files has none", () => {
  expect(files({})).toEqual([]);
  expect(files({ image: "", images: [] })).toEqual([]);
});
