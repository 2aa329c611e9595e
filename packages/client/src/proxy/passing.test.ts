import { expect, test } from "vitest";
import { APP, json, MOUNT, openProxy, PROXY_TOKEN } from "../testing/proxy-scene.js";
import { DONE, EDIT, EXTENSIONS, INPUT, SUBMITTED, status } from "../testing/set-up.js";

const SUBMIT = `/v1/models/${EDIT}`;
const ECHO = (headers: Record<string, unknown>): Record<string, string> => ({
  "idempotency-key": `${headers["idempotency-key"]}`,
});

test("a submit is passed on with these headers and no others, byte for byte, and no query", async () => {
  const { service, ask } = await openProxy({ submit: [SUBMITTED] });
  const trace = { traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01`, tracestate: "vendor=1" };
  const body = '{ "prompt" : "ü",\n"images":[],"x":1.0 }';
  const { status: told } = await ask("POST", `${SUBMIT}?webhook=https://evil.example&x=1`, {
    headers: {
      ...trace,
      "content-type": "application/json; charset=utf-8",
      "idempotency-key": "k1",
      accept: "text/html",
      authorization: "Bearer the-user's-own",
      cookie: "session=1",
      forwarded: "for=1.2.3.4",
      "model-api-simulate": "fail",
      "model-api-webhook": "https://evil.example/hook",
      prefer: "wait=5",
      range: "bytes=0-1",
      "x-forwarded-host": "evil.example",
      "x-http-method-override": "DELETE",
    },
    body,
  });
  expect(told).toBe(200);
  const [call] = service.calls;
  expect([call?.method, call?.path, call?.body]).toEqual(["POST", SUBMIT, body]);
  // What is about the connection is Node's own.
  const { host, connection, "content-length": length, ...headers } = call?.headers ?? {};
  expect(headers).toEqual({
    ...trace,
    accept: "application/json",
    "accept-encoding": expect.any(String),
    "accept-language": "*",
    authorization: `Bearer ${PROXY_TOKEN}`,
    "cache-control": "no-cache",
    "content-type": "application/json",
    "idempotency-key": expect.stringMatching(/^[\w+/]{43}$/),
    pragma: "no-cache",
    "sec-fetch-mode": "cors",
    "user-agent": "model-api-proxy/source",
  });
});

test("an answer comes back with these headers and no others, its id signed and its URLs leading back", async () => {
  const headers = {
    ...EXTENSIONS,
    "set-cookie": "a=1",
    "access-control-allow-origin": "*",
    location: "https://evil.example",
    server: "upstream/1",
    "x-request-id": "1",
  };
  const { ask } = await openProxy({ submit: [{ ...SUBMITTED, headers }] });
  const answer = await ask("POST", SUBMIT, json(INPUT));
  const id = answer.body.request_id;
  expect(id).toMatch(/^r1[\w-]{22}$/);
  const url = (name: string) => `${APP}${MOUNT}/v1/requests/${id}/${name}`;
  expect(answer.body).toEqual({
    request_id: id,
    status_url: url("status"),
    result_url: url("result"),
    cancel_url: url("cancel"),
  });
  expect(Object.fromEntries(answer.headers)).toEqual({
    "cache-control": "no-store",
    "content-type": "application/json",
    "model-api-extensions": "wait, idempotency-key",
    "x-content-type-options": "nosniff",
  });
});

test("a caller reaches what it has submitted, by the signed id, and the API is asked for its own", async () => {
  const result = { json: { ...DONE.json, result_url: "https://models.example/r1" } };
  const { service, ask, submit } = await openProxy({
    submit: [SUBMITTED],
    status: [status("in_queue", { queue_position: 2, status_url: "s", x: [1] })],
    result: [result],
    cancel: [status("cancelled", { outcome: "cancelled" })],
  });
  const id = await submit();
  const url = `${APP}${MOUNT}/v1/requests/${id}`;
  expect((await ask("GET", `/v1/requests/${id}/status`)).body).toEqual({
    request_id: id,
    status: "in_queue",
    queue_position: 2,
    status_url: `${url}/status`,
    x: [1],
  });
  const { body } = await ask("GET", `/v1/requests/${id}/result?include_cost=true&token=x&include_cost=false`);
  expect(body).toEqual({ ...DONE.json, request_id: id, result_url: `${url}/result` });
  expect((await ask("POST", `/v1/requests/${id}/cancel`)).body.outcome).toBe("cancelled");
  expect(service.calls.slice(1).map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /v1/requests/r1/status",
    "GET /v1/requests/r1/result?include_cost=true",
    "POST /v1/requests/r1/cancel",
  ]);
});

test("an id that is another caller's, forged or the API's own is not there, and the API is not asked", async () => {
  const { service, ask, submit } = await openProxy({ submit: [SUBMITTED], status: [status("in_queue")] });
  const id = await submit("alice");
  const others = ["r1", id.slice(0, -1), `${id}A`, `r2${id.slice(2)}`, `r1${"A".repeat(22)}`];
  for (const [user, asked] of [["bob", id], ...others.map((other) => ["alice", other])] as const) {
    for (const [method, name] of [
      ["GET", "status"],
      ["GET", "result"],
      ["POST", "cancel"],
    ] as const) {
      const answer = await ask(method, `/v1/requests/${asked}/${name}`, { headers: { "x-user": user } });
      expect([answer.status, answer.body]).toEqual([
        404,
        {
          error_code: 404001,
          error_message: "There is no such request, or another caller has submitted it.",
        },
      ]);
    }
  }
  expect(service.calls).toHaveLength(1);
  expect((await ask("GET", `/v1/requests/${id}/status`)).status).toBe(200);
});

