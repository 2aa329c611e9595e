import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import type { ModelApiServer } from "../create-server.js";
import type { Engine, FetchedMedia } from "../engines/engine.js";
import { manualClock } from "../test-server/manual-clock.js";
import { EDIT, manualEngine, PIXEL } from "../testing/engines.js";
import { ORIGIN, type StartedServer, serverSuite, until } from "../testing/servers.js";

const suite = serverSuite();
const { start, stop } = suite;
const PNG = Buffer.from(PIXEL.slice(PIXEL.indexOf(",") + 1), "base64");
/** The boxes that an MP4 begins with. */
const MP4 = Buffer.from("000000186674797069736f6d0000020069736f6d69736f32", "hex");
const ID3 = Buffer.concat([Buffer.from("ID3\x03\0\0\0\0\0\0", "latin1"), Buffer.from("fffb90440000", "hex")]);

async function upload(
  { server, token }: StartedServer,
  body: NonNullable<RequestInit["body"]>,
  headers: Record<string, string> = {},
  origin = ORIGIN,
) {
  const request = new Request(`${origin}/v1/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
    duplex: "half",
  });
  const response = await server.fetch(request);
  return { status: response.status, body: JSON.parse(await response.text()) };
}

/** Everything below the folder of uploads, but the folder for what is under way. */
const kept = () =>
  ["files", "partial"].flatMap((name) => {
    const folder = join(suite.folder, name);
    return existsSync(folder) ? readdirSync(folder) : [];
  });

/** An engine that does nothing but fetch its picture. */
function fetchingEngine() {
  const fetched: FetchedMedia[] = [];
  const engine: Engine = {
    name: "fetching",
    repeatable: true,
    serves: () => true,
    async run({ input }, { fetchMedia }) {
      fetched.push(await fetchMedia((input.images as string[])[0] ?? "", "image"));
      return { files: [], report: { engine: "fetching", applied: [], ignored: [] } };
    },
  };
  return { engine, fetched };
}

/** How a request with one picture ends. */
async function runWith({ call }: StartedServer, url: string) {
  const id = (await call("POST", `/v1/models/${EDIT}`, { prompt: "x", images: [url] })).body.request_id;
  return until(async () => {
    const { body } = await call("GET", `/v1/requests/${id}/result`);
    return ["completed", "failed"].includes(body.status) && body;
  });
}

test.each([
  ["a PNG", PNG, "image/png", "png"],
  ["an MP4", MP4, "video/mp4", "mp4"],
  ["an MP3", ID3, "audio/mpeg", "mp3"],
])(
  "%s is kept and served as what its bytes say, whatever its header says",
  async (_, bytes, type, extension) => {
    const started = await start(manualEngine().engine);
    const { status, body } = await upload(started, bytes, { "content-type": "text/html" });
    expect([status, body]).toEqual([
      200,
      {
        url: expect.stringMatching(new RegExp(`^${ORIGIN}/files/[A-Za-z0-9_-]{32}\\.${extension}$`)),
        media_type: type,
        size: bytes.byteLength,
        expires_at: expect.any(String),
      },
    ]);
    const file = await started.server.fetch(new Request(body.url));
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": type,
      "content-length": String(bytes.byteLength),
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    const head = await started.server.fetch(new Request(body.url, { method: "HEAD" }));
    expect([head.headers.get("content-length"), await head.text()]).toEqual([String(bytes.byteLength), ""]);
  },
);

test("a picture whose directory stands at its end is told from its head", async () => {
  const noise = randomBytes(200 * 200 * 3);
  const tiff = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
    .tiff()
    .toBuffer();
  const { body } = await upload(await start(manualEngine().engine), tiff);
  expect(body).toMatchObject({ media_type: "image/tiff", size: tiff.byteLength });
});

test("a large file arrives whole, in whatever pieces it comes", async () => {
  const started = await start(manualEngine().engine);
  const [sent, got] = [createHash("sha256"), createHash("sha256")];
  const sizes = [1, 3, 4000, 500, 2 ** 20, 7, 2 ** 22];
  let offset = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const size = sizes.shift();
      if (size === undefined) return controller.close();
      const chunk = new Uint8Array(size).map((__, i) => PNG[offset + i] ?? i % 251);
      offset += size;
      sent.update(chunk);
      controller.enqueue(chunk);
    },
  });
  const answer = await upload(started, body);
  expect(answer.body).toMatchObject({ media_type: "image/png", size: offset });
  const file = await started.server.fetch(new Request(answer.body.url));
  got.update(new Uint8Array(await file.arrayBuffer()));
  expect(got.digest("hex")).toBe(sent.digest("hex"));
});

test.each([
  ["nothing", "", /is empty/],
  ["a page", "<!doctype html><script>alert(1)</script>", /of an unknown type/],
  [
    "a program that draws",
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    /application\/xml/,
  ],
  ["an archive", Buffer.from("504b0506000000000000000000000000000000000000", "hex"), /application\/zip/],
  ["a form", '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\n…', /without a form around them/],
  ["an exotic picture", Buffer.from("8BPS\0\x01", "latin1"), /photoshop/],
])("%s is refused, and nothing is kept", async (_, body, message) => {
  const answer = await upload(await start(manualEngine().engine), body);
  expect([answer.status, answer.body.error_code]).toEqual([422, 422]);
  expect(answer.body.error_message).toMatch(message);
  expect(kept()).toEqual([]);
});

test("an upload needs a token", async () => {
  const answer = await upload(await start(manualEngine().engine), PNG, { authorization: "" });
  expect([answer.status, kept()]).toEqual([401, []]);
});

test.each([true, false])(
  "a file over the limit is refused (announced: %s), the caller reads why, and nothing is kept",
  async (announced) => {
    const { server, token } = await start(manualEngine().engine, { maxUploadBytes: 2 ** 20 });
    const url = await server.listen({ port: 0, host: "127.0.0.1" });
    const bytes = Buffer.concat([PNG, Buffer.alloc(2 ** 20)]);
    const body = announced ? bytes : new Blob([bytes]).stream();
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/v1/files`, { method: "POST", headers, body, duplex: "half" });
    expect([response.status, await response.json()]).toEqual([
      413,
      { error_code: 422, error_message: expect.stringContaining("larger than 1 MiB") },
    ]);
    await until(() => kept().length === 0);
  },
);

