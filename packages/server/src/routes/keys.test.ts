import { expect, test } from "vitest";
import type { Logger } from "../logger.js";
import { manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { type Call, callerOf, type ServerSuite, serverSuite, until } from "../testing/servers.js";

const suite: ServerSuite = serverSuite();
const NOW = Date.parse("2026-11-24T12:00:00Z");

/** A server whose time stands still, and calls with a key for all. */
async function startForAdmin(): Promise<{
  admin: Call;
  asToken(token: string): Call;
  clock: ReturnType<typeof manualClock>;
  runs: ReturnType<typeof manualEngine>["runs"];
}> {
  const clock = manualClock(NOW);
  const { engine, runs } = manualEngine();
  const { server } = await suite.start(engine, { clock, concurrency: 1 });
  const asToken = (token: string) => callerOf(server, token);
  const admin = asToken(await server.createKey({ name: "root", scopes: ["submit", "read", "admin"] }));
  return { admin, asToken, clock, runs };
}

test("a key is made, shown once, listed without its secrets, and revoked", async () => {
  const { admin, asToken } = await startForAdmin();
  const made = await admin("POST", "/v1/keys", {
    name: " ci ",
    scopes: ["read"],
    expires_at: "2027-01-31T00:00:00Z",
    rate_limit: 60,
    max_open: 3,
  });
  expect(made.status).toBe(200);
  const { key, token, webhook_secret } = made.body;
  expect(key).toEqual({
    key_id: expect.stringMatching(/^key_/),
    name: "ci",
    scopes: ["read"],
    state: "active",
    created_at: "2026-11-24T12:00:00.000Z",
    expires_at: "2027-01-31T00:00:00.000Z",
    rate_limit: 60,
    max_open: 3,
  });
  expect(token).toMatch(/^mapi_[\w-]{43}$/);
  expect(webhook_secret).toMatch(/^whsec_/);
  expect((await asToken(token)("GET", "/v1/models")).status).toBe(200);

  const listed = await admin("GET", "/v1/keys");
  expect(listed.body.keys).toContainEqual(key);
  expect(JSON.stringify(listed.body)).not.toMatch(/mapi_|whsec_|hash/);

  const revoked = await admin("DELETE", `/v1/keys/${key.key_id}`);
  expect(revoked.body).toMatchObject({ state: "revoked", revoked_at: "2026-11-24T12:00:00.000Z" });
  expect((await asToken(token)("GET", "/v1/models")).status).toBe(401);
  expect((await admin("DELETE", `/v1/keys/${key.key_id}`)).body).toEqual(revoked.body);
});

test("a key shows the models that it may use and whose secrets it brings, and the secrets never", async () => {
  const lines: unknown[] = [];
  const line = (...args: unknown[]) => lines.push(args);
  const log: Logger = { debug: line, info: line, warn: line, error: line };
  const { server } = await suite.start(manualEngine().engine, { log });
  const call = callerOf(server, await server.createKey({ name: "root", scopes: ["admin"] }));
  const made = await call("POST", "/v1/keys", {
    name: "x",
    models: ["openai/*", EDIT],
    provider_keys: { openai: "sk-secret 1", acme: "sk-secret-2" },
  });
  expect(made.body.key).toMatchObject({ models: ["openai/*", EDIT], providers: ["openai", "acme"] });
  const listed = await call("GET", "/v1/keys");
  expect(listed.body.keys).toContainEqual(made.body.key);
  const revoked = await call("DELETE", `/v1/keys/${made.body.key.key_id}`);
  expect(revoked.body).toMatchObject({ state: "revoked", providers: ["openai", "acme"] });
  const unlimited = await call("POST", "/v1/keys", { name: "y", provider_keys: {} });
  expect(Object.keys(unlimited.body.key)).not.toContain("providers");
  for (const { body } of [made, listed, revoked]) expect(JSON.stringify(body)).not.toContain("sk-secret");
  expect(lines).not.toEqual([]);
  expect(JSON.stringify(lines)).not.toContain("sk-secret");
});

test("a run gets the secrets of the key that submitted it, and those of no other", async () => {
  const seen: unknown[] = [];
  const { engine } = manualEngine();
  const { server } = await suite.start({
    ...engine,
    async run(_, { providerKey }) {
      seen.push([await providerKey("openai"), await providerKey("acme")]);
      return { files: [], report: { engine: "seeing", applied: [], ignored: [] } };
    },
  });
  for (const providerKeys of [{ openai: "sk-1" }, { openai: "sk-2", acme: "2" }, undefined]) {
    const call = callerOf(server, await server.createKey({ name: "x", providerKeys }));
    const { body } = await call("POST", `/v1/models/${EDIT}`, INPUT);
    const path = `/v1/requests/${body.request_id}/status`;
    await until(async () => (await call("GET", path)).body.status === "completed");
  }
  expect(seen).toEqual([
    ["sk-1", undefined],
    ["sk-2", "2"],
    [undefined, undefined],
  ]);
});

test("keys are for those with the scope admin", async () => {
  const { admin, asToken } = await startForAdmin();
  const { token } = (await admin("POST", "/v1/keys", { name: "caller" })).body;
  const call = asToken(token);
  for (const [method, path] of [
    ["GET", "/v1/keys"],
    ["POST", "/v1/keys"],
    ["DELETE", "/v1/keys/key_1"],
  ] as const) {
    const { status, body } = await call(method, path, method === "POST" ? { name: "x" } : undefined);
    expect(status).toBe(403);
    expect(body.error_message).toContain("it has the scopes submit, read, and admin is needed");
  }
});

test("a scope that a key does not have is refused with 403", async () => {
  const { admin, asToken } = await startForAdmin();
  const reader = asToken((await admin("POST", "/v1/keys", { name: "r", scopes: ["read"] })).body.token);
  const writer = asToken((await admin("POST", "/v1/keys", { name: "w", scopes: ["submit"] })).body.token);
  expect((await reader("POST", `/v1/models/${EDIT}`, INPUT)).status).toBe(403);
  expect((await writer("GET", "/v1/models")).status).toBe(403);
  expect((await writer("GET", "/v1/usage")).status).toBe(403);
});

test("an expired key is refused with 401", async () => {
  const { admin, asToken, clock } = await startForAdmin();
  const soon = new Date(NOW + 60_000).toISOString();
  const call = asToken((await admin("POST", "/v1/keys", { name: "e", expires_at: soon })).body.token);
  expect((await call("GET", "/v1/models")).status).toBe(200);
  clock.advance(60_000);
  const { status, body } = await call("GET", "/v1/models");
  expect([status, body.error_message]).toEqual([401, expect.stringContaining("expired")]);
});

test("limits: so many submits a minute, and so many open at once, then 429 with Retry-After", async () => {
  const { admin, asToken, clock } = await startForAdmin();
  const rated = asToken((await admin("POST", "/v1/keys", { name: "r", rate_limit: 2 })).body.token);
  const submit = (call: Call) => call("POST", `/v1/models/${EDIT}`, INPUT);
  expect([(await submit(rated)).status, (await submit(rated)).status]).toEqual([200, 200]);
  const refused = await submit(rated);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
  clock.advance(30_000);
  expect((await submit(rated)).status).toBe(200);

  const open = asToken((await admin("POST", "/v1/keys", { name: "o", max_open: 1 })).body.token);
  const { body } = await submit(open);
  const full = await submit(open);
  expect([full.status, full.headers.get("retry-after")]).toEqual([429, "1"]);
  await open("POST", `/v1/requests/${body.request_id}/cancel`);
  expect((await submit(open)).status).toBe(200);
});

test.each([
  [{}, ["name"], "must be a text of 1 to 100 characters"],
  [{ name: "a\u001b[31m" }, ["name"], "in one line"],
  [{ name: "x", scopes: [] }, ["scopes"], "must name at least one of submit, read, admin"],
  [{ name: "x", scopes: ["sumbit"] }, ["scopes"], "Did you mean submit?"],
  [{ name: "x", scopes: "read" }, ["scopes"], "must name at least one of"],
  [{ name: "x", expires_at: "2020-01-01" }, ["expires_at"], "must be a moment that is still to come"],
  [
    { name: "x", expires_at: "soon" },
    ["expires_at"],
    'must be a date and time such as 2027-01-31T00:00:00Z; got "soon"',
  ],
  [{ name: "x", rate_limit: 0 }, ["rate_limit"], "must be a whole number from 1 to 1000000; got 0"],
  [{ name: "x", max_open: 1.5 }, ["max_open"], "must be a whole number from 1 to 1000000; got 1.5"],
  [{ name: "x", models: [] }, ["models"], "must be a list of 1 to 100 model ids"],
  [{ name: "x", models: "openai/*" }, ["models"], "must be a list of 1 to 100 model ids"],
  [{ name: "x", models: Array(101).fill("a/b") }, ["models"], "must be a list of 1 to 100 model ids"],
  [
    { name: "x", models: ["a/b", "open ai/*"] },
    ["models"],
    'any characters, such as openai/*; got "open ai/*"',
  ],
  [{ name: "x", models: [7] }, ["models"], "such as openai/*; got 7"],
  [{ name: "x", provider_keys: ["sk-hidden"] }, ["provider_keys"], "must be secrets by the names of"],
  [
    { name: "x", provider_keys: { "sk-Hidden": "openai" } },
    ["provider_keys"],
    "lower-case letters, digits and -",
  ],
  [
    { name: "x", provider_keys: { openai: "" } },
    ["provider_keys"],
    "secret for openai; what it has is empty",
  ],
  [{ name: "x", provider_keys: { openai: 7 } }, ["provider_keys"], "what it has is not a text"],
  [
    { name: "x", provider_keys: { openai: "sk-hidden\n" } },
    ["provider_keys"],
    "has spaces or line breaks around it",
  ],
  [
    { name: "x", provider_keys: { openai: "sk-hidden\u00e9" } },
    ["provider_keys"],
    "other than printable ASCII",
  ],
  [
    { name: "x", provider_keys: { openai: "sk-hidden".padEnd(501, "x") } },
    ["provider_keys"],
    "is longer than 500 characters",
  ],
  [{ name: "x", colour: "red" }, ["colour"], "is not a field of a key; there are name, scopes"],
])("%j is no key", async (body, path, message) => {
  const { admin } = await startForAdmin();
  const answer = await admin("POST", "/v1/keys", body);
  expect(answer.status).toBe(422);
  expect(answer.body.detail).toEqual([
    expect.objectContaining({ path, message: expect.stringContaining(message) }),
  ]);
  expect(JSON.stringify(answer.body)).not.toMatch(/sk-hidden/i);
  expect((await admin("GET", "/v1/keys")).body.keys).toHaveLength(2);
});

test("of thousands of fields that a key does not have a hundred are listed", async () => {
  const { admin } = await startForAdmin();
  const fields = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1]));
  const { status, body } = await admin("POST", "/v1/keys", fields);
  expect([status, body.detail.length]).toEqual([422, 100]);
});

