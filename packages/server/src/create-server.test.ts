import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "libsql";
import { expect, test } from "vitest";
import { createServer } from "./create-server.js";
import { type Engine, EngineError } from "./engines/engine.js";
import { manualClock } from "./test-server/manual-clock.js";
import { EDIT, INPUT, manualEngine, PIXEL, VIDEO } from "./testing/engines.js";
import { ORIGIN, serverSuite, until } from "./testing/servers.js";

const suite = serverSuite();
const { start } = suite;

test("a request goes from the queue through progress to its result, and its file is served", async () => {
  const { engine, runs } = manualEngine();
  const { call, server } = await start(engine, { concurrency: 1 });
  const first = await call("POST", `/v1/models/${EDIT}`, INPUT);
  expect(first.status).toBe(200);
  const id = first.body.request_id;
  expect(first.body).toEqual({
    request_id: expect.stringMatching(/^req_[A-Za-z0-9_-]{22}$/),
    status_url: `${ORIGIN}/v1/requests/${id}/status`,
    result_url: `${ORIGIN}/v1/requests/${id}/result`,
    cancel_url: `${ORIGIN}/v1/requests/${id}/cancel`,
  });
  await until(() => runs.length === 1);
  const second = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  const third = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  expect((await call("GET", `/v1/requests/${id}/status`)).body.status).toBe("in_progress");
  expect((await call("GET", `/v1/requests/${third}/status`)).body).toMatchObject({
    status: "in_queue",
    queue_position: 1,
  });
  expect((await call("GET", `/v1/requests/${second}/result`)).body).not.toHaveProperty("output");

  runs[0]?.end();
  const result = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return body.status === "completed" && body;
  });
  expect(result).toMatchObject({ model_id: EDIT, engine_report: { engine: "manual" } });
  const file = await server.fetch(new Request(result.output.image));
  expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([1, 2, 3]);
  expect(file.headers.get("content-type")).toBe("image/png");
  expect(file.headers.get("content-security-policy")).toContain("sandbox");
});

test("no default is written into the input that the engine gets", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine);
  await call("POST", `/v1/models/${EDIT}`, INPUT);
  await until(() => runs.length === 1);
  expect(runs[0]?.input).toEqual(INPUT);
});

test("cancel takes a queued request out, and cannot stop one in progress", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine, { concurrency: 1 });
  const running = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  await until(() => runs.length === 1);
  const queued = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  expect((await call("POST", `/v1/requests/${queued}/cancel`)).body).toEqual({
    request_id: queued,
    status: "cancelled",
    outcome: "cancelled",
  });
  expect((await call("POST", `/v1/requests/${queued}/cancel`)).body.outcome).toBe("not_cancellable");
  expect((await call("POST", `/v1/requests/${running}/cancel`)).body).toEqual({
    request_id: running,
    status: "in_progress",
    outcome: "not_cancellable",
  });
  runs[0]?.end();
  await until(async () => (await call("GET", `/v1/requests/${running}/status`)).body.status === "completed");
  expect(runs).toHaveLength(1);
});

test("a model id is taken with its slashes and with %2F, for every call that has one", async () => {
  const { call } = await start(manualEngine().engine);
  for (const id of [
    EDIT,
    EDIT.replaceAll("/", "%2F"),
    EDIT.replaceAll("/", "%2f"),
    "openai%2Fgpt-image-2/edit",
  ]) {
    expect((await call("POST", `/v1/models/${id}`, INPUT)).status, id).toBe(200);
    expect((await call("GET", `/v1/models/${id}`)).body.model_id, id).toBe(EDIT);
  }
});

test.each([
  ["one segment", "openai", 400, 400001],
  ["six segments", "a/b/c/d/e/f", 400, 400001],
  ["encoded dots", "openai/%2E%2E%2Fedit/x", 400, 400001],
  ["a broken encoding", "openai/%zz", 400, 400001],
  ["an id of more than 256 characters", `openai/${"a".repeat(250)}`, 400, 400001],
  ["a model that is not there", "openai/gpt-image-2/edits", 404, 404001],
  ["a model that no engine serves", "openai/gpt-image-2/text-to-image", 404, 404001],
])("a submit to %s is refused", async (_, id, status, code) => {
  const { call } = await start(manualEngine().engine);
  const answer = await call("POST", `/v1/models/${id}`, INPUT);
  expect([answer.status, answer.body.error_code]).toEqual([status, code]);
});

