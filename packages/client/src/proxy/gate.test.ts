import { expect, test } from "vitest";
import { APP, json, MOUNT, openProxy } from "../testing/proxy-scene.js";
import { EDIT, INPUT, SUBMITTED } from "../testing/set-up.js";

const SUBMIT = `/v1/models/${EDIT}`;
const OTHER = "https://other.example";
const from = (origin: string, more: object = {}) => json(INPUT, { origin, ...more });

test("whom `authorize` does not name is refused in the contract's shape, and nothing is passed on", async () => {
  for (const given of [false, null, undefined, "", true, 5, {}]) {
    const { service, ask, failures } = await openProxy(
      { submit: [SUBMITTED] },
      { authorize: () => given as never },
    );
    const { status, body } = await ask("POST", SUBMIT, json(INPUT));
    expect([status, body.error_code], `${given}`).toEqual([401, 400004]);
    expect(service.calls).toEqual([]);
    // What is no refusal is a mistake that the operator hears of.
    expect(failures.map(({ reason }) => reason)).toEqual(given ? ["authorize"] : []);
  }
});

test("an answer of `authorize` is given as it is", async () => {
  const cors = { origins: [OTHER] };
  const redirect = await openProxy(
    {},
    { cors, authorize: () => Response.redirect("https://app.example/login") },
  );
  const answer = await redirect.ask("POST", SUBMIT, from(OTHER));
  expect([answer.status, answer.headers.get("location")]).toEqual([302, "https://app.example/login"]);
  expect(answer.headers.get("access-control-allow-origin")).toBe(OTHER);
  const body = { error_code: 402, error_message: "Your plan is used up." };
  const own = await openProxy({}, { authorize: async () => Response.json(body, { status: 402 }) });
  expect(await own.ask("POST", SUBMIT, json(INPUT))).toMatchObject({ status: 402, body });
});

test("where `authorize`, `token` or the limiter fails, nothing was passed on: 503, to be tried again", async () => {
  const fail = () => {
    throw new Error("the database is away");
  };
  for (const [reason, options] of [
    ["authorize", { authorize: fail }],
    ["authorize", { authorize: async () => fail() }],
    ["token", { token: fail }],
    ["token", { token: async () => "" }],
    ["token", { token: () => undefined as never }],
    ["limiter", { limits: { limiter: { take: fail } } }],
    ["limiter", { limits: { limiter: { take: async () => undefined as never } } }],
    ["limiter", { limits: { limiter: { take: () => Number.NaN } } }],
  ] as const) {
    const { service, ask, failures } = await openProxy({ submit: [SUBMITTED] }, options);
    const { status, headers, body } = await ask("POST", SUBMIT, json(INPUT));
    expect([status, headers.get("retry-after")]).toEqual([503, "1"]);
    expect(body.error_message).toContain("Nothing was passed on");
    expect(body.error_message).not.toContain("database");
    expect(service.calls).toEqual([]);
    expect(failures.map((failure) => failure.reason)).toEqual([reason]);
  }
});

test("an operator's log that fails changes no answer", async () => {
  const onFailure = () => {
    throw new Error("disk full");
  };
  const { ask } = await openProxy({}, { onFailure, token: () => "" });
  expect((await ask("POST", SUBMIT, json(INPUT))).status).toBe(503);
});

test("a caller who submits too often is told when to come back, and others are not kept waiting", async () => {
  const clock = { at: 0, now: () => clock.at, random: Math.random, after: () => () => {} };
  const { service, ask } = await openProxy(
    { submit: [SUBMITTED] },
    { clock, limits: { submitsPerMinute: 2 } },
  );
  const submit = async (user: string) => {
    const { status, headers } = await ask("POST", SUBMIT, json(INPUT, { "x-user": user }));
    return [status, headers.get("retry-after")];
  };
  expect(await submit("alice")).toEqual([200, null]);
  expect(await submit("alice")).toEqual([200, null]);
  expect(await submit("alice")).toEqual([429, "30"]);
  expect(await submit("bob")).toEqual([200, null]);
  clock.at += 30_000;
  expect(await submit("alice")).toEqual([200, null]);
  expect(service.calls).toHaveLength(4);
});

test("a limiter of one's own is asked for each submit and each upload, and for no read", async () => {
  const asked: unknown[] = [];
  const limiter = { take: (...given: unknown[]) => asked.push(given) * 0 };
  const { ask, submit } = await openProxy({ submit: [SUBMITTED] }, { uploads: true, limits: { limiter } });
  const id = await submit();
  await ask("GET", `/v1/requests/${id}/status`);
  await ask("POST", "/v1/files", { body: "x" });
  expect(asked).toEqual([
    ["submit:alice", 60],
    ["upload:alice", 120],
  ]);
});

