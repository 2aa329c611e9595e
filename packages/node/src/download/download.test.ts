import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createNodeClient } from "../create-node-client.js";
import { PNG, rejection, serve, temporaryFolder, write } from "../testing/set-up.js";
import { skippingClock } from "../testing/skipping-clock.js";
import { download } from "./download.js";

const left = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

test("a download is named by its bytes, numbered instead of overwriting, and carries no token", async () => {
  const folder = temporaryFolder();
  const { url, seen } = await serve((_, response) => response.end(PNG));
  const client = createNodeClient({ token: "secret-token", baseUrl: `${url}/v1` });
  const options = { dir: folder, name: "edit: a/b" };
  const [first] = await client.download({ image: `${url}/x` }, options);
  const [second] = await client.download({ image: `${url}/x.jpg?signature=1` }, options);
  expect([first?.path, second?.path]).toEqual([join(folder, "edit-a-b.png"), join(folder, "edit-a-b-2.png")]);
  expect(readFileSync(first?.path ?? "")).toEqual(PNG);
  expect(first).toMatchObject({ kind: "image", url: `${url}/x`, bytes: PNG.length, mediaType: "image/png" });
  expect(JSON.stringify(seen)).not.toContain("secret-token");
  for (const { headers } of seen) {
    expect(Object.keys(headers)).not.toContain("authorization");
    expect(Object.keys(headers)).not.toContain("cookie");
  }
});

test("files are fetched at the same time, and named in the order of the output", async () => {
  const folder = temporaryFolder();
  const waiting: ServerResponse[] = [];
  const { url } = await serve((request, response) => {
    if (request.url === "/4") return response.end(PNG);
    waiting.push(response);
    // The last one that came is answered first.
    if (waiting.length === 3) for (const one of waiting.reverse()) one.end(PNG);
  });
  const images = [1, 2, 3, 4].map((number) => `${url}/${number}`);
  const progress: number[] = [];
  const saved = await download(
    { images },
    {
      dir: folder,
      baseUrl: url,
      concurrency: 3,
      name: (file) => `edit-${file.url.slice(-1)}`,
      onProgress: ({ index, loaded, total }) => {
        expect([loaded, total]).toEqual([PNG.length, PNG.length]);
        progress.push(index);
      },
    },
  );
  expect(saved.map(({ path }) => path)).toEqual([1, 2, 3, 4].map((n) => join(folder, `edit-${n}.png`)));
  expect(progress.sort()).toEqual([0, 1, 2, 3]);
});

test("of several files all are kept, or none", async () => {
  const folder = temporaryFolder();
  const { url } = await serve((request, response) =>
    request.url === "/bad" ? response.writeHead(404).end() : response.end(PNG),
  );
  const output = { images: [`${url}/1`, `${url}/bad`, `${url}/2`] };
  const error = await rejection(download(output, { dir: folder, baseUrl: url, concurrency: 1 }));
  expect(error).toMatchObject({ name: "DownloadError", code: "refused", status: 404 });
  expect(left(folder)).toEqual([]);
});

const withHead = (response: ServerResponse, status: number, headers: Record<string, string>) =>
  response.writeHead(status, headers);
const endlessly = (response: ServerResponse, piece: Buffer) => {
  const send = () => void (response.destroyed || response.write(piece, () => setImmediate(send)));
  send();
};

test.each<[string, (response: ServerResponse, count: number) => void, object]>([
  [
    "a length over the cap",
    (response) => withHead(response, 200, { "content-length": "5000" }).end(Buffer.alloc(5000)),
    { code: "too_large", message: expect.stringMatching(/larger than 1000 bytes/) },
  ],
  ["an endless body", (response) => endlessly(response, Buffer.alloc(600)), { code: "too_large" }],
  [
    "an archive bomb",
    (response) =>
      withHead(response, 200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(10_000_000))),
    { code: "too_large" },
  ],
  [
    "a body that is always cut short",
    (response) => {
      withHead(response, 200, { "content-length": "100" });
      response.write(PNG, () => response.destroy());
    },
    { code: "connection", message: expect.stringMatching(/fetch its result again/) },
  ],
  [
    "a compressed body that is cut short",
    (response) => {
      withHead(response, 200, { "content-encoding": "gzip", "content-length": "90" });
      response.write(gzipSync(PNG).subarray(0, 60), () => response.destroy());
    },
    { code: "connection" },
  ],
  ["a file that is gone", (response) => withHead(response, 404, {}).end(), { code: "refused", status: 404 }],
  [
    "a server that always fails",
    (response) => withHead(response, 500, {}).end(),
    { code: "connection", status: 500 },
  ],
  [
    "a part that nobody asked for",
    (response) => withHead(response, 206, { "content-range": "bytes 5-9/10" }).end(PNG),
    { code: "refused", status: 206 },
  ],
  ["nothing", (response) => response.end(), { code: "not_media" }],
  [
    "a web page",
    (response) => withHead(response, 200, { "content-type": "text/html; charset=utf-8" }).end("Sign in"),
    { code: "not_media", message: expect.stringMatching(/web page/) },
  ],
  [
    "a web page that says it is a picture",
    (response) => withHead(response, 200, { "content-type": "image/png" }).end("\n<!DOCTYPE html><html>"),
    { code: "not_media" },
  ],
  [
    "an archive",
    (response) => response.end(Buffer.from("504b0304140000000000", "hex")),
    { code: "not_media" },
  ],
  [
    "a program",
    (response) => response.end(Buffer.from(`4d5a9000${"00".repeat(60)}`, "hex")),
    { code: "not_media" },
  ],
  [
    "a redirect to another host",
    (response) => withHead(response, 302, { location: "http://169.254.169.254/latest" }).end(),
    { code: "untrusted_host", message: expect.stringMatching(/169\.254\.169\.254/) },
  ],
  [
    "a redirect to a host that looks like the vendor's",
    (response) => withHead(response, 307, { location: "https://runcomfy.net.evil.example/x" }).end(),
    { code: "untrusted_host" },
  ],
  [
    "a redirect to this machine by another name",
    (response) => withHead(response, 302, { location: "http://localhost:1/x" }).end(),
    { code: "untrusted_host" },
  ],
  [
    "a redirect with a user's name",
    (response) => withHead(response, 302, { location: "https://a.runcomfy.net:x@evil.example/" }).end(),
    { code: "untrusted_host" },
  ],
  [
    "a redirect to a file",
    (response) => withHead(response, 302, { location: "file:///etc/passwd" }).end(),
    { code: "untrusted_host" },
  ],
  [
    "a redirect to nowhere",
    (response) => withHead(response, 302, { location: "http://[" }).end(),
    { code: "untrusted_host" },
  ],
  [
    "a redirect that never ends",
    (response) => withHead(response, 302, { location: "/again" }).end(),
    { code: "refused", message: expect.stringMatching(/redirects more than 5 times/) },
  ],
])("%s is an error, and nothing is left of it", async (_, answer, expected) => {
  const { url } = await serve((__, response, count) => answer(response, count));
  const folder = join(temporaryFolder(), "out");
  const error = await rejection(
    download(
      { image: `${url}/x.png?signature=secret` },
      { dir: folder, baseUrl: url, maxBytes: 1000, clock: skippingClock() },
    ),
  );
  expect(error).toMatchObject({ name: "DownloadError", ...expected });
  expect(error.message).not.toContain("secret");
  expect(left(folder)).toEqual([]);
});

