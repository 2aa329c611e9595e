import fc from "fast-check";
import type { World } from "./attack.js";

/** Bytes on a socket that no HTTP library would send. */
export interface RawAttack {
  readonly wrong: string;
  /** What is sent, a pause between each two. Latin-1: a character is a byte. */
  readonly pieces: readonly string[];
  /** The calls that are well-formed among it, in their order; what comes of others is only a refusal. */
  readonly calls?: readonly { readonly method: string; readonly path: string }[];
  /** Whether the sender says that nothing more comes, by closing its side. */
  readonly ends?: boolean;
}

const EOL = "\r\n";

/** Requests that are malformed, cut short, too large or run into each other. */
export function rawAttacks(world: World): fc.Arbitrary<RawAttack> {
  const auth = `authorization: Bearer ${world.token}`;
  const submitPath = `/v1/models/${world.path.model_id}`;
  const input = JSON.stringify(world.bodies.submitRequest);
  const head = (line: string, ...headers: string[]) => [line, ...headers, "", ""].join(EOL);
  const list = head("GET /v1/models/categories HTTP/1.1", "host: x", auth);
  const listing = { method: "GET", path: "/v1/models/categories" };
  const submit = (...headers: string[]) => head(`POST ${submitPath} HTTP/1.1`, "host: x", auth, ...headers);
  const submitting = { method: "POST", path: submitPath };
  const withHeader = (header: string) => head("GET /v1/models/categories HTTP/1.1", "host: x", auth, header);

  const lines = fc
    .oneof(
      fc.constantFrom(
        "",
        "GET",
        "GET /v1/models HTTP/9.9",
        "GET /v1/models HTTP/1.1 HTTP/1.1",
        "GET /v1/models FTP/1.1",
        "get /v1/models HTTP/1.1",
        "GE\0T /v1/models HTTP/1.1",
        "GET /v1/models\0 HTTP/1.1",
        "GET /v1/\xff\xfe HTTP/1.1",
        "GET /v1\\models HTTP/1.1",
        "GET v1/models HTTP/1.1",
        "GET //x/v1/models HTTP/1.1",
        "GET http://[/v1/models HTTP/1.1",
        "GET http:///v1/models HTTP/1.1",
        "GET file:///etc/passwd HTTP/1.1",
        "GET * HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "CONNECT x:443 HTTP/1.1",
        "TRACE /v1/models HTTP/1.1",
        "M-SEARCH * HTTP/1.1",
        "PRI * HTTP/2.0",
        "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
        `GET /${"a".repeat(20_000)} HTTP/1.1`,
        `GET /v1/models?${"a=1&".repeat(10_000)} HTTP/1.1`,
        `${"G".repeat(100_000)} / HTTP/1.1`,
      ),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
    )
    .map((line) => ({ wrong: `the line ${line.slice(0, 60)}`, pieces: [head(line, "host: x", auth)] }));

  const headers = fc
    .oneof(
      fc.constantFrom(
        "host: y",
        "no colon",
        "spaced : x",
        ": no name",
        "x: a\0b",
        "x: a\rb",
        "x: a\nb",
        " folded",
        `x: ${"a".repeat(20_000)}`,
        `${"a".repeat(20_000)}: x`,
        Array.from({ length: 400 }, (_, i) => `x-${i}: ${"a".repeat(50)}`).join(EOL),
        Array.from({ length: 2500 }, () => "x:").join(EOL),
        "expect: a miracle",
        "upgrade: websocket\r\nconnection: upgrade",
        "upgrade: h2c\r\nconnection: upgrade, http2-settings\r\nhttp2-settings: AAMAAABkAAQAAP__",
        "connection: close, authorization",
        "te: trailers, deflate",
        "content-length: 5",
        "transfer-encoding: chunked",
      ),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => `x: ${Buffer.from(bytes).toString("latin1")}`),
    )
    .map((header) => ({
      wrong: `the header ${header.slice(0, 60)}`,
      pieces: [withHeader(header)],
      calls: [listing],
      ends: true,
    }));

  const hosts = fc
    .constantFrom(
      undefined,
      "",
      "a b",
      "[",
      "x/y",
      "x@y",
      "\xff",
      "x:99999",
      "127.0.0.1:0x50",
      "a".repeat(5000),
    )
    .map((host) => ({
      wrong: `the host ${host?.slice(0, 60)}`,
      pieces: [
        head("GET /v1/models/categories HTTP/1.1", ...(host === undefined ? [] : [`host: ${host}`]), auth),
      ],
      calls: [listing],
    }));

  const bodies = fc
    .constantFrom(
      ["a negative length", submit("content-length: -1") + input],
      ["a length that is none", submit("content-length: many") + input],
      ["a length with a sign", submit(`content-length: +${input.length}`) + input],
      ["two lengths", submit("content-length: 5", `content-length: ${input.length}`) + input],
      ["a length beyond numbers", submit(`content-length: ${"9".repeat(30)}`) + input],
      ["a length above the limit", submit("content-length: 99999999999") + input],
      [
        "a length and chunks",
        submit(`content-length: ${input.length}`, "transfer-encoding: chunked") + input,
      ],
      ["an unknown encoding", submit("transfer-encoding: gzip") + input],
      ["an encoding after chunks", submit("transfer-encoding: chunked, identity") + input],
      ["a length that is too small", submit("content-length: 10") + input],
      ["a length that is too large", submit(`content-length: ${input.length + 10}`) + input],
      ["no length", submit() + input],
      ["a chunk size that is none", `${submit("transfer-encoding: chunked")}zz\r\n${input}\r\n0\r\n\r\n`],
      ["a chunk size that is huge", `${submit("transfer-encoding: chunked")}ffffffffffffffff\r\n${input}`],
      ["a chunk size that is negative", `${submit("transfer-encoding: chunked")}-1\r\n${input}`],
      ["a chunk longer than its size", `${submit("transfer-encoding: chunked")}3\r\n${input}\r\n0\r\n\r\n`],
      ["a chunk that is cut short", `${submit("transfer-encoding: chunked")}ff\r\n${input.slice(0, 20)}`],
      [
        "a chunk with a long extension",
        `${submit("transfer-encoding: chunked")}1;${"x".repeat(40_000)}\r\n{\r\n`,
      ],
      ["chunks without an end", `${submit("transfer-encoding: chunked")}1\r\n{\r\n`],
      ["trailers that are none", `${submit("transfer-encoding: chunked")}2\r\n{}\r\n0\r\n\0: x\r\n\r\n`],
    )
    .chain(([wrong, text]) =>
      fc.boolean().map((ends) => ({ wrong: `${wrong}`, pieces: [`${text}`], calls: [submitting], ends })),
    );

  const cut = fc
    .nat({ max: list.length - 1 })
    .map((end) => ({ wrong: `the first ${end} bytes of a head`, pieces: [list.slice(0, end)], ends: true }));
  const slow = fc.tuple(fc.nat({ max: input.length - 1 }), fc.boolean()).map(([end, ends]) => ({
    wrong: `a body that stops after ${end} bytes`,
    pieces: [submit(`content-length: ${input.length}`), input.slice(0, end)],
    calls: [submitting],
    ends,
  }));
  const pipelined = fc
    .tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom("", "\r\n", "garbage\r\n\r\n", "\0", list.slice(0, 30)),
    )
    .map(([count, after]) => ({
      wrong: `${count} at once, and ${JSON.stringify(after.slice(0, 20))}`,
      pieces: [list.repeat(count) + after],
      calls: Array.from({ length: count }, () => listing),
      ends: true,
    }));
  const split = fc
    .nat({ max: list.length - 1 })
    .map((at) => ({ wrong: `a head in two`, pieces: [list.slice(0, at), list.slice(at)], calls: [listing] }));
  // Without a version it is HTTP/0.9, which Node answers as well.
  const old = fc.constant({
    wrong: "HTTP/0.9",
    pieces: [head("GET /v1/models/categories", "host: x", auth)],
    calls: [listing],
  });
  return fc.oneof(lines, old, headers, hosts, bodies, cut, slow, pipelined, split);
}
