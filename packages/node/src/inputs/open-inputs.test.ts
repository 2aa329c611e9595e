import { createReadStream, readdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { dataUri, untyped } from "@model-api/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createNodeClient } from "../create-node-client.js";
import { EDIT, PNG, rejection, serve, temporaryFolder, write } from "../testing/set-up.js";
import { createSpool } from "./spool.js";

/** What a server gets for an input, and what it was asked for. */
async function sent(input: Record<string, unknown>, model = EDIT) {
  let body = "";
  const server = await serve(async (request, response) => {
    for await (const piece of request) body += piece;
    response.setHeader("content-type", "application/json");
    response.end('{"request_id": "r1"}');
  });
  const client = createNodeClient({ token: "t", baseUrl: server.url, upload: dataUri() });
  await client.submit(untyped(model), input);
  return JSON.parse(body);
}

/** What a client refuses before it sends anything, as `field.0: why`; nothing when it sends. */
const issuesOf = async (input: Record<string, unknown>, validate = true, model = EDIT): Promise<string[]> =>
  createNodeClient({ token: "t", validate, fetch: async () => Response.json({ request_id: "r1" }) })
    .submit(untyped(model), input)
    .then(
      () => [],
      (error) =>
        error.issues.map(
          ({ path, message }: { path: unknown[]; message: string }) => `${path.join(".")}: ${message}`,
        ),
    );

const URI = `data:image/png;base64,${PNG.toString("base64")}`;
/** What is left of streams that were written to temporary files. */
const left = () => readdirSync(process.env.TMPDIR ?? "").filter((name) => !name.includes("test"));

beforeEach(() => vi.stubEnv("TMPDIR", temporaryFolder()));
afterEach(() => vi.unstubAllEnvs());

test("paths and file URLs in media fields become files; URLs, data URIs and texts stay", async () => {
  const path = write(temporaryFolder(), "photo.png", PNG);
  const url = pathToFileURL(path);
  const images = [path, url.href, url, "https://example.com/a.png", "data:image/png;base64,AA=="];
  expect(await sent({ prompt: path, images })).toEqual({
    prompt: path,
    images: [URI, URI, URI, ...images.slice(3)],
  });
});

test("buffers, streams of Node and of the web, and file handles are files, wherever they stand and whatever the model", async () => {
  const path = write(temporaryFolder(), "photo.png", PNG);
  const handle = await open(path);
  const kinds = {
    buffer: PNG,
    array: new Uint8Array(PNG),
    memory: new Uint8Array(PNG).buffer,
    view: new DataView(new Uint8Array(PNG).buffer),
    readable: Readable.from([PNG.subarray(0, 10), PNG.subarray(10)]),
    file: createReadStream(path),
    web: new Blob([PNG]).stream(),
    handle,
    deep: { list: [PNG] },
  };
  expect(await sent(kinds, "acme/unknown/edit")).toEqual({
    ...Object.fromEntries(Object.keys(kinds).map((name) => [name, URI])),
    deep: { list: [URI] },
  });
  // It is the caller's: still open, and where it was.
  expect((await handle.read(Buffer.alloc(8), 0, 8)).buffer).toEqual(PNG.subarray(0, 8));
  await handle.close();
});

test("a stream that stands in two places is read once and sent twice; what was written for it is removed", async () => {
  const stream = Readable.from([PNG]);
  expect(await sent({ prompt: "x", images: [stream, stream] })).toEqual({ prompt: "x", images: [URI, URI] });
  expect(left()).toEqual([]);
});

test("an input of an unknown model keeps its texts", async () => {
  expect(await sent({ image: "photo.png" }, "acme/x/edit")).toEqual({ image: "photo.png" });
});

test("all problems are told at once: files, streams, values, unknown names", async () => {
  const folder = temporaryFolder();
  const broken = new Readable({ read: (): void => void broken.destroy(new Error("the tape is torn")) });
  const issues = await issuesOf({
    promt: "x",
    images: [join(folder, "none.png"), write(folder, "note.png", "hello"), folder, broken, "file://host/x"],
    aspect_ratio: "16x9",
  });
  expect(issues).toEqual([
    expect.stringMatching(/^images\.0: .*no such file/),
    expect.stringMatching(/^images\.2: .*is not a file/),
    "images.3: the stream cannot be read: the tape is torn",
    expect.stringMatching(/^images\.4: file:\/\/host\/x: .*host/),
    expect.stringMatching(/^images\.1: is no image file; its bytes are of no media type that is known/),
    "prompt: is required",
    expect.stringMatching(/^aspect_ratio: .*did you mean 16:9/),
    "promt: is not a field of this model; did you mean prompt?",
  ]);
  expect(left()).toEqual([]);
});

test("a stream of objects is refused", async () => {
  const [issue] = await issuesOf({ prompt: "x", images: [Readable.from([{ a: 1 }])] });
  expect(issue).toBe("images.0: the stream cannot be read: it is a stream of objects, not of bytes");
});

test("a file is held against the rules that its field has for files, before anything is sent", async () => {
  const folder = temporaryFolder();
  const png = (width: number, height: number) => {
    const bytes = Buffer.from(PNG);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return write(folder, `${width}x${height}.png`, bytes);
  };
  const image = [png(10, 100), png(1700, 100), png(800, 600), "https://example.com/a.png"];
  const issues = await issuesOf({ prompt: "x", image }, false, "bytedance/seedream-5.0-pro/image-to-image");
  expect(issues.map((issue) => issue.replace(folder, ""))).toEqual([
    "image.0: must have width pixels > 14; it has 10 (/10x100.png)",
    "image.1: must have width/height < 16; it has 17 (/1700x100.png)",
  ]);
});

test("without validation only what cannot be sent is refused", async () => {
  const photo = write(temporaryFolder(), "photo.png", PNG);
  expect(await issuesOf({ images: [photo], aspect_ratio: "16x9", extra: 1 }, false)).toEqual([]);
  expect(await issuesOf({ images: ["none.png"] }, false)).toHaveLength(1);
});

test("an abort ends a stream that never says anything, and removes what was written for it", async () => {
  const abort = new AbortController();
  const stuck = new Readable({ read: () => {} });
  stuck.push(PNG);
  const client = createNodeClient({ token: "t", fetch: async () => expect.unreachable("it was sent") });
  const submitting = client.submit(EDIT, { prompt: "x", images: [stuck] }, { signal: abort.signal });
  setImmediate(() => abort.abort(new Error("enough")));
  expect((await rejection(submitting)).message).toBe("enough");
  expect(left()).toEqual([]);
  expect(stuck.destroyed).toBe(true);
});

test("a stream without an end is refused when it is longer than is taken", async () => {
  const spool = createSpool(1000);
  async function* endless() {
    for (;;) yield Buffer.alloc(100);
  }
  expect((await rejection(spool.write(endless(), undefined, undefined))).message).toMatch(/longer than 1000/);
  expect(left()).toHaveLength(1);
  await spool.close();
  expect(left()).toEqual([]);
});
