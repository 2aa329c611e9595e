import { expect, test } from "vitest";
import { openMemoryBackend } from "../backend/memory.js";
import { systemClock } from "../clock.js";
import { manualClock } from "../test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine, PIXEL } from "../testing/engines.js";
import { type Call, callerOf, ORIGIN, serverSuite, until } from "../testing/servers.js";

const { start } = serverSuite();

const submit = async (call: Call, headers?: Record<string, string>): Promise<string> =>
  (await call("POST", `/v1/models/${EDIT}`, INPUT, headers)).body.request_id;

/** A request that has completed, and the path of its picture. */
async function completed(call: Call, runs: readonly { end(): void }[], index = 0) {
  const id = await submit(call);
  (await until(() => runs[index])).end();
  const { output } = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return body.output && body;
  });
  return { id, picture: new URL(output.image).pathname };
}

test("the input of a request is answered as it was submitted, while it is open and afterwards", async () => {
  const clock = manualClock(Date.parse("2026-01-02T03:04:05Z"));
  const { engine } = manualEngine();
  const { call } = await start(engine, { clock });
  const id = await submit(call);
  const answer = {
    request_id: id,
    model_id: EDIT,
    created_at: "2026-01-02T03:04:05.000Z",
    input: { prompt: "make it blue", images: [PIXEL] },
  };
  expect(await call("GET", `/v1/requests/${id}/input`)).toMatchObject({ status: 200, body: answer });
});

test("an input that retention has removed is not there, and its error says since when", async () => {
  const clock = manualClock(Date.parse("2026-01-02T03:04:05Z"));
  const backend = openMemoryBackend(clock);
  const { call } = await start(manualEngine().engine, { clock, backend, concurrency: 0 });
  const id = await submit(call);
  await call("POST", `/v1/requests/${id}/cancel`);
  await backend.store.forget(id, clock.now());
  expect(await call("GET", `/v1/requests/${id}/input`)).toMatchObject({
    status: 404,
    body: {
      error_code: 404001,
      error_message: `The input of request ${id} was removed on 2026-01-02: it had been kept for as long as this server keeps them. Keep inputs that you need yourself.`,
    },
  });
  // What is left of it can be deleted all the same.
  expect((await call("DELETE", `/v1/requests/${id}`)).status).toBe(200);
});

test("a request that has ended is deleted with its files, once; usage and uploads stay", async () => {
  const { engine, runs } = manualEngine();
  const { server, call, token } = await start(engine);
  const upload = await server.fetch(
    new Request(`${ORIGIN}/v1/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: Buffer.from(PIXEL.slice(PIXEL.indexOf(",") + 1), "base64"),
    }),
  );
  const { url } = (await upload.json()) as { url: string };
  const { id, picture } = await completed(call, runs);
  const kept = await completed(call, runs, 1);
  const usage = (await call("GET", "/v1/usage")).body;
  expect(usage.usage).toMatchObject([{ submitted: 2, completed: 2 }]);

  expect(await call("DELETE", `/v1/requests/${id}`)).toMatchObject({
    status: 200,
    body: { request_id: id, outcome: "deleted" },
  });
  for (const part of ["status", "result", "input"])
    expect((await call("GET", `/v1/requests/${id}/${part}`)).status, part).toBe(404);
  expect((await call("GET", picture)).status).toBe(404);
  expect(await call("DELETE", `/v1/requests/${id}`)).toMatchObject({
    status: 404,
    body: { error_code: 404001, error_message: `There is no request ${id}.` },
  });
  expect((await call("GET", "/v1/requests")).body.requests).toMatchObject([{ request_id: kept.id }]);
  expect((await call("GET", kept.picture)).status).toBe(200);
  expect((await call("GET", new URL(url).pathname)).status).toBe(200);
  expect((await call("GET", "/v1/usage")).body).toEqual(usage);
});

test("a request that is queued or running is refused, and goes on", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine, { concurrency: 1 });
  const running = await submit(call);
  const queued = await submit(call);
  const run = await until(() => runs[0]);
  for (const id of [running, queued])
    expect(await call("DELETE", `/v1/requests/${id}`)).toMatchObject({
      status: 409,
      body: {
        error_code: 409,
        error_message: `Request ${id} has not ended, and was not deleted. Cancel it first, or delete it when it has ended.`,
      },
    });
  await call("POST", `/v1/requests/${queued}/cancel`);
  expect((await call("DELETE", `/v1/requests/${queued}`)).status).toBe(200);
  run.end();
  const result = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${running}/result`);
    return body.status === "completed" && body;
  });
  expect(result.output.image).toContain("/outputs/");
});

test("somebody else's request is answered as one that does not exist", async () => {
  const { server, call } = await start(manualEngine().engine);
  const id = await submit(call);
  await call("POST", `/v1/requests/${id}/cancel`);
  const other = callerOf(server, await server.createKey("other"));
  const nothing = (name: string) => ({
    status: 404,
    body: { error_code: 404001, error_message: `There is no request ${name}.` },
  });
  for (const name of [id, "req_nobody"]) {
    expect(await other("GET", `/v1/requests/${name}/input`)).toMatchObject(nothing(name));
    expect(await other("DELETE", `/v1/requests/${name}`)).toMatchObject(nothing(name));
  }
  expect((await call("GET", `/v1/requests/${id}/input`)).body.input).toEqual(INPUT);
});

test("the scope read sees an input and deletes nothing; the scope submit deletes", async () => {
  const { engine } = manualEngine();
  const { server } = await start(engine, { concurrency: 0 });
  const reader = callerOf(server, await server.createKey({ name: "reader", scopes: ["read"] }));
  const writer = callerOf(server, await server.createKey({ name: "writer", scopes: ["submit"] }));
  const id = await submit(writer);
  await writer("POST", `/v1/requests/${id}/cancel`);
  expect((await writer("GET", `/v1/requests/${id}/input`)).status).toBe(403);
  expect((await reader("DELETE", `/v1/requests/${id}`)).status).toBe(403);
  expect((await writer("DELETE", `/v1/requests/${id}`)).status).toBe(200);
});

test("where files cannot be removed the call fails, nobody sees the request, and a repeat ends it", async () => {
  const { store, storage, close } = openMemoryBackend(systemClock);
  let broken = true;
  const fragile = {
    ...storage,
    remove: (key: string) => (broken ? Promise.reject(new Error("stuck")) : storage.remove(key)),
  };
  const { engine, runs } = manualEngine();
  const backend = { store, storage: fragile, close };
  const { call } = await start(engine, { backend, mayFail: true });
  const { id, picture } = await completed(call, runs);
  expect(await call("DELETE", `/v1/requests/${id}`)).toMatchObject({
    status: 500,
    body: { error_code: 500, error_message: expect.stringContaining("Call again") },
  });
  expect((await call("GET", `/v1/requests/${id}/status`)).status).toBe(404);
  broken = false;
  expect((await call("DELETE", `/v1/requests/${id}`)).status).toBe(200);
  expect((await call("GET", picture)).status).toBe(404);
  expect((await call("DELETE", `/v1/requests/${id}`)).status).toBe(404);
});

test("an idempotency key of a request that was deleted submits anew", async () => {
  const { call } = await start(manualEngine().engine, { concurrency: 0 });
  const headers = { "idempotency-key": "once" };
  const first = await submit(call, headers);
  expect(await submit(call, headers)).toBe(first);
  await call("POST", `/v1/requests/${first}/cancel`);
  await call("DELETE", `/v1/requests/${first}`);
  expect(await submit(call, headers)).not.toBe(first);
});
