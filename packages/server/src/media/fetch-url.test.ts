import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { EngineError } from "../engines/engine.js";
import {
  type FakeInternet,
  fakeInternet,
  OTHER_SITE,
  SITE,
  SITE_WITHOUT_CERTIFICATE,
} from "../guard/testing/fake-internet.js";
import { manualClock } from "../test-server/manual-clock.js";
import { createMediaFetcher, type MediaFetcherOptions } from "./media-fetcher.js";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const FETCHED = { bytes: PNG, mediaType: "image/png" };
const never = new AbortController().signal;
const LOCAL = "127.0.0.1:3000";
let internet: FakeInternet;
beforeAll(async () => {
  internet = await fakeInternet((_, response) => response.end(PNG));
});
beforeEach(() => internet.reset());
afterAll(() => internet.close());

const redirect =
  (location: string, status = 302): RequestListener =>
  (_, response) =>
    response.writeHead(status, { location }).end("moved");
const fetching = (uri: string, options: Partial<MediaFetcherOptions> = {}, signal = never) =>
  createMediaFetcher({ allowLoopback: false, ...options }, internet.network)(uri, "image", signal);
const refusal = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  expect(error.fault).toBe("input");
  return error.message;
};

test("a file is fetched, and its type read from its bytes", async () => {
  internet.sites[SITE] = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(PNG);
  const clock = manualClock();
  expect(await fetching(`https://${SITE}/a`, { clock })).toEqual(FETCHED);
  expect(clock.pending).toBe(0);
});

test("what the server asks with is the URL, and nothing of the caller's", async () => {
  let asked: unknown;
  internet.sites[SITE] = ({ method, url, headers }, response) => {
    asked = { method, url, headers };
    response.end(PNG);
  };
  await fetching(`https://${SITE}/a%20b?signature=1#part`);
  expect(asked).toEqual({
    method: "GET",
    url: "/a%20b?signature=1",
    headers: {
      host: SITE,
      connection: "close",
      accept: "image/*, video/*, audio/*",
      "accept-encoding": "identity",
      "user-agent": "model-api-server",
    },
  });
});

test.each([301, 302, 303, 307, 308])(
  "a redirect by %d is followed, checked and pinned anew",
  async (status) => {
    internet.sites[SITE] = redirect(`https://${OTHER_SITE}/b`, status);
    expect(await fetching(`https://${SITE}/a`)).toEqual(FETCHED);
    expect(internet.resolved).toEqual([SITE, OTHER_SITE]);
    expect(internet.connections).toBe(2);
  },
);

test.each(["/b", "b", "?b", "//cdn.public.example/b"])(
  "a redirect to %s is read against its URL",
  async (location) => {
    internet.sites[SITE] = ({ url }, response) =>
      url === "/a" ? redirect(location)({} as never, response) : response.end(PNG);
    expect(await fetching(`https://${SITE}/a`)).toEqual(FETCHED);
  },
);

