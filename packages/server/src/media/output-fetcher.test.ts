import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FakeInternet, fakeInternet, OTHER_SITE, SITE } from "../guard/testing/fake-internet.js";
import { manualClock } from "../test-server/manual-clock.js";
import { createOutputFetcher, type OutputFetcherOptions } from "./output-fetcher.js";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
/** Far more than a head, in as many pieces as the sockets make of it. */
const LARGE = Buffer.concat([PNG, Buffer.alloc(300_000, 7)]);
let internet: FakeInternet;
beforeAll(async () => {
  internet = await fakeInternet((_, response) => response.end(PNG));
});
beforeEach(() => internet.reset());
afterAll(() => internet.close());

interface Fetching extends Partial<OutputFetcherOptions> {
  readonly trustedOrigin?: string;
  readonly signal?: AbortSignal;
}

/** The whole file, and how many pieces it came in. */
async function fetching(uri: string, { trustedOrigin, signal, ...options }: Fetching = {}) {
  const fetchOutput = createOutputFetcher({ allowLoopback: false, ...options }, internet.network);
  const given = { trustedOrigin, signal: signal ?? new AbortController().signal };
  return fetchOutput(
    uri,
    "image",
    async ({ mediaType, data }) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of data) pieces.push(piece);
      return { mediaType, bytes: Buffer.concat(pieces), pieces: pieces.length };
    },
    given,
  );
}

test("a file arrives whole, in pieces, with the type of its bytes", async () => {
  internet.sites[SITE] = (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(LARGE);
  const { mediaType, bytes, pieces } = await fetching(`https://${SITE}/a`);
  expect([mediaType, bytes.equals(LARGE)]).toEqual(["image/png", true]);
  expect(pieces).toBeGreaterThan(1);
});

test("a small file, and a data URI, arrive as well", async () => {
  const expected = { mediaType: "image/png", bytes: PNG, pieces: 1 };
  expect(await fetching(`https://${SITE}/a`)).toEqual(expected);
  expect(await fetching(`data:;base64,${PNG.toString("base64")}`)).toEqual(expected);
});

test("what is of another kind is refused before anything is done with it", async () => {
  internet.sites[SITE] = (_, response) => response.end("<h1>Not found</h1>");
  await expect(fetching(`https://${SITE}/a?secret=1`)).rejects.toThrow(
    /^The image https:\/\/[^?]*\?… could not be fetched: it is of an unknown type, and not of the kind image\.$/,
  );
});

test("one that is larger than it may be fails, whether or not its length was said", async () => {
  internet.sites[SITE] = (_, response) => response.end(LARGE);
  await expect(fetching(`https://${SITE}/a`, { maxBytes: 200_000 })).rejects.toThrow(/it is larger than/);
  internet.sites[SITE] = (_, response) => {
    response.write(LARGE);
    response.end();
  };
  await expect(fetching(`https://${SITE}/a`, { maxBytes: 200_000 })).rejects.toThrow(/it is larger than/);
});

test("one that is cut short fails", async () => {
  internet.sites[SITE] = (_, response) => {
    response.writeHead(200, { "content-length": LARGE.byteLength });
    response.write(LARGE.subarray(0, 100_000), () => response.destroy());
  };
  await expect(fetching(`https://${SITE}/a`)).rejects.toThrow(/the connection ended before the file did/);
});

test("what whoever uses it throws is passed on as it is", async () => {
  const fetchOutput = createOutputFetcher({ allowLoopback: false }, internet.network);
  const full = new Error("ENOSPC");
  const { signal } = new AbortController();
  await expect(
    fetchOutput(`https://${SITE}/a`, "image", () => Promise.reject(full), { signal }),
  ).rejects.toBe(full);
});

test("its time is limited, and an abort ends it at once", async () => {
  internet.sites[SITE] = (_, response) => void response.write(LARGE);
  const clock = manualClock();
  const slow = fetching(`https://${SITE}/a`, { clock, timeoutMs: 5000 });
  clock.advance(5000);
  await expect(slow).rejects.toThrow(/took longer than 5 s/);
  const controller = new AbortController();
  const stopped = fetching(`https://${SITE}/a`, { signal: controller.signal });
  controller.abort(new Error("stopped"));
  await expect(stopped).rejects.toThrow("stopped");
});

test("a private address is reached at the origin that is trusted, and at no other", async () => {
  const uri = "http://10.0.0.5:8787/out.png";
  await expect(fetching(uri)).rejects.toThrow(/not a public address/);
  await expect(fetching(uri, { trustedOrigin: "http://10.0.0.5:8788" })).rejects.toThrow(
    /not a public address/,
  );
  expect(internet.dialled).toEqual([]);
  expect(await fetching(uri, { trustedOrigin: "http://10.0.0.5:8787" })).toMatchObject({ bytes: PNG });
  expect(internet.dialled).toEqual(["10.0.0.5:8787"]);
});

test("a public host does not redirect to the origin that is trusted", async () => {
  internet.sites[OTHER_SITE] = (_, response) =>
    response.writeHead(302, { location: "http://10.0.0.5:8787/out.png" }).end();
  await expect(
    fetching(`https://${OTHER_SITE}/a`, { trustedOrigin: "http://10.0.0.5:8787" }),
  ).rejects.toThrow(/it redirects, and then 10\.0\.0\.5 is not a public address/);
});
