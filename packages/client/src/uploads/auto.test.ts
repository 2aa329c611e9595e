import { expect, test } from "vitest";
import { auto, type ClientOptions, InvalidInputError, serverFiles, untyped } from "../index.js";
import { type FakeAnswer, RESET } from "../testing/fake-service.js";
import { mp4 } from "../testing/images.js";
import { EDIT, EXTENSIONS, PNG, rejection, SUBMITTED, setUp } from "../testing/set-up.js";

const UPLOADED: FakeAnswer = {
  json: { url: "https://files.example/1.png", media_type: "image/png", size: PNG.length },
};
const CATEGORIES: FakeAnswer = { json: { categories: [] } };
const PROBE = "/v1/models/categories";
const FILES = "/v1/files";
const file = () => new Blob([PNG], { type: "text/plain" });
const inputOf = (...images: Blob[]) => ({ prompt: "x", images });
const DATA_URI = `data:image/png;base64,${Buffer.from(PNG).toString("base64")}`;

test("a server that takes files gets the file, byte for byte, and the submit gets its URL", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED], [FILES]: [UPLOADED], [PROBE]: [CATEGORIES] },
    {},
    { headers: EXTENSIONS },
  );
  await client.submit(EDIT, inputOf(file()));
  expect(service.calls.map(({ path }) => path)).toEqual([PROBE, FILES, `/v1/models/${EDIT}`]);
  expect(service.calls[1]).toMatchObject({ method: "POST", headers: { "content-type": "image/png" } });
  expect(new Uint8Array(service.calls[1]?.bytes ?? [])).toEqual(PNG);
  expect(JSON.parse(service.calls[2]?.body ?? "").images).toEqual(["https://files.example/1.png"]);
});

test("a server without files gets a data URI in the submit", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED], [PROBE]: [CATEGORIES] });
  await client.submit(EDIT, inputOf(file()));
  expect(service.calls.map(({ path }) => path)).toEqual([PROBE, `/v1/models/${EDIT}`]);
  expect(JSON.parse(service.calls[1]?.body ?? "").images).toEqual([DATA_URI]);
});

test("a server that names other extensions, but no files, gets a data URI", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED], [PROBE]: [CATEGORIES] },
    {},
    { headers: { "model-api-extensions": "wait, profiles" } },
  );
  await client.submit(EDIT, inputOf(file()));
  expect(JSON.parse(service.of("submit")[0]?.body ?? "").images).toEqual([DATA_URI]);
});

test("the server is asked only where no answer has told yet", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED], [PROBE]: [CATEGORIES] });
  await client.submit(EDIT, { prompt: "x", images: ["https://example.com/a.png"] });
  await client.submit(EDIT, inputOf(file()));
  await client.submit(EDIT, inputOf(file()));
  expect(service.of(PROBE)).toEqual([]);
});

test("two files in one input are one question to the server", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED], [PROBE]: [CATEGORIES] });
  await client.submit(EDIT, inputOf(file(), file()));
  expect(service.of(PROBE)).toHaveLength(1);
});

test.each([
  ["is not there", { status: 404, json: { error_code: 404001, error_message: "no" } }],
  ["is refused", { status: 403, text: "" }],
] as const)("a question that %s is an answer as well", async (_, answer) => {
  const { client, service } = await setUp({ submit: [SUBMITTED], [PROBE]: [answer] });
  await client.submit(EDIT, inputOf(file()));
  expect(JSON.parse(service.of("submit")[0]?.body ?? "").images).toEqual([DATA_URI]);
  expect(service.of(PROBE)).toHaveLength(1);
});

test("a server that cannot be reached to be asked is an error, and nothing is submitted", async () => {
  const { client, service } = await setUp({ submit: [SUBMITTED], [PROBE]: [RESET] });
  expect((await rejection(client.submit(EDIT, inputOf(file())))).code).toBe("connection");
  expect(service.of("submit")).toEqual([]);
});