test("an id that is nearly right gets the right one", async () => {
  const { call } = await start(manualEngine().engine);
  const { body } = await call("POST", "/v1/models/openai/gpt-image-2/edt", INPUT);
  expect(body.error_message).toContain(`Did you mean ${EDIT}?`);
});

test("input that the schema refuses is answered field by field, and nothing is queued", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine);
  const { status, body } = await call("POST", `/v1/models/${EDIT}`, {
    prompt: 7,
    images: [],
    aspect_ratio: "16x9",
  });
  expect([status, body.error_code]).toEqual([422, 422]);
  expect(body.detail).toEqual([
    { path: ["prompt"], message: "must be a string; got 7" },
    { path: ["images"], message: "must have at least 1 item; got 0" },
    expect.objectContaining({
      path: ["aspect_ratio"],
      suggestion: "16:9",
      allowed: expect.arrayContaining(["21:9"]),
    }),
  ]);
  expect(runs).toHaveLength(0);
});

test("an unknown field is open on the wire", async () => {
  const { call } = await start(manualEngine().engine);
  expect((await call("POST", `/v1/models/${EDIT}`, { ...INPUT, promt: "x" })).status).toBe(200);
});

test.each([
  ["a truncated body", '{"prompt": "Turn', 400],
  ["no body", "", 400],
  ["an array", "[]", 422],
  ["null", "null", 422],
])("%s is a clean 4xx", async (_, body, status) => {
  const { call } = await start(manualEngine().engine);
  const answer = await call("POST", `/v1/models/${EDIT}`, body);
  expect([answer.status, answer.body.error_code]).toEqual([status, 422]);
});