test("a link on a host that is not trusted is never asked for", async () => {
  const folder = temporaryFolder();
  const { url, seen } = await serve((_, response) => response.end(PNG));
  for (const image of [`${url}/x.png`, "https://user@a.runcomfy.net/x", "no link", "//evil.example/x"]) {
    const error = await rejection(download({ image }, { dir: folder, baseUrl: "http://127.0.0.1:9" }));
    expect(error).toMatchObject({ code: "untrusted_host" });
  }
  expect(seen).toEqual([]);
  expect(left(folder)).toEqual([]);
});

test("a trusted link over https that redirects to the server in use over http is a downgrade, and refused", async () => {
  const { url, seen } = await serve((_, response) => response.end(PNG));
  const error = await rejection(
    download(
      { image: "https://a.runcomfy.net/x.png" },
      {
        dir: temporaryFolder(),
        baseUrl: url,
        // What the vendor would answer.
        fetch: async () => new Response(null, { status: 302, headers: { location: `${url}/x.png` } }),
      },
    ),
  );
  expect(error).toMatchObject({ code: "untrusted_host" });
  expect(seen).toEqual([]);
});

test("a redirect within the server in use is followed", async () => {
  const { url } = await serve((request, response) =>
    request.url === "/x" ? withHead(response, 302, { location: "y" }).end() : response.end(PNG),
  );
  expect(await download({ image: `${url}/x` }, { dir: temporaryFolder(), baseUrl: url })).toHaveLength(1);
});

test("names that lead out of the folder stay in it", async () => {
  const folder = temporaryFolder();
  const { url } = await serve((_, response) => response.end(PNG));
  const dir = join(folder, "out");
  const [saved] = await download({ image: `${url}/..%2f..%2fx.sh` }, { dir, baseUrl: url, name: "../../x" });
  expect(saved?.path).toBe(join(dir, "x.png"));
  expect(left(folder)).toEqual(["out"]);
});

test("bytes of no known type get no extension that somebody would run", async () => {
  const folder = temporaryFolder();
  const { url } = await serve((_, response) => response.end("plain words"));
  const output = { images: [`${url}/x.sh`, `${url}/x.webp`] };
  const saved = await download(output, { dir: folder, baseUrl: url });
  expect(saved.map(({ path }) => path)).toEqual([join(folder, "output.bin"), join(folder, "output.webp")]);
});

test("an abort leaves nothing, and rejects with its reason", async () => {
  const folder = temporaryFolder();
  const abort = new AbortController();
  const { url } = await serve((_, response) => {
    withHead(response, 200, { "content-length": "100000" }).write(PNG);
  });
  const downloading = download(
    { images: [`${url}/1`, `${url}/2`] },
    { dir: folder, baseUrl: url, signal: abort.signal, onProgress: () => abort.abort(new Error("enough")) },
  );
  expect((await rejection(downloading)).message).toBe("enough");
  expect(left(folder)).toEqual([]);
});

test("what a progress callback throws ends the download, and leaves nothing", async () => {
  const folder = temporaryFolder();
  const { url } = await serve((_, response) => response.end(PNG));
  const onProgress = () => {
    throw new Error("of the caller");
  };
  const downloading = download({ image: url }, { dir: folder, baseUrl: url, onProgress });
  expect((await rejection(downloading)).message).toBe("of the caller");
  expect(left(folder)).toEqual([]);
});

test("a folder that cannot be made is an error that says what became of the request", async () => {
  const file = write(temporaryFolder(), "file", "");
  const { url, seen } = await serve((_, response) => response.end(PNG));
  const error = await rejection(download({ image: url }, { dir: join(file, "out"), baseUrl: url }));
  expect(error).toMatchObject({ code: "unwritable", message: expect.stringMatching(/nothing was fetched/) });
  expect(seen).toEqual([]);
});
