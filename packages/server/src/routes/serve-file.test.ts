import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { ApiError } from "../http/api-error.js";
import type { ByteRange, StoredObject } from "../storage/storage.js";
import { EDIT, INPUT, manualEngine } from "../testing/engines.js";
import { serverSuite, until } from "../testing/servers.js";
import { serveFile } from "./serve-file.js";

const suite = serverSuite();
const NAME = "unguessable.mp4";
const ETAG = `"${NAME}"`;
const DIGITS = "0123456789";

/** Answers a call for a file, and tells which parts of it were opened. */
async function ask(headers: Record<string, string> = {}, { method = "GET", content = DIGITS } = {}) {
  const opened: (ByteRange | undefined)[] = [];
  const file: StoredObject = {
    size: content.length,
    open(range) {
      opened.push(range);
      return new Blob([range ? content.slice(range.start, range.end + 1) : content]).stream();
    },
  };
  const request = new Request("http://127.0.0.1:9/files/x", { method, headers });
  const response = serveFile(request, { name: NAME, file, whyMissing: "it is gone" });
  const { status } = response;
  return { status, headers: Object.fromEntries(response.headers), body: await response.text(), opened };
}

const range = async (value: string, more: Record<string, string> = {}) => ask({ range: value, ...more });

test("a whole file says what it is, that it can be had in parts, and by what it is known", async () => {
  const answer = await ask();
  expect([answer.status, answer.body]).toEqual([200, DIGITS]);
  expect(answer.headers).toEqual({
    etag: ETAG,
    "accept-ranges": "bytes",
    "content-type": "video/mp4",
    "content-length": "10",
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
});

test.each([
  ["bytes=0-0", 0, 0],
  ["bytes=0-4", 0, 4],
  ["bytes=3-6", 3, 6],
  ["bytes=9-9", 9, 9],
  ["bytes=7-", 7, 9],
  ["bytes=0-", 0, 9],
  ["bytes=8-99999999999999999999", 8, 9],
  ["bytes=-3", 7, 9],
  ["bytes=-10", 0, 9],
  ["bytes=-99", 0, 9],
  ["BYTES=2-3", 2, 3],
  [" bytes= 2-3 ", 2, 3],
])("the range %s is bytes %i to %i", async (value, start, end) => {
  const answer = await range(value);
  expect([answer.status, answer.body]).toEqual([206, DIGITS.slice(start, end + 1)]);
  expect(answer.headers).toMatchObject({
    etag: ETAG,
    "accept-ranges": "bytes",
    "content-type": "video/mp4",
    "content-length": String(end - start + 1),
    "content-range": `bytes ${start}-${end}/10`,
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect(answer.opened).toEqual([{ start, end }]);
});

test.each([
  "bytes=0-1,4-5",
  "bytes=0-1, 100-",
  "bytes=4-3",
  "bytes=-",
  "bytes=",
  "bytes",
  "",
  "bytes=a-b",
  "bytes=1-b",
  "bytes=-1-2",
  "bytes=--1",
  "bytes=+1-2",
  "bytes=1.5-2",
  "bytes=1 - 2",
  "items=0-1",
  "0-1",
])("%j is no range that is answered: the file is, as a whole", async (value) => {
  const answer = await range(value);
  expect([answer.status, answer.body, answer.headers["content-range"]]).toEqual([200, DIGITS, undefined]);
});

test.each(["bytes=10-", "bytes=10-20", "bytes=99999999999999999999-", "bytes=-0"])(
  "%s lies behind the end",
  async (value) => {
    const answer = await range(value);
    expect([answer.status, answer.headers["content-range"], answer.opened]).toEqual([416, "bytes */10", []]);
    expect(JSON.parse(answer.body)).toEqual({
      error_code: 422,
      error_message: expect.stringContaining("10 bytes long"),
    });
    expect(answer.headers["cache-control"]).toBeUndefined();
  },
);

test.each(["bytes=0-", "bytes=-5", "bytes=3-4"])("of an empty file, %s is all of it", async (value) => {
  const answer = await ask({ range: value }, { content: "" });
  expect([answer.status, answer.headers["content-length"], answer.body]).toEqual([200, "0", ""]);
});

test.each([
  ["this file", ETAG, 206],
  ["another file", '"other.mp4"', 200],
  ["this file, weakly", `W/${ETAG}`, 200],
  ["a time, which is not known here", "Wed, 21 Oct 2026 07:28:00 GMT", 200],
])("what the caller has of %s is gone on with only where that is safe", async (_, value, status) => {
  expect((await range("bytes=3-", { "if-range": value })).status).toBe(status);
});

test("a range behind the end of what was another file is the whole of this one", async () => {
  const answer = await range("bytes=500-", { "if-range": '"other.mp4"' });
  expect([answer.status, answer.body]).toEqual([200, DIGITS]);
});

test.each([
  [ETAG, 304],
  [`W/${ETAG}`, 304],
  [`"a", ${ETAG}`, 304],
  ["*", 304],
  ['"other.mp4"', 200],
  [NAME, 200],
])("to a caller that has %s the answer is %i", async (value, status) => {
  for (const method of ["GET", "HEAD"]) {
    const answer = await ask({ "if-none-match": value, range: "bytes=99-" }, { method });
    const other = method === "GET" ? 416 : 200;
    expect(answer.status).toBe(status === 304 ? 304 : other);
    if (status !== 304) continue;
    expect([answer.body, answer.opened]).toEqual(["", []]);
    expect(answer.headers).toEqual({
      etag: ETAG,
      "cache-control": "private, max-age=31536000, immutable",
    });
  }
});

test("HEAD knows no ranges", async () => {
  const answer = await ask({ range: "bytes=0-1" }, { method: "HEAD" });
  expect([answer.status, answer.headers["content-length"], answer.headers["accept-ranges"]]).toEqual([
    200,
    "10",
    "bytes",
  ]);
});

test("a file that is not there is told why", () => {
  const request = new Request("http://127.0.0.1:9/files/x");
  const serve = () => serveFile(request, { name: NAME, file: undefined, whyMissing: "it is gone" });
  expect(serve).toThrow(ApiError);
  expect(serve).toThrow("it is gone");
});

/** A server that listens, and the path of an output of three bytes. */
async function withOutput() {
  const { engine, runs } = manualEngine();
  const { server, call } = await suite.start(engine);
  const base = await server.listen({ port: 0, host: "127.0.0.1" });
  const id = (await call("POST", `/v1/models/${EDIT}`, INPUT)).body.request_id;
  (await until(() => runs[0])).end();
  const { pathname } = await until(async () => {
    const { output } = (await call("GET", `/v1/requests/${id}/result`)).body;
    return output && new URL(output.image);
  });
  return { base, pathname };
}

test("over a socket, parts of an output make the whole, and what the caller has is not sent again", async () => {
  const { base, pathname } = await withOutput();
  const get = (headers: Record<string, string>) => fetch(base + pathname, { headers });
  const parts = await Promise.all(["bytes=0-0", "bytes=1-"].map((value) => get({ range: value })));
  expect(parts.map(({ status, headers }) => [status, headers.get("content-range")])).toEqual([
    [206, "bytes 0-0/3"],
    [206, "bytes 1-2/3"],
  ]);
  const bytes = await Promise.all(parts.map(async (part) => [...new Uint8Array(await part.arrayBuffer())]));
  expect(bytes.flat()).toEqual([1, 2, 3]);
  const etag = parts[0]?.headers.get("etag") ?? "";
  expect(etag).toBe(`"${pathname.split("/").at(-1)}"`);
  expect((await get({ "if-none-match": etag })).status).toBe(304);
  expect((await get({ range: "bytes=3-" })).status).toBe(416);
});

test("over a socket, HEAD is answered with the length and no body, and 304 without either", async () => {
  const { base, pathname } = await withOutput();
  const { hostname, port } = new URL(base);
  const name = pathname.split("/").at(-1);
  const raw = (head: string) => {
    const socket = connect(Number(port), hostname);
    socket.write(`${head}\r\nhost: x\r\nconnection: close\r\n\r\n`);
    return text(socket);
  };
  const head = await raw(`HEAD ${pathname} HTTP/1.1`);
  expect(head).toMatch(/^HTTP\/1\.1 200 .*content-length: 3\r\n.*\r\n\r\n$/s);
  const unchanged = await raw(`GET ${pathname} HTTP/1.1\r\nif-none-match: "${name}"`);
  expect(unchanged).toMatch(/^HTTP\/1\.1 304 .*\r\n\r\n$/s);
  expect(unchanged).not.toMatch(/content-(length|type)|transfer-encoding/i);
});
