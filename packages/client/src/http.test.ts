import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import {
  AuthenticationError,
  type ClientOptions,
  createClient,
  type Fetch,
  InsufficientBalanceError,
  InvalidInputError,
  InvalidResponseError,
  type ModelApiClient,
  NotFoundError,
  type OutgoingCall,
  PermissionError,
  RateLimitError,
  ServerError,
} from "./index.js";
import type { FakeAnswer } from "./testing/fake-service.js";
import {
  DONE,
  EDIT,
  EXTENSIONS,
  INPUT,
  PNG,
  rejection,
  SUBMITTED,
  setUp,
  status,
  TOKEN,
} from "./testing/set-up.js";

afterEach(() => vi.unstubAllGlobals());

const PAGE = new URL("https://page.example/app/index.html");
const trace: ClientOptions["trace"] = (headers) => {
  headers.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  headers.tracestate = "vendor=1";
};

/** What the injected `fetch` is given; answers are made up. */
function recorded(answer: (url: string) => Response) {
  const inits: { url: string; init: RequestInit & { headers: Record<string, string> } }[] = [];
  const fetch: Fetch = async (url, init) => {
    inits.push({ url, init: { ...init, headers: { ...(init.headers as Record<string, string>) } } });
    return answer(url);
  };
  return { fetch, inits, namesOf: () => inits.map(({ init }) => Object.keys(init.headers).sort()) };
}

const ANSWERS: Record<string, unknown> = {
  status: { status: "completed" },
  result: DONE.json,
  cancel: { status: "cancelled", outcome: "cancelled" },
  edit: { ...SUBMITTED.json, model_id: EDIT },
  categories: { categories: [] },
  models: { models: [], total: 0 },
  requests: { requests: [] },
  files: { url: "https://files.example/a.png" },
};
const made = (headers?: Record<string, string>) => (url: string) =>
  Response.json(ANSWERS[new URL(url, PAGE).pathname.split("/").at(-1) ?? ""], headers && { headers });

/** Every call that a client can make, once. */
async function callAll(client: ModelApiClient) {
  await client.run(EDIT, INPUT);
  await client.submit(EDIT, { ...INPUT, images: [new Blob([PNG])] });
  await client.request("r1").status();
  await client.request("r1").cancel();
  await client.models.list();
  await client.models.get(EDIT);
  await client.models.categories();
  await client.requests.list();
}

test("a page of another origin sends nothing but the token and the media type until the server names its extensions", async () => {
  vi.stubGlobal("location", PAGE);
  const { fetch, inits, namesOf } = recorded(made());
  const client = createClient({ token: TOKEN, fetch, trace });
  await callAll(client);
  expect(inits.length).toBeGreaterThan(9);
  for (const names of namesOf())
    expect(["authorization", "content-type"]).toEqual(expect.arrayContaining(names));
});

test("once the server has named its extensions, a page of another origin uses them", async () => {
  vi.stubGlobal("location", PAGE);
  const { fetch, namesOf } = recorded(made(EXTENSIONS));
  const client = createClient({ token: TOKEN, fetch, trace });
  await client.run(EDIT, INPUT);
  await client.submit(EDIT, INPUT);
  expect(namesOf()).toEqual([
    ["authorization", "content-type"],
    ["authorization", "prefer", "traceparent", "tracestate"],
    ["authorization", "traceparent", "tracestate"],
    ["authorization", "content-type", "idempotency-key", "traceparent", "tracestate"],
  ]);
});

test("a page of the server's own origin uses all headers from the start, but for the browser's own", async () => {
  vi.stubGlobal("location", PAGE);
  const { fetch, namesOf } = recorded(made());
  await createClient({ baseUrl: `${PAGE.origin}/api`, token: TOKEN, fetch, trace }).run(EDIT, INPUT);
  expect(namesOf()).toEqual([
    ["authorization", "content-type", "idempotency-key", "traceparent", "tracestate"],
    ["authorization", "prefer", "traceparent", "tracestate"],
    ["authorization", "traceparent", "tracestate"],
  ]);
});