const FOREIGN: [string, Record<string, string>][] = [
  ["another origin", { origin: OTHER }],
  ["another scheme and port of a listed host", { origin: "http://listed.example:81" }],
  ["a host that begins like the own one", { origin: "https://app.example.evil.example" }],
  ["no origin", { origin: "null" }],
  ["a page that the browser calls foreign", { "sec-fetch-site": "cross-site" }],
  ["a neighbour", { "sec-fetch-site": "same-site", origin: "https://x.app.example" }],
  ["a page that claims the own origin and is foreign", { "sec-fetch-site": "cross-site", origin: APP }],
];
test.each(FOREIGN)("a page of %s may neither call nor ask whether it may", async (_, headers) => {
  let asked = 0;
  const options = {
    cors: { origins: ["https://listed.example"], credentials: true },
    authorize: () => `${asked++}`,
  };
  const { service, ask } = await openProxy({ submit: [SUBMITTED] }, options);
  const preflight = {
    headers: {
      ...headers,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  };
  for (const answer of [
    await ask("POST", SUBMIT, json(INPUT, headers)),
    await ask("GET", "/v1/models", { headers }),
    await ask("OPTIONS", SUBMIT, preflight),
  ]) {
    expect([answer.status, answer.body.error_code]).toEqual([403, 403001]);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(answer.headers.get("vary")).toBe("origin");
  }
  expect([service.calls.length, asked]).toEqual([0, 0]);
});

test.each([
  ["the own origin", { origin: APP }],
  ["the own origin, TLS ending elsewhere", { origin: "http://app.example" }],
  [
    "the own origin, as the browser says",
    { "sec-fetch-site": "same-origin", origin: "http://localhost:5173" },
  ],
  ["the address bar", { "sec-fetch-site": "none" }],
  ["a program", {}],
])("a call of %s needs no list", async (_, headers) => {
  const { ask } = await openProxy({ submit: [SUBMITTED] });
  const answer = await ask("POST", SUBMIT, json(INPUT, headers));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("vary")).toBeNull();
});

test("the origin that was said counts where the request does not know it, in URLs as well", async () => {
  const { ask } = await openProxy({ submit: [SUBMITTED] }, { origin: "https://public.example", path: MOUNT });
  expect((await ask("POST", SUBMIT, from(APP))).status).toBe(403);
  const { status, body } = await ask("POST", SUBMIT, from("https://public.example"));
  expect([status, body.status_url]).toEqual([
    200,
    `https://public.example${MOUNT}/v1/requests/${body.request_id}/status`,
  ]);
});

test("a listed page is told, one by one, what it may send and read", async () => {
  const { service, ask } = await openProxy(
    { submit: [SUBMITTED] },
    { cors: { origins: [OTHER], credentials: true } },
  );
  const asked = await ask("OPTIONS", SUBMIT, {
    headers: { origin: OTHER, "sec-fetch-site": "cross-site", "access-control-request-method": "POST" },
  });
  expect([asked.status, asked.body]).toEqual([204, ""]);
  expect(Object.fromEntries(asked.headers)).toEqual({
    "access-control-allow-credentials": "true",
    "access-control-allow-headers":
      "authorization, content-type, idempotency-key, prefer, traceparent, tracestate",
    "access-control-allow-methods": "GET, POST, DELETE",
    "access-control-allow-origin": OTHER,
    "access-control-expose-headers": "idempotency-key, model-api-extensions, preference-applied, retry-after",
    "access-control-max-age": "7200",
    "cache-control": "no-store",
    vary: "origin",
  });
  expect(service.calls).toEqual([]);
  for (const [method, path] of [
    ["POST", SUBMIT],
    ["POST", "/v1/requests/x/cancel"],
    ["GET", "/v1/nothing"],
  ] as const) {
    const { headers } = await ask(
      method,
      path,
      method === "POST" ? from(OTHER) : { headers: { origin: OTHER } },
    );
    expect(headers.get("access-control-allow-origin")).toBe(OTHER);
  }
});

test("a listed page is not asked for cookies unless that was said, and may ask for no other method", async () => {
  const { ask } = await openProxy({}, { cors: { origins: [OTHER] } });
  const preflight = (method: string) =>
    ask("OPTIONS", SUBMIT, { headers: { origin: OTHER, "access-control-request-method": method } });
  expect((await preflight("POST")).headers.get("access-control-allow-credentials")).toBeNull();
  for (const method of ["DELETE", "PUT"]) {
    const answer = await preflight(method);
    expect([answer.status, answer.headers.get("access-control-allow-methods")]).toEqual([404, null]);
  }
});

test("what fails unexpectedly is an answer too, and the operator hears of it", async () => {
  const { proxy, failures } = await openProxy({});
  const response = await proxy({ method: "GET", url: "nowhere", headers: new Headers() } as Request);
  expect([response.status, await response.json()]).toEqual([
    500,
    { error_code: 500, error_message: "This application's proxy failed." },
  ]);
  expect(failures).toMatchObject([{ reason: "internal", call: "call" }]);
});
