import { mkdtempSync, readdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { models } from "@model-api/models";
import { loadModel } from "@model-api/models/load";
import { afterEach, expect, test, vi } from "vitest";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { callerOf, until } from "../testing/servers.js";
import { createTestServer, manualClock, type TestServer, type TestServerOptions } from "./index.js";

let server: TestServer | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
});

async function start(options?: TestServerOptions) {
  server = await createTestServer(options);
  return { ...server, call: callerOf(server, server.token, server.url) };
}

const submitPath = `/v1/models/${EDIT}`;

test("a request is run to its end, and its output is fetched through the same fetch", async () => {
  const { call, fetch } = await start();
  const { body } = await call("POST", submitPath, INPUT);
  const result = await ended(call, body.request_id);
  const image = await fetch(result.output.image);
  expect(image.headers.get("content-type")).toBe("image/png");
  expect(
    Buffer.from(await image.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});

test("nothing is written to a disk, and no call leaves", async () => {
  const folder = mkdtempSync(join(tmpdir(), "test-server-"));
  vi.stubEnv("TMPDIR", folder);
  const here = readdirSync(process.cwd());
  const { call, fetch } = await start();
  await ended(call, (await call("POST", submitPath, INPUT)).body.request_id);
  expect([readdirSync(folder), readdirSync(process.cwd())]).toEqual([[], here]);
  rmdirSync(folder);
  await expect(fetch("https://models.example/v1/models")).rejects.toThrow(
    "answers for http://model-api.test only; got https://models.example",
  );
});

test("inputs are checked as they are in production", async () => {
  const { call } = await start();
  expect(await call("POST", submitPath, { prompt: 1 })).toMatchObject({
    status: 422,
    body: { error_code: 422 },
  });
  expect((await call("GET", "/v1/requests")).body.requests).toEqual([]);
});

test("every model of the catalog gets a file of its kind", async () => {
  const { call, fetch } = await start({ concurrency: 8 });
  const kinds = new Set<string>();
  for (const { model_id: id, output_kind: kind = "image" } of models) {
    const module = await loadModel(id);
    const example = exampleOf(module?.inputSchema as never);
    const { status, body } = await call("POST", `/v1/models/${id}`, example);
    expect([status, body.detail], id).toEqual([200, undefined]);
    const { output } = await ended(call, body.request_id);
    const url = Object.values(output)[0] as string;
    expect((await fetch(url)).headers.get("content-type"), id).toMatch(new RegExp(`^${kind}/`));
    kinds.add(kind);
  }
  expect([...kinds].sort()).toEqual(["audio", "image", "video"]);
});

test("time is the test's own: a queue and a run last until the clock is moved", async () => {
  const clock = manualClock();
  const { call } = await start({ clock });
  const headers = { "model-api-simulate": "queue=2, latency=10s" };
  const { request_id: id } = (await call("POST", submitPath, INPUT, headers)).body;
  const status = async () => (await call("GET", `/v1/requests/${id}/status`)).body;
  expect(await status()).toMatchObject({ status: "in_queue", queue_position: 2 });
  clock.advance(1000);
  expect(await status()).toMatchObject({ status: "in_queue", queue_position: 1 });
  clock.advance(1000);
  await until(async () => (await status()).status === "in_progress");
  clock.advance(9999);
  expect((await status()).status).toBe("in_progress");
  clock.advance(1);
  const { created_at, finished_at } = await ended(call, id);
  expect(Date.parse(finished_at) - Date.parse(created_at)).toBe(12_000);
});

test("a clock that lets things happen in between goes through a queue and a run at once", async () => {
  const clock = manualClock();
  const { call } = await start({ clock, simulate: "queue=2, latency=10s" });
  const { request_id: id } = (await call("POST", submitPath, INPUT)).body;
  await clock.advanceAsync(11_999);
  expect((await call("GET", `/v1/requests/${id}/status`)).body.status).toBe("in_progress");
  await clock.advanceAsync(1);
  expect(await ended(call, id)).toMatchObject({ status: "completed" });
});

test("a request that waits in a simulated queue can be cancelled", async () => {
  const { call } = await start({ clock: manualClock(), simulate: "queue=5" });
  const { request_id: id } = (await call("POST", submitPath, INPUT)).body;
  expect((await call("POST", `/v1/requests/${id}/cancel`)).body.outcome).toBe("cancelled");
});

test("failures, refusals and lost answers come when they are asked for", async () => {
  const { call } = await start({ simulate: "fail" });
  const { request_id: id } = (await call("POST", submitPath, INPUT)).body;
  expect(await ended(call, id)).toMatchObject({ status: "failed", error: { code: "engine_failed" } });
  const refused = await call("POST", submitPath, INPUT, { "model-api-simulate": "rate-limit" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect((await call("GET", "/v1/requests")).body.requests).toHaveLength(1);

  // Kept, and its caller is not told: only its idempotency key finds it again.
  const headers = { "model-api-simulate": "lose-answer, fail=0", "idempotency-key": "once" };
  const lost = await server?.fetch(`${server.url}${submitPath}`, {
    method: "POST",
    headers: { ...headers, authorization: `Bearer ${server.token}`, "content-type": "application/json" },
    body: JSON.stringify(INPUT),
  });
  expect([lost?.status, lost?.headers.get("content-type")]).toEqual([502, "text/html"]);
  const again = await call("POST", submitPath, INPUT, { "idempotency-key": "once" });
  expect((await call("GET", "/v1/requests")).body.requests).toHaveLength(2);
  expect(await ended(call, again.body.request_id)).toMatchObject({ status: "completed" });
});

test("a header that cannot be read, or that the server does not take, is refused; nothing is submitted", async () => {
  const { call } = await start();
  const garbled = await call("POST", submitPath, INPUT, { "model-api-simulate": "latency=soon" });
  expect(garbled.status).toBe(422);
  expect(garbled.body.error_message).toMatch(/Model-Api-Simulate header: latency must be a duration/);
  expect((await call("GET", "/v1/requests")).body.requests).toEqual([]);
});

test("engines and limits of the test's own are taken", async () => {
  const { engine, runs } = manualEngine();
  const { call, createKey } = await start({ engines: [engine] });
  const { request_id: id } = (await call("POST", submitPath, INPUT)).body;
  (await until(() => runs.shift())).end();
  expect(await ended(call, id)).toMatchObject({ engine_report: { engine: "manual" } });
  const limited = callerOf(
    server as TestServer,
    await createKey({ name: "limited", maxOpen: 1 }),
    server?.url,
  );
  expect((await limited("POST", submitPath, INPUT)).status).toBe(200);
  expect((await limited("POST", submitPath, INPUT)).status).toBe(429);
});

async function ended(call: Awaited<ReturnType<typeof start>>["call"], id: string) {
  return until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return ["completed", "failed"].includes(body.status) && body;
  });
}

/** The smallest input that a schema accepts, of those that the catalog has. */
function exampleOf(schema: { required?: string[]; properties: Record<string, Field> }): object {
  const entries = (schema.required ?? []).map((name) => [name, sampleOf(schema.properties[name] as Field)]);
  return Object.fromEntries(entries);
}

interface Field {
  type?: string;
  enum?: unknown[];
  minimum?: number;
  minItems?: number;
  items?: Field;
  format?: string;
}

function sampleOf(field: Field): unknown {
  if (field.enum) return field.enum[0];
  if (field.type === "array")
    return Array.from({ length: field.minItems ?? 1 }, () => sampleOf(field.items ?? {}));
  if (field.type === "integer" || field.type === "number") return field.minimum ?? 1;
  if (field.type === "boolean") return true;
  return field.format?.endsWith("_uri") ? INPUT.images[0] : "a cup";
}
