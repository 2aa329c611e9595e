import { expect, test } from "vitest";
import { PROXY_SECRET } from "../testing/proxy-scene.js";
import { createProxy, type ProxyOptions } from "./index.js";

const OPTIONS: ProxyOptions = {
  token: "t",
  secret: PROXY_SECRET,
  models: ["openai/*"],
  authorize: () => "u",
};
const make = (change: object) => () => createProxy({ ...OPTIONS, ...change });

test("four options are enough, and several secrets and all others are taken", () => {
  expect(make({})).not.toThrow();
  expect(
    make({
      secret: [PROXY_SECRET, "ü".repeat(16)],
      path: "/api/v1/",
      origin: "http://localhost:3000",
      cors: { origins: ["https://app.example", "http://[::1]:3000"], credentials: true },
      baseUrl: "http://127.0.0.1:8000/v1/",
      limits: { bodyBytes: 0, submitsPerMinute: Number.POSITIVE_INFINITY },
    }),
  ).not.toThrow();
});

test.each<[string, object]>([
  ["authorize", { authorize: undefined }],
  ["authorize", { authorize: "everyone" }],
  ["token", { token: undefined }],
  ["token", { token: "" }],
  ["secret", { secret: undefined }],
  ["secret", { secret: "x".repeat(31) }],
  ["secret", { secret: [] }],
  ["secret", { secret: [PROXY_SECRET, "short"] }],
  ["models", { models: undefined }],
  ["models", { models: [] }],
  ["models", { models: "openai/*" }],
  ["models", { models: ["a b"] }],
  ["path", { path: "api" }],
  ["path", { path: "/a//b" }],
  ["path", { path: "/a?b" }],
  ["origin", { origin: "app.example" }],
  ["origin", { origin: "https://app.example/" }],
  ["cors.origins", { cors: { origins: ["*"] } }],
  ["cors.origins", { cors: { origins: ["null"] } }],
  ["cors.origins", { cors: { origins: ["https://*.app.example"] } }],
  ["cors.origins", { cors: { origins: ["https://app.example/"] } }],
  ["cors.origins", { cors: { credentials: true } }],
  ["baseUrl", { baseUrl: "models.example" }],
  ["baseUrl", { baseUrl: "https://me:secret@models.example" }],
  ["baseUrl", { baseUrl: "https://models.example/?x=" }],
  ["limits.bodyBytes", { limits: { bodyBytes: -1 } }],
  ["limits.holdSeconds", { limits: { holdSeconds: Number.NaN } }],
  ["limits.submitsPerMinute", { limits: { submitsPerMinute: "60" } }],
])("%s is named where it is missing or malformed: %o", (name, change) => {
  expect(make(change)).toThrow(TypeError);
  expect(make(change)).toThrow(`createProxy: \`${name}\` must be`);
  expect(make(change)).not.toThrow(/short|me:secret/);
});