test("in a page the base URL may be a path of the page's origin", async () => {
  vi.stubGlobal("location", PAGE);
  const { fetch, inits, namesOf } = recorded(made());
  await createClient({ baseUrl: "/api/v1/", fetch }).submit(EDIT, INPUT);
  expect(inits[0]?.url).toBe(`/api/v1/models/${EDIT}`);
  expect(namesOf()).toEqual([["content-type", "idempotency-key"]]);
});

test("outside of a browser all headers are sent from the start, and the client says who it is", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED], status: [status("completed")], result: [DONE] },
    { trace },
  );
  await client.run(EDIT, INPUT);
  expect(service.calls[0]?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    "content-type": "application/json",
    "idempotency-key": expect.any(String),
    traceparent: expect.stringMatching(/^00-/),
    tracestate: "vendor=1",
    "user-agent": "model-api-client/source",
  });
  expect(service.calls[1]?.headers).toMatchObject({
    prefer: "wait=30",
    "user-agent": "model-api-client/source",
  });
});

test("without a token no authorization is sent", async () => {
  const { client, service } = await setUp({ status: [status("completed")] }, { token: undefined });
  await client.request("r1").status();
  expect(service.calls[0]?.headers).not.toHaveProperty("authorization");
});

test("a token from a function is asked for again for each call", async () => {
  const tokens = ["first-token", "second-token"];
  const token = async () => tokens.shift() ?? "none";
  const { client, service } = await setUp({ status: [status("completed")] }, { token });
  await client.request("r1").status();
  await client.request("r1").status();
  expect(service.calls.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer first-token",
    "Bearer second-token",
  ]);
});

test.each([
  ["the line break that a file ends with", `${TOKEN}\r\n`],
  ["the mark that an editor begins a file with", `\ufeff${TOKEN}`],
  ["a line break and a space inside, as of a wrapped line", `${TOKEN.slice(0, 6)}\n ${TOKEN.slice(6)}`],
])("a token works with %s", async (_, token) => {
  const { client, service } = await setUp({ status: [status("completed")] }, { token });
  await client.request("r1").status();
  expect(service.calls[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
});

test("no call is cached, and none outlives its page", async () => {
  const { fetch, inits } = recorded(made(EXTENSIONS));
  await callAll(createClient({ token: TOKEN, fetch }));
  expect(inits.length).toBeGreaterThan(9);
  for (const { init } of inits) {
    expect(init.cache).toBe("no-store");
    expect(init).not.toHaveProperty("keepalive");
  }
});

test("where the runtime's Request refuses the option, the cache is left alone", async () => {
  class OldRequest {
    constructor(_url: string, init: RequestInit = {}) {
      if (init.cache) throw new Error("The 'cache' field on 'RequestInitializerDict' is not implemented.");
    }
  }
  vi.stubGlobal("Request", OldRequest);
  const { fetch, inits } = recorded(made(EXTENSIONS));
  await callAll(createClient({ token: TOKEN, fetch }));
  expect(inits.length).toBeGreaterThan(9);
  for (const { init } of inits) expect(init).not.toHaveProperty("cache");
});

test("onRequest sees each attempt and may add headers, also after a while", async () => {
  const seen: OutgoingCall[] = [];
  const onRequest = async (call: OutgoingCall) => {
    await Promise.resolve();
    seen.push(call);
    call.headers["x-tenant"] = "acme";
  };
  const { client, service } = await setUp(
    { status: [{ status: 503, text: "" }, status("completed")] },
    { hooks: { onRequest } },
  );
  await client.request("r1").status();
  expect(service.calls.map(({ headers }) => headers["x-tenant"])).toEqual(["acme", "acme"]);
  expect(seen[0]).toMatchObject({ method: "GET", url: `${service.baseUrl}/v1/requests/r1/status` });
});

test("what onRequest throws ends the call, as it is, and nothing is sent", async () => {
  const refusal = new Error("the budget is used up");
  const onRequest = () => Promise.reject(refusal);
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { hooks: { onRequest } });
  expect(await rejection(client.submit(EDIT, INPUT))).toBe(refusal);
  expect(service.calls).toEqual([]);
});

test("an abort while onRequest takes its time is in time: nothing is sent", async () => {
  const controller = new AbortController();
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    { hooks: { onRequest: async () => controller.abort() } },
  );
  const { signal } = controller;
  expect(await rejection(client.submit(EDIT, INPUT, { signal }))).toBe(signal.reason);
  expect(service.calls).toEqual([]);
});

