import { expect, test } from "vitest";
import * as entry from "../index.js";
import { ConnectionError, ModelApiError, RateLimitError } from "../index.js";

const isErrorClass = (value: unknown): value is typeof ConnectionError =>
  typeof value === "function" && value.prototype instanceof ModelApiError;
const CLASSES = Object.entries(entry).filter(([, value]) => isErrorClass(value)) as [
  string,
  typeof ConnectionError,
][];

test.each(CLASSES)("%s is told by its own code and name, and is a ModelApiError", (name, Class) => {
  const error = new Class("x", { requestId: "r1" });
  expect(error.name).toBe(name);
  expect(error.code).toBe(Class.code);
  expect(Class.isInstance(error)).toBe(true);
  expect(ModelApiError.isInstance(error)).toBe(true);
  expect(CLASSES.filter(([, other]) => other.isInstance(error))).toEqual([[name, Class]]);
});

test("no two classes share a code", () => {
  const codes = CLASSES.map(([, { code }]) => code);
  expect(codes).toHaveLength(16);
  expect(new Set(codes).size).toBe(codes.length);
});

test("isInstance knows errors of another copy of the package, and nothing else", () => {
  const foreign = Object.assign(new Error("x"), {
    isModelApiError: true,
    code: "rate_limit",
  });
  expect(RateLimitError.isInstance(foreign)).toBe(true);
  expect(ModelApiError.isInstance(foreign)).toBe(true);
  expect(ConnectionError.isInstance(foreign)).toBe(false);
  for (const value of [new Error("x"), { code: "rate_limit" }, "rate_limit", null, undefined])
    expect(ModelApiError.isInstance(value)).toBe(false);
});

test("an error has a cause only where there is one", () => {
  const cause = new Error("below");
  expect(new ConnectionError("x", { cause }).cause).toBe(cause);
  expect("cause" in new ConnectionError("x", {})).toBe(false);
});
