import { randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "libsql";
import { expect, test } from "vitest";
import { installedCatalog } from "../catalog.js";
import { EDIT, INPUT, manualEngine, VIDEO } from "../testing/engines.js";
import { type Call, callerOf, serverSuite, until } from "../testing/servers.js";

const suite = serverSuite();
const { start, stop } = suite;
const KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";

const submitTo =
  (call: Call) =>
  (key: string, input: unknown = INPUT, model = EDIT) =>
    call("POST", `/v1/models/${model}`, input, { "idempotency-key": key });

function countRequests(): unknown {
  const database = new Database(join(suite.folder, "model-api.db"), { readonly: true });
  try {
    return (database.prepare("SELECT count(*) AS n FROM requests").get() as { n: number }).n;
  } finally {
    database.close();
  }
}

test("one key is one request, however often it is sent, whatever became of it, in whatever order its keys stand", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine);
  const submit = submitTo(call);
  const first = await submit(KEY);
  expect([first.status, first.headers.get("idempotency-key")]).toEqual([200, KEY]);
  (await until(() => runs[0])).end();
  await until(
    async () =>
      (await call("GET", `/v1/requests/${first.body.request_id}/status`)).body.status === "completed",
  );
  const again = await submit(KEY, `{ "images": ${JSON.stringify(INPUT.images)}, "prompt": "make it blue" }`);
  expect([again.status, again.body, again.headers.get("idempotency-key")]).toEqual([200, first.body, KEY]);
  expect(runs).toHaveLength(1);
});

test("without a key, each submit is a request, and nothing is echoed", async () => {
  const { call } = await start(manualEngine().engine);
  const answers = await Promise.all([1, 2].map(() => call("POST", `/v1/models/${EDIT}`, INPUT)));
  expect(new Set(answers.map(({ body }) => body.request_id)).size).toBe(2);
  expect(answers[0]?.headers.get("idempotency-key")).toBeNull();
});

test("fifty at once with one key make one request", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine, { concurrency: 50 });
  const answers = await Promise.all(Array.from({ length: 50 }, () => submitTo(call)(KEY)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => body.request_id)).size).toBe(1);
  await until(() => runs.length > 0);
  expect([runs.length, countRequests()]).toEqual([1, 1]);
});

