import { expect, test } from "vitest";
import { fingerprintOf } from "./fingerprint.js";

const of = (json: string, model = "a/b") => fingerprintOf(model, JSON.parse(json));

test("the order of keys, spaces and spellings of a number do not count, at any depth", () => {
  const one = of('{"a": 1, "b": [{"x": 1.0, "y": {"p": null, "q": "\\u0041"}}]}');
  expect(of('{"b":[{"y":{"q":"A","p":null},"x":1}],"a":1e0}')).toBe(one);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['{"a":[1,2]}', '{"a":[2,1]}'],
  ['{"a":1}', '{"a":"1"}'],
  ['{"a":null}', "{}"],
  ['{"a":{}}', '{"a":[]}'],
  ['{"__proto__":1}', "{}"],
])("%s and %s are not the same", (a, b) => {
  expect(of(a)).not.toBe(of(b));
});

test("the model counts", () => {
  expect(of("{}", "a/b")).not.toBe(of("{}", "a/c"));
});
