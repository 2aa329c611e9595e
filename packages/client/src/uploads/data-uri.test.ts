import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { dataUri, InvalidInputError, type UploadProgress, untyped } from "../index.js";
import { mp4 } from "../testing/images.js";
import { EDIT, PNG, rejection, SUBMITTED, setUp } from "../testing/set-up.js";

const MEBIBYTE = 2 ** 20;
const MODEL = untyped("acme/private/edit");
/** Bytes of which no two neighbourhoods are alike, behind a PNG's first ones. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0, word = 1; at < length; at++) {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = word >>> 24;
  }
  bytes.set(PNG.subarray(0, length));
  return bytes;
}
const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test.each([PNG.length, 24_575, 24_577, 3 * MEBIBYTE, 3 * MEBIBYTE + 1, 7 * MEBIBYTE + 2])(
  "a file of %d bytes arrives byte for byte, as base64 without gaps",
  async (length) => {
    const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload: dataUri() });
    const bytes = noise(length);
    await client.submit(MODEL, { image: new Blob([bytes]) });
    const [head, base64 = ""] = JSON.parse(service.calls[0]?.body ?? "").image.split(",");
    expect(head).toBe("data:image/png;base64");
    expect(base64).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
    expect(base64.length).toBe(4 * Math.ceil(length / 3));
    expect(digest(Buffer.from(base64, "base64"))).toBe(digest(bytes));
  },
);

test.each([
  [undefined, 8 * MEBIBYTE, "has 8.0 MiB, and at most 8.0 MiB are sent inside a request"],
  [{ maxBytes: 10 }, 10, "has 0.0 MiB, and at most 0.0 MiB are sent inside a request"],
])(
  "with %j a file of one byte more than %d is refused, and nothing is submitted",
  async (limit, most, message) => {
    const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload: dataUri(limit) });
    const error = await rejection(client.submit(MODEL, { image: new Blob([noise(most + 1)]) }));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error.issues).toEqual([{ path: ["image"], message: expect.stringContaining(message) }]);
    expect(service.calls).toEqual([]);
  },
);

test("progress is told piece by piece, up to the whole", async () => {
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload: dataUri() });
  const seen: UploadProgress[] = [];
  const total = 6.5 * MEBIBYTE;
  await client.submit(
    MODEL,
    { image: new Blob([noise(total)]) },
    { onUpload: (progress) => seen.push(progress) },
  );
  expect(seen).toEqual(
    [3 * MEBIBYTE, 6 * MEBIBYTE, total].map((loaded) => ({ path: ["image"], loaded, total })),
  );
});

test("an abort between two pieces is its end", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload: dataUri() });
  const controller = new AbortController();
  const { signal } = controller;
  const onUpload = () => controller.abort();
  const image = new Blob([noise(7 * MEBIBYTE)]);
  expect(await rejection(client.submit(MODEL, { image }, { signal, onUpload }))).toBe(signal.reason);
  expect(service.calls).toEqual([]);
});

test("the media type is the one of the bytes", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload: dataUri() });
  await client.submit(MODEL, { video: new Blob([mp4], { type: "image/png" }) });
  expect(JSON.parse(service.calls[0]?.body ?? "").video).toMatch(/^data:video\/mp4;base64,/);
  await client.submit(EDIT, { prompt: "x", images: [new Blob([PNG], { type: "image/jpeg" })] });
  expect(JSON.parse(service.calls[1]?.body ?? "").images[0]).toMatch(/^data:image\/png;base64,/);
});