test("onResponse sees the head of each answer, and what it throws is ignored", async () => {
  const seen: [string, number, string | null][] = [];
  const onResponse = (call: OutgoingCall, response: Pick<Response, "status" | "headers">) => {
    seen.push([call.method, response.status, response.headers.get("x-request")]);
    throw new Error("the log is full");
  };
  const { client } = await setUp(
    {
      submit: [
        { status: 429, text: "" },
        { ...SUBMITTED, headers: { "x-request": "7" } },
      ],
    },
    { hooks: { onResponse } },
  );
  expect((await client.submit(EDIT, INPUT)).id).toBe("r1");
  expect(seen).toEqual([
    ["POST", 429, null],
    ["POST", 200, "7"],
  ]);
});

/** All that a person or a log may see of a value. */
const shown = (value: unknown) => {
  const { stack = "", message = "" } = Object(value);
  return [stack, message, JSON.stringify(value), inspect(value, { depth: 9, showHidden: true })].join("\n");
};

const REFLECTIONS: [string, FakeAnswer][] = [
  [
    "an error's message",
    { status: 401, json: { error_code: 400004, error_message: `Bearer ${TOKEN} is wrong` } },
  ],
  [
    "an error's detail",
    {
      status: 422,
      json: {
        error_code: 422,
        error_message: "no",
        detail: [{ path: [TOKEN], message: `${TOKEN} is wrong`, given: { deep: [TOKEN] } }],
      },
    },
  ],
  ["a page of HTML", { text: `<html>${TOKEN}</html>` }],
  ["a page of HTML with an error's status", { status: 400, text: `<html>${TOKEN}</html>` }],
  ["an answer of another shape", { json: { hello: TOKEN } }],
  ["a list", { json: [TOKEN] }],
];
test.each(REFLECTIONS)("a token that the server reflects in %s is in no error", async (_, answer) => {
  const { client } = await setUp({ submit: [answer], status: [answer] });
  for (const error of [
    await rejection(client.submit(EDIT, INPUT)),
    await rejection(client.request("r1").status()),
  ])
    expect(shown(error)).not.toContain(TOKEN);
});

test.each(["localhost:3000", "/api", "ftp://example.com", "https://user:secret@example.com", ""])(
  "a base URL that cannot be called is told at once, and not repeated: %j",
  (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow("baseUrl is not like https://host/v1");
    expect(() => createClient({ baseUrl })).not.toThrow("secret");
  },
);

test("an error_code that is no number is an error all the same", async () => {
  const { client } = await setUp({ submit: [{ json: { error_code: "Busy", error_message: "not now" } }] });
  expect(await rejection(client.submit(EDIT, INPUT))).toMatchObject({
    code: "server",
    status: 200,
    retryable: false,
  });
});

test("a token that a server reflects as a name, or in JSON's escapes, is in no error", async () => {
  const token = "abc/def-secret";
  const escaped = token.replace("/", "\\/");
  const named = { error_code: 422, error_message: "no", detail: [{ message: "no", [token]: 1 }] };
  const answers: FakeAnswer[] = [{ status: 422, json: named }, { text: `{"hello": "${escaped}"}` }];
  for (const answer of answers) {
    const { client } = await setUp({ status: [answer] }, { token });
    const error = await rejection(client.request("r1").status());
    for (const form of [token, escaped]) expect(inspect(error, { depth: 9 })).not.toContain(form);
  }
});

