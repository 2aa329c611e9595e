import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import {
  createClient,
  NotFoundError,
  RateLimitError,
  ServerError,
  SubmissionUnknownError,
} from "../index.js";
import { cutShort, type FakeAnswer, RESET } from "../testing/fake-service.js";
import { APP, json, MOUNT, openProxy, PROXY_TOKEN } from "../testing/proxy-scene.js";
import { EDIT, INPUT, rejection, SUBMITTED, status } from "../testing/set-up.js";

const SUBMIT = `/v1/models/${EDIT}`;
const error = (httpStatus: number, code: number | string, more: object = {}): FakeAnswer => ({
  status: httpStatus,
  json: { error_code: code, error_message: `said ${code}`, ...more },
});

test("an error of the API comes back as it was said", async () => {
  const detail = [{ path: ["prompt"], message: "is required" }];
  for (const [answer, expected] of [
    [error(422, 422, { detail }), { error_code: 422, error_message: "said 422", detail }],
    [error(404, 404001), { error_code: 404001, error_message: "said 404001" }],
    [error(500, "E_X", { stack: "secret" }), { error_code: "E_X", error_message: "said E_X" }],
    // Some errors arrive with a good status.
    [error(200, 422), { error_code: 422, error_message: "said 422" }],
  ] as const) {
    const { ask, failures } = await openProxy({ submit: [answer] });
    const answered = await ask("POST", SUBMIT, json(INPUT));
    expect([answered.status, answered.body]).toEqual([(answer as { status: number }).status, expected]);
    expect(failures).toEqual([]);
  }
});

test("how long to wait comes back, where it has the form of that", async () => {
  const told = async (value: string) => {
    const { ask } = await openProxy({
      submit: [
        { status: 503, headers: { "retry-after": value }, json: { error_code: 503, error_message: "busy" } },
      ],
    });
    const answer = await ask("POST", SUBMIT, json(INPUT));
    return [answer.status, answer.headers.get("retry-after")];
  };
  const date = "Wed, 21 Oct 2026 07:28:00 GMT";
  expect(await told("7")).toEqual([503, "7"]);
  expect(await told(date)).toEqual([503, date]);
  expect(await told(`7; ${PROXY_TOKEN}`)).toEqual([503, null]);
});

const OF_ACCOUNT: [string, FakeAnswer][] = [
  ["401", error(401, 400004)],
  ["402", error(402, 400002)],
  ["403", error(403, 403001)],
  ["a page under 401", { status: 401, text: "<h1>Who are you?</h1>" }],
  ["400004 under 200", error(200, 400004)],
  ["400002 under 400", error(400, 400002)],
];
test.each(OF_ACCOUNT)(
  "%s about the proxy's own account is told to the operator, and blames no caller",
  async (_, answer) => {
    const { ask, submit, failures } = await openProxy({ submit: [SUBMITTED, answer], status: [answer] });
    const id = await submit();
    for (const answered of [
      await ask("POST", SUBMIT, json(INPUT)),
      await ask("GET", `/v1/requests/${id}/status`),
    ]) {
      expect([answered.status, answered.body.error_code]).toEqual([424, 424]);
      expect(answered.body.error_message).toMatch(/not the caller's fault. Nothing was accepted or charged/);
      expect(answered.headers.get("www-authenticate")).toBeNull();
    }
    expect(failures.map(({ reason, call, caller }) => [reason, call, caller])).toEqual([
      ["account", "submit", "alice"],
      ["account", "status", "alice"],
    ]);
  },
);

const NO_ANSWERS: [string, FakeAnswer, string][] = [
  ["a page", { text: "<html>Welcome</html>" }, "malformed"],
  ["nothing", { status: 204, text: "" }, "malformed"],
  ["a list", { json: [] }, "malformed"],
  ["a text", { json: "r1" }, "malformed"],
  ["null", { json: null }, "malformed"],
  ["no id", { json: {} }, "malformed"],
  ["an id that is none", { json: { request_id: "../r1" } }, "malformed"],
  ["an id that is too long to sign", { json: { request_id: "x".repeat(107) } }, "malformed"],
  ["a redirect", { status: 307, headers: { location: "https://evil.example/" }, text: "" }, "malformed"],
  ["a redirect of GET", { status: 302, headers: { location: "/v1/keys" }, text: "" }, "malformed"],
  ["not modified", { status: 304, text: "" }, "malformed"],
  ["half an answer", cutShort(), "lost"],
  ["a broken connection", RESET, "lost"],
];
test.each(NO_ANSWERS)(
  "a submit that is answered by %s may have arrived: 502, never to be tried again blindly, and no redirect is followed",
  async (_, answer, reason) => {
    const { service, ask, failures } = await openProxy({ submit: [answer] });
    const answered = await ask("POST", SUBMIT, json(INPUT));
    expect([answered.status, answered.body.error_code]).toEqual([502, 502]);
    expect(answered.headers.get("retry-after")).toBeNull();
    expect(service.calls).toHaveLength(1);
    expect(failures.map((failure) => failure.reason)).toEqual([reason]);
  },
);

test("a page that is an error keeps its status and is not shown", async () => {
  const { ask } = await openProxy({ submit: [{ status: 504, text: "<h1>Gateway</h1>" }] });
  const { status: told, body } = await ask("POST", SUBMIT, json(INPUT));
  expect([told, body]).toEqual([
    504,
    { error_code: 504, error_message: "The service behind this application failed (HTTP 504)." },
  ]);
});

test("an endless answer is left", async () => {
  const endless: FakeAnswer = {
    socket: (_, response) => {
      const chunk = "x".repeat(2 ** 20);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.writeHead(200).on("drain", more);
      more();
    },
  };
  const { ask, failures } = await openProxy({ submit: [endless] });
  expect((await ask("POST", SUBMIT, json(INPUT))).status).toBe(502);
  expect(failures[0]?.message).toContain("longer than 67108864 bytes");
});

test("a token that the API reflects is not in the answer, whatever form it has there", async () => {
  const escaped = [...PROXY_TOKEN].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  const forms = [
    `{"error_code":422,"error_message":"bad ${PROXY_TOKEN}","detail":[{"path":[],"message":"${PROXY_TOKEN}"}]}`,
    `{"error_code":422,"error_message":"bad ${escaped}"}`,
    `{"error_code":422,"error_message":"x","detail":{"${escaped}":["${encodeURIComponent(PROXY_TOKEN)}"]}}`,
    `{"error_code":422,"error_message":"${btoa(PROXY_TOKEN)}"}`,
    `{"error_code":401,"error_message":"${PROXY_TOKEN}"}`,
    `{"request_id":"r1","${PROXY_TOKEN}":"${escaped}"}`,
    `${PROXY_TOKEN}`,
  ];
  for (const text of forms) {
    // The asking itself looks for the token.
    const { ask } = await openProxy({ submit: [{ text }] });
    const { body } = await ask("POST", SUBMIT, json(INPUT));
    const said = JSON.stringify(body);
    for (const form of [encodeURIComponent(PROXY_TOKEN), btoa(PROXY_TOKEN)]) expect(said).not.toContain(form);
  }
});

test("where no connection comes about, nothing was passed on: 503, to be tried again", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const { ask, failures } = await openProxy({}, { baseUrl: `http://127.0.0.1:${port}` });
  const { status: told, headers } = await ask("POST", SUBMIT, json(INPUT));
  expect([told, headers.get("retry-after")]).toEqual([503, "5"]);
  expect(failures).toMatchObject([
    { reason: "unreachable", message: expect.stringContaining("ECONNREFUSED") },
  ]);
});