/** Where a public host may not redirect to. Nothing is dialled but the public host itself. */
test.each<[where: string, location: string, says: RegExp]>([
  ["a private address", "https://10.0.0.1/", /and then 10\.0\.0\.1 is not a public address/],
  ["a private address over http", "http://10.0.0.1/", /and then 10\.0\.0\.1 is not a public address/],
  ["metadata", "http://169.254.169.254/latest/meta-data/", /169\.254\.169\.254 is not a public address/],
  ["metadata, spelled oddly", "http://0xa9fea9fe/", /169\.254\.169\.254 is not a public address/],
  ["IPv6 metadata", "http://[fd00:ec2::254]/", /is not a public address/],
  ["loopback", "https://127.0.0.1/", /is not a public address/],
  ["localhost", "https://localhost/", /is not a public address/],
  ["a private name", "https://private.example/", /and then private\.example is not a public address/],
  ["http", `http://${OTHER_SITE}/`, /and then http: URLs are not fetched/],
  ["http of its own host", `http://${SITE}/`, /and then http: URLs are not fetched/],
  ["a file", "file:///etc/passwd", /and then file: URLs are not fetched/],
  ["data", "data:image/png;base64,iVBORw0KGgo=", /and then data: URLs are not fetched/],
  ["ftp", `ftp://${OTHER_SITE}/`, /and then ftp: URLs are not fetched/],
  ["a user name", `https://user:secret@${OTHER_SITE}/`, /and then it carries a user name or a password/],
  ["a low port", `https://${OTHER_SITE}:25/`, /and then port 25 is not connected to/],
  ["no URL", "https://[", /and then it is not a URL/],
])("a redirect to %s is refused (%s)", async (_, location, says) => {
  internet.names["private.example"] = [["10.0.0.1"]];
  for (const allowLoopback of [false, true]) {
    internet.sites[SITE] = redirect(location);
    const message = await refusal(fetching(`https://${SITE}/a`, { allowLoopback }));
    expect(message).toMatch(says);
    expect(message).not.toMatch(/secret|latest|iVBOR|passwd/);
  }
  expect(new Set(internet.dialled)).toEqual(new Set(["93.184.215.14:443"]));
  expect(internet.connections).toBe(2);
});

test("a chain is refused at the hop that is bad", async () => {
  internet.sites[SITE] = redirect(`https://${OTHER_SITE}/`);
  internet.sites[OTHER_SITE] = redirect("https://192.168.0.1/");
  expect(await refusal(fetching(`https://${SITE}/a`))).toMatch(/and then 192\.168\.0\.1 is not a public/);
  expect(internet.connections).toBe(2);
});

test("a name that turns private between two hops is refused at the second", async () => {
  internet.names[SITE] = [["93.184.215.14"], ["127.0.0.1"]];
  internet.sites[SITE] = redirect("/again");
  expect(await refusal(fetching(`https://${SITE}/a`))).toMatch(/is not a public address/);
  expect(internet.connections).toBe(1);
});

test("in development, loopback redirects to loopback and to public hosts over https", async () => {
  internet.sites[LOCAL] = redirect("http://127.0.0.1:3001/");
  internet.sites["127.0.0.1:3001"] = redirect(`https://${SITE}/`);
  expect(await fetching(`http://${LOCAL}/a`, { allowLoopback: true })).toEqual(FETCHED);
  // Way back there is none: it was the public host's idea.
  internet.sites[SITE] = redirect(`http://${LOCAL}/`);
  expect(await refusal(fetching(`http://${LOCAL}/a`, { allowLoopback: true }))).toMatch(
    /127\.0\.0\.1 is not a public address, and a public host may redirect to public addresses only/,
  );
});

test.each(["/a", "/b", `https://${SITE}/a`])("a loop of redirects to %s ends", async (location) => {
  internet.sites[SITE] = redirect(location);
  expect(await refusal(fetching(`https://${SITE}/a`))).toMatch(
    /it redirects more than 3 times; use the URL that the redirects end at/,
  );
  expect(internet.connections).toBe(4);
});

/** A raw answer, byte by byte as given. */
const raw =
  (...parts: (string | Buffer)[]): RequestListener =>
  ({ socket }) => {
    for (const part of parts) socket.write(part);
    socket.end();
  };

