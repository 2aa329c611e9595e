import { expect, test } from "vitest";
import {
  ConnectionError,
  InvalidInputError,
  RateLimitError,
  type Uploader,
  type UploadProgress,
  untyped,
} from "../index.js";
import { gif, jpeg, png } from "../testing/images.js";
import { EDIT, PNG, rejection, SUBMITTED, setUp } from "../testing/set-up.js";

const MODEL = untyped("acme/private/edit");
const blob = (bytes: Uint8Array<ArrayBuffer> = PNG) => new Blob([bytes]);
const streamOf = (...chunks: Uint8Array[]) =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });

/** An uploader that gives the files numbers, and remembers them. */
function numbering() {
  const files: Blob[] = [];
  const upload: Uploader = async (file) => `https://files.example/${files.push(file)}`;
  return { files, upload };
}

test("files are replaced wherever they stand, and nothing else is changed", async () => {
  const { upload, files } = numbering();
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload });
  const input = {
    prompt: "x",
    none: null,
    missing: undefined,
    nested: { deep: [{ image: blob(png(1, 1)) }, 7, [blob(gif(1, 1)), true]] },
    link: new URL("https://example.com/a b.png"),
  };
  await client.submit(MODEL, input);
  const { nested, ...rest } = JSON.parse(service.calls[0]?.body ?? "");
  expect(rest).toEqual({ prompt: "x", none: null, link: "https://example.com/a%20b.png" });
  const types: Record<string, string> = Object.fromEntries(
    files.map(({ type }, index) => [`https://files.example/${index + 1}`, type]),
  );
  expect(types[nested.deep[0].image]).toBe("image/png");
  expect(nested.deep[1]).toBe(7);
  expect(types[nested.deep[2][0]]).toBe("image/gif");
  expect(nested.deep[2][1]).toBe(true);
});

test("the caller's input is left as it is", async () => {
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload: numbering().upload });
  const file = blob();
  const input = { images: [file], nested: { file } };
  await client.submit(MODEL, input);
  expect(input).toEqual({ images: [file], nested: { file } });
  expect(input.images[0]).toBe(file);
});

test("a URL object travels as its text, without an upload", async () => {
  const { upload, files } = numbering();
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload });
  await client.submit(EDIT, { prompt: "x", images: [new URL("https://example.com/b.png")] });
  expect(JSON.parse(service.calls[0]?.body ?? "").images).toEqual(["https://example.com/b.png"]);
  expect(files).toEqual([]);
});

test("a stream is read to its end, and uploaded like a file", async () => {
  const { upload, files } = numbering();
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload });
  await client.submit(MODEL, { image: streamOf(PNG.subarray(0, 3), PNG.subarray(3)) });
  expect(files.map(({ type }) => type)).toEqual(["image/png"]);
  expect(new Uint8Array(await (files[0] as Blob).arrayBuffer())).toEqual(PNG);
});

test("a file or stream that stands in several places is uploaded once", async () => {
  const { upload, files } = numbering();
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload });
  const file = blob();
  const stream = streamOf(gif(2, 2));
  await client.submit(MODEL, { a: file, b: [file, stream], c: { stream } });
  expect(files.map(({ type }) => type).sort()).toEqual(["image/gif", "image/png"]);
  const { a, b, c } = JSON.parse(service.calls[0]?.body ?? "");
  expect(b).toEqual([a, c.stream]);
  expect(a).not.toBe(c.stream);
});

test("equal files that are not the same are uploaded each", async () => {
  const { upload, files } = numbering();
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload });
  await client.submit(MODEL, { images: [blob(), blob()] });
  expect(files).toHaveLength(2);
});

test("files are uploaded at the same time", async () => {
  let running = 0;
  let most = 0;
  const release: (() => void)[] = [];
  const upload: Uploader = async () => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => {
      release.push(resolve);
      // None goes on before all three have come: one after the other, they would wait for ever.
      if (release.length === 3) for (const go of release) go();
    });
    running--;
    return "https://files.example/a";
  };
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload });
  await client.submit(MODEL, { images: [blob(), blob(), blob()] });
  expect(most).toBe(3);
});

test("progress is told with the path of the file and its size", async () => {
  const upload: Uploader = async (file, { onProgress }) => {
    onProgress(1);
    onProgress(file.size);
    return "https://files.example/a";
  };
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload });
  const seen: UploadProgress[] = [];
  await client.submit(
    MODEL,
    { images: ["https://example.com/a.png", blob()], video: { first: blob(jpeg(1, 1)) } },
    { onUpload: (progress) => seen.push(progress) },
  );
  const size = jpeg(1, 1).length;
  expect(seen.filter(({ path }) => path[0] === "images")).toEqual([
    { path: ["images", 1], loaded: 1, total: PNG.length },
    { path: ["images", 1], loaded: PNG.length, total: PNG.length },
  ]);
  expect(seen.filter(({ path }) => path[0] === "video")).toEqual([
    { path: ["video", "first"], loaded: 1, total: size },
    { path: ["video", "first"], loaded: size, total: size },
  ]);
});