test("a key is the caller's own: another caller with the same key is another key, and only one's own word comes back", async () => {
  const { service, ask } = await openProxy({
    submit: [({ headers }) => ({ ...SUBMITTED, headers: ECHO(headers) })],
  });
  const told: (string | null)[] = [];
  for (const user of ["alice", "bob", "alice"]) {
    const answer = await ask("POST", SUBMIT, json(INPUT, { "x-user": user, "idempotency-key": "k1" }));
    told.push(answer.headers.get("idempotency-key"));
  }
  expect(told).toEqual(["k1", "k1", "k1"]);
  const keys = service.calls.map(({ headers }) => headers["idempotency-key"]);
  expect(keys[0]).toBe(keys[2]);
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys.join()).not.toContain("k1");
});

test("a key stays the same one when the secret is replaced, so a repeat stays a repeat", async () => {
  const keys = [];
  for (const secret of ["one secret of at least 32 bytes ...", "another secret of at least 32 bytes"]) {
    const { service, ask } = await openProxy({ submit: [SUBMITTED] }, { secret });
    await ask("POST", SUBMIT, json(INPUT, { "idempotency-key": "k1" }));
    keys.push(service.calls[0]?.headers["idempotency-key"]);
  }
  expect(keys[0]).toBe(keys[1]);
});

test("a key that was not honoured, or another one, is not said to be honoured", async () => {
  for (const headers of [{}, { "idempotency-key": "k1" }, { "idempotency-key": "k2" }]) {
    const { ask } = await openProxy({ submit: [{ ...SUBMITTED, headers }] });
    const answer = await ask("POST", SUBMIT, json(INPUT, { "idempotency-key": "k1" }));
    expect(answer.headers.get("idempotency-key")).toBeNull();
  }
});

test("a key that is none is refused, and nothing is passed on", async () => {
  const { service, ask } = await openProxy({ submit: [SUBMITTED] });
  for (const key of ["", "a b", "k1, k2", "ü", "x".repeat(256)]) {
    const { status: told, body } = await ask("POST", SUBMIT, json(INPUT, { "idempotency-key": key }));
    expect([told, body.error_code], key).toEqual([422, 422]);
  }
  expect(service.calls).toEqual([]);
});

test("a status is held as long as the caller prefers and the proxy allows, and it says so", async () => {
  const { service, ask, submit } = await openProxy(
    {
      submit: [SUBMITTED],
      status: [
        ({ headers }) => ({
          json: { request_id: "r1", status: "in_queue" },
          headers: { ...EXTENSIONS, ...(headers.prefer && { "preference-applied": `${headers.prefer}` }) },
        }),
      ],
    },
    { limits: { holdSeconds: 10 } },
  );
  const id = await submit();
  const told: (string | null)[] = [];
  for (const prefer of ["wait=5", "respond-async, WAIT = 30", "wait=0", "wait=x", "await=5", ""]) {
    const answer = await ask("GET", `/v1/requests/${id}/status`, { headers: { prefer } });
    told.push(answer.headers.get("preference-applied"));
  }
  expect(told).toEqual(["wait=5", "wait=10", null, null, null, null]);
  const sent = service.of("status").map(({ headers }) => headers.prefer);
  expect(sent).toEqual(["wait=5", "wait=10", undefined, undefined, undefined, undefined]);
});

test("extensions that the proxy does not offer are not named", async () => {
  const named = async (options: object) => {
    const headers = { "model-api-extensions": "wait, idempotency-key, files, requests, webhooks, keys, x" };
    const { ask } = await openProxy({ submit: [{ ...SUBMITTED, headers }] }, options);
    return (await ask("POST", SUBMIT, json(INPUT))).headers.get("model-api-extensions");
  };
  expect(await named({})).toBe("wait, idempotency-key");
  expect(await named({ uploads: true })).toBe("wait, idempotency-key, files");
  expect(await named({ limits: { holdSeconds: 0 } })).toBe("idempotency-key");
});

test("a model that is not on the list is not there, and the API is not asked", async () => {
  const { service, ask } = await openProxy({ submit: [SUBMITTED] });
  for (const method of ["GET", "POST"]) {
    const answer = await ask(method, "/v1/models/acme/private/edit", method === "POST" ? json(INPUT) : {});
    expect([answer.status, answer.body.error_code]).toEqual([404, 404001]);
  }
  expect(service.calls).toEqual([]);
});

test("what is no call of the contract is answered in its shape, and the API is not asked", async () => {
  const { service, ask } = await openProxy({});
  for (const [method, path] of [
    ["GET", "/v1/requests"],
    ["GET", "/v1/keys"],
    ["DELETE", "/v1/keys/k1"],
    ["PUT", SUBMIT],
    ["GET", "/v1/models/openai/../../keys"],
    ["GET", "/v1/models/openai/%2e%2e/%2e%2e/keys"],
    ["GET", "/v1/models/openai%2f..%2f..%2fkeys"],
    ["GET", "/v1/models\\..\\keys"],
    ["GET", "//v1/models"],
    ["POST", "/v1/files"],
  ] as const) {
    const answer = await ask(method, path);
    expect([answer.status, answer.body], path).toEqual([
      404,
      { error_code: 404001, error_message: "This application passes on no such call." },
    ]);
  }
  expect(service.calls).toEqual([]);
});
