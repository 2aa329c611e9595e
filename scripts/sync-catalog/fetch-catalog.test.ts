import { expect, test } from "vitest";
import { fetchCatalog } from "./fetch-catalog.js";
import { createGetJson } from "./get-json.js";
import { CatalogError, UnreachableError } from "./problem.js";
import { parseRetryAfter } from "./retry.js";
import { fakeTiming, serve, servePages } from "./testing/serve.js";

const entries = (count: number) => Array.from({ length: count }, (_, i) => ({ model_id: `a/m${i}` }));
const ids = (found: { entries: readonly unknown[] }) =>
  new Set(found.entries.map((entry) => (entry as { model_id: string }).model_id));
const read = (url: string, timing = fakeTiming(), token?: string) =>
  fetchCatalog(createGetJson(url, token, timing));

/** How a server pages, what of the catalog is found, and in how many requests at most. */
const PAGING: [
  string,
  (offset: number, limit: number, count: number) => unknown,
  found: number,
  complete: boolean,
  requests: number,
][] = [
  ["every page", (o, l) => ({ models: entries(250).slice(o, o + l), total: 250 }), 250, true, 3],
  ["an empty catalog", () => ({ models: [], total: 0 }), 0, true, 1],
  ["a limit of the server's own", (o) => ({ models: entries(90).slice(o, o + 40), total: 90 }), 90, true, 3],
  ["all at once, whatever the limit", () => ({ models: entries(300), total: 300 }), 300, true, 1],
  ["no total", (o, l) => ({ models: entries(150).slice(o, o + l) }), 150, true, 3],
  ["an offset that is ignored", () => ({ models: entries(100), total: 250 }), 100, false, 5],
  [
    "one page that repeats",
    (o, l, count) => ({
      models: entries(250)
        .slice(count === 2 ? 0 : o)
        .slice(0, l),
      total: 250,
    }),
    250,
    true,
    4,
  ],
  [
    "a total that grows",
    (o, l, count) => ({ models: entries(250).slice(o, o + l), total: Math.min(250, 150 + 50 * count) }),
    250,
    true,
    3,
  ],
  [
    "a total that shrinks",
    (o, l, count) => ({ models: entries(150).slice(o, o + l), total: count === 1 ? 300 : 150 }),
    150,
    true,
    2,
  ],
  [
    "a total that is never reached",
    (o, l) => ({ models: entries(150).slice(o, o + l), total: 999 }),
    150,
    false,
    3,
  ],
  [
    "a page behind the end that forgets the total",
    (o, l) => ({ models: entries(150).slice(o, o + l), total: o < 150 ? 200 : 0 }),
    150,
    false,
    3,
  ],
  [
    "a total that runs away",
    (o, l, count) => ({ models: entries(150).slice(o, o + l), total: 1000 * count }),
    150,
    false,
    3,
  ],
  [
    "a page that overlaps the one before",
    (o, l) => ({ models: entries(150).slice(Math.max(0, o - 1), o + l), total: 150 }),
    150,
    true,
    2,
  ],
];

test.each(PAGING)("paging: %s", async (_, page, found, complete, requests) => {
  const server = await servePages(page);
  const catalog = await read(server.url);
  expect(ids(catalog).size).toBe(found);
  expect(catalog.incomplete === undefined).toBe(complete);
  expect(server.requests.length).toBeLessThanOrEqual(requests);
  expect(server.requests[0]).toBe("/v1/models?include_schema=true&limit=100&offset=0");
});

test("a server that always has something new is left after a thousand pages", async () => {
  const server = await servePages((_, __, count) => ({
    models: [{ model_id: `a/m${count}` }],
    total: count + 1,
  }));
  expect((await read(server.url)).incomplete).toContain("1001 entries and gave 1000");
});

test("the token travels in the header, and is in no message", async () => {
  const server = await serve((request, response) => {
    response.statusCode = 403;
    response.end(`no access for ${request.headers.authorization}`);
  });
  const failed = read(server.url, fakeTiming(), "s3cret");
  await expect(failed).rejects.toThrow("403, no access for Bearer [token]");
});

