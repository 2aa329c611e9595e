import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startS3, type TestS3 } from "../testing/s3.js";
import { storageContract } from "../testing/storage-contract.js";
import { createS3Storage, type S3StorageOptions } from "./s3-storage.js";

let s3: TestS3;
let places = 0;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

const open = (more: Partial<S3StorageOptions> = {}) => {
  const { endpoint, bucket, accessKeyId, secretAccessKey } = s3;
  return createS3Storage({ endpoint, bucket, accessKeyId, secretAccessKey, ...more });
};

storageContract("S3", {
  async create() {
    return {
      storage: await open({ prefix: `place-${places++}` }),
      // Connections that wait for their next use do not count.
      openHandles: () => process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length,
      leftovers: () => s3.pendingUploads(),
      remove: async () => {},
    };
  },
});

test("a prefix keeps servers apart that share a bucket", async () => {
  const [one, other, all] = [await open({ prefix: "/a/b/" }), await open({ prefix: "a/bc" }), await open()];
  await one.write("files/x.png", Buffer.from("x"));
  expect(await other.find("files/x.png")).toBeUndefined();
  const listed: string[] = [];
  for await (const { key } of all.list("a/b")) listed.push(key);
  expect(listed).toEqual(["a/b/files/x.png"]);
});

test("a list goes on over all pages, and all that is listed is removed", async () => {
  const folder = join(s3.folder, "many/files");
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < 1100; i++) writeFileSync(join(folder, `f${i}.png._S3rver_object`), "x");
  const storage = await open({ prefix: "many" });
  const keys = new Set<string>();
  for await (const { key } of storage.list("files")) keys.add(key);
  expect(keys.size).toBe(1100);
  await storage.remove("files");
  for await (const { key } of storage.list("files")) expect.fail(`${key} is left`);
});

/** Services that answer as the test says, and what they were asked. */
const services: { close(): void }[] = [];
afterEach(() => {
  for (const service of services.splice(0)) service.close();
});

async function service(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: IncomingMessage[] = [];
  const server = createServer(async (request, response) => {
    await buffer(request).catch(() => {});
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  services.push({
    close() {
      server.close();
      server.closeAllConnections();
    },
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, asked };
}

const KEY = { accessKeyId: "AKIAPUBLICPART", secretAccessKey: "the secret part" };

test("what is sent needs no more than old S3: a type, no checksums, no trailers, a signature over the whole", async () => {
  const { endpoint, asked } = await service((_, response) => response.setHeader("etag", '"x"').end());
  const storage = await createS3Storage({ bucket: "media", endpoint, ...KEY });
  await storage.write("outputs/r/x.webp", Buffer.from("x"));
  expect(asked.map(({ method, url }) => `${method} ${url?.replace(/\?.*/, "")}`)).toEqual([
    "HEAD /media/",
    "PUT /media/outputs/r/x.webp",
  ]);
  const headers = asked[1]?.headers ?? {};
  expect(headers).toMatchObject({ "content-type": "image/webp", "content-length": "1" });
  expect(Object.keys(headers).filter((name) => /checksum|trailer|encoding/.test(name))).toEqual([]);
  expect(headers["x-amz-content-sha256"]).toMatch(/^[0-9a-f]{64}$/);
});

/** Answers to the question for the bucket itself, so that the server may start, and fails at all else. */
const failing = (status: number, code: string, message = "") =>
  service((request, response) => {
    if (request.method === "HEAD" && request.url === "/media/") return response.end();
    response.statusCode = status;
    response.setHeader("content-type", "application/xml");
    response.end(
      request.method === "HEAD"
        ? undefined
        : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message><AWSAccessKeyId>${KEY.accessKeyId}</AWSAccessKeyId></Error>`,
    );
  });

test("an error says what was tried on which bucket, and nothing of keys and signed URLs", async () => {
  const secrets = `${KEY.accessKeyId} ${KEY.secretAccessKey} https://x/?X-Amz-Signature=abc`;
  const { endpoint } = await failing(403, "AccessDenied", secrets);
  const storage = await createS3Storage({ bucket: "media", endpoint: `${endpoint}/`, ...KEY });
  const errors = await Promise.all([
    failureOf(storage.write("files/x.png", Buffer.from("x"))),
    failureOf(storage.find("files/x.png")),
    failureOf(storage.remove("files/x.png")),
    failureOf(storage.list("files")[Symbol.asyncIterator]().next()),
  ]);
  expect(errors.map(({ message }) => message.replace(/ Check .*/, ""))).toEqual([
    `S3: files/x.png could not be written to bucket media at ${endpoint}: AccessDenied, HTTP 403.`,
    `S3: files/x.png could not be looked up in bucket media at ${endpoint}: HTTP 403.`,
    `S3: files/x.png could not be removed from bucket media at ${endpoint}: AccessDenied, HTTP 403.`,
    `S3: files/ could not be listed in bucket media at ${endpoint}: AccessDenied, HTTP 403.`,
  ]);
  for (const error of errors) {
    expect(error.message).toContain("Check the access key");
    expect([Object.keys(error), error.cause]).toEqual([[], undefined]);
    expect(`${error.stack}`).not.toMatch(/AKIA|secret part|X-Amz/);
  }
});

test.each([
  [
    "a bucket that is not there",
    { bucket: "nobody" },
    /bucket nobody at .*NotFound, HTTP 404\. Make the bucket/,
  ],
  ["an unknown key", { accessKeyId: "nobody" }, /bucket media at .*HTTP 403\. Check the access key/],
  ["nobody who listens", { endpoint: "http://127.0.0.1:1" }, /ECONNREFUSED\. Check the endpoint/],
  ["an endpoint that is none", { endpoint: "minio:9000" }, /is no http or https URL/],
  ["half a key", { secretAccessKey: undefined }, /are given together/],
])("%s is told at the start", async (_, more, message) => {
  await expect(open(more)).rejects.toThrow(message);
});

test("an error of a URL with a password does not tell the password", async () => {
  const { message } = await failureOf(open({ endpoint: "http://user:password@127.0.0.1:1" }));
  expect(message).toContain("127.0.0.1:1");
  expect(message).not.toContain("password");
});

test("a file that is removed between its finding and its reading fails with its name", async () => {
  const storage = await open({ prefix: "gone" });
  await storage.write("files/x.png", Buffer.from("x"));
  const file = await storage.find("files/x.png");
  if (!file) throw new Error("it is not there");
  await storage.remove("files/x.png");
  const { message } = await failureOf(buffer(file.open()));
  expect(message).toContain("files/x.png could not be read from bucket media");
  expect(message).toContain("NoSuchKey, HTTP 404");
});

async function failureOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.fail("it did not fail"),
    (error) => error,
  );
}