test("a token that stands where the excerpt of an answer ends is not told by half", async () => {
  const { client } = await setUp({ status: [{ text: `${"x".repeat(192)}${TOKEN}` }] });
  const { message } = await rejection(client.request("r1").status());
  expect(message).not.toContain(TOKEN.slice(0, 8));
});

test("a token that a failed result reflects is in no error and no result", async () => {
  const failed: FakeAnswer = {
    json: { status: "failed", error: { code: "engine", message: `could not fetch with ${TOKEN}` } },
  };
  const { client } = await setUp({ status: [status("failed")], result: [failed] });
  const error = await rejection(client.request("r1").wait());
  expect(error.message).toBe("Request r1 failed: could not fetch with [token]");
  expect(shown(error)).not.toContain(TOKEN);
  expect(shown(await client.request("r1").result())).not.toContain(TOKEN);
});

test("the token is in no error of a connection, and not in the client or its handles", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { retry: { maxRetries: 0 } });
  const handle = await client.submit(EDIT, INPUT);
  await service.close();
  const values = [
    client,
    handle,
    await rejection(handle.status()),
    await rejection(client.submit(EDIT, INPUT)),
  ];
  for (const value of values) expect(shown(value)).not.toContain(TOKEN);
});

test("a word that a token of a few letters is part of is left as it is", async () => {
  const { client } = await setUp({ result: [DONE] }, { token: "net" });
  expect(await client.request("r1").result()).toMatchObject({ output: DONE.json.output });
});

const ERRORS: [number, unknown, new (...args: never[]) => Error, boolean][] = [
  [400, { error_code: 400001, error_message: "bad id" }, NotFoundError, false],
  [402, { error_code: 400002, error_message: "no money" }, InsufficientBalanceError, false],
  [401, { error_code: 400004, error_message: "bad token" }, AuthenticationError, false],
  [403, { error_code: 403001, error_message: "not yours" }, PermissionError, false],
  [404, { error_code: 404001, error_message: "no model" }, NotFoundError, false],
  [422, { error_code: 422, error_message: "no" }, InvalidInputError, false],
  [413, { error_code: 422, error_message: "large" }, InvalidInputError, false],
  [429, { error_code: 429, error_message: "slow" }, RateLimitError, true],
  [200, { error_code: 400004, error_message: "bad token" }, AuthenticationError, false],
  [200, { error_code: "403001", error_message: "not yours" }, PermissionError, false],
  [200, { error_code: 429, error_message: "slow" }, RateLimitError, true],
  [200, { error_code: 500001, error_message: "oh" }, ServerError, true],
  [200, { error_code: 777, error_message: "new" }, ServerError, false],
  [418, { error_code: 0, error_message: "tea" }, ServerError, false],
  [401, "<html>log in</html>", AuthenticationError, false],
  [402, "", InsufficientBalanceError, false],
  [403, "[]", PermissionError, false],
  [404, "null", NotFoundError, false],
  [500, "oh", ServerError, true],
  [409, { error_code: 400002, error_message: "the code counts" }, InsufficientBalanceError, false],
];
test.each(ERRORS)("HTTP %i with %j is the documented error", async (code, body, Class, retryable) => {
  const answer = typeof body === "string" ? { text: body } : { json: body };
  const { client } = await setUp({ result: [{ status: code, ...answer }] }, { retry: { maxRetries: 0 } });
  const error = await rejection(client.request("r1").result());
  expect(error).toBeInstanceOf(Class);
  expect(error.constructor).toBe(Class);
  expect(error).toMatchObject({ status: code, requestId: "r1", retryable });
  if (typeof body !== "string") expect(error.message).toContain(Object(body).error_message);
  else expect(error.message).toContain(`HTTP ${code}`);
});