test.each([
  ["deep", `{"x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, 422, /at most 100 objects and arrays/],
  ["not UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, /is not UTF-8/],
])("a body that is %s is refused, and nothing is queued", async (_, body, status, message) => {
  const { server, token, call } = await start(manualEngine().engine);
  const headers = { authorization: `Bearer ${token}` };
  const url = `${ORIGIN}/v1/models/${EDIT}`;
  const response = await server.fetch(new Request(url, { method: "POST", headers, body }));
  expect(response.status).toBe(status);
  expect(((await response.json()) as { error_message: string }).error_message).toMatch(message);
  expect((await call("GET", "/v1/requests")).body.requests).toEqual([]);
});

test("of thousands of problems a hundred are listed", async () => {
  const { call } = await start(manualEngine().engine);
  const { status, body } = await call("POST", `/v1/models/${EDIT}`, {
    prompt: "x",
    images: Array(20_000).fill(1),
  });
  expect([status, body.detail.length]).toEqual([422, 100]);
  expect(body.error_message).toContain("(and 20000 more; see detail)");
});

test.each([
  ["DELETE", "/v1/models", "GET, HEAD"],
  ["POST", "/v1/models", "GET, HEAD"],
  ["PUT", `/v1/models/${EDIT}`, "GET, HEAD, POST"],
  ["GET", "/v1/files", "POST"],
  ["HEAD", "/v1/requests/req_1/cancel", "POST"],
  ["POST", "/files/a.png", "GET, HEAD"],
])("%s %s is answered with the methods that there are", async (method, path, allow) => {
  const { call } = await start(manualEngine().engine);
  const { status, headers, body } = await call(method, path);
  expect([status, headers.get("allow")]).toEqual([405, allow]);
  if (method !== "HEAD")
    expect(body).toEqual({ error_code: 405, error_message: `${path} has no ${method}; it has ${allow}.` });
});

test("a body over 64 MiB is refused, whether or not it says so beforehand", async () => {
  const { server, token } = await start(manualEngine().engine);
  const chunk = new Uint8Array(2 ** 20).fill(32);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < 66) controller.enqueue(chunk);
      else controller.close();
    },
  });
  const init = {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body,
    duplex: "half",
  } as const;
  const response = await server.fetch(new Request(`${ORIGIN}/v1/models/${EDIT}`, init));
  expect(response.status).toBe(413);
});

test("tokens: missing, malformed, unknown, someone else's", async () => {
  const { engine } = manualEngine();
  const { server, call } = await start(engine);
  for (const headers of [
    { authorization: "" },
    { authorization: "Basic eDp5" },
    { authorization: "Bearer mapi_wrong" },
  ]) {
    const answer = await call("POST", `/v1/models/${EDIT}`, INPUT, headers);
    expect([answer.status, answer.body.error_code]).toEqual([401, 400004]);
    expect(answer.body.error_message).toContain("model-api serve");
    expect(answer.body.error_message).not.toContain("mapi_wrong");
  }
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  const other = { authorization: `Bearer ${await server.createKey("other")}` };
  for (const [method, path] of [
    ["GET", "status"],
    ["GET", "result"],
    ["POST", "cancel"],
  ] as const) {
    const answer = await call(method, `/v1/requests/${id}/${path}`, undefined, other);
    expect([answer.status, answer.body.error_code], path).toEqual([403, 403001]);
  }
  expect((await call("GET", "/v1/requests/req_unknown/status")).body.error_code).toBe(404001);
  expect((await call("GET", "/v1/requests/a%20b/status")).body.error_code).toBe(400001);
});

test("a result is refused where the question is none", async () => {
  const { call } = await start(manualEngine().engine);
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  expect((await call("GET", `/v1/requests/${id}/result?include_cost=true`)).status).toBe(200);
  const { status, body } = await call("GET", `/v1/requests/${id}/result?include_cost=maybe`);
  expect([status, body.detail]).toEqual([
    422,
    [{ path: ["include_cost"], message: 'must be true or false; got "maybe"' }],
  ]);
});

test("a run that fails says whose fault it was; what an engine did not word for callers stays in the log", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine);
  const failWith = async (error: Error) => {
    const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
    (await until(() => runs.shift())).fail(error);
    return until(async () => {
      const { body } = await call("GET", `/v1/requests/${id}/result`);
      return body.status === "failed" && body.error;
    });
  };
  expect(await failWith(new EngineError("input", "images[0] is no image"))).toEqual({
    code: "invalid_media",
    message: "images[0] is no image",
  });
  const internal = await failWith(new Error("secret path /srv/x"));
  expect(internal.code).toBe("engine_failed");
  expect(internal.message).not.toContain("secret");
});

test("a fetched file is held against the rules that its field has for files", async () => {
  const model = "bytedance/seedream-5.0-pro/image-to-image";
  const engine: Engine = {
    name: "fetching",
    repeatable: true,
    serves: () => true,
    async run({ input }, { fetchMedia }) {
      await fetchMedia((input.image as string[])[0] ?? "", "image");
      return { files: [], report: { engine: "fetching", applied: [], ignored: [] } };
    },
  };
  const { call } = await start(engine);
  // One pixel by one: the model wants more than 14.
  const id = (await call("POST", `/v1/models/${model}`, { prompt: "x", image: [PIXEL] })).body.request_id;
  const { error } = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return body.status === "failed" && body;
  });
  expect(error).toEqual({
    code: "invalid_media",
    message: "image: the file must have width pixels > 14; it has 1.",
  });
});

test("work that is done is written as soon as it can be, however long another process has the database", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine);
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  const run = await until(() => runs.shift());
  // Another program holds the database, as a full disk would.
  const database = new Database(join(suite.folder, "model-api.db"));
  database.exec("BEGIN IMMEDIATE");
  run.end();
  await until(() => existsSync(join(suite.folder, "outputs", id)));
  expect((await call("GET", `/v1/requests/${id}/status`)).body.status).toBe("in_progress");
  database.exec("ROLLBACK");
  database.close();
  await until(async () => (await call("GET", `/v1/requests/${id}/status`)).body.status === "completed");
  expect(readdirSync(join(suite.folder, "outputs", id))).toHaveLength(1);
});

test("a transient failure is tried again, as often as the server allows", async () => {
  const { engine, runs } = manualEngine();
  const { call } = await start(engine, { maxAttempts: 2 });
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  (await until(() => runs.shift())).fail(new EngineError("transient", "busy"));
  (await until(() => runs.shift())).fail(new EngineError("transient", "busy"));
  const result = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return body.status === "failed" && body;
  });
  expect(result.error.message).toBe("busy");
});

test("a failure that the engine knows to have cost nothing is tried again when it says so, on a paid engine too", async () => {
  const clock = manualClock();
  const { engine, runs } = manualEngine(false);
  const { call } = await start(engine, { clock });
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  const statusOf = async () => (await call("GET", `/v1/requests/${id}/status`)).body.status;
  (await until(() => runs.shift())).fail(new EngineError("transient", "busy", { retryAfterMs: 20_000 }));
  await until(async () => (await statusOf()) === "in_queue");
  await clock.advanceAsync(19_999);
  expect(await statusOf()).toBe("in_queue");
  expect(runs).toEqual([]);
  await clock.advanceAsync(1);
  (await until(() => runs.shift())).end();
  await until(async () => (await statusOf()) === "completed");
});

test("a run whose call has left and whose answer is lost is not repeated, and says so", async () => {
  const { engine, runs } = manualEngine(true);
  const { call } = await start(engine);
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  (await until(() => runs.shift())).fail(new EngineError("unknown", "The model may have worked."));
  const result = await until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return body.status === "failed" && body;
  });
  expect(result.error).toEqual({ code: "outcome_unknown", message: "The model may have worked." });
  expect(runs).toEqual([]);
});

test.each([
  [true, "in_progress"],
  [false, "failed"],
])(
  "after a restart in the middle of a run, work that is free to repeat (%s) is %s",
  async (repeatable, expected) => {
    const before = manualEngine(repeatable);
    const { server, call, token } = await start(before.engine);
    const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
    await until(() => before.runs.length === 1);
    await suite.stop(server);

    const after = manualEngine(repeatable);
    const again = await start(after.engine, { token });
    const result = await until(async () => {
      const { body } = await again.call("GET", `/v1/requests/${id}/result`);
      return body.status !== "in_queue" && body;
    });
    expect(result.status).toBe(expected);
    expect(result.error?.code).toBe(repeatable ? undefined : "outcome_unknown");
    expect(after.runs).toHaveLength(repeatable ? 1 : 0);
  },
);

test("a data folder belongs to one server", async () => {
  await start(manualEngine().engine);
  await expect(createServer({ dataFolder: suite.folder, engines: [] })).rejects.toThrow(
    /in use by another server/,
  );
});

test("the catalog lists what is served, filters it, and refuses a query that the contract refuses", async () => {
  const { call } = await start(manualEngine().engine);
  const all = (await call("GET", "/v1/models")).body;
  expect(all.total).toBe(2);
  expect(all.models[0]).not.toHaveProperty("input_schema");
  expect((await call("GET", "/v1/models?search=WAN&include_schema=true")).body.models).toMatchObject([
    { model_id: VIDEO, input_schema: { type: "object" } },
  ]);
  expect((await call("GET", "/v1/models?category=image-to-video")).body.total).toBe(1);
  expect((await call("GET", "/v1/models?limit=1&offset=1")).body).toMatchObject({
    total: 2,
    models: [{ model_id: VIDEO }],
  });
  expect((await call("GET", "/v1/models/categories")).body).toEqual({
    categories: ["image-editing", "image-to-image", "image-to-video"],
  });
  for (const query of ["limit=0", "limit=101", "limit=x", "offset=-1", "include_schema=maybe"]) {
    expect((await call("GET", `/v1/models?${query}`)).status, query).toBe(422);
  }
  // Two hundred characters, which are four hundred units of UTF-16.
  expect((await call("GET", `/v1/models?search=${"😀".repeat(200)}`)).status).toBe(200);
  expect((await call("GET", `/v1/models?search=${"😀".repeat(201)}`)).status).toBe(422);
});

test.each([
  ["an answer", "GET", "/v1/models", 200],
  ["a refused token", "GET", "/v1/models?limit=1", 401],
  ["a refused query", "GET", "/v1/models?limit=0", 422],
  ["a request that is not there", "GET", "/v1/requests/req_x/status", 404],
  ["a path that is not there", "GET", "/v1/nothing", 404],
  ["a method that is not there", "DELETE", "/v1/models", 405],
  ["a failure of the server", "POST", `/v1/models/${EDIT}`, 500],
])("%s under /v1 names the extensions", async (_, method, path, status) => {
  const catalog = {
    models: [],
    load() {
      throw new Error("the catalog is broken");
    },
  };
  const { call } = await start(manualEngine().engine, { catalog, mayFail: true });
  const headers = status === 401 ? { authorization: "Bearer mapi_wrong" } : {};
  const answer = await call(method, path, undefined, headers);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("model-api-extensions")).toMatch(/^wait, idempotency-key, files, requests\b/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});
