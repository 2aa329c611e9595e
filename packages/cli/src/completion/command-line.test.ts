import { expect, test } from "vitest";
import { afterBreak, splitLine } from "./command-line.js";

test.each<[string, string[]]>([
  ["model-api", ["model-api"]],
  ["model-api ", ["model-api", ""]],
  ["model-api  run   x", ["model-api", "run", "x"]],
  ["model-api run 'two words' --q", ["model-api", "run", "two words", "--q"]],
  ['a "b \\" c" d', ["a", 'b " c', "d"]],
  ["a b\\ c", ["a", "b c"]],
  ["a 'not ended", ["a", "not ended"]],
])("%j is the words %j", (line, words) => {
  expect(splitLine(line)).toEqual(words);
});

test.each([
  ["16:9", "16:", ":=", "9"],
  ["16:9", "16", ":=", "16:9"],
  ["16:9", "16:", "=", "16:9"],
  ["--a=b:c", "--a=b:", ":=", "c"],
])("of %s, after %s with breaks %s, bash wants %s", (word, current, breaks, wanted) => {
  expect(afterBreak(word, current, breaks)).toBe(wanted);
});
