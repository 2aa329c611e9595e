import { expect, test } from "vitest";
import { GuardRefusal } from "../guard/refusal.js";
import { readDataUri } from "./data-uri.js";

const MAX = 64;

test.each([
  ["data:image/png;base64,iVBORw0=", "89504e470d"],
  ["data:image/png;base64,iVBORw0", "89504e470d"],
  ["data:;base64,", ""],
  ["data:;base64,_-8=", "ffef"],
  ["data:;base64,%2F%2B8%3D", "ffef"],
  ["data:text/plain,a%20b", "612062"],
  ["data:image/png,%89PNG", "89504e47"],
  ["data:,%ff%00%FE", "ff00fe"],
  ["data:,é", "c3a9"],
  ["data:,", ""],
  ["data:,a,b", "612c62"],
  ["DATA:image/png;charset=x;BASE64,aGk=", "6869"],
])("%s is read", (uri, hex) => {
  expect(Buffer.from(readDataUri(uri, MAX)).toString("hex")).toBe(hex);
});

test.each([
  ["data:image/png;base64", /malformed data URI/],
  ["data:image/png;base64,****", /base64 is malformed/],
  ["data:image/png;base64,aGk=aGk=", /base64 is malformed/],
  ["data:image/png;base64,aGk==", /base64 is malformed/],
  ["data:image/png;base64,aGkaa", /base64 is malformed/],
  ["data:image/png;base64,a", /base64 is malformed/],
  ["data:image/png;base64,aG k=", /base64 is malformed/],
  ["data:image/png;base64,=", /base64 is malformed/],
  ["data:,%zz", /two hexadecimal digits/],
  ["data:,%f", /two hexadecimal digits/],
  ["data:,%", /two hexadecimal digits/],
])("%s is refused", (uri, says) => {
  expect(() => readDataUri(uri, MAX)).toThrow(GuardRefusal);
  expect(() => readDataUri(uri, MAX)).toThrow(says);
});

const base64 = (bytes: number) => `data:;base64,${Buffer.alloc(bytes).toString("base64")}`;
const escaped = (bytes: number) => `data:,${"%00".repeat(bytes)}`;
const plain = (bytes: number) => `data:,${"a".repeat(bytes)}`;

test.each([base64, escaped, plain])("%o holds as much as the limit", (write) => {
  expect(readDataUri(write(MAX), MAX).byteLength).toBe(MAX);
  for (const bytes of [MAX + 1, MAX + 2, MAX * 2, MAX * 100])
    expect(() => readDataUri(write(bytes), MAX)).toThrow(
      "it is larger than 64 bytes, which is the most that is taken",
    );
});

test("what is too long is refused by its length: nothing in it is looked at", () => {
  // Malformed, which it is not told for.
  expect(() => readDataUri(`data:;base64,${"*".repeat(MAX * 4)}`, MAX)).toThrow(/larger than 64 bytes/);
  expect(() => readDataUri(`data:,${"%".repeat(MAX * 4)}`, MAX)).toThrow(/larger than 64 bytes/);
});