test("a key that is not there, and what is no id", async () => {
  const { admin } = await startForAdmin();
  expect((await admin("DELETE", "/v1/keys/key_none")).status).toBe(404);
  expect((await admin("DELETE", "/v1/keys/a%20b")).body.error_code).toBe(400001);
});

test("usage: everyone's for the scope admin, one's own otherwise, by day, key and model", async () => {
  const { admin, asToken, clock, runs } = await startForAdmin();
  const { key, token } = (await admin("POST", "/v1/keys", { name: "u" })).body;
  const call = asToken(token);
  await call("POST", `/v1/models/${EDIT}`, INPUT);
  await until(() => runs.length > 0);
  clock.advance(2000);
  runs[0]?.end();
  const own = {
    day: "2026-11-24",
    key_id: key.key_id,
    model_id: EDIT,
    submitted: 1,
    failed: 0,
    cancelled: 0,
  };
  const ended = { ...own, completed: 1, run_ms: 2000 };
  await until(async () => (await call("GET", "/v1/usage")).body.usage[0]?.completed === 1);
  await admin("POST", `/v1/models/${EDIT}`, INPUT);
  expect((await call("GET", "/v1/usage")).body).toEqual({ usage: [ended] });
  expect((await admin("GET", "/v1/usage")).body.usage).toHaveLength(2);
  expect((await admin("GET", `/v1/usage?key=${key.key_id}&since=2026-11-24`)).body).toEqual({
    usage: [ended],
  });
  expect((await admin("GET", "/v1/usage?since=2026-11-25")).body).toEqual({ usage: [] });
  expect((await call("GET", "/v1/usage?key=key_other")).status).toBe(403);
  expect((await call("GET", "/v1/usage?since=yesterday")).body.detail[0].path).toEqual(["since"]);
});
