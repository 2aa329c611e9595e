import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ServerSettings } from "../../create-server.js";
import {
  createTestServer,
  manualClock,
  type TestServer,
  type TestServerOptions,
} from "../../test-server/index.js";
import { EDIT, INPUT, PIXEL } from "../../testing/engines.js";
import { callerOf, until } from "../../testing/servers.js";
import type { Engine } from "../engine.js";
import { createLocalEngine } from "../local/index.js";
import { sampleImage } from "../placeholder/samples.js";
import { createUpstreamEngine } from "../upstream/index.js";
import { type FakeService, startFakeService, TOKEN } from "../upstream/testing/fake-service.js";

const PICTURE = sampleImage(8, [1, 2, 3]);
const SUBMIT = `/v1/models/${EDIT}`;

let folder: string;
let service: FakeService;
const servers: TestServer[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cassettes-"));
  service = await startFakeService();
  service.outputs.set("cup.png", PICTURE);
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

async function start(options: TestServerOptions) {
  const server = await createTestServer(options);
  servers.push(server);
  return { ...server, call: callerOf(server, server.token, server.url) };
}
type Server = Awaited<ReturnType<typeof start>>;

function recordingEngine(options: { redactPrompts?: boolean } = {}): Engine {
  const client = { polling: { initialDelay: 1, maxDelay: 2 } };
  return createUpstreamEngine({ token: TOKEN, baseUrl: service.url, record: folder, client, ...options });
}
const recording = (options?: { redactPrompts?: boolean }, settings?: Partial<ServerSettings>) =>
  start({ ...settings, engines: [recordingEngine(options)] });

async function submit({ call }: Server, input: object = INPUT): Promise<string> {
  const { status, body } = await call("POST", SUBMIT, input);
  expect([status, body.error_message]).toEqual([200, undefined]);
  return body.request_id;
}

async function ended({ call, fetch }: Server, id: string) {
  const { body } = await until(async () => {
    const answer = await call("GET", `/v1/requests/${id}/result?include_cost=true`);
    return ["completed", "failed"].includes(answer.body.status) && answer;
  });
  const { request_id: _, created_at: __, finished_at: ___, output, ...rest } = body;
  const url = output?.image ?? output?.video;
  return {
    ...rest,
    ...(url && { bytes: Buffer.from(await (await fetch(url)).arrayBuffer()).toString("hex") }),
  };
}

const run = async (server: Server, input?: object) => ended(server, await submit(server, input));

/** Every file below the folder, by its path. */
function filesIn(path = ""): Record<string, string> {
  const entries = readdirSync(join(folder, path), { withFileTypes: true });
  return Object.assign(
    {},
    ...entries.map((entry) => {
      const name = path ? `${path}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesIn(name) : { [name]: readFileSync(join(folder, name), "utf8") };
    }),
  );
}
const cassettes = () => Object.keys(filesIn()).filter((name) => name.endsWith(".json"));

test("what was recorded is played back byte for byte, and nothing leaves this machine", async () => {
  const first = await run(await recording());
  await service.close();
  const hosts: unknown[] = [];
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...given: unknown[]) {
    hosts.push(given[0]);
    return Reflect.apply(connect, this, given);
  });
  expect(await run(await start({ replay: folder }))).toEqual(first);
  expect(first).toMatchObject({
    status: "completed",
    cost: 0.04,
    bytes: Buffer.from(PICTURE).toString("hex"),
  });
  expect(hosts).toEqual([]);
});

test("a failure is played back with its code and its words", async () => {
  service.statuses = [{ status: "failed" }];
  service.result = { status: "failed", error: { code: "content_policy", message: "No such pictures." } };
  const first = await run(await recording());
  expect(first.error.code).toBe("content_policy");
  expect(await run(await start({ replay: folder }))).toEqual(first);
});

test("a cassette holds no token and no signed query, and is its owner's only", async () => {
  const images = [PIXEL, "https://a:b@images.example/cup.png?size=2&X-Amz-Signature=secret#top"];
  await run(await recording(), { ...INPUT, images });
  const files = filesIn();
  expect(Object.keys(files)).toHaveLength(2);
  expect(Object.values(files).join()).not.toMatch(/upstream-token|secret|a:b|data:|size=2/);
  for (const name of Object.keys(files)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});

test("the same run recorded again changes what it answered and nothing else", async () => {
  const both = async () => {
    const server = await recording({}, { clock: manualClock() });
    await run(server);
    await run(server);
    return filesIn();
  };
  const first = await both();
  expect(cassettes()).toHaveLength(2);
  expect(await both()).toEqual(first);
});

test("the second time that a request is made it gets its second recording, and keeps it", async () => {
  const server = await recording();
  const first = await run(server);
  service.outputs.set("cup.png", sampleImage(8, [9, 9, 9]));
  const second = await run(server);
  const replay = await start({ replay: folder });
  expect([await run(replay), await run(replay), await run(replay)]).toEqual([first, second, second]);
});

test("a file counts by its bytes, wherever it lies, and a link by what is not its signature", async () => {
  const link = (query: string) => `https://images.example/cup.png?size=2&${query}`;
  await run(await recording(), { ...INPUT, images: [PIXEL, link("X-Amz-Date=1&X-Amz-Signature=1")] });
  const replay = await start({ replay: folder });
  const bytes = Buffer.from(PIXEL.slice(PIXEL.indexOf(",") + 1), "base64");
  const { url } = (await (
    await replay.fetch(`${replay.url}/v1/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${replay.token}`, "content-type": "image/png" },
      body: bytes,
    })
  ).json()) as { url: string };
  const again = { ...INPUT, images: [url, link("X-Amz-Signature=2&X-Amz-Date=2")] };
  expect(await run(replay, again)).toMatchObject({ status: "completed" });
});

test("redacted prompts are found, and nobody reads them", async () => {
  const first = await run(await recording({ redactPrompts: true }));
  expect(Object.values(filesIn()).join()).not.toContain(INPUT.prompt);
  expect(await run(await start({ replay: folder }))).toMatchObject({ bytes: first.bytes });
});

describe("recorded time", () => {
  beforeEach(async () => {
    const name = await recordAt([
      { after_ms: 0, status: "in_queue", queue_position: 2 },
      { after_ms: 3000, status: "in_queue", queue_position: 1 },
      { after_ms: 5000, status: "in_progress" },
      { after_ms: 8000, status: "in_progress", progress: 0.5 },
      { after_ms: 10_000, status: "completed" },
    ]);
    expect(name).toMatch(/^openai\/gpt-image-2\/edit\/[0-9a-f]{16}\.json$/);
  });

  async function recordAt(statuses: object[]): Promise<string> {
    await run(await recording());
    const [name = ""] = cassettes();
    const cassette = JSON.parse(readFileSync(join(folder, name), "utf8"));
    writeFileSync(join(folder, name), JSON.stringify({ ...cassette, statuses }));
    return name;
  }

  test.each([1, 4])("passes as it was, at speed %i, however often somebody looks", async (replaySpeed) => {
    const clock = manualClock();
    const server = await start({ replay: folder, replaySpeed, clock });
    const id = await submit(server);
    const look = async () => {
      const { status, queue_position, progress } = (await server.call("GET", `/v1/requests/${id}/status`))
        .body;
      return JSON.stringify({ status, queue_position, progress });
    };
    let last = await look();
    expect(last).toBe('{"status":"in_queue","queue_position":2}');
    let at = 0;
    for (const [ms, told] of [
      [3000, { status: "in_queue", queue_position: 1 }],
      [5000, { status: "in_progress" }],
      [8000, { status: "in_progress", progress: 0.5 }],
      [10_000, { status: "completed" }],
    ] as const) {
      // Up to a moment before, nothing has changed; then it has, and the clock stands still until it is seen.
      await clock.advanceAsync((ms - at) / replaySpeed - 1);
      expect(await look()).toBe(last);
      await clock.advanceAsync(1);
      last = JSON.stringify(told);
      await until(async () => (await look()) === last);
      // The worker has seen the time that it goes on from.
      await clock.advanceAsync(0);
      at = ms;
    }
  });

  test("does not pass at all where nobody asks for it", async () => {
    const clock = manualClock();
    expect(await run(await start({ replay: folder, clock }))).toMatchObject({ status: "completed" });
  });
});

describe("a request that was never recorded", () => {
  test("is refused at once, with the nearest cassette and the difference", async () => {
    const server = await recording();
    await run(server);
    await run(server, { ...INPUT, prompt: "something else", quality: "low" });
    const { call } = await start({ replay: folder });
    const { status, body } = await call("POST", SUBMIT, { ...INPUT, prompt: "make it red" });
    expect(status).toBe(422);
    expect(body.error_message).toMatch(
      /fits this input of openai\/gpt-image-2\/edit\. The nearest, openai\/gpt-image-2\/edit\/[0-9a-f]{16}\.json, differs: prompt is "make it red", and "make it blue" there\. Record .*Nothing was submitted\./,
    );
    expect(body.detail).toEqual([
      { path: ["prompt"], message: 'is "make it red", and "make it blue" there' },
    ]);
    expect((await call("GET", "/v1/requests")).body.requests).toEqual([]);
  });

  test("differs by hashes from a redacted cassette", async () => {
    await run(await recording({ redactPrompts: true }), { ...INPUT, quality: "low" });
    const { call } = await start({ replay: folder });
    const { body } = await call("POST", SUBMIT, { ...INPUT, quality: "high" });
    expect(body.detail).toEqual([{ path: ["quality"], message: 'is "high", and "low" there' }]);
  });

  test("of a model without cassettes says so", async () => {
    const { call } = await start({ replay: folder });
    expect((await call("POST", SUBMIT, INPUT)).body.error_message).toMatch(/There is none for this model/);
  });

  test("goes to the engine that is given for it", async () => {
    await run(await recording());
    const server = await start({ replay: folder, engines: [createLocalEngine({ isolation: "inline" })] });
    expect(await run(server)).toMatchObject({ engine_report: { engine: "upstream" } });
    const missed = { prompt: "x", images: [picture()] };
    expect(await run(server, missed)).toMatchObject({ engine_report: { engine: "local" } });
  });

  test("is forwarded and recorded, where upstream is that engine", async () => {
    const server = await start({ replay: folder, engines: [recordingEngine()] });
    const first = await run(server);
    expect(service.submits()).toHaveLength(1);
    expect(await run(server)).toEqual(first);
    expect(service.submits()).toHaveLength(1);
  });

  const picture = () =>
    `data:image/png;base64,${Buffer.from(sampleImage(64, [200, 10, 10])).toString("base64")}`;
});

describe("a cassette that cannot be played", () => {
  let path: string;
  beforeEach(async () => {
    await run(await recording());
    path = join(folder, cassettes()[0] ?? "");
  });
  const text = () => readFileSync(path, "utf8");
  const edited = (change: object) => JSON.stringify({ ...JSON.parse(text()), ...change });

  test.each<[string, () => string, RegExp]>([
    ["cut short", () => text().slice(0, 200), /is no JSON; it may have been cut short/],
    [
      "of a newer release",
      () => edited({ version: 2 }),
      /written by a newer release \(version 2; this one reads up to 1\)/,
    ],
    [
      "whose input was edited",
      () => edited({ input: { ...INPUT, images: ["https://a.example/b.png"] } }),
      /has been edited/,
    ],
    ["without its statuses", () => edited({ statuses: undefined }), /is damaged: statuses must be a list/],
    ["without a result", () => edited({ result: null }), /is damaged: result.status/],
  ])("because it is %s refuses the submit, and says which it is and what to do", async (_, change, says) => {
    writeFileSync(path, change());
    const { call } = await start({ replay: folder });
    const { status, body } = await call("POST", SUBMIT, INPUT);
    expect(status).toBe(422);
    expect(body.error_message).toMatch(says);
    expect(body.error_message).toMatch(
      /openai\/gpt-image-2\/edit\/[0-9a-f]{16}\.json.*Record it again.*Nothing was charged/,
    );
  });

  test.each<[string, (media: string) => void, RegExp]>([
    ["gone", (media) => rmSync(media), /names media\/[0-9a-f]{64}\.png, which could not be read/],
    [
      "another",
      (media) =>
        writeFileSync(
          media,
          PICTURE.map((byte) => byte ^ 1),
        ),
      /whose bytes are not what was recorded/,
    ],
  ])("because its media are %s fails the request, and the next ones go on", async (_, change, says) => {
    const hash = createHash("sha256").update(PICTURE).digest("hex");
    change(join(folder, "media", `${hash}.png`));
    const server = await start({ replay: folder });
    const { status, error, bytes } = await run(server);
    expect([status, error.code, bytes]).toEqual(["failed", "cassette_invalid", undefined]);
    expect(error.message).toMatch(says);
    writeFileSync(join(folder, "media", `${hash}.png`), PICTURE);
    expect(await run(server)).toMatchObject({ status: "completed" });
  });
});

test("what cannot be recorded is told in the log, and costs the caller nothing", async () => {
  // In the way of the folder that the media would lie in.
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "media"), "");
  const errors: string[] = [];
  const log = { info() {}, warn() {}, error: (_: object, message: string) => void errors.push(message) };
  expect(await run(await recording({}, { log }))).toMatchObject({ status: "completed" });
  expect(errors).toEqual(["the request could not be recorded"]);
  expect(cassettes()).toEqual([]);
});
