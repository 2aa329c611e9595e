import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openMemoryBackend } from "../../backend/memory.js";
import { type Clock, systemClock } from "../../clock.js";
import { EDIT, INPUT, manualEngine, PIXEL } from "../../testing/engines.js";
import { serverSuite, until } from "../../testing/servers.js";
import { sampleImage } from "../placeholder/samples.js";
import { createUpstreamEngine, type UpstreamEngineOptions } from "./index.js";
import {
  cutShort,
  type FakeService,
  type Fault,
  hangUp,
  html,
  ID,
  json,
  silence,
  startFakeService,
  TOKEN,
} from "./testing/fake-service.js";

const suite = serverSuite();
const PICTURE = sampleImage(8, [1, 2, 3]);
const SUBMIT = `/v1/models/${EDIT}`;
const client = { polling: { initialDelay: 1, maxDelay: 2 }, retry: { maxRetries: 1, maxTime: 50 } };

let service: FakeService;
beforeEach(async () => {
  service = await startFakeService();
  service.outputs.set("cup.png", PICTURE);
});
afterEach(() => service.close());

const engine = (options: Partial<UpstreamEngineOptions> = {}) =>
  createUpstreamEngine({ token: TOKEN, baseUrl: service.url, client, ...options });

/** A hundred times as fast: nothing here is about how long a pause is. */
const fastClock: Clock = {
  now: () => Date.now() * 100,
  after: (ms, callback) => systemClock.after(ms / 100, callback),
};

type Server = Awaited<ReturnType<typeof suite.start>>;
const start = (options?: Partial<UpstreamEngineOptions>, settings?: Parameters<typeof suite.start>[1]) =>
  suite.start(engine(options), settings);

async function submit({ call }: Server, input: object = INPUT): Promise<string> {
  return (await call("POST", SUBMIT, input)).body.request_id;
}