test.each<[what: string, answer: RequestListener, says: RegExp]>([
  ["an error", (_, response) => response.writeHead(404).end(PNG), /answered HTTP 404, not 200 with the file/],
  ["no content", (_, response) => response.writeHead(204).end(), /HTTP 204/],
  ["a part of the file", (_, response) => response.writeHead(206).end(PNG), /HTTP 206/],
  ["not modified", (_, response) => response.writeHead(304, { location: "/b" }).end(), /HTTP 304/],
  ["choices", (_, response) => response.writeHead(300, { location: "/b" }).end(), /HTTP 300/],
  ["a redirect to nowhere", (_, response) => response.writeHead(302).end(), /HTTP 302/],
  ["a page", (_, response) => response.end("<html></html>"), /not an image/],
  ["an SVG", (_, response) => response.end('<svg xmlns="http://www.w3.org/2000/svg"/>'), /not an image/],
  ["nothing", (_, response) => response.end(), /it is of an unknown type, not an image/],
  ["an archive", (_, response) => response.end(gzipSync(PNG)), /it is application\/gzip, not an image/],
  ["a zip", (_, response) => response.end("PK\u0003\u0004"), /it is application\/zip, not an image/],
  [
    "gzip that nobody asked for",
    (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(PNG)),
    /sent it with a content-encoding, though none was asked for/,
  ],
  [
    "two encodings",
    (_, response) => response.writeHead(200, { "content-encoding": "identity, br" }).end(PNG),
    /sent it with a content-encoding/,
  ],
  [
    "a length over the limit",
    (_, response) => response.writeHead(200, { "content-length": "1001" }).write(PNG),
    /it is larger than 1000 bytes, which is the most that is taken/,
  ],
  ["more than the limit", (_, response) => response.end(Buffer.alloc(1001)), /it is larger than 1000 bytes/],
  [
    "chunks without end",
    (_, response) => {
      const fill = () => {
        while (!response.destroyed && response.write(Buffer.alloc(8192)));
      };
      response.on("drain", fill);
      fill();
    },
    /it is larger than 1000 bytes/,
  ],
  [
    "less than it said",
    (_, response) =>
      response
        .writeHead(200, { "content-length": "100" })
        .write(PNG.subarray(0, 20), () => response.destroy()),
    /the connection ended before the file did/,
  ],
  [
    "a chunk that is cut short",
    raw("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n50\r\n", PNG),
    /the connection ended before the file did/,
  ],
  [
    "a length that is cut short: what it said is what is taken",
    raw(`HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n`, PNG),
    /it is of an unknown type/,
  ],
  [
    "two lengths",
    raw("HTTP/1.1 200 OK\r\ncontent-length: 70\r\ncontent-length: 5\r\n\r\n", PNG),
    /proper HTTP/,
  ],
  [
    "a length and chunks",
    raw("HTTP/1.1 200 OK\r\ncontent-length: 70\r\ntransfer-encoding: chunked\r\n\r\n", "0\r\n\r\n"),
    /proper HTTP/,
  ],
  ["a negative length", raw("HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n", PNG), /proper HTTP/],
  ["something that is not HTTP", raw("220 mail.example ESMTP\r\n"), /does not answer in proper HTTP/],
  ["the old HTTP without headers", raw(PNG), /does not answer in proper HTTP/],
  ["nothing at all", raw(), /closed the connection without an answer/],
  [
    "another protocol",
    raw("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    /wants to change the protocol/,
  ],
  [
    "a header that is too large",
    (_, response) => response.writeHead(200, { "x-large": "a".repeat(20_000) }).end(PNG),
    /the headers of the answer of .* are larger than 16 KiB/,
  ],
  [
    "too many headers",
    raw("HTTP/1.1 200 OK\r\n", "x-many: 1\r\n".repeat(3000), "\r\n", PNG),
    /are larger than 16 KiB/,
  ],
])("%s is the caller's fault, and says why", async (_, answer, says) => {
  internet.sites[SITE] = answer;
  expect(await refusal(fetching(`https://${SITE}/a`, { maxBytes: 1000 }))).toMatch(says);
  expect(internet.connections).toBe(1);
});

test.each<[what: string, headers: Record<string, string>]>([
  ["with the identity encoding", { "content-encoding": "Identity" }],
  ["with an empty encoding", { "content-encoding": "" }],
  ["with a length that fits", { "content-length": String(PNG.byteLength) }],
])("a file %s is taken", async (_, headers) => {
  internet.sites[SITE] = (_, response) => response.writeHead(200, headers).end(PNG);
  expect(await fetching(`https://${SITE}/a`, { maxBytes: PNG.byteLength })).toEqual(FETCHED);
});

test("early hints before the answer are passed over", async () => {
  internet.sites[SITE] = (_, response) => {
    response.writeEarlyHints({ link: "</a.css>; rel=preload" });
    response.end(PNG);
  };
  expect(await fetching(`https://${SITE}/a`)).toEqual(FETCHED);
});

const TOO_LATE = "it took longer than 30 s, which is the most it may";

test.each<[what: string, answer: (tick: () => void) => RequestListener]>([
  ["never answers", (tick) => () => tick()],
  [
    "begins its headers and stops",
    (tick) =>
      ({ socket }) =>
        socket.write("HTTP/1.1 200 OK\r\nx-", tick),
  ],
  ["sends its headers and stops", (tick) => (_, response) => void response.writeHead(200).write("a", tick)],
  [
    "drips",
    (tick) => (_, response) => {
      // A byte every ten seconds of the clock.
      const drip = (left: number) => {
        if (left > 0)
          response.write("a", () => {
            tick();
            setImmediate(drip, left - 1);
          });
      };
      drip(1000);
    },
  ],
])("a host that %s costs no more than the time limit", async (_, answer) => {
  const clock = manualClock();
  internet.sites[SITE] = answer(() => clock.advance(10_000));
  internet.sites[SITE] = ((listener) => (request, response) => {
    clock.advance(20_000);
    listener(request, response);
  })(internet.sites[SITE]);
  expect(await refusal(fetching(`https://${SITE}/a`, { clock }))).toContain(TOO_LATE);
  expect(clock.pending).toBe(0);
});

test("the time limit is one for all redirects together", async () => {
  const clock = manualClock();
  internet.sites[SITE] = (request, response) => {
    clock.advance(10_000);
    redirect("/again")(request, response);
  };
  expect(await refusal(fetching(`https://${SITE}/a`, { clock }))).toContain(TOO_LATE);
  expect(internet.connections).toBe(3);
});

test("the time limit holds for a resolver, a socket and a handshake that never come to an end", async () => {
  for (const stuck of ["resolve", "connect", "handshake"]) {
    const clock = manualClock();
    const network = {
      ...internet.network,
      resolve(name: string) {
        if (stuck === "resolve") queueMicrotask(() => clock.advance(30_000));
        return stuck === "resolve" ? new Promise<never>(() => {}) : internet.network.resolve(name);
      },
      connect(...[addresses]: Parameters<FakeInternet["network"]["connect"]>) {
        setImmediate(() => clock.advance(30_000));
        // The plain server takes the handshake for a request that has not ended.
        const socket = internet.network.connect(addresses, 3000);
        return stuck === "connect" ? socket.pause().removeAllListeners("connect") : socket;
      },
    };
    const fetch = createMediaFetcher({ allowLoopback: false, clock }, network);
    expect(await refusal(fetch(`https://${SITE}/a`, "image", never)), stuck).toContain(TOO_LATE);
    expect(clock.pending).toBe(0);
  }
});

test("an abort of the run is passed on as it is, at any time", async () => {
  const reason = new Error("shutdown");
  const answers: ((abort: () => void) => RequestListener)[] = [
    (abort) => () => abort(),
    (abort) => (_, response) => response.writeHead(200).write("a", abort),
  ];
  for (const answer of answers) {
    const controller = new AbortController();
    internet.sites[SITE] = answer(() => controller.abort(reason));
    await expect(fetching(`https://${SITE}/a`, {}, controller.signal)).rejects.toBe(reason);
  }
  await expect(fetching(`https://${SITE}/a`, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test("a host whose certificate is not for its name is not asked", async () => {
  internet.names[SITE_WITHOUT_CERTIFICATE] = [["93.184.215.15"]];
  let requests = 0;
  internet.sites[SITE_WITHOUT_CERTIFICATE] = () => requests++;
  expect(await refusal(fetching(`https://${SITE_WITHOUT_CERTIFICATE}/a`))).toMatch(
    /no secure connection to files\.elsewhere\.example could be made: its TLS or its certificate is at fault/,
  );
  expect(requests).toBe(0);
});