test.each([
  [{}, 604_800_000],
  [{ retentionMs: 60_000 }, 60_000],
])("an upload says when it may be removed", async (options, kept) => {
  const clock = manualClock();
  const { body } = await upload(await start(manualEngine().engine, { ...options, clock }), PNG);
  expect(body.expires_at).toBe(new Date(clock.now() + kept).toISOString());
});

test.each([0, Number.POSITIVE_INFINITY])(
  "with retentionMs %s an upload is kept for good",
  async (retentionMs) => {
    const { body } = await upload(await start(manualEngine().engine, { retentionMs }), PNG);
    expect(body).not.toHaveProperty("expires_at");
  },
);

test("a file of exactly the limit is taken", async () => {
  const started = await start(manualEngine().engine, { maxUploadBytes: PNG.byteLength });
  expect((await upload(started, PNG)).status).toBe(200);
});

test("an upload whose caller hangs up leaves nothing, and is no failure of the server", async () => {
  const events: string[] = [];
  const note = (level: string) => (_: object, message: string) => events.push(`${level}: ${message}`);
  const log = { info: note("info"), warn: note("warn"), error: note("error") };
  const { server, token } = await start(manualEngine().engine, { log });
  const { port } = new URL(await server.listen({ port: 0, host: "127.0.0.1" }));
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(
    `POST /v1/files HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: 100000\r\n\r\n`,
  );
  socket.write(Buffer.concat([PNG, Buffer.alloc(50_000)]));
  await until(() => kept().length === 1);
  socket.destroy();
  await until(() => kept().length === 0);
  await until(() => events.includes("info: a call ended with its caller"));
  expect(events.filter((event) => !event.startsWith("info"))).toEqual([]);
});

test("what a process that died was receiving is gone after the next start; what it had kept is there", async () => {
  const before = await start(manualEngine().engine);
  const { body } = await upload(before, PNG);
  await stop(before.server);
  const partial = join(suite.folder, "partial");
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, "half.png"), "half");
  const after = await start(manualEngine().engine);
  expect(existsSync(join(partial, "half.png"))).toBe(false);
  expect((await after.server.fetch(new Request(body.url))).status).toBe(200);
});

test.each(["nothing.png", "partial", "..%2Fmodel-api.db", "%2e%2e%2fmodel-api.db", "a%00.png", "A.PNG"])(
  "/files/%s is not there",
  async (name) => {
    const { server } = await start(manualEngine().engine);
    const get = (target: ModelApiServer) => target.fetch(new Request(`${ORIGIN}/files/${name}`));
    expect((await get(server)).status).toBe(404);
  },
);

test("an engine gets an upload as an input, without a network and under any name that the server was called by", async () => {
  const { engine, fetched } = fetchingEngine();
  const started = await start(engine);
  // Nothing listens at any of these, and loopback is not allowed to engines.
  for (const origin of [ORIGIN, "http://model-api.internal:8080", "https://models.example"]) {
    const { url } = (await upload(started, PNG, {}, origin)).body;
    expect(url.startsWith(`${origin}/files/`)).toBe(true);
    expect((await runWith(started, url)).error).toBeUndefined();
  }
  expect(fetched).toEqual([1, 2, 3].map(() => ({ bytes: PNG, mediaType: "image/png" })));
});

test("an upload under the public URL is an input after a restart as well, even under another public URL", async () => {
  const before = await start(fetchingEngine().engine, { publicUrl: "https://Models.example/api/" });
  const { url } = (await upload(before, PNG)).body;
  await stop(before.server);
  const after = await start(fetchingEngine().engine, { publicUrl: "https://elsewhere.example" });
  expect((await runWith(after, url)).error).toBeUndefined();
});

test("a public URL that is none is refused at the start", async () => {
  await expect(start(manualEngine().engine, { publicUrl: "models.example" })).rejects.toThrow(
    'publicUrl must be an http or https URL such as https://models.example; got "models.example"',
  );
});

test("an upload that is no image is refused where an image is wanted", async () => {
  const started = await start(fetchingEngine().engine);
  const { url } = (await upload(started, MP4)).body;
  expect((await runWith(started, url)).error).toMatchObject({
    code: "invalid_media",
    message: expect.stringContaining("it is video/mp4, not an image"),
  });
});

test("the name of an upload at another origin, or spelled otherwise, is a URL like any other: guarded", async () => {
  const started = await start(fetchingEngine().engine);
  const { url } = (await upload(started, PNG)).body;
  const { pathname, host } = new URL(url);
  for (const other of [
    `http://127.0.0.1:10${pathname}`,
    `https://10.0.0.1${pathname}`,
    `http://user:password@${host}${pathname}`,
    `${url}?x=1`,
    `${url}#x`,
    `${ORIGIN}/files/../files${pathname.slice("/files".length)}/`,
    `${ORIGIN}/v1${pathname}`,
  ]) {
    const { error } = await runWith(started, other);
    expect(error?.message, other).toMatch(/is not a public address/);
  }
});
