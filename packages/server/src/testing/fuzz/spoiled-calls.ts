import fc from "fast-check";
import { allowedMethods, operationOf } from "../contract.js";
import type { Operation, Parameter } from "../contract-file.js";
import { type Attack, pathWith, type World } from "./attack.js";
import { escaped, headerText, long, text } from "./garbage.js";

const ORIGIN = "http://fuzz.invalid";
export const METHODS = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "QUERY",
  "PROPFIND",
  "brew",
  "X-Y!",
] as const;

/** A method that the path does not have. */
export function wrongMethods(good: Attack): fc.Arbitrary<Attack> {
  const allowed = allowedMethods(ORIGIN + good.path);
  const { body: _, ...rest } = good;
  return fc
    .constantFrom(...METHODS.filter((method) => !allowed.includes(method)))
    .map((method) => ({ ...rest, wrong: `the method ${method}`, method, expected: [405] }));
}

/** Anything but the token. */
export function wrongTokens(good: Attack, { token }: World): fc.Arbitrary<Attack> {
  const spoiled = fc
    .constantFrom(
      "",
      "Bearer",
      "Bearer ",
      "Bearer  ",
      `Bearer ${token}x`,
      `Bearer ${token.slice(0, -1)}`,
      `Bearer ${token.toUpperCase()}`,
      `Bearer ${token} ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      `Bearer "${token}"`,
      `Bearer\t${token}`,
      `Bearer:${token}`,
      `Basic ${Buffer.from(`x:${token}`).toString("base64")}`,
      `Digest ${token}`,
      token,
      `Bearer ${"x".repeat(100_000)}`,
      `Bearer ${" ".repeat(50_000)}x`,
      "Bearer null",
      "Bearer undefined",
      "Bearer [object Object]",
      "Bearer ' OR 1=1 --",
    )
    .map((authorization) => ({ authorization }));
  return fc
    .oneof(
      spoiled,
      headerText.map((value) => ({ authorization: `Bearer ${value}` })),
      headerText.map((value) => ({ authorization: value })),
      fc.constant({}),
    )
    .map((headers) => {
      const { authorization: _, ...others } = good.headers;
      return { ...good, wrong: "the token", headers: { ...others, ...headers }, expected: [401] };
    });
}

/** Our own calls answer somebody else's request as one that does not exist. */
const HIDING = new Set(["getRequestInput", "deleteRequest"]);

/** A good token, of somebody else. */
export function otherTokens(good: Attack, { otherToken }: World): fc.Arbitrary<Attack> {
  const headers = { ...good.headers, authorization: `Bearer ${otherToken}` };
  const expected = [HIDING.has(good.operation) ? 404 : 403];
  return fc.constant({ ...good, wrong: "someone else's request", headers, expected });
}

/** Something else where a path parameter stands. */
export function wrongPaths(
  operation: Operation,
  parameter: Parameter,
  good: Attack,
  world: World,
): fc.Arbitrary<Attack> {
  const value = world.path[parameter.name] ?? "";
  const near = fc.constantFrom(
    value.toUpperCase(),
    `${value}/`,
    `/${value}`,
    `./${value}`,
    `${value}%00`,
    `${value}%20`,
    `${value};x=1`,
    value.replaceAll("/", "//"),
    value.replaceAll("/", "/./"),
    value.replaceAll("/", "%5C"),
    value.replaceAll("/", "%252F"),
    value.slice(1),
    value.slice(0, -1),
    `..%2F${value}`,
    `..%2f..%2fmodel-api.db`,
  );
  return fc.oneof(near, text.chain(escaped), long(fc.constantFrom("a", "a/", "."))).map((given) => {
    // What a URL cannot hold as it is, it holds escaped; a question mark would end the path.
    const path = pathWith(operation, { ...world.path, [parameter.name]: given.replace(/[?#]/g, "_") });
    const sent = new URL(ORIGIN + path);
    const meant = operationOf(good.method, sent.href);
    const same = given === value || new URL(ORIGIN + good.path).href === sent.href;
    const expected = meant?.id === operation.id && !same ? [400, 404] : undefined;
    return { ...good, wrong: `${parameter.name}: ${given.slice(0, 100)}`, path: sent.pathname, expected };
  });
}