test("an uploader is given the file with the type of its bytes, and the caller's signal", async () => {
  const given: unknown[] = [];
  const upload: Uploader = async (file, { signal }) => {
    given.push(file.type, file.size, signal);
    return "https://files.example/a";
  };
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload });
  const { signal } = new AbortController();
  await client.submit(MODEL, { image: new Blob([PNG], { type: "text/plain" }) }, { signal });
  expect(given).toEqual(["image/png", PNG.length, signal]);
});

test.each([
  ["an error", new Error("the disk is full"), "the disk is full"],
  ["something that is no error", "no luck", "no luck"],
])(
  "an uploader that throws %s is a ConnectionError that says that nothing was submitted",
  async (_, thrown, why) => {
    const upload = () => Promise.reject(thrown);
    const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload });
    const error = await rejection(client.submit(MODEL, { image: new File([PNG], "cup.png") }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toBe(`image (cup.png): the upload failed: ${why}. Nothing was submitted.`);
    expect(error.cause).toBe(thrown);
    expect(service.calls).toEqual([]);
  },
);

test("an uploader that throws one of the client's errors has said what it means", async () => {
  const thrown = new RateLimitError("slow down", { retryAfter: 1000 });
  const upload = () => Promise.reject(thrown);
  const { client } = await setUp({ submit: [SUBMITTED] }, { upload });
  expect(await rejection(client.submit(MODEL, { image: blob() }))).toBe(thrown);
});

test("an uploader that refuses a file makes it an issue of the input", async () => {
  const upload: Uploader = async (_file, { refuse }) => refuse("is not to our taste");
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload });
  const error = await rejection(client.submit(MODEL, { images: [blob()] }));
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error.issues).toEqual([{ path: ["images", 0], message: "is not to our taste" }]);
  expect(error.message).toContain("nothing was submitted");
  expect(service.calls).toEqual([]);
});

test("an abort is the end of an upload that does not listen to the signal", async () => {
  const controller = new AbortController();
  const reason = new Error("the user left");
  const upload: Uploader = () => {
    queueMicrotask(() => controller.abort(reason));
    return new Promise(() => {});
  };
  const { client, service } = await setUp({ submit: [SUBMITTED] }, { upload });
  expect(await rejection(client.submit(MODEL, { image: blob() }, { signal: controller.signal }))).toBe(
    reason,
  );
  expect(service.calls).toEqual([]);
});

test("an abort is the end of a stream that never ends", async () => {
  const controller = new AbortController();
  const endless = new ReadableStream({
    pull: () => new Promise(() => queueMicrotask(() => controller.abort())),
  });
  const { client, service } = await setUp({ submit: [SUBMITTED] }, numbering());
  const error = await rejection(client.submit(MODEL, { image: endless }, { signal: controller.signal }));
  expect(error).toBe(controller.signal.reason);
  expect(service.calls).toEqual([]);
});

class Picture {
  readonly source = "a.png";
}
test.each([
  ["a Uint8Array", PNG, "is a Uint8Array"],
  ["an ArrayBuffer", PNG.buffer, "is a ArrayBuffer"],
  ["a Map", new Map([["a", 1]]), "is a Map"],
  ["a Set", new Set([1]), "is a Set"],
  ["a Date", new Date(0), "is a Date"],
  ["an instance of a class", new Picture(), "is a Picture"],
])("%s is refused with its path, and nothing is sent", async (_, value, message) => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const error = await rejection(client.submit(MODEL, { nested: { images: [value] } }));
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error.issues).toEqual([
    {
      path: ["nested", "images", 0],
      message: `${message}, which has no form in JSON. Pass a Blob, a URL or plain data`,
    },
  ]);
  expect(error.message).toContain("nothing was sent");
  expect(service.calls).toEqual([]);
});

test("plain data of any depth is sent as it is, also without a prototype", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED] });
  const bare = Object.assign(Object.create(null), { a: [1, { b: [] }] });
  await client.submit(MODEL, { bare, list: [[[]]], yes: true });
  expect(JSON.parse(service.calls[0]?.body ?? "")).toEqual({
    bare: { a: [1, { b: [] }] },
    list: [[[]]],
    yes: true,
  });
});
