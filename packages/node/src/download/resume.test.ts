import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { PNG, rejection, serve, temporaryFolder } from "../testing/set-up.js";
import { skippingClock } from "../testing/skipping-clock.js";
import { download } from "./download.js";

const FILE = Buffer.concat([PNG, randomBytes(3_000_000)]);
const OTHER = Buffer.concat([PNG, randomBytes(2_500_000)]);

const rangeOf = (request: IncomingMessage) =>
  Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);

interface Answer {
  readonly file?: Buffer;
  readonly etag?: string;
  readonly status?: number;
  readonly from?: number;
  readonly headers?: Record<string, string>;
  /** Bytes of the body after which the connection breaks. */
  readonly breakAfter?: number;
}

function answer(response: ServerResponse, given: Answer) {
  const { file = FILE, etag = '"one"', status = 200, from = 0, headers, breakAfter } = given;
  const body = file.subarray(from);
  response.writeHead(status, {
    etag,
    "content-length": `${body.length}`,
    ...(status === 206 && { "content-range": `bytes ${from}-${file.length - 1}/${file.length}` }),
    ...headers,
  });
  if (breakAfter === undefined) response.end(body);
  else response.write(body.subarray(0, breakAfter), () => setTimeout(() => response.destroy(), 20));
}

/** Downloads from a server that gives these answers, one after the other; gives what came and what was asked. */
async function play(...answers: ((request: IncomingMessage) => Answer)[]) {
  const folder = temporaryFolder();
  const clock = skippingClock();
  const { url, seen } = await serve((request, response, count) =>
    answer(response, (answers[count - 1] ?? answers.at(-1))?.(request) ?? {}),
  );
  const loaded: number[] = [];
  const saving = download(
    { image: `${url}/x.png` },
    { dir: folder, baseUrl: url, clock, onProgress: (progress) => loaded.push(progress.loaded) },
  );
  const saved = await saving.catch((error: unknown) => error);
  const content = Array.isArray(saved) ? readFileSync(saved[0].path) : undefined;
  const asked = seen.map(({ headers }) => [headers.range, headers["if-range"]].filter(Boolean).join(" "));
  return { content, asked, clock, loaded, saved, left: readdirSync(folder) };
}

const BREAK: Answer = { breakAfter: 1_000_000 };

test("a connection that breaks is gone on with where it broke, if the file is still the same", async () => {
  const { content, asked, clock } = await play(
    () => BREAK,
    (request) => ({ status: 206, from: rangeOf(request), breakAfter: 500_000 }),
    (request) => ({ status: 206, from: rangeOf(request) }),
  );
  expect(content?.equals(FILE)).toBe(true);
  expect(asked).toEqual([
    "",
    expect.stringMatching(/^bytes=\d+- "one"$/),
    expect.stringMatching(/^bytes=\d+- "one"$/),
  ]);
  const [, second = 0, third = 0] = asked.map((line) => Number(/\d+/.exec(line)?.[0]));
  expect(third).toBeGreaterThan(second);
  expect(clock.pauses).toHaveLength(2);
});

test.each<[string, (request: IncomingMessage) => Answer, Buffer]>([
  ["a server that answers with the whole", () => ({}), FILE],
  ["a file that has changed", () => ({ file: OTHER, etag: '"two"' }), OTHER],
])("%s makes it begin anew", async (_, second, expected) => {
  const { content, asked, loaded } = await play(() => BREAK, second);
  expect(content?.equals(expected)).toBe(true);
  expect(asked).toHaveLength(2);
  expect(loaded.at(-1)).toBe(expected.length);
});

test.each<[string, (request: IncomingMessage) => Answer]>([
  ["of another file", (request) => ({ status: 206, from: rangeOf(request), etag: '"two"' })],
  ["of another length", (request) => ({ status: 206, from: rangeOf(request), file: OTHER })],
  ["that begins elsewhere", () => ({ status: 206, from: 5 })],
  [
    "that does not say which",
    (request) => ({ status: 206, from: rangeOf(request), headers: { "content-range": "?" } }),
  ],
  ["that is refused", () => ({ status: 416 })],
])("a part %s is dropped, and the whole is asked for", async (_, second) => {
  const { content, asked } = await play(
    () => BREAK,
    second,
    () => ({}),
  );
  expect(content?.equals(FILE)).toBe(true);
  expect(asked).toEqual(["", expect.stringMatching(/^bytes/), ""]);
});

