import { expect, test } from "vitest";
import { brokenFileRules, type FileRule } from "./file-rules.js";

const rule = (measure: string, comparison: "<" | ">", value: number): FileRule => ({
  measure,
  comparison,
  value,
});

test.each<[FileRule, object, string[]]>([
  [rule("file_size_mb", "<", 30), { bytes: 29 * 2 ** 20 }, []],
  [rule("file_size_mb", "<", 30), { bytes: 30 * 2 ** 20 }, ["must have file size mb < 30; it has 30"]],
  [rule("width_pixels", ">", 14), { width: 14 }, ["must have width pixels > 14; it has 14"]],
  [rule("height_pixels", ">", 14), { height: 15 }, []],
  [rule("width/height", "<", 16), { width: 3200, height: 100 }, ["must have width/height < 16; it has 32"]],
  [rule("width/height", ">", 0.0625), { width: 100, height: 100 }, []],
  [rule("duration_seconds", "<", 10), { seconds: 12 }, ["must have duration seconds < 10; it has 12"]],
  [rule("width_pixels", "<", 5), {}, []],
  [rule("beauty", ">", 1), { bytes: 1 }, []],
])("%j of %j", (given, facts, broken) => {
  expect(brokenFileRules([given], facts)).toEqual(broken);
});

test("the vendor's own words come first", () => {
  const own = { ...rule("file_size_mb", "<", 1), message: "The image is too large" };
  expect(brokenFileRules([own], { bytes: 2 ** 21 })).toEqual(["The image is too large; it has 2"]);
});