test("problems of an input are told in one shape, whichever of the shapes of the wire they came in", async () => {
  const detail = [
    { path: ["images", 0], message: "is too large", allowed: [1, 2], suggestion: "1" },
    { loc: ["prompt"], msg: "field required", type: "missing" },
    { loc: "prompt", msg: "is too long" },
    { message: "everything is wrong" },
  ];
  const { client } = await setUp({
    submit: [{ status: 422, json: { error_code: 422, error_message: "no", detail } }],
  });
  expect((await rejection(client.submit(EDIT, INPUT))).issues).toEqual([
    { path: ["images", 0], message: "is too large", allowed: [1, 2], suggestion: "1" },
    { path: ["prompt"], message: "field required" },
    { path: ["prompt"], message: "is too long" },
    { path: [], message: "everything is wrong" },
  ]);
});

test.each([
  ["a sentence", "everything is wrong"],
  ["a list of sentences", ["everything is wrong"]],
])("problems that the server tells as %s are issues of the input as a whole", async (_, detail) => {
  const { client } = await setUp({
    submit: [{ status: 422, json: { error_code: 422, error_message: "no", detail } }],
  });
  expect((await rejection(client.submit(EDIT, INPUT))).issues).toEqual([
    { path: [], message: "everything is wrong" },
  ]);
});

test.each([undefined, null, 7, { prompt: "no" }])(
  "a 422 whose detail is %j has no issues one by one",
  async (detail) => {
    const { client } = await setUp({
      submit: [{ status: 422, json: { error_code: 422, error_message: "no", detail } }],
    });
    expect((await rejection(client.submit(EDIT, INPUT))).issues).toEqual([]);
  },
);

const CALLS: [string, (client: ModelApiClient) => Promise<unknown>][] = [
  ["a status", (client) => client.request("r1").status()],
  ["a result", (client) => client.request("r1").result()],
  ["a cancel", (client) => client.request("r1").cancel()],
  ["a list of models", async (client) => client.models.list()],
  ["an entry of the catalog", (client) => client.models.get(EDIT)],
  ["the categories", (client) => client.models.categories()],
  ["a list of requests", async (client) => client.requests.list()],
  ["an estimate", (client) => client.estimate(EDIT, INPUT)],
];
const BODIES: [string, { text: string; told?: string }][] = [
  ["empty", { text: "", told: '""' }],
  ["HTML", { text: "<html>welcome</html>", told: '"<html>welcome</html>"' }],
  ["a list", { text: '["completed"]' }],
  ["null", { text: "null" }],
  ["a sentence", { text: '"completed"' }],
  [
    "an object of another shape",
    { text: '{"status":7,"outcome":7,"models":{},"requests":7,"categories":7,"model_id":7}' },
  ],
];
const COMBINED = CALLS.flatMap(([name, call]) =>
  BODIES.map(([body, answer]) => [name, body, call, answer] as const),
);
test.each(COMBINED)(
  "%s whose body is %s is an InvalidResponseError, and not repeated",
  async (_, __, call, { text, told = text }) => {
    const { fetch, inits } = recorded(() => new Response(text));
    const error = await rejection(call(createClient({ fetch, token: TOKEN })));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status: 200, retryable: false });
    expect(error.message).toContain(`HTTP 200, no answer of the API: ${told}`);
    expect(inits).toHaveLength(1);
  },
);

test("a completed result without an output is an InvalidResponseError", async () => {
  for (const output of [undefined, null, "https://x/a.png"]) {
    const { client } = await setUp({ result: [{ json: { status: "completed", output } }] });
    const error = await rejection(client.request("r1").result());
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error.requestId).toBe("r1");
  }
});

test("of a long answer that is none, the beginning is told", async () => {
  const { client } = await setUp({ status: [{ text: "x".repeat(10_000) }] });
  expect((await rejection(client.request("r1").status())).message.length).toBeLessThan(400);
});
