import { expect, test } from "vitest";
import { readFlags, UsageError } from "./flags.js";

const HOSTED = "https://model-api.runcomfy.net";

test.each<[string, string[], Record<string, string>, string]>([
  ["the hosted service", [], {}, HOSTED],
  ["the environment", [], { RUNCOMFY_MODEL_API_BASE: "http://localhost:1/v1" }, "http://localhost:1"],
  ["an empty environment", [], { RUNCOMFY_MODEL_API_BASE: " " }, HOSTED],
  [
    "the flag before it",
    ["--base-url", "https://a.test/v1/"],
    { RUNCOMFY_MODEL_API_BASE: "x" },
    "https://a.test",
  ],
  ["a folder", ["--base-url", "https://a.test/api/v1"], {}, "https://a.test/api"],
])("the server: %s", (_, args, environment, baseUrl) => {
  expect(readFlags(args, environment)?.source).toEqual({ baseUrl, token: undefined });
});

test("the token is taken without the blanks around it, and goes over http to this machine only", () => {
  for (const url of ["http://localhost:8", "http://127.0.0.1:8", "http://[::1]:8", HOSTED])
    expect(readFlags(["--base-url", url], { RUNCOMFY_TOKEN: " t\n" })?.source).toMatchObject({ token: "t" });
});

test.each<[string, string[], Record<string, string>]>([
  ["an unknown flag", ["--colour"], {}],
  ["a word", ["models"], {}],
  ["two places", ["--file", "x.json", "--base-url", "http://localhost"], {}],
  ["no URL", ["--base-url", "example"], {}],
  ["another protocol", ["--base-url", "file:///x"], {}],
  ["a URL with credentials", ["--base-url", "https://a:b@example.test"], {}],
  ["a token over an open network", ["--base-url", "http://example.test"], { RUNCOMFY_TOKEN: "t" }],
  [
    "a token over a host that looks local",
    ["--base-url", "http://127.0.0.1.example.test"],
    { RUNCOMFY_TOKEN: "t" },
  ],
  ["a token that is none", [], { RUNCOMFY_TOKEN: "a\u00e9b" }],
])("%s is refused", (_, args, environment) => {
  expect(() => readFlags(args, environment)).toThrow(UsageError);
});
