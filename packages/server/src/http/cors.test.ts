import { expect, test } from "vitest";
import { manualEngine } from "../testing/engines.js";
import { serverSuite } from "../testing/servers.js";

const suite = serverSuite();
const APP = "https://app.example";
const preflight = {
  authorization: "",
  origin: APP,
  "access-control-request-method": "POST",
  "access-control-request-headers": "authorization,content-type",
};

test("without origins nothing is said to pages of others", async () => {
  const { call } = await suite.start(manualEngine().engine);
  for (const [method, headers] of [
    ["OPTIONS", preflight],
    ["GET", { origin: APP }],
  ] as const) {
    const answer = await call(method, "/v1/models", undefined, headers);
    const names = [...answer.headers.keys()];
    expect(names.filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

test("a page of an origin that is named may call, and read what the contract's headers say", async () => {
  const { call } = await suite.start(manualEngine().engine, { corsOrigins: [APP] });
  const asked = await call("OPTIONS", "/v1/models/openai/gpt-image-2/edit", undefined, preflight);
  expect(asked.status).toBe(204);
  expect(asked.headers.get("access-control-allow-origin")).toBe(APP);
  expect(asked.headers.get("access-control-allow-methods")).toBe("GET, HEAD, POST, DELETE");
  const allowed = asked.headers.get("access-control-allow-headers")?.split(", ");
  for (const name of ["Authorization", "Content-Type", "Prefer", "Idempotency-Key", "traceparent"])
    expect(allowed).toContain(name);
  for (const name of ["Model-Api-Webhook", "Model-Api-Simulate", "Range"]) expect(allowed).toContain(name);
  expect(asked.headers.get("access-control-allow-credentials")).toBeNull();

  for (const [path, status, more] of [
    ["/v1/models", 200, {}],
    ["/v1/models", 401, { authorization: "" }],
    ["/v1/nothing", 404, {}],
    ["/outputs/r/x.png", 404, {}],
  ] as const) {
    const answer = await call("GET", path, undefined, { origin: APP, ...more });
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe(APP);
    expect(answer.headers.get("vary")).toContain("Origin");
    for (const name of ["Model-Api-Extensions", "Idempotency-Key", "Preference-Applied", "Retry-After"])
      expect(answer.headers.get("access-control-expose-headers")).toContain(name);
  }
});

test("other origins are told nothing, and caches keep the answers apart", async () => {
  const { call } = await suite.start(manualEngine().engine, { corsOrigins: [APP] });
  for (const origin of [
    "https://evil.example",
    "https://app.example.evil.example",
    "http://app.example",
    "null",
  ]) {
    const answer = await call("GET", "/v1/models", undefined, { origin });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("vary")).toContain("Origin");
    const asked = await call("OPTIONS", "/v1/models", undefined, { ...preflight, origin });
    expect(asked.headers.get("access-control-allow-headers")).toBeNull();
  }
});

test("`*` lets all origins call, without credentials", async () => {
  const { call } = await suite.start(manualEngine().engine, { corsOrigins: ["*"] });
  const answer = await call("GET", "/v1/models", undefined, { origin: "https://any.example" });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("vary")).toBeNull();
});
