import fc from "fast-check";
import type { Parameter } from "../contract-file.js";
import type { Attack } from "./attack.js";
import { headerText } from "./garbage.js";

/** Garbage in a header that the operation reads. */
export function wrongHeaders({ name, schema }: Parameter, good: Attack): fc.Arbitrary<Attack> {
  const pattern = typeof schema.pattern === "string" ? new RegExp(schema.pattern) : undefined;
  const near = [
    "",
    "x".repeat(256),
    "x".repeat(100_000),
    "a b",
    "wait=",
    "wait=-1",
    "wait=1e9x",
    "wait=;;=",
    'wait="',
  ];
  return fc.oneof(fc.constantFrom(...near), headerText).map((value) => {
    const sent = new Headers([[name, value]]).get(name) ?? "";
    return {
      ...good,
      wrong: `${name}: ${value.slice(0, 100)}`,
      headers: { ...good.headers, [name]: value },
      // A good key is left out: the next attack would be its repeat.
      ...(pattern && (pattern.test(sent) ? { headers: good.headers } : { expected: [422] })),
    };
  });
}

/** Garbage in headers that some server reads. */
export function strayHeaders(good: Attack): fc.Arbitrary<Attack> {
  const names = [
    "range",
    "if-range",
    "if-none-match",
    "if-modified-since",
    "accept",
    "accept-encoding",
    "accept-language",
    "content-type",
    "content-encoding",
    "transfer-encoding",
    "expect",
    "origin",
    "cookie",
    "host",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-http-method-override",
    "forwarded",
    "te",
    "upgrade",
    "__proto__",
    "x",
  ];
  const ranges = fc.constantFrom(
    "bytes=0-",
    "bytes=-1",
    "bytes=9-1",
    "bytes=0-99999999999999999999",
    "bytes=a-b",
    "bytes=0-0,0-0,0-0",
    "bytes=-0",
    "bytes=",
    "lines=1-2",
    "bytes=0-18446744073709551616",
  );
  return fc
    .oneof(
      fc.tuple(fc.constant("range"), ranges),
      fc.tuple(fc.constantFrom(...names), headerText),
      fc.tuple(
        fc.constantFrom(...names),
        headerText.map((value) => value.repeat(1000).slice(0, 50_000)),
      ),
    )
    .map(([name, value]) => ({
      ...good,
      wrong: `${name}: ${value.slice(0, 100)}`,
      headers: { ...good.headers, [name]: value },
    }));
}

/** What a body is said to be, and is not. */
export function lyingHeaders(good: Attack): fc.Arbitrary<Attack> {
  const lengths = fc
    .constantFrom("999999999999", "1e12", "9".repeat(400))
    .map((value) => ({ header: { "content-length": value }, expected: [413] }));
  const others = fc
    .constantFrom("-1", "abc", "", "0", "1, 2", "NaN")
    .map((value) => ({ header: { "content-length": value }, expected: undefined }));
  const types = fc
    .constantFrom(
      "text/plain",
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded",
      "application/json; charset=utf-16",
      "image/png",
      "json",
      ";",
      "application/xml",
    )
    .map((value) => ({ header: { "content-type": value }, expected: undefined }));
  return fc.oneof(lengths, others, types).map(({ header, expected }) => ({
    ...good,
    wrong: Object.entries(header).join(": "),
    headers: { ...good.headers, ...header },
    expected,
  }));
}
