import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { EngineError } from "../engines/engine.js";
import { decodeDataUri } from "./data-uri.js";
import { isAllowedAddress } from "./guarded-lookup.js";
import { createMediaFetcher, type MediaFetcherOptions } from "./media-fetcher.js";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const never = new AbortController().signal;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const fetchWith = (uri: string, options: Partial<MediaFetcherOptions> = {}) =>
  createMediaFetcher({ allowLoopback: true, ...options })(uri, "image", never);
const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  expect(error.fault).toBe("input");
  return error.message as string;
};

test.each([
  ["8.8.8.8", true],
  ["2606:4700:4700::1111", true],
  ["10.0.0.1", false],
  ["172.16.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false],
  ["100.64.0.1", false],
  ["0.0.0.0", false],
  ["127.0.0.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["::", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["::ffff:10.0.0.1", false],
  ["::ffff:169.254.169.254", false],
  ["64:ff9b::a00:1", false],
  ["2002:a00:1::", false],
])("the address %s is public: %s", (address, expected) => {
  expect(isAllowedAddress(address, false)).toBe(expected);
});

test("with loopback allowed, loopback is allowed and nothing else that is private", () => {
  expect(
    ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"].map((address) => isAllowedAddress(address, true)),
  ).toEqual([true, true, true, true]);
  expect(
    ["10.0.0.1", "169.254.169.254", "0.0.0.0"].map((address) => isAllowedAddress(address, true)),
  ).toEqual([false, false, false]);
});

test.each([
  ["http://169.254.169.254/latest/meta-data", /not a public address/],
  ["http://[::ffff:169.254.169.254]/", /not a public address/],
  ["http://0x7f.1/", /not a public address/],
  ["http://2130706433/", /not a public address/],
  ["https://localhost/", /not a public address/],
  ["http://example.com/a.png", /use https/],
  ["file:///etc/passwd", /use https/],
  ["ftp://example.com/a.png", /use https/],
  ["//example.com/a.png", /not a URL/],
])("%s is not fetched", async (uri, message) => {
  expect(await refusal(fetchWith(uri, { allowLoopback: false }))).toMatch(message);
});

test("a file is fetched, and its type read from its bytes", async () => {
  const url = await listen((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(PNG),
  );
  expect(await fetchWith(`${url}/a`)).toEqual({ bytes: PNG, mediaType: "image/png" });
});

test.each<[string, RequestListener, RegExp]>([
  [
    "a redirect to a private address",
    (_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
    /10\.0\.0\.1 is not a public address/,
  ],
  [
    "a redirect to a file",
    (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    /use https/,
  ],
  [
    "redirects without end",
    (_, response) => response.writeHead(302, { location: "/again" }).end(),
    /redirects more than 3 times/,
  ],
  ["an error page", (_, response) => response.writeHead(404).end("no"), /HTTP 404/],
  ["a page of HTML", (_, response) => response.end("<html></html>"), /not an image/],
  ["an SVG", (_, response) => response.end('<svg xmlns="http://www.w3.org/2000/svg"/>'), /not an image/],
  ["an empty body", (_, response) => response.end(), /of an unknown type/],
  ["a body over the limit", (_, response) => response.end(Buffer.alloc(5000)), /larger than 0 MiB/],
  [
    "a body that is cut short",
    (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write(PNG.subarray(0, 20), () => response.destroy());
    },
    /ended before the file did/,
  ],
])("%s is the caller's fault, and says why", async (_, answer, message) => {
  const url = await listen(answer);
  expect(await refusal(fetchWith(`${url}/a`, { maxBytes: 1000 }))).toMatch(message);
});

test("a server that never answers costs no more than the time limit", async () => {
  const url = await listen(() => {});
  expect(await refusal(fetchWith(`${url}/a`, { timeoutMs: 50 }))).toMatch(/within 0\.05 s/);
});

test("an abort of the run is passed on as it is", async () => {
  const url = await listen(() => {});
  const controller = new AbortController();
  const reason = new Error("shutdown");
  setTimeout(() => controller.abort(reason), 20);
  await expect(
    createMediaFetcher({ allowLoopback: true })(`${url}/a`, "image", controller.signal),
  ).rejects.toBe(reason);
});

test("no authorization header leaves the server", async () => {
  let headers: object = {};
  const url = await listen((request, response) => {
    headers = request.headers;
    response.end(PNG);
  });
  await fetchWith(`${url}/a`);
  expect(Object.keys(headers)).not.toContain("authorization");
});

test.each([
  ["data:image/png;base64,iVBORw0=", "89504e47" + "0d"],
  ["data:;base64,", ""],
  ["data:text/plain,a%20b", "612062"],
  ["DATA:image/png;charset=x;BASE64,aGk=", "6869"],
])("%s decodes", (uri, hex) => {
  expect(Buffer.from(decodeDataUri(uri) ?? []).toString("hex")).toBe(hex);
});

test.each(["data:image/png;base64", "data:image/png;base64,****", "data:,%zz", "http://x"])(
  "%s is malformed",
  (uri) => {
    expect(decodeDataUri(uri)).toBeUndefined();
  },
);