async function ended({ call }: Server, id: string) {
  return until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result?include_cost=true`);
    return ["completed", "failed"].includes(body.status) && body;
  });
}

test("a request is run by the service, once, and its output and cost come home", async () => {
  const server = await start();
  const result = await ended(server, await submit(server));
  expect(result).toMatchObject({ status: "completed", cost: 0.04, engine_report: { engine: "upstream" } });
  const image = await server.server.fetch(new Request(result.output.image));
  expect(new Uint8Array(await image.arrayBuffer())).toEqual(new Uint8Array(PICTURE));
  expect(service.submits()).toMatchObject([{ path: SUBMIT, body: INPUT }]);
});

test("the token goes to the service, and never to where an output lies", async () => {
  const server = await start();
  await ended(server, await submit(server));
  const seen = service.calls.map(({ path, headers }) => [path.startsWith("/out/"), headers.authorization]);
  expect(new Map(seen as [boolean, string][])).toEqual(
    new Map([
      [false, `Bearer ${TOKEN}`],
      [true, undefined],
    ]),
  );
});

test("an upload to this server, which the service cannot fetch, goes along; what it can fetch is left to it", async () => {
  const server = await start();
  const bytes = Buffer.from(PIXEL.slice(PIXEL.indexOf(",") + 1), "base64");
  const uploaded = await server.server.fetch(
    new Request("http://127.0.0.1:9/v1/files", {
      method: "POST",
      headers: { authorization: `Bearer ${server.token}`, "content-type": "image/png" },
      body: bytes,
    }),
  );
  const { url } = (await uploaded.json()) as { url: string };
  const elsewhere = "https://images.example/cup.png?size=large";
  await ended(server, await submit(server, { prompt: "x", images: [url, elsewhere] }));
  expect(service.submits()[0]?.body).toEqual({ prompt: "x", images: [PIXEL, elsewhere] });
});

test("how far the service has come is told to the caller", async () => {
  service.statuses = [{ status: "in_progress", progress: 0.5 }];
  const server = await start();
  const id = await submit(server);
  await until(async () => (await server.call("GET", `/v1/requests/${id}/status`)).body.progress === 0.5);
  service.statuses = [{ status: "completed" }];
  expect(await ended(server, id)).toMatchObject({ status: "completed" });
});

test("a restart in the middle loses nothing and submits nothing again", async () => {
  service.statuses = [{ status: "in_progress" }];
  const first = await start();
  const id = await submit(first);
  await until(() => service.calls.some(({ path }) => path.endsWith("/status")));
  await suite.stop(first.server);
  service.statuses = [{ status: "completed" }];
  const second = await start({}, { token: first.token });
  expect(await ended(second, id)).toMatchObject({ status: "completed" });
  expect(service.submits()).toHaveLength(1);
});

test("another server of this kind can stand behind it, with uploads and idempotency", async () => {
  const { engine: behind, runs } = manualEngine(false);
  const hidden = await suite.start(behind, {
    allowLoopbackMedia: true,
    backend: openMemoryBackend(systemClock),
  });
  const baseUrl = await hidden.server.listen({ host: "127.0.0.1", port: 0 });
  const server = await start({ token: hidden.token, baseUrl });
  const id = await submit(server);
  const run = await until(() => runs.shift());
  expect(run.input).toEqual(INPUT);
  run.fail(new Error("out of memory"));
  expect(await ended(server, id)).toMatchObject({ status: "failed", error: { code: "engine_failed" } });
});

describe("a service that does not take a request", () => {
  const cases: [string, Fault[], { code: string; submits: number; says: RegExp }][] = [
    [
      "hangs up",
      [hangUp],
      { code: "outcome_unknown", submits: 1, says: /did not say whether it took the request/ },
    ],
    ["answers HTML", [html(200)], { code: "outcome_unknown", submits: 1, says: /may be charged/ }],
    [
      "is a gateway that failed",
      [html(502)],
      { code: "outcome_unknown", submits: 1, says: /may be charged/ },
    ],
    [
      "has no balance for it",
      [json(402, { error_code: 400002, error_message: "Insufficient balance." })],
      {
        code: "insufficient_balance",
        submits: 1,
        says: /balance of this server's account.*Nothing was charged/,
      },
    ],
    [
      "refuses the input",
      [json(422, { error_code: 422, error_message: "images: too dark" })],
      { code: "invalid_input", submits: 1, says: /images: too dark.*Nothing was charged/ },
    ],
    [
      "does not know the model",
      [json(404, { error_code: 404001, error_message: "No such model." })],
      { code: "not_served", submits: 1, says: /does not serve this model/ },
    ],
    [
      "is busy for an hour",
      Array.from({ length: 4 }, () =>
        json(429, { error_code: 429, error_message: "Slow down." }, { "retry-after": "0" }),
      ),
      { code: "upstream_rate_limited", submits: 4, says: /too many requests. Nothing was charged/ },
    ],
  ];
  test.each(cases)("that %s", async (_, faults, { code, submits, says }) => {
    service.faults.submit.push(...faults);
    const server = await start({}, { maxAttempts: 2 });
    const { status, error, output } = await ended(server, await submit(server));
    expect([status, error.code, output]).toEqual(["failed", code, undefined]);
    expect(error.message).toMatch(says);
    expect(service.submits()).toHaveLength(submits);
    // The worker goes on.
    expect(await ended(server, await submit(server))).toMatchObject({ status: "completed" });
  });

  test("because the token is wrong", async () => {
    const server = await start({ token: "some-other-token" });
    const { error } = await ended(server, await submit(server));
    expect(error).toMatchObject({ code: "upstream_auth" });
    expect(error.message).toMatch(/refused this server's own token. Nothing was charged/);
  });

  test("because it is not there", async () => {
    const { url, close } = await startFakeService();
    await close();
    const server = await start({ baseUrl: url }, { maxAttempts: 2 });
    expect((await ended(server, await submit(server))).error).toMatchObject({ code: "upstream_unreachable" });
  });

  test("and never answers: the run's time ends it, and nobody knows", async () => {
    service.faults.submit.push(silence);
    const server = await start({}, { runTimeoutMs: 300 });
    const { error } = await ended(server, await submit(server));
    expect(error).toMatchObject({ code: "timed_out" });
    expect(error.message).toMatch(/may be charged/);
    expect(service.submits()).toHaveLength(1);
  });
});

describe("once a request has been taken", () => {
  test.each<[string, "status" | "result" | "output", Fault[]]>([
    ["statuses that are HTML", "status", [html(200)]],
    ["a connection that ends", "status", [hangUp, hangUp, hangUp]],
    ["a service that fails", "status", [html(500), html(503)]],
    ["a result that is cut short", "result", [cutShort]],
    ["an output that is cut short", "output", [cutShort]],
    ["an output that is a page", "output", [html(200)]],
    ["an output that is not there yet", "output", [html(404)]],
  ])("%s cost time, and never the result", async (_, kind, faults) => {
    service.faults[kind].push(...faults);
    const server = await start({}, { clock: fastClock });
    const result = await ended(server, await submit(server));
    expect(result).toMatchObject({ status: "completed" });
    const image = await server.server.fetch(new Request(result.output.image));
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(new Uint8Array(PICTURE));
    expect(service.submits()).toHaveLength(1);
  });

  test("the reason of a failure is the service's own", async () => {
    service.statuses = [{ status: "failed" }];
    service.result = { status: "failed", error: { code: "content_policy", message: "No such pictures." } };
    const server = await start();
    const { error } = await ended(server, await submit(server));
    expect(error).toMatchObject({ code: "content_policy" });
    expect(error.message).toMatch(/No such pictures/);
  });

  test("a request that was cancelled there has failed here", async () => {
    service.statuses = [{ status: "cancelled" }];
    service.result = { status: "cancelled" };
    const server = await start();
    expect((await ended(server, await submit(server))).error).toMatchObject({ code: "upstream_cancelled" });
  });

  test("a request that the service does not know any more is an unknown outcome, which names it", async () => {
    service.faults.status.push(json(404, { error_code: 404001, error_message: "There is no such request." }));
    const server = await start();
    const { error } = await ended(server, await submit(server));
    expect(error).toMatchObject({ code: "outcome_unknown" });
    expect(error.message).toContain(ID);
  });

  test("an end without an output says that it may have been charged", async () => {
    service.result = { status: "completed", output: {} };
    const server = await start();
    const { error } = await ended(server, await submit(server));
    expect(error).toMatchObject({ code: "no_output" });
    expect(error.message).toMatch(/may have been charged/);
  });

  test("the time of a run that is up names the request at the service", async () => {
    service.statuses = [{ status: "in_progress" }];
    const server = await start({}, { runTimeoutMs: 300 });
    const { error } = await ended(server, await submit(server));
    expect(error).toMatchObject({ code: "timed_out" });
    expect(error.message).toContain(ID);
  });
});

test("no log, error or report holds the token or a signed query", async () => {
  const lines: string[] = [];
  const tell = (fields: object, message: string) => void lines.push(inspect([fields, message], { depth: 9 }));
  const log = { debug: tell, info: tell, warn: tell, error: tell };
  service.faults.submit.push((response) => json(500, { error_message: `bad ${TOKEN}` })(response));
  service.faults.output.push(html(404));
  const server = await start({}, { log, clock: fastClock });
  const results = [await ended(server, await submit(server)), await ended(server, await submit(server))];
  expect(results.map(({ status }) => status)).toEqual(["failed", "completed"]);
  expect(lines.join()).toContain("could not be fetched");
  expect(lines.join() + JSON.stringify(results)).not.toMatch(/upstream-token|secret/);
});