const RETRY = { maxRetries: 2, maxTime: 60_000 };
/** The client, with the proxy for a network. Its pauses take no time. */
async function clientOf(answers: readonly FakeAnswer[], options: object = {}) {
  const { proxy, service } = await openProxy({ submit: answers }, options);
  const clock = {
    now: () => 0,
    random: () => 0,
    after(ms: number, callback: () => void) {
      const timer = ms < 300_000 ? setImmediate(callback) : undefined;
      return () => clearImmediate(timer);
    },
  };
  const client = createClient({
    baseUrl: `${APP}${MOUNT}`,
    retry: RETRY,
    clock,
    fetch: (url, init) => proxy(new Request(url, init)),
  });
  return { service, submitting: client.submit(EDIT, INPUT) };
}

test("the client submits again by itself only what certainly did not arrive", async () => {
  const busy = {
    status: 503,
    headers: { "retry-after": "1" },
    json: { error_code: 503, error_message: "busy" },
  };
  for (const first of [error(429, 429), busy]) {
    const { service, submitting } = await clientOf([first, SUBMITTED]);
    expect((await submitting).id).toMatch(/^r1/);
    expect(service.calls).toHaveLength(2);
  }
});

test("the client takes a submit whose answer was lost behind the proxy for one that may be charged", async () => {
  for (const answer of [RESET, cutShort(), error(500, 500), { text: "<html>" }, { status: 302, text: "" }]) {
    const { service, submitting } = await clientOf([answer, SUBMITTED]);
    expect(await rejection(submitting)).toBeInstanceOf(SubmissionUnknownError);
    expect(service.calls).toHaveLength(1);
  }
});

test("the client takes a refusal of the proxy's account for one that is final and costs nothing", async () => {
  for (const [, answer] of OF_ACCOUNT) {
    const { service, submitting } = await clientOf([answer, SUBMITTED]);
    const thrown = await rejection(submitting);
    expect(thrown).toBeInstanceOf(ServerError);
    expect([thrown.retryable, thrown.status]).toEqual([false, 424]);
    expect(service.calls).toHaveLength(1);
  }
});

test("the client takes what the proxy itself refuses for what it is", async () => {
  const other = await clientOf([SUBMITTED], { models: ["acme/*"] });
  expect(await rejection(other.submitting)).toBeInstanceOf(NotFoundError);
  const often = await clientOf([SUBMITTED], { limits: { submitsPerMinute: 0 } });
  expect(await rejection(often.submitting)).toBeInstanceOf(RateLimitError);
  expect([...other.service.calls, ...often.service.calls]).toEqual([]);
});

test("the client repeats a lost submit under its key, once it has seen that the key is honoured", async () => {
  const honoured: FakeAnswer = ({ headers }) => ({
    ...SUBMITTED,
    headers: { "idempotency-key": `${headers["idempotency-key"]}` },
  });
  const { proxy, service } = await openProxy({
    submit: [honoured, RESET, honoured],
    status: [status("in_queue")],
  });
  const client = createClient({
    baseUrl: `${APP}${MOUNT}`,
    retry: { maxRetries: 3 },
    fetch: (url, init) => proxy(new Request(url, init)),
    clock: { now: () => 0, random: () => 0, after: (ms, call) => clearing(ms, call) },
  });
  await client.submit(EDIT, INPUT);
  await client.submit(EDIT, INPUT);
  const keys = service.calls.map(({ headers }) => headers["idempotency-key"]);
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
});

function clearing(ms: number, call: () => void): () => void {
  const timer = ms < 300_000 ? setImmediate(call) : undefined;
  onTestFinished(() => clearImmediate(timer));
  return () => clearImmediate(timer);
}