test.each([408, 429, 500, 502, 503])("HTTP %i is asked again, with backoff and jitter", async (status) => {
  const timing = fakeTiming();
  const server = await serve((_, response, count) => {
    response.statusCode = count < 4 ? status : 200;
    response.end(count < 4 ? "<h1>busy</h1>" : JSON.stringify({ models: entries(1), total: 1 }));
  });
  expect(ids(await read(server.url, timing)).size).toBe(1);
  expect(timing.pauses).toEqual([500, 1000, 2000]);
});

test("Retry-After comes before backoff: seconds, or a date", async () => {
  const timing = fakeTiming();
  const headers = ["7", "Thu, 01 Jan 2026 00:00:03 GMT", "soon"];
  const server = await serve((_, response, count) => {
    const header = headers[count - 1];
    if (header !== undefined) response.writeHead(429, { "retry-after": header }).end();
    else response.end(JSON.stringify({ models: [], total: 0 }));
  });
  await read(server.url, timing);
  expect(timing.pauses).toEqual([7000, 3000, 2000]);
});

test("a Retry-After of hours is not waited for", async () => {
  const timing = fakeTiming();
  const server = await serve((_, response) => response.writeHead(503, { "retry-after": "7200" }).end());
  await expect(read(server.url, timing)).rejects.toThrow("asks to come back in 7200 seconds");
  expect(timing.pauses).toEqual([]);
});

test("five tries and no more", async () => {
  const server = await serve((_, response) => response.writeHead(500).end("broken"));
  await expect(read(server.url)).rejects.toThrow(UnreachableError);
  expect(server.requests).toHaveLength(5);
});

test("a connection that breaks, before the answer or inside it, is tried again", async () => {
  const server = await serve((request, response, count) => {
    if (count === 1) request.socket.destroy();
    else if (count === 2) {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"models": [');
      setTimeout(() => request.socket.destroy(), 5);
    } else response.end(JSON.stringify({ models: entries(1), total: 1 }));
  });
  expect(ids(await read(server.url)).size).toBe(1);
});

test("an error under HTTP 200 is an error; one that passes is tried again", async () => {
  const busy = await serve((_, response, count) => {
    const error = { error_code: 429, error_message: "slow down" };
    response.end(JSON.stringify(count === 1 ? error : { models: [], total: 0 }));
  });
  expect((await read(busy.url)).entries).toEqual([]);
  const refused = await serve((_, response) => {
    response.end(JSON.stringify({ error_code: 400004, error_message: "token expired" }));
  });
  await expect(read(refused.url)).rejects.toThrow("token expired. Set RUNCOMFY_TOKEN");
  expect(refused.requests).toHaveLength(1);
});

test.each<[string, number, string, string]>([
  ["HTML", 200, "<html>\u001b[2J welcome", "the answer is no JSON, but: <html>\\u{1b}[2J welcome"],
  ["nothing", 200, "", "the answer is no JSON, but: (nothing)"],
  ["JSON of another shape", 200, "[1]", "answers no list of models"],
  ["models that are no list", 200, '{"models": {}}', "answers no list of models"],
  ["a refusal", 404, '{"error_code": 404001, "error_message": "not here"}', "404, not here"],
  ["a redirect", 302, "", "302"],
])("%s is an error at once", async (_, status, body, message) => {
  const server = await serve((_request, response) =>
    response.writeHead(status, { location: "http://127.0.0.1:9/" }).end(body),
  );
  const failed = read(server.url);
  await expect(failed).rejects.toThrow(CatalogError);
  await expect(failed).rejects.toThrow(message);
  expect(server.requests).toHaveLength(1);
});

test("Retry-After in the past, or of nonsense", () => {
  expect(parseRetryAfter("Thu, 01 Jan 1970 00:00:00 GMT", 5000)).toBe(0);
  expect(parseRetryAfter("-", 0)).toBeUndefined();
  expect(parseRetryAfter(null, 0)).toBeUndefined();
});