test.each([
  ["a weak validator", { etag: 'W/"one"' }],
  ["no validator", { etag: "" }],
])("with %s nothing is gone on with: the whole is asked for", async (_, headers) => {
  const { content, asked } = await play(
    () => ({ ...BREAK, ...headers }),
    () => headers,
  );
  expect(content?.equals(FILE)).toBe(true);
  expect(asked).toEqual(["", ""]);
});

test("a failure that may pass is tried again, with growing pauses or those that the server asks for", async () => {
  const { content, clock } = await play(
    () => ({ status: 503, headers: { "retry-after": "7" } }),
    () => ({ status: 502 }),
    () => ({ status: 429 }),
    () => ({}),
  );
  expect(content?.equals(FILE)).toBe(true);
  expect(clock.pauses).toEqual([7000, 750, 1500]);
});

test("what is there is kept while the server fails in a way that may pass", async () => {
  const { content, asked } = await play(
    () => BREAK,
    () => ({ status: 503 }),
    (request) => ({ status: 206, from: rangeOf(request) }),
  );
  expect(content?.equals(FILE)).toBe(true);
  expect(asked[2]).toBe(asked[1]);
});

test("tries are counted anew when a connection has brought something, and end when it brings nothing", async () => {
  const breaks = Array.from({ length: 2 }, () => (request: IncomingMessage): Answer => {
    const from = rangeOf(request);
    return { status: from ? 206 : 200, from, breakAfter: 1_200_000 };
  });
  const { saved, asked, left } = await play(...breaks, () => ({ status: 500 }));
  expect(saved).toMatchObject({ code: "connection", status: 500 });
  expect(asked.length).toBe(2 + 4);
  expect(left).toEqual([]);
});

test("a connection on which nothing comes is broken, and the rest is asked for on another", async () => {
  const folder = temporaryFolder();
  const clock = skippingClock();
  const { url, seen } = await serve((request, response, count) => {
    if (count > 1) return answer(response, { status: 206, from: rangeOf(request) });
    response.writeHead(200, { etag: '"one"', "content-length": `${FILE.length}` });
    response.write(FILE.subarray(0, 1000));
  });
  const [saved] = await download(
    { image: url },
    {
      dir: folder,
      baseUrl: url,
      clock,
      onProgress: ({ loaded }) => void (loaded === 1000 && setImmediate(() => clock.expire())),
    },
  );
  expect(readFileSync(saved?.path ?? "").equals(FILE)).toBe(true);
  expect(seen[1]?.headers.range).toBe("bytes=1000-");
  expect(clock.limits).toBe(0);
});

test("a large file is never in memory as a whole, and an abort in its middle leaves nothing", async () => {
  const size = 300 * 2 ** 20;
  const piece = Buffer.alloc(2 ** 20, 7);
  PNG.copy(piece);
  const folder = temporaryFolder();
  let sent = 0;
  const { url } = await serve((_, response) => {
    sent = 0;
    response.writeHead(200, { "content-length": `${size}` });
    const send = () => {
      while (sent < size && !response.destroyed) {
        sent += piece.length;
        if (!response.write(piece)) return void response.once("drain", send);
      }
      if (sent >= size) response.end();
    };
    send();
  });
  let ahead = 0;
  const [saved] = await download(
    { video: url },
    {
      dir: folder,
      baseUrl: url,
      onProgress: ({ loaded }) => {
        ahead = Math.max(ahead, sent - loaded);
      },
    },
  );
  expect(saved?.bytes).toBe(size);
  // What has left the server and is not on the disk: buffers of both ends and of the system between them.
  expect(ahead).toBeLessThan(64 * 2 ** 20);

  const error = await rejection(
    download(
      { video: url },
      {
        dir: folder,
        baseUrl: url,
        onProgress: ({ loaded }) => {
          if (loaded > size / 2) throw new Error("enough");
        },
      },
    ),
  );
  expect(error.message).toBe("enough");
  expect(readdirSync(folder)).toHaveLength(1);
});
