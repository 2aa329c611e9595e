import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { ConnectionError, type S3Options, s3, type UploadProgress } from "../index.js";
import { EDIT, PNG, rejection, SUBMITTED, setUp, TOKEN } from "../testing/set-up.js";

interface Put {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

/** A bucket that keeps what it is sent, or refuses it, or never answers. */
async function startBucket(status: number | "never" = 200) {
  const puts: Put[] = [];
  const server = createServer(async ({ method, url: path, headers, ...rest }, response) => {
    void rest;
    const chunks: Buffer[] = [];
    for await (const chunk of response.req) chunks.push(chunk);
    puts.push({ method, path, headers, bytes: new Uint8Array(Buffer.concat(chunks)) });
    if (status !== "never")
      response.writeHead(status).end(status === 200 ? "" : "<Error>AccessDenied</Error>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { puts, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const SIGNATURE = "X-Amz-Signature=5ecr3t";
const presignFor =
  (origin: string): S3Options["presign"] =>
  async ({ mediaType }) => ({
    uploadUrl: `${origin}/bucket/1.png?${SIGNATURE}`,
    url: "https://cdn.example/1.png",
    headers: { "content-type": mediaType, "x-amz-acl": "private" },
  });
const INPUT = { prompt: "x", images: [new Blob([PNG], { type: "image/jpeg" })] };

test("a file is put where the endpoint says, as it was signed, and the submit carries its public URL", async () => {
  const { origin, puts } = await startBucket();
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    { upload: s3({ presign: presignFor(origin) }) },
  );
  const seen: UploadProgress[] = [];
  await client.submit(EDIT, INPUT, { onUpload: (progress) => seen.push(progress) });
  expect(puts).toEqual([
    {
      method: "PUT",
      path: `/bucket/1.png?${SIGNATURE}`,
      headers: expect.objectContaining({
        "content-type": "image/png",
        "x-amz-acl": "private",
        "content-length": "11",
      }),
      bytes: PNG,
    },
  ]);
  expect(JSON.parse(service.calls[0]?.body ?? "").images).toEqual(["https://cdn.example/1.png"]);
  expect(service.calls).toHaveLength(1);
  expect(seen).toEqual([{ path: ["images", 0], loaded: 11, total: 11 }]);
});

test("the API's token is not sent to the bucket", async () => {
  const { origin, puts } = await startBucket();
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload: s3({ presign: presignFor(origin) }) });
  await client.submit(EDIT, INPUT);
  expect(puts[0]?.headers).not.toHaveProperty("authorization");
  expect(JSON.stringify(puts)).not.toContain(TOKEN);
});

test("the endpoint is told the media type of the bytes, the size, and the signal", async () => {
  const { origin } = await startBucket();
  const asked: unknown[] = [];
  const presign: S3Options["presign"] = (file, context) => {
    asked.push([file, context.signal]);
    return presignFor(origin)(file, context);
  };
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload: s3({ presign }) });
  const { signal } = new AbortController();
  await client.submit(EDIT, INPUT, { signal });
  expect(asked).toEqual([[{ mediaType: "image/png", size: 11 }, signal]]);
});

test("an upload that the bucket refuses names where, and never the signed URL", async () => {
  const { origin } = await startBucket(403);
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    { upload: s3({ presign: presignFor(origin) }) },
  );
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.message).toBe(
    `images.0: the upload failed: ${origin} answered HTTP 403; check what \`presign\` signs. Nothing was submitted.`,
  );
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SIGNATURE);
  expect(service.calls).toEqual([]);
});

test("a bucket that cannot be reached does not tell the signed URL either", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    { upload: s3({ presign: presignFor("http://127.0.0.1:1") }) },
  );
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.message).toMatch(/Nothing was submitted\.$/);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(SIGNATURE);
  expect(service.calls).toEqual([]);
});

test("an endpoint that does not sign ends the submit before anything is submitted", async () => {
  const presign = () => Promise.reject(new Error("no such bucket"));
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload: s3({ presign }) });
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error.message).toBe("images.0: the upload failed: no such bucket. Nothing was submitted.");
  expect(service.calls).toEqual([]);
});

test("an abort ends an upload that is under way", async () => {
  const { origin, puts } = await startBucket("never");
  const { client, service } = await setUp(
    { submit: [SUBMITTED] },
    { upload: s3({ presign: presignFor(origin) }) },
  );
  const controller = new AbortController();
  const { signal } = controller;
  const submitting = rejection(client.submit(EDIT, INPUT, { signal }));
  await expect.poll(() => puts.length).toBe(1);
  controller.abort();
  expect(await submitting).toBe(signal.reason);
  expect(service.calls).toEqual([]);
});

test("a fetch of one's own makes the upload", async () => {
  const inits: (RequestInit | undefined)[] = [];
  const own: typeof fetch = async (_url, init) => {
    inits.push(init);
    return new Response();
  };
  const upload = s3({ presign: presignFor("https://bucket.example"), fetch: own });
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload });
  await client.submit(EDIT, INPUT);
  expect(inits).toEqual([
    {
      method: "PUT",
      body: expect.any(Blob),
      headers: { "content-type": "image/png", "x-amz-acl": "private" },
    },
  ]);
});

test("a signed URL that is no URL is told without the URL", async () => {
  const presign: S3Options["presign"] = async () => ({
    uploadUrl: `/bucket?${SIGNATURE}`,
    url: "https://cdn.example/1",
  });
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload: s3({ presign }) });
  const error = await rejection(client.submit(EDIT, INPUT));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.message).toContain("`presign` gave an `uploadUrl` that is no absolute URL");
  expect(inspect(error, { depth: 9 })).not.toContain("5ecr3t");
  expect(service.calls).toEqual([]);
});
