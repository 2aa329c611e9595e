import { expect, test } from "vitest";
import { choicesOf, typeOf } from "./field-type.js";

test("the type of a field is the one besides null", () => {
  expect(typeOf({ type: "string" })).toBe("string");
  expect(typeOf({ type: ["boolean", "null"] })).toBe("boolean");
  expect(typeOf({ type: ["null"] })).toBeUndefined();
  expect(typeOf({ type: ["integer", "string"] })).toBeUndefined();
  expect(typeOf({})).toBeUndefined();
  expect(typeOf(undefined)).toBeUndefined();
});

test("null is no choice", () => {
  expect(choicesOf({ enum: ["a", 1, null] })).toEqual(["a", 1]);
  expect(choicesOf({ enum: [null, { a: 1 }] })).toBeUndefined();
  expect(choicesOf({})).toBeUndefined();
  expect(choicesOf(undefined)).toBeUndefined();
});