test.each([
  [
    "eight MiB",
    {},
    8 * 2 ** 20,
    /has 8\.0 MiB; this server takes no uploads, and at most 8\.0 MiB go inside a request\. .*s3\(/,
  ],
  ["what was set", { upload: auto({ maxBytes: 2 ** 20 }) }, 2 ** 20, /has 1\.0 MiB; .* at most 1\.0 MiB/],
] as [string, ClientOptions, number, RegExp][])(
  "without the server's files, a file of more than %s is refused with the choices that there are",
  async (_, options, limit, message) => {
    const { client, service } = await setUp({ submit: [SUBMITTED], [PROBE]: [CATEGORIES] }, options);
    const large = new File([PNG, new Uint8Array(limit)], "large.png");
    const error = await rejection(client.submit(EDIT, inputOf(large)));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error.message).toContain("nothing was submitted");
    expect(error.issues).toEqual([{ path: ["images", 0], message: expect.stringMatching(message) }]);
    expect(error.issues[0].message).toMatch(/ \(large\.png\)$/);
    expect(service.of("submit")).toEqual([]);
  },
);

test("a file of just as much as fits goes into the request", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED], [PROBE]: [CATEGORIES] },
    { upload: auto({ maxBytes: PNG.length }) },
  );
  await client.submit(EDIT, inputOf(file()));
  expect(JSON.parse(service.of("submit")[0]?.body ?? "").images).toEqual([DATA_URI]);
});

test("an answer of a gateway, which names no extensions, takes back nothing that the server has named", async () => {
  const named: FakeAnswer = { json: { status: "completed" }, headers: EXTENSIONS };
  const { client, service } = await setUp({
    submit: [SUBMITTED],
    status: [named, { status: 502, text: "<html>bad gateway</html>" }, { json: { status: "completed" } }],
    [FILES]: [UPLOADED],
  });
  await client.request("r1").status();
  await client.request("r1").status();
  await client.submit(EDIT, inputOf(file()));
  expect(service.of(FILES)).toHaveLength(1);
  expect(service.of(PROBE)).toEqual([]);
});

test("a server that takes files gets those that are larger, too", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED], [FILES]: [UPLOADED], [PROBE]: [CATEGORIES] },
    {},
    { headers: EXTENSIONS },
  );
  await client.submit(EDIT, inputOf(new Blob([PNG, new Uint8Array(9 * 2 ** 20)])));
  expect(service.of(FILES)[0]?.bytes).toHaveLength(PNG.length + 9 * 2 ** 20);
});

test("serverFiles uploads without a question", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED], [FILES]: [UPLOADED] },
    { upload: serverFiles() },
  );
  await client.submit(EDIT, inputOf(file()));
  expect(service.calls.map(({ path }) => path)).toEqual([FILES, `/v1/models/${EDIT}`]);
});

test("an upload that fails on the way is repeated: it costs nothing", async () => {
  const { client, service } = await setUp(
    { submit: [SUBMITTED], [FILES]: [RESET, { status: 503, text: "" }, UPLOADED] },
    { upload: serverFiles() },
  );
  await client.submit(EDIT, inputOf(file()));
  expect(service.of(FILES)).toHaveLength(3);
  expect(service.of(FILES).map(({ bytes }) => bytes.length)).toEqual(Array(3).fill(PNG.length));
});

test("what the server says of a file is told as it is, and nothing is submitted", async () => {
  const refusal: FakeAnswer = { status: 413, json: { error_code: 422, error_message: "over 256 MiB" } };
  const { client, service } = await setUp(
    { submit: [SUBMITTED], [FILES]: [refusal] },
    { upload: serverFiles() },
  );
  const error = await rejection(client.submit(untyped("a/b"), { video: new Blob([mp4]) }));
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error.message).toContain("over 256 MiB");
  expect(service.of("submit")).toEqual([]);
});

test("an upload may take ten times as long as a read", async () => {
  const { client, clock } = await setUp(
    { submit: [SUBMITTED], [FILES]: [{ json: { url: "https://files.example/1.png" }, after: 299_999 }] },
    { upload: serverFiles() },
  );
  await client.submit(EDIT, inputOf(file()));
  expect(clock.elapsed).toBe(299_999);
});