test("at once with one key and different bodies, one is kept and the other is told", async () => {
  const { call } = await start(manualEngine().engine);
  const submit = submitTo(call);
  const answers = await Promise.all([submit(KEY), submit(KEY, { ...INPUT, prompt: "make it red" })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(countRequests()).toBe(1);
});

test.each([
  ["another body", { ...INPUT, prompt: "make it red" }, EDIT],
  ["another model", INPUT, VIDEO],
])("a used key with %s is refused, says what to do, and submits nothing", async (_, input, model) => {
  const { call } = await start(manualEngine().engine);
  const submit = submitTo(call);
  const { request_id } = (await submit(KEY)).body;
  const { status, body, headers } = await submit(KEY, input, model);
  expect([status, body.error_code, headers.get("idempotency-key")]).toEqual([422, 422, KEY]);
  expect(body.error_message).toContain(request_id);
  expect(body.error_message).toMatch(/nothing was submitted\. Send a new key/);
  expect(countRequests()).toBe(1);
});

test.each([
  ["empty", ""],
  ["with a space", "a b"],
  ["too long", "x".repeat(256)],
  ["not ASCII", "clé"],
])("a key that is %s is refused and not echoed", async (_, key) => {
  const { call } = await start(manualEngine().engine);
  const { status, body, headers } = await submitTo(call)(key);
  expect([status, headers.get("idempotency-key")]).toEqual([422, null]);
  expect(body.error_message).toMatch(/1 to 255 visible ASCII characters/);
  expect(countRequests()).toBe(0);
});

test("a key of the longest length and of any visible characters is taken", async () => {
  const { call } = await start(manualEngine().engine);
  for (const key of ["x".repeat(255), "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"]) {
    const { status, headers } = await submitTo(call)(key);
    expect([status, headers.get("idempotency-key")]).toEqual([200, key]);
  }
});

test("errors echo the key, and leave it free", async () => {
  const { call } = await start(manualEngine().engine);
  const submit = submitTo(call);
  for (const [expected, answer] of [
    [422, await submit(KEY, { prompt: 7 })],
    [400, await submit(KEY, "{")],
    [404, await submit(KEY, INPUT, "openai/nothing")],
    [400, await submit(KEY, INPUT, "openai")],
    [401, await call("POST", `/v1/models/${EDIT}`, INPUT, { "idempotency-key": KEY, authorization: "x" })],
  ] as const) {
    expect([answer.status, answer.headers.get("idempotency-key")]).toEqual([expected, KEY]);
  }
  expect((await submit(KEY)).status).toBe(200);
});

test("two tokens with one key have a request each", async () => {
  const { server, call } = await start(manualEngine().engine);
  const other = callerOf(server, await server.createKey("other"));
  const [mine, theirs] = await Promise.all([submitTo(call)(KEY), submitTo(other)(KEY)]);
  expect([mine.status, theirs.status]).toEqual([200, 200]);
  expect(mine.body.request_id).not.toBe(theirs.body.request_id);
});

test("a key counts after a restart, even where the model is not served any more", async () => {
  const before = await start(manualEngine().engine);
  const { body } = await submitTo(before.call)(KEY);
  await stop(before.server);
  const { token } = before;
  const catalog = { ...installedCatalog, load: async () => undefined };
  const after = await start(manualEngine().engine, { token, catalog });
  expect((await submitTo(after.call)(KEY)).body).toEqual(body);
  expect((await submitTo(after.call)(KEY, {})).status).toBe(422);
  expect((await submitTo(after.call)(randomUUID())).status).toBe(404);
});

test("a model that a token may not use is refused, with what it may use, before anything is counted or kept", async () => {
  const { server } = await start(manualEngine().engine);
  const call = callerOf(
    server,
    await server.createKey({ name: "narrow", models: ["wan-ai/*", "acme/*/edit"], rateLimit: 1 }),
  );
  const refused = await submitTo(call)(KEY);
  expect([refused.status, refused.body.error_code]).toEqual([403, 403001]);
  expect(refused.body.error_message).toContain(
    `may not submit to ${EDIT}: it may use wan-ai/*, acme/*/edit. Nothing was submitted.`,
  );
  // A name that is not one, where it may be used, is the mistake that it is elsewhere.
  expect((await submitTo(call)(KEY, INPUT, "wan-ai/nothing")).status).toBe(404);
  expect(countRequests()).toBe(0);
  const input = { prompt: "a wave", image_url: "https://pictures.example/sea.png" };
  const { status, body } = await submitTo(call)(KEY, input, VIDEO);
  expect([status, body.error_message]).toEqual([200, undefined]);
});

test("of many models that a token may use twenty are named", async () => {
  const { server } = await start(manualEngine().engine);
  const models = Array.from({ length: 23 }, (_, n) => `acme/m${n}`);
  const call = callerOf(server, await server.createKey({ name: "long", models }));
  const { body } = await submitTo(call)(KEY);
  expect(body.error_message).toContain("acme/m18, acme/m19 and 3 more. Nothing");
});

test("a repeat is answered, even where the token may not use the model any more", async () => {
  const { call } = await start(manualEngine().engine);
  const submit = submitTo(call);
  const { body } = await submit(KEY);
  const database = new Database(join(suite.folder, "model-api.db"));
  database.exec(`UPDATE keys SET models = '["acme/*"]'`);
  database.close();
  await until(async () => (await submit(randomUUID())).status === 403);
  expect((await submit(KEY)).body).toEqual(body);
});
