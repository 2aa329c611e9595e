import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "libsql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { ORIGIN, serverSuite, until } from "../testing/servers.js";
import { RETRY_AFTER_MS } from "./deliverer.js";
import { signatureHeaders } from "./sign.js";

interface Received {
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const suite = serverSuite();
let received: Received[];
let answers: number[];
let receiver: { url: string; close(): void };

beforeEach(async () => {
  received = [];
  answers = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(answers.shift() ?? 204, { location: "/elsewhere" }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  receiver = { url: `http://127.0.0.1:${port}/hook?secret=1`, close: () => server.close() };
});
afterEach(() => receiver.close());

const path = `/v1/models/${EDIT}`;

test("the end of a request is posted, with its result, signed so that a stranger cannot", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await suite.start(engine, { allowLoopbackMedia: true });
  const { request_id: id } = (await call("POST", path, INPUT, { "model-api-webhook": receiver.url })).body;
  (await until(() => runs.shift())).end();
  const { headers, body } = await until(() => received[0]);
  const { body: result } = await call("GET", `/v1/requests/${id}/result`);
  expect(JSON.parse(body)).toEqual({
    type: "request.completed",
    timestamp: result.finished_at,
    data: result,
  });
  expect(result.output.image.startsWith(ORIGIN)).toBe(true);

  // As a receiver would check it, after the specification.
  const secret = secretOfOnlyKey().replace("whsec_", "");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = createHmac("sha256", Buffer.from(secret, "base64")).update(signed).digest("base64");
  expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
  expect(headers.authorization).toBeUndefined();
});

test("failed and cancelled requests are told as well, and a request without a webhook is not", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await suite.start(engine, { allowLoopbackMedia: true, concurrency: 1 });
  const headers = { "model-api-webhook": receiver.url };
  await call("POST", path, INPUT, headers);
  const second = (await call("POST", path, INPUT, headers)).body.request_id;
  await call("POST", path, INPUT);
  await call("POST", `/v1/requests/${second}/cancel`);
  (await until(() => runs.shift())).fail(new Error("broken"));
  (await until(() => runs.shift())).end();
  await until(() => received.length === 2);
  expect(received.map(({ body }) => JSON.parse(body).type).sort()).toEqual([
    "request.cancelled",
    "request.failed",
  ]);
});

test("a delivery that fails is repeated with the same id, later and later, and given up in the end", async () => {
  const clock = manualClock();
  const { engine, runs } = manualEngine();
  const warnings: string[] = [];
  const log = { info() {}, warn: (_: object, message: string) => warnings.push(message), error() {} };
  const { call } = await suite.start(engine, { allowLoopbackMedia: true, clock, log });
  answers = [500, 302, ...RETRY_AFTER_MS.map(() => 503)];
  await call("POST", path, INPUT, { "model-api-webhook": receiver.url });
  (await until(() => runs.shift())).end();
  for (const [index, ms] of RETRY_AFTER_MS.entries()) {
    await until(() => warnings.length === index + 1);
    expect(received).toHaveLength(index + 1);
    await pass(clock, ms);
  }
  await until(() => warnings.at(-1) === "webhook given up");
  expect(received).toHaveLength(RETRY_AFTER_MS.length + 1);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  await pass(clock, 48 * 3_600_000);
  expect(received).toHaveLength(RETRY_AFTER_MS.length + 1);
});

test("a receiver that is gone for good is not asked again", async () => {
  const clock = manualClock();
  const { engine, runs } = manualEngine();
  const warnings: string[] = [];
  const log = { info() {}, warn: (_: object, message: string) => warnings.push(message), error() {} };
  const { call } = await suite.start(engine, { allowLoopbackMedia: true, clock, log });
  answers = [410];
  await call("POST", path, INPUT, { "model-api-webhook": receiver.url });
  (await until(() => runs.shift())).end();
  await until(() => warnings.includes("webhook given up"));
  await pass(clock, 48 * 3_600_000);
  expect(received).toHaveLength(1);
});

test("what was not delivered before a restart is delivered after it", async () => {
  const { engine, runs } = manualEngine();
  const clock = manualClock();
  const before = await suite.start(engine, { allowLoopbackMedia: true, clock });
  answers = [500];
  await before.call("POST", path, INPUT, { "model-api-webhook": receiver.url });
  (await until(() => runs.shift())).end();
  await until(() => received.length === 1);
  await suite.stop(before.server);
  const later = manualClock(clock.now() + 60_000);
  await suite.start(engine, { allowLoopbackMedia: true, clock: later, token: before.token });
  await until(() => received.length === 2);
});

test.each([
  "http://hooks.example/x",
  "ftp://hooks.example",
  "nonsense",
  "https://user:word@hooks.example/",
  `https://hooks.example/${"x".repeat(3000)}`,
])("a webhook to %s is refused, and nothing is submitted", async (url) => {
  const { call } = await suite.start(manualEngine().engine);
  const { status, body } = await call("POST", path, INPUT, { "model-api-webhook": url });
  expect([status, body.error_code]).toEqual([422, 422]);
  expect(body.error_message).toMatch(/Model-Api-Webhook header must be an https URL/);
  expect((await call("GET", "/v1/requests")).body.requests).toEqual([]);
});

test("a webhook to a private address is never called, whatever its name says", async () => {
  const { engine, runs } = manualEngine();
  const reasons: unknown[] = [];
  const log = { info() {}, warn: (fields: { reason?: unknown }) => reasons.push(fields.reason), error() {} };
  const { call } = await suite.start(engine, { log: log as never });
  await call("POST", path, INPUT, { "model-api-webhook": "https://127.0.0.1:1/hook" });
  (await until(() => runs.shift())).end();
  expect(await until(() => reasons.find((reason) => reason !== undefined))).toMatch(/address/);
});

test("signatures are those of the specification's example", () => {
  // From the test vector that the libraries of the specification share.
  const headers = signatureHeaders(
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "msg_p5jXN8AQM9LWM0D4loKWxJek",
    1_614_265_330_000,
    '{"test": 2432232314}',
  );
  expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

/** Moves the time on, and lets what follows from it happen. */
async function pass(clock: ReturnType<typeof manualClock>, ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  clock.advance(ms);
  await new Promise((resolve) => setTimeout(resolve, 20));
}

function secretOfOnlyKey(): string {
  const database = new Database(join(suite.folder, "model-api.db"));
  const row = database.prepare("SELECT webhook_secret FROM keys").get() as { webhook_secret: string };
  database.close();
  return row.webhook_secret;
}
