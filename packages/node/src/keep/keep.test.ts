import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeApi } from "../testing/fake-api.js";
import { INPUT, MODEL, nodeClient } from "../testing/node-client.js";
import { PNG, rejection, serve, temporaryFolder, write } from "../testing/set-up.js";
import { skippingClock } from "../testing/skipping-clock.js";
import { keep } from "./keep.js";

const SHA256 = createHash("sha256").update(PNG).digest("hex");

beforeEach(() => vi.stubEnv("TMPDIR", temporaryFolder()));
afterEach(() => vi.unstubAllEnvs());

const pictures = () => serve((_, response) => response.end(PNG));

/** A bucket that takes what is put, after so many failures. */
async function bucket(failures = 0, status = 503) {
  const objects = new Map<string, { body: Buffer; headers: Record<string, unknown> }>();
  const server = await serve(async (request, response, count) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    if (count <= failures) return response.writeHead(status).end();
    objects.set(`${request.url}`, { body: Buffer.concat(pieces), headers: request.headers });
    response.end();
  });
  return { ...server, objects };
}

test("outputs are copied to a folder, with checksums, and nothing else is left", async () => {
  const { url } = await pictures();
  const to = join(temporaryFolder(), "kept");
  const kept = await keep({ images: [`${url}/1`, `${url}/2`] }, { to, baseUrl: url });
  expect(kept).toEqual(
    ["output.png", "output-2.png"].map((name, index) => ({
      kind: "image",
      url: `${url}/${index + 1}`,
      name,
      location: join(to, name),
      mediaType: "image/png",
      bytes: PNG.length,
      sha256: SHA256,
      requestId: undefined,
    })),
  );
  expect(readdirSync(to).sort()).toEqual(["output-2.png", "output.png"]);
  expect(readFileSync(join(to, "output.png"))).toEqual(PNG);
});

test("a handle is waited for, and its files have the request's name", async () => {
  const api = await fakeApi();
  const client = nodeClient(api);
  const to = temporaryFolder();
  const handle = await client.submit(MODEL, INPUT);
  api.files = PNG;
  const [kept] = await client.keep(handle, { to });
  expect(kept).toMatchObject({
    requestId: "r1",
    name: "r1.png",
    location: join(to, "r1.png"),
    sha256: SHA256,
  });
});

test.skipIf(process.platform === "win32")(
  "a sidecar is what sha256sum checks, and is never put in another's place",
  async () => {
    const { url } = await pictures();
    const to = temporaryFolder();
    write(to, "output.png.sha256", "theirs");
    const [kept] = await keep({ image: url }, { to, baseUrl: url, sidecar: true });
    expect(kept?.name).toBe("output-2.png");
    expect(readFileSync(join(to, "output.png.sha256"), "utf8")).toBe("theirs");
    const check = spawnSync("sha256sum", ["--check", "output-2.png.sha256"], { cwd: to, encoding: "utf8" });
    expect(check.stdout).toBe("output-2.png: OK\n");
  },
);

test("outputs are put into a bucket by requests that a function signs, without the token", async () => {
  const { url } = await pictures();
  const store = await bucket();
  const kept = await keep(
    { image: `${url}/1`, video: `${url}/2` },
    {
      to: {
        presign: async ({ name, mediaType, sha256, bytes, kind }) => ({
          uploadUrl: `${store.url}/${kind}/${name}?signature=secret`,
          url: `https://cdn.example/${kind}/${name}`,
          headers: { "content-type": mediaType, "x-amz-checksum-sha256": sha256, "x-bytes": `${bytes}` },
        }),
      },
      name: "edit",
      baseUrl: url,
    },
  );
  expect(kept.map(({ location }) => location)).toEqual([
    "https://cdn.example/image/edit.png",
    "https://cdn.example/video/edit.png",
  ]);
  expect(store.objects.get("/image/edit.png?signature=secret")).toMatchObject({
    body: PNG,
    headers: {
      "content-type": "image/png",
      "content-length": `${PNG.length}`,
      "x-amz-checksum-sha256": SHA256,
      "x-bytes": `${PNG.length}`,
    },
  });
  for (const { headers } of store.objects.values()) expect(headers).not.toHaveProperty("authorization");
  expect(readdirSync(process.env.TMPDIR ?? "").filter((name) => !name.includes("test"))).toEqual([]);
});

test("a put that fails is tried again with a new signature, and its error does not tell the signature", async () => {
  const { url } = await pictures();
  const clock = skippingClock();
  let signed = 0;
  const to = (store: { url: string }) => ({
    presign: async () => ({
      uploadUrl: `${store.url}/x?signature=secret${signed++}`,
      url: "https://cdn.example/x",
    }),
  });
  const [kept] = await keep({ image: url }, { to: to(await bucket(2)), baseUrl: url, clock });
  expect(kept?.location).toBe("https://cdn.example/x");
  expect(signed).toBe(3);
  expect(clock.pauses).toHaveLength(2);

  const error = await rejection(keep({ image: url }, { to: to(await bucket(99, 403)), baseUrl: url, clock }));
  expect(error).toMatchObject({ code: "connection", message: expect.stringMatching(/HTTP 403/) });
  expect(error.message).not.toContain("secret");
});

test("what a signing function throws is thrown", async () => {
  const { url } = await pictures();
  const presign = () => Promise.reject(new Error("no credentials"));
  expect((await rejection(keep({ image: url }, { to: { presign }, baseUrl: url }))).message).toBe(
    "no credentials",
  );
});

test("what cannot be fetched is kept nowhere", async () => {
  const { url } = await serve((request, response) =>
    request.url === "/2" ? response.writeHead(404).end() : response.end(PNG),
  );
  const store = await bucket();
  const folder = join(temporaryFolder(), "kept");
  const output = { images: [`${url}/1`, `${url}/2`] };
  const presign = async () => ({ uploadUrl: `${store.url}/x`, url: "https://cdn.example/x" });
  for (const to of [folder, { presign }])
    expect(await rejection(keep(output, { to, baseUrl: url }))).toMatchObject({ code: "refused" });
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  expect(store.seen).toEqual([]);
});
