import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { silentLogger } from "../logger.js";
import { readConsoleFiles } from "./console-files.js";
import { type ConsoleOptions, withConsole } from "./with-console.js";

const PAGE = "<!doctype html><title>Model API</title>";
const SCRIPT = "export const words = 1;".repeat(100);
const ORIGIN = "http://127.0.0.1:8787";
let folder: string;
let logged: string;

beforeEach(() => {
  logged = "";
  folder = mkdtempSync(join(tmpdir(), "console-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets/index-abc.js"), SCRIPT);
  writeFileSync(join(folder, "notes.secret"), "no type, no file");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The console in front of an API that says who was asked. */
function start(options: Partial<ConsoleOptions> = {}) {
  const log = {
    ...silentLogger,
    info(fields: object, text: string) {
      logged += JSON.stringify([fields, text]);
    },
  };
  const api = async ({ method, url }: Request) =>
    new Response(`API ${method} ${new URL(url).pathname}`, { status: 418 });
  const handle = withConsole(api, {
    files: readConsoleFiles(folder),
    publicUrl: undefined,
    key: async () => "mapi_secret",
    log,
    ...options,
  });
  return (path: string, init: RequestInit = {}) => handle(new Request(ORIGIN + path, init));
}

/** What a browser on this machine sends for the console's own page. */
const OWN = {
  host: "127.0.0.1:8787",
  origin: ORIGIN,
  "sec-fetch-site": "same-origin",
  "model-api-console": "1",
};

test("the page is served at / with a policy that allows no inline code, and is asked for anew each time", async () => {
  const get = start();
  const { status, headers, ...page } = await get("/").then(async (answer) => ({
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  }));
  expect([status, page.text]).toEqual([200, PAGE]);
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-cache");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test("pictures may also come from the origin of a publicUrl, and from nowhere else", async () => {
  const policy = (await start({ publicUrl: "https://models.example/base" })("/")).headers.get(
    "content-security-policy",
  );
  expect(policy).toContain("img-src 'self' data: blob: https://models.example;");
});

test("assets are kept for ever, compressed where that is wanted, and not sent twice", async () => {
  const get = start();
  const plain = await get("/assets/index-abc.js");
  expect(plain.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(plain.headers.get("content-length")).toBe(String(SCRIPT.length));
  const zipped = await get("/assets/index-abc.js", { headers: { "accept-encoding": "br, gzip" } });
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(new Uint8Array(await zipped.arrayBuffer())).toString()).toBe(SCRIPT);
  const etag = String(plain.headers.get("etag"));
  const known = await get("/assets/index-abc.js", { headers: { "if-none-match": `W/${etag}` } });
  expect([known.status, await known.text()]).toEqual([304, ""]);
});

test("HEAD answers the same without a body", async () => {
  const answer = await start()("/assets/index-abc.js", { method: "HEAD" });
  expect([answer.status, answer.headers.get("content-length"), await answer.text()]).toEqual([
    200,
    String(SCRIPT.length),
    "",
  ]);
});

test("a page that is opened is the console's; whatever a program asks for is the API's", async () => {
  const get = start();
  const opened = { headers: { "sec-fetch-mode": "navigate" } };
  expect(await (await get("/models/openai/gpt-image-2/edit?request=x", opened)).text()).toBe(PAGE);
  expect(await (await get("/keys", { headers: { accept: "text/html,*/*" } })).text()).toBe(PAGE);
  for (const [path, init] of [
    ["/keys", {}],
    ["/assets/gone.js", { headers: { "sec-fetch-mode": "no-cors", accept: "text/html" } }],
    ["/keys", { method: "POST", ...opened }],
  ] as const)
    expect((await get(path, init)).status, path).toBe(418);
});

test.each([
  "/v1/models",
  "/v1",
  "/files/x.png",
  "/outputs/a/b.png",
  "/openapi.json",
  "/healthz",
  "/readyz",
  "/metrics",
])("%s stays the API's, also where a browser opens it", async (path) => {
  const answer = await start()(path, { headers: { "sec-fetch-mode": "navigate", accept: "text/html" } });
  expect(await answer.text()).toBe(`API GET ${path}`);
});

test("nothing but what was built can be reached", async () => {
  const get = start();
  for (const path of ["/../package.json", "/assets/..%2f..%2fpackage.json", "/notes.secret", "/assets/"])
    expect((await get(path)).status, path).toBe(418);
});

test("a folder without a page is refused at the start", () => {
  rmSync(join(folder, "index.html"));
  expect(() => readConsoleFiles(folder)).toThrow("There is no index.html");
});

test("a page of this server on this machine is handed a key, which no cache keeps and no log shows", async () => {
  const answer = await start()("/console/key", { method: "POST", headers: OWN });
  expect(await answer.json()).toEqual({ token: "mapi_secret" });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  expect(logged).toContain("handed a key");
  expect(logged).not.toContain("mapi_secret");
});

test.each([
  ["by GET", { method: "GET" }, {}],
  ["from another site", {}, { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
  [
    "from another port of this machine",
    {},
    { "sec-fetch-site": "same-site", origin: "http://127.0.0.1:3000" },
  ],
  ["from a page that says only itself that it is ours", {}, { "sec-fetch-site": "cross-site" }],
  ["by something that says nothing of its page", {}, { "sec-fetch-site": "" }],
  ["from a sandboxed page", {}, { origin: "null" }],
  ["by a form", {}, { "model-api-console": "" }],
  [
    "under a name that leads to this machine",
    {},
    { host: "evil.example:8787", origin: "http://evil.example:8787" },
  ],
  [
    "under a name that looks like this machine",
    {},
    { host: "127.0.0.1.evil.example", origin: "http://127.0.0.1.evil.example" },
  ],
  ["through a tunnel", {}, { "x-forwarded-for": "203.0.113.9" }],
  ["through a proxy", {}, { via: "1.1 proxy" }],
])("no key is handed over %s", async (_, init, headers) => {
  const asked = await start()("/console/key", { method: "POST", ...init, headers: { ...OWN, ...headers } });
  expect([asked.status, await asked.text()]).toEqual([404, "{}"]);
});

test("a server that others reach hands over no key", async () => {
  const asked = await start({ key: undefined })("/console/key", { method: "POST", headers: OWN });
  expect(asked.status).toBe(404);
});
