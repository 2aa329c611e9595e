import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { untyped } from "@model-api/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createNodeClient } from "./create-node-client.js";
import { findCredentials } from "./credentials.js";
import { download, isTrusted } from "./download.js";
import { prepareInput } from "./prepare-input.js";

const EDIT = "openai/gpt-image-2/edit";
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

let folder: string;
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "model-api-node-"));
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function serve(answer: (path: string, response: ServerResponse) => void) {
  const seen: { path: string; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? "", authorization: request.headers.authorization });
    answer(request.url ?? "", response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const file = (name: string, bytes: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
/** What a client refuses before it sends anything; nothing when it sends. */
const issuesOf = async (input: Record<string, unknown>, validate = true, model = EDIT) =>
  createNodeClient({ token: "t", validate, fetch: async () => Response.json({ request_id: "r1" }) })
    .submit(untyped(model), input)
    .then(
      () => [],
      (error) => error.issues as { path: unknown[]; message: string }[],
    );
const unreported = () => expect.unreachable("a problem was reported");

test("paths and file URLs in media fields become files; URLs and data URIs stay", async () => {
  const path = file("photo.png", PNG);
  const input = {
    prompt: path,
    images: [path, pathToFileURL(path).href, "https://example.com/a.png", "data:image/png;base64,AA=="],
  };
  const prepared = (await prepareInput(EDIT, input, unreported)) as typeof input;
  const [first, second, ...rest] = prepared.images as unknown[];
  for (const blob of [first, second]) expect(Buffer.from(await (blob as Blob).arrayBuffer())).toEqual(PNG);
  expect(rest).toEqual(input.images.slice(2));
  expect(prepared.prompt).toBe(path);
});

test("all problems are told at once: files, values, unknown names", async () => {
  const issues = await issuesOf({
    promt: "x",
    images: [join(folder, "none.png"), file("note.png", "hello"), folder],
    aspect_ratio: "16x9",
  });
  expect(issues.map(({ path, message }) => `${path.join(".")}: ${message.replace(`${folder}`, "")}`)).toEqual(
    [
      expect.stringMatching(/^images\.0: .*no such file/),
      expect.stringMatching(/^images\.2: .*is not a file/),
      expect.stringMatching(/^images\.1: is no image file; its bytes are of no media type that is known/),
      "prompt: is required",
      expect.stringMatching(/^aspect_ratio: .*did you mean 16:9/),
      "promt: is not a field of this model; did you mean prompt?",
    ],
  );
});

test("a file is held against the rules that its field has for files, before anything is sent", async () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.concat([PNG, Buffer.alloc(17)]);
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return file(`${width}x${height}.png`, bytes);
  };
  const image = [png(10, 100), png(1700, 100), png(800, 600), "https://example.com/a.png"];
  const issues = await issuesOf({ prompt: "x", image }, false, "bytedance/seedream-5.0-pro/image-to-image");
  expect(
    issues.map(
      ({ path, message }: { path: unknown[]; message: string }) =>
        `${path.join(".")}: ${message.replace(folder, "")}`,
    ),
  ).toEqual([
    "image.0: must have width pixels > 14; it has 10 (/10x100.png)",
    "image.1: must have width/height < 16; it has 17 (/1700x100.png)",
  ]);
});

test("without validation only what cannot be sent is refused", async () => {
  expect(await issuesOf({ images: [file("photo.png", PNG)], aspect_ratio: "16x9", extra: 1 }, false)).toEqual(
    [],
  );
  expect(await issuesOf({ images: ["none.png"] }, false)).toHaveLength(1);
});

test("an input of an unknown model is left alone", async () => {
  expect(await prepareInput("acme/x/edit", { image: "photo.png" }, unreported)).toEqual({
    image: "photo.png",
  });
});

