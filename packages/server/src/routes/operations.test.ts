import { expect, test } from "vitest";
import { openMemoryBackend } from "../backend/memory.js";
import { systemClock } from "../clock.js";
import { createServer } from "../create-server.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { callerOf, ORIGIN, serverSuite, until } from "../testing/servers.js";

const suite = serverSuite();
const BARE = { authorization: "" };

test("the process lives and the server is ready, for whoever asks", async () => {
  const { call } = await suite.start(manualEngine().engine);
  for (const path of ["/healthz", "/readyz"]) {
    const answer = await call("GET", path, undefined, BARE);
    expect([answer.status, answer.body]).toEqual([200, { status: "ok" }]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test("a server whose store does not answer lives and is not ready; why is told to the log only", async () => {
  const backend = openMemoryBackend(systemClock);
  const store = {
    ...backend.store,
    ping: () => Promise.reject(new Error("connect ECONNREFUSED secret-host:5432")),
  };
  const server = await createServer({ backend: { ...backend, store }, engines: [manualEngine().engine] });
  const call = callerOf(server, "");
  expect((await call("GET", "/healthz")).status).toBe(200);
  const { status, body } = await call("GET", "/readyz");
  expect([status, body]).toEqual([
    503,
    { error_code: 503, error_message: "Not ready: the store does not answer; the log says more." },
  ]);
  await server.close();
});

test("a server that is shutting down is not ready", async () => {
  const { engine, runs } = manualEngine();
  const { server, call } = await suite.start(engine);
  await call("POST", `/v1/models/${EDIT}`, INPUT);
  await until(() => runs.length > 0);
  const closing = server.close({ graceMs: 200 });
  const { status, body } = await call("GET", "/readyz");
  expect([status, body.error_message]).toEqual([503, "Not ready: the server is shutting down."]);
  runs[0]?.end();
  await closing;
});

test("the contract is answered, with the server's own address", async () => {
  const { call } = await suite.start(manualEngine().engine);
  const { status, body } = await call("GET", "/openapi.json", undefined, BARE);
  expect(status).toBe(200);
  expect(body.servers).toEqual([{ url: ORIGIN, description: "This server." }]);
  expect(Object.keys(body.paths)).toContain("/v1/models/{model_id}");
});

test("metrics need a key with the scope admin, unless they are open or off", async () => {
  const { server, call } = await suite.start(manualEngine().engine);
  expect((await call("GET", "/metrics", undefined, BARE)).status).toBe(401);
  expect((await call("GET", "/metrics")).status).toBe(403);
  const admin = callerOf(server, await server.createKey({ name: "a", scopes: ["admin"] }));
  const answer = await admin("GET", "/metrics");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  await suite.stop(server);
  const off = await suite.start(manualEngine().engine, { metrics: "off" });
  expect((await off.call("GET", "/metrics")).status).toBe(404);
});

test("metrics count calls by operation and runs by outcome, in words that no caller can choose", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await suite.start(engine, { metrics: "open", concurrency: 1 });
  const { body } = await call("POST", `/v1/models/${EDIT}`, INPUT);
  await call("POST", `/v1/models/${EDIT}`, INPUT);
  await until(() => runs.length > 0);
  const read = async () => String((await call("GET", "/metrics")).body);
  const before = await read();
  expect(before).toContain("model_api_requests_queued 1\n");
  expect(before).toContain("model_api_requests_running 1\n");
  runs[0]?.end();
  await until(() => runs.length > 1);
  runs[1]?.fail(new Error("broken"));
  for (let i = 0; i < 5; i++) await call("GET", `/v1/made-up-${i}`);
  await call("BREW", "/v1/models");
  await call("GET", `/v1/requests/${body.request_id}/status`, undefined, { prefer: "wait=1" });
  const text = await until(async () => {
    const now = await read();
    return now.includes('outcome="engine_failed"') && now;
  });
  const labels = `engine="manual",model="${EDIT}"`;
  expect(text).toContain(`model_api_runs_total{${labels},outcome="completed"} 1`);
  expect(text).toContain(`model_api_runs_total{${labels},outcome="engine_failed"} 1`);
  expect(text).toContain(`model_api_run_duration_seconds_count{${labels}} 2`);
  expect(text).toContain("model_api_run_wait_seconds_count 2");
  expect(text).toContain(
    'model_api_http_calls_total{operation="submitRequest",method="POST",status="200"} 2',
  );
  expect(text).toContain('model_api_http_calls_total{operation="unknown",method="GET",status="404"} 5');
  expect(text).toContain('model_api_http_calls_total{operation="unknown",method="other",status="405"} 1');
  expect(text).toContain(
    'model_api_http_calls_total{operation="getRequestStatus",method="GET",status="200"} 1',
  );
  // It was answered to a call that asked to be held, so it says nothing of how fast the server is.
  expect(text).not.toContain('model_api_http_call_duration_seconds_count{operation="getRequestStatus"');
  expect(text).toContain("process_resident_memory_bytes");
  expect(text).not.toContain("made-up");
});

test("a process that only works answers those who watch it, and nobody else", async () => {
  const { engine, runs } = manualEngine();
  const backend = openMemoryBackend(systemClock);
  // Two processes on one store, as far as one test can have them.
  const shared = { ...backend, close: async () => {} };
  const api = await createServer({ backend: shared, engines: [engine], role: "api" });
  const token = await api.createKey({ name: "t", scopes: ["submit", "read", "admin"] });
  const { body } = await callerOf(api, token)("POST", `/v1/models/${EDIT}`, INPUT);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(runs).toHaveLength(0);

  const worker = await createServer({ backend: shared, engines: [engine], role: "worker" });
  const call = callerOf(worker, token);
  await until(() => runs.length > 0);
  runs[0]?.end();
  const status = async () =>
    (await callerOf(api, token)("GET", `/v1/requests/${body.request_id}/status`)).body;
  await until(async () => (await status()).status === "completed");
  for (const path of ["/healthz", "/readyz", "/metrics"]) expect((await call("GET", path)).status).toBe(200);
  for (const path of ["/v1/models", "/v1/keys", "/openapi.json", `/v1/requests/${body.request_id}/status`]) {
    const answer = await worker.fetch(new Request(ORIGIN + path));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("This process is a worker");
  }
  await api.close();
  await worker.close();
  await backend.close();
});
