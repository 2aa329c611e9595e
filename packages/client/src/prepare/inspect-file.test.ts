import { expect, test } from "vitest";
import { InvalidInputError, untyped } from "../index.js";
import { gif, jpeg, mp4, png, wav, webp } from "../testing/images.js";
import { EDIT, rejection, SUBMITTED, setUp } from "../testing/set-up.js";
import { inspectFile } from "./inspect-file.js";

/** Its images have rules: under 30 MB, edges over 14 pixels, a ratio between 1:16 and 16:1. */
const SEEDREAM = "bytedance/seedream-5.0-pro/image-to-image";

const KNOWN: [string, Uint8Array<ArrayBuffer>][] = [
  ["image/png", png(1, 1)],
  ["image/jpeg", jpeg(1, 1)],
  ["image/gif", gif(1, 1)],
  ["image/webp", webp("lossy", 1, 1)],
  ["video/mp4", mp4],
  ["audio/wav", wav],
];
test.each(KNOWN)("%s is known by its bytes, whatever the file claims to be", async (type, bytes) => {
  for (const claimed of ["", "image/bmp", "text/plain"])
    expect(await inspectFile(new Blob([bytes], { type: claimed }), undefined)).toEqual({
      type,
      problems: [],
    });
});

test("of bytes that are not known, the file's own claim counts", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const drawing = new Blob(["<svg/>"], { type: "image/svg+xml" });
  await client.submit(EDIT, { prompt: "x", images: [drawing] });
  expect(JSON.parse(service.calls.at(-1)?.body ?? "").images[0]).toMatch(/^data:image\/svg\+xml;base64,/);
});

test.each([
  ["a video", mp4, "video/mp4", "is no image file; its bytes are those of video/mp4"],
  [
    "words",
    new TextEncoder().encode("hello"),
    "",
    "is no image file; its bytes are of no media type that is known",
  ],
  ["nothing", new Uint8Array(), "", "is no image file; its bytes are of no media type that is known"],
])("%s in a field for images is refused by its bytes", async (_, bytes, type, message) => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const file = new Blob([bytes]);
  const error = await rejection(client.submit(EDIT, { prompt: "x", images: [file] }));
  expect(error).toBeInstanceOf(InvalidInputError);
  const params = { kind: "image", type };
  expect(error.issues).toEqual([{ path: ["images", 0], message, keyword: "fileKind", params }]);
  expect(error.message).toBe(`The input does not fit ${EDIT}; nothing was sent.\n  images.0: ${message}`);
  expect(service.calls).toEqual([]);
});

test("a video that claims to be an image is refused all the same", async () => {
  const { client } = await setUp({ submit: [SUBMITTED] });
  const file = new File([mp4], "photo.png", { type: "image/png" });
  const error = await rejection(client.submit(EDIT, { prompt: "x", images: [file] }));
  expect(error.message).toContain("images.0: is no image file; its bytes are those of video/mp4 (photo.png)");
});

test("a sound where a model wants an image or a sound is judged by the field that it stands in", async () => {
  const { client } = await setUp({ submit: [SUBMITTED] });
  const sound = new Blob([wav]);
  const error = await rejection(
    client.submit("wan-ai/wan-2.7/image-to-video", { prompt: "x", image_url: sound, audio_url: sound }),
  );
  expect(error.issues).toEqual([
    {
      path: ["image_url"],
      message: "is no image file; its bytes are those of audio/wav",
      keyword: "fileKind",
      params: { kind: "image", type: "audio/wav" },
    },
  ]);
});

test("a file of a model that nobody knows must be of some medium", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const model = untyped("acme/private/edit");
  const error = await rejection(client.submit(model, { any: new Blob(["hello"]) }));
  expect(error.message).toContain("any: is no image, video or audio file");
  await client.submit(model, { any: new Blob([mp4]) });
  expect(JSON.parse(service.calls.at(-1)?.body ?? "").any).toMatch(/^data:video\/mp4;base64,/);
});

const EDGES: [string, Uint8Array<ArrayBuffer>][] = [
  ["a PNG", png(14, 200)],
  ["a GIF", gif(14, 200)],
  ["a JPEG behind an EXIF segment", jpeg(14, 200, { exif: 60_000 })],
  ["a progressive JPEG", jpeg(14, 200, { frame: 0xc2 })],
  ["a lossy WebP", webp("lossy", 14, 200)],
  ["a lossless WebP", webp("lossless", 14, 200)],
  ["an extended WebP", webp("extended", 14, 200)],
];
test.each(EDGES)(
  "%s that is too narrow for the model is refused before anything is sent",
  async (_, bytes) => {
    const { client, service } = await setUp({ submit: [SUBMITTED] });
    const error = await rejection(client.submit(SEEDREAM, { prompt: "x", image: [new Blob([bytes])] }));
    expect(error.issues).toEqual([
      {
        path: ["image", 0],
        message: "must have width pixels > 14; it has 14",
        keyword: "fileRule",
        params: { measure: "width_pixels", comparison: ">", value: 14 },
      },
    ]);
    expect(service.calls).toEqual([]);
  },
);

test("all rules that a file breaks are told, and those of all files", async () => {
  const { client } = await setUp({ submit: [SUBMITTED] });
  const flat = new Blob([png(320, 14)]);
  const large = new Blob([png(100, 100), new Uint8Array(30 * 2 ** 20)]);
  const error = await rejection(client.submit(SEEDREAM, { prompt: "x", image: [flat, large] }));
  expect(error.issues).toMatchObject([
    { path: ["image", 0], message: "must have width/height < 16; it has 22.857" },
    { path: ["image", 0], message: "must have height pixels > 14; it has 14" },
    { path: ["image", 1], message: "must have file size mb < 30; it has 30" },
  ]);
});

test("a file whose edges cannot be read is left to the server", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  await client.submit(SEEDREAM, { prompt: "x", image: [new Blob([png(1, 1).subarray(0, 12)])] });
  expect(service.of("submit")).toHaveLength(1);
});

test("a file that keeps the rules is sent", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  await client.submit(SEEDREAM, {
    prompt: "x",
    image: [new Blob([png(15, 15)]), "https://example.com/a.png"],
  });
  expect(service.of("submit")).toHaveLength(1);
});