test("the token comes from RUNCOMFY_TOKEN, else from the token file; a file that others can read is warned of", () => {
  const env = { XDG_CONFIG_HOME: folder };
  expect(findCredentials(env)).toBeUndefined();
  mkdirSync(join(folder, "runcomfy"));
  const path = file("runcomfy/token.json", '{"token": "from-file"}');
  chmodSync(path, 0o600);
  expect(findCredentials(env)).toEqual({ token: "from-file", source: path });
  chmodSync(path, 0o644);
  if (process.platform !== "win32") expect(findCredentials(env)?.warning).toContain(`chmod 600 ${path}`);
  expect(findCredentials({ ...env, RUNCOMFY_TOKEN: " from-env " })).toEqual({
    token: "from-env",
    source: "RUNCOMFY_TOKEN",
  });
  writeFileSync(path, '"secret-text"');
  expect(() => findCredentials(env)).toThrow(/has no "token"/);
  writeFileSync(path, "secret-text");
  expect(() => findCredentials(env)).toThrow(/^(?!.*secret-text)/);
});

test.each([
  ["https://a.runcomfy.net/x.png", true],
  ["https://playgrounds-storage-public.runcomfy.com/x.png", true],
  ["http://a.runcomfy.net/x.png", false],
  ["https://a.runcomfy.net:8443/x.png", false],
  ["https://evilruncomfy.net/x.png", false],
  ["https://runcomfy.net.evil.example/x.png", false],
  ["https://user@evil.example/.runcomfy.net", false],
  ["http://127.0.0.1:8787/x.png", true],
  ["http://127.0.0.1:8788/x.png", false],
])("%s is trusted: %s", (url, expected) => {
  expect(isTrusted(new URL(url), "http://127.0.0.1:8787/v1")).toBe(expected);
});

test("a download is named by its bytes, numbered instead of overwriting, and carries no token", async () => {
  const { url, seen } = await serve((_, response) => response.end(PNG));
  const options = { dir: folder, name: "edit: a/b", baseUrl: url };
  const [first] = await download({ image: `${url}/x` }, options);
  const [second] = await download({ image: `${url}/x.jpg` }, options);
  expect([first?.path, second?.path]).toEqual([join(folder, "edit-a-b.png"), join(folder, "edit-a-b-2.png")]);
  expect(readFileSync(first?.path ?? "")).toEqual(PNG);
  expect(first?.bytes).toBe(PNG.length);
  expect(seen.every(({ authorization }) => authorization === undefined)).toBe(true);
});

test.each<[string, (path: string, response: ServerResponse) => void, RegExp]>([
  [
    "a body that is cut short",
    (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write(PNG, () => response.destroy());
    },
    /terminated|aborted|other side closed/,
  ],
  [
    "a length over the cap",
    (_, response) => response.writeHead(200, { "content-length": "5000" }).end(Buffer.alloc(5000)),
    /larger than 1000 bytes/,
  ],
  [
    "an endless body",
    (_, response) => {
      const send = () => response.write(Buffer.alloc(600), () => setImmediate(send));
      send();
    },
    /larger than 1000 bytes/,
  ],
  ["a file that is gone", (_, response) => response.writeHead(404).end(), /HTTP 404/],
  [
    "a redirect to another host",
    (_, response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
    /169\.254\.169\.254 is not a host/,
  ],
  [
    "a redirect that never ends",
    (_, response) => response.writeHead(302, { location: "/again" }).end(),
    /redirects more than 3 times/,
  ],
])("%s is an error, and nothing is left of it", async (_, answer, message) => {
  const { url } = await serve(answer);
  const target = join(folder, "out");
  await expect(
    download({ image: `${url}/x.png` }, { dir: target, baseUrl: url, maxBytes: 1000 }),
  ).rejects.toThrow(message);
  expect(existsSync(target) ? readdirSync(target) : []).toEqual([]);
});

test("a host that is not trusted is never asked", async () => {
  const { url, seen } = await serve((_, response) => response.end(PNG));
  await expect(download({ image: `${url}/x.png` }, { dir: folder })).rejects.toThrow(/is not a host/);
  expect(seen).toEqual([]);
});
