import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { RequestFailedError, SubmissionUnknownError } from "@model-api/client";
import { expect, test } from "vitest";
import { type FakeApi, type FakeApiOptions, fakeApi, LOSE_ANSWER } from "../testing/fake-api.js";
import { INPUT, MODEL, nodeClient } from "../testing/node-client.js";
import { PNG, rejection, temporaryFolder, write } from "../testing/set-up.js";
import { skippingClock } from "../testing/skipping-clock.js";
import { journal } from "./create-journal.js";
import type { JournalOptions } from "./journal.js";

async function setUp(options: FakeApiOptions = {}, more: JournalOptions = {}) {
  const api = await fakeApi(options);
  const kept = journal({ dir: temporaryFolder(), ...more });
  const resume = { journal: kept, resume: true };
  return { api, kept, resume, client: nodeClient(api) };
}

/** Stops waiting, as a process that ends does. */
async function leaveInTheMiddle(api: FakeApi, work: (signal: AbortSignal) => Promise<unknown>) {
  const abort = new AbortController();
  api.status = "in_progress";
  const working = work(abort.signal);
  while (!api.seen.some(({ url }) => url?.endsWith("/status")))
    await new Promise((turn) => setImmediate(turn));
  abort.abort(new Error("left"));
  expect((await rejection(working)).message).toBe("left");
  api.status = "completed";
  for (const request of api.charged) request.status = "completed";
}

test("work that somebody has left is waited for, not submitted again; once collected, the same is new work", async () => {
  const { api, client, resume } = await setUp();
  await leaveInTheMiddle(api, (signal) => client.run(MODEL, INPUT, { ...resume, signal }));
  expect((await client.run(MODEL, INPUT, resume)).requestId).toBe("r1");
  expect(api.charged).toHaveLength(1);
  expect((await client.run(MODEL, INPUT, resume)).requestId).toBe("r2");
});

test("the same work is the same whatever the order of its fields and the path of its files, and another is another", async () => {
  const { api, client, resume } = await setUp();
  const folder = temporaryFolder();
  const photo = write(folder, "photo.png", PNG);
  const copy = write(folder, "copy.png", PNG);
  const first = { prompt: "a prompt", images: [photo] };
  const { id } = await client.submit(MODEL, first, resume);
  for (const same of [
    { images: [copy], prompt: "a prompt" },
    { images: [PNG], prompt: "a prompt", aspect_ratio: undefined },
    { images: [Readable.from([PNG])], prompt: "a prompt" },
  ])
    expect((await client.submit(MODEL, same, resume)).id).toBe(id);
  expect(api.charged).toHaveLength(1);

  writeFileSync(copy, Buffer.concat([PNG, PNG]));
  const others = [
    client.submit(MODEL, { ...first, images: [copy] }, resume),
    client.submit(MODEL, { ...first, prompt: "another" }, resume),
    client.submit({ untyped: "acme/x/edit" }, { ...first, images: [PNG] }, resume),
    client.submit(MODEL, first, { ...resume, work: "row 2" }),
    client.submit(MODEL, first, { ...resume, work: "row 3" }),
    nodeClient(api, { baseUrl: `http://localhost:${api.port}` }).submit(MODEL, first, resume),
  ];
  const ids = (await Promise.all(others)).map((handle) => handle.id);
  expect(new Set([id, ...ids]).size).toBe(7);
});

test("a base URL is the same with and without /v1", async () => {
  const { api, client, resume } = await setUp();
  await client.submit(MODEL, INPUT, resume);
  await nodeClient(api, { baseUrl: `${api.url}/v1/` }).submit(MODEL, INPUT, resume);
  expect(api.charged).toHaveLength(1);
});

test("without resume, each run is new work", async () => {
  const { api, client, kept } = await setUp();
  for (let run = 0; run < 2; run++) await client.submit(MODEL, INPUT, { journal: kept });
  expect(api.charged).toHaveLength(2);
  expect((await kept.list()).entries).toHaveLength(2);
});

test("runs at the same time in one process get one request", async () => {
  const { api, client, resume } = await setUp();
  const handles = await Promise.all(Array.from({ length: 8 }, () => client.submit(MODEL, INPUT, resume)));
  expect(new Set(handles.map(({ id }) => id))).toEqual(new Set(["r1"]));
  expect(api.charged).toHaveLength(1);
});

test("what another run is just submitting is waited for", async () => {
  const clock = skippingClock();
  const { api, client, kept, resume } = await setUp({}, { clock });
  let answer = () => {};
  api.faults.push((response) => {
    answer = () => void response.setHeader("content-type", "application/json").end('{"request_id": "r1"}');
  });
  const first = client.submit(MODEL, INPUT, { journal: kept });
  while (api.charged.length === 0) await new Promise((turn) => setImmediate(turn));
  const second = client.submit(MODEL, INPUT, resume);
  while (clock.pauses.length < 3) await new Promise((turn) => setImmediate(turn));
  answer();
  expect([(await first).id, (await second).id]).toEqual(["r1", "r1"]);
  expect(api.charged).toHaveLength(1);
});

test("a result that could not be saved is given again", async () => {
  const { api, client, resume } = await setUp();
  const collect = () => {
    throw new Error("the disk is full");
  };
  expect((await rejection(client.run(MODEL, INPUT, { ...resume, collect }))).message).toBe(
    "the disk is full",
  );
  const saved: string[] = [];
  await client.run(MODEL, INPUT, { ...resume, collect: ({ requestId }) => void saved.push(requestId) });
  expect(saved).toEqual(["r1"]);
  expect(api.charged).toHaveLength(1);
});

test("a handle notes how its request ends; a failure or a cancel is no work to go on with", async () => {
  const { api, client, kept, resume } = await setUp();
  api.status = "failed";
  expect(await rejection(client.run(MODEL, INPUT, resume))).toBeInstanceOf(RequestFailedError);
  api.status = "in_queue";
  const handle = await client.submit(MODEL, INPUT, resume);
  expect(await handle.cancel()).toBe("cancelled");
  api.status = "completed";
  const last = await client.submit(MODEL, INPUT, resume);
  await last.result();
  expect((await kept.list()).entries.map(({ requestId, state }) => [requestId, state])).toEqual([
    ["r3", "completed"],
    ["r2", "cancelled"],
    ["r1", "failed"],
  ]);
});

test("what a submit is refused leaves no entry; nor does an input that is refused before", async () => {
  const { api, client, kept, resume } = await setUp();
  api.refusals.push({ status: 402, body: { error_code: 400002, error_message: "no balance" } });
  expect((await rejection(client.run(MODEL, INPUT, resume))).code).toBe("insufficient_balance");
  const wrong = { ...INPUT, aspect_ratio: "16x9" };
  expect((await rejection(client.run(MODEL, wrong, { ...resume, validate: true }))).code).toBe(
    "invalid_input",
  );
  expect((await rejection(client.run(MODEL, { images: ["none.png"] }, resume))).code).toBe("invalid_input");
  expect((await kept.list()).entries).toEqual([]);
});

test("an abort before the submit has left leaves no entry", async () => {
  const { api, kept, resume } = await setUp();
  const abort = new AbortController();
  const client = nodeClient(api, { hooks: { onRequest: () => abort.abort(new Error("enough")) } });
  const submitting = client.submit(MODEL, INPUT, { ...resume, signal: abort.signal });
  expect((await rejection(submitting)).message).toBe("enough");
  expect(api.charged).toEqual([]);
  expect((await kept.list()).entries).toEqual([]);
});

test("an answer that is lost is repeated with the same key and the same file where keys are honoured", async () => {
  const { api, client, kept, resume } = await setUp({ takesFiles: true });
  const input = { prompt: "x", images: [write(temporaryFolder(), "photo.png", PNG)] };
  api.faults.push(LOSE_ANSWER);
  expect(await rejection(client.run(MODEL, input, resume))).toBeInstanceOf(SubmissionUnknownError);
  expect((await kept.list()).entries).toMatchObject([{ state: "unknown", requestId: undefined }]);
  const another = nodeClient(api);
  expect((await another.run(MODEL, input, resume)).requestId).toBe("r1");
  expect(api.charged).toHaveLength(1);
  expect(api.uploads).toBe(1);
});

test("where keys are not honoured, an answer that is lost is an error that says how to go on, and nothing is submitted", async () => {
  const { api, client, kept, resume } = await setUp({ honoursKeys: false });
  api.faults.push(LOSE_ANSWER);
  await rejection(client.run(MODEL, INPUT, resume));
  const [entry] = (await kept.list()).entries;
  const error = await rejection(client.run(MODEL, INPUT, resume));
  expect(error).toMatchObject({ code: "submission_unknown", idempotencyKey: entry?.idempotencyKey });
  for (const word of [`journal.note("${entry?.id}"`, `journal.remove("${entry?.id}")`, "charged", kept.dir])
    expect(error.message).toContain(word);
  expect((await kept.list()).entries).toEqual([entry]);

  // It was there: somebody has looked.
  await kept.note(`${entry?.id}`, { requestId: "r1" });
  expect((await client.run(MODEL, INPUT, resume)).requestId).toBe("r1");
  expect(api.charged).toHaveLength(1);
});

test("an unknown submit that is forgotten makes way for a new one", async () => {
  const { api, client, kept, resume } = await setUp({ honoursKeys: false });
  api.faults.push(LOSE_ANSWER);
  await rejection(client.run(MODEL, INPUT, resume));
  await kept.remove(`${(await kept.list()).entries[0]?.id}`);
  expect((await client.run(MODEL, INPUT, resume)).requestId).toBe("r2");
});

test.each<[string, RegExp, (api: FakeApi, pass: (ms: number) => void) => object]>([
  ["with another token", /another token/, () => ({ token: "another-token" })],
  [
    "after more than a day",
    /more than a day ago/,
    (_, pass) => {
      pass(90_000_000);
      return {};
    },
  ],
])("a lost answer is not repeated %s, which could be charged again", async (_, why, change) => {
  const clock = skippingClock();
  const { api, client, resume } = await setUp({}, { clock });
  api.faults.push(LOSE_ANSWER);
  await rejection(client.run(MODEL, INPUT, resume));
  const later = nodeClient(
    api,
    change(api, (ms) => clock.pass(ms)),
  );
  expect((await rejection(later.run(MODEL, INPUT, resume))).message).toMatch(why);
  expect(api.seen.filter(({ url }) => url?.startsWith("/v1/models/openai"))).toHaveLength(1);
});

test("a lost answer is not repeated where the files would have other addresses", async () => {
  const { api, resume, kept } = await setUp();
  let count = 0;
  // What is signed may not be kept.
  const client = nodeClient(api, {
    upload: async () => `https://bucket.example/photo.png?signature=${count++}`,
  });
  const input = { prompt: "x", images: [PNG] };
  api.faults.push(LOSE_ANSWER);
  await rejection(client.run(MODEL, input, resume));
  const error = await rejection(client.run(MODEL, input, resume));
  expect(error).toMatchObject({
    code: "submission_unknown",
    message: expect.stringMatching(/other addresses/),
  });
  expect(api.charged).toHaveLength(1);
  expect((await kept.list()).entries).toMatchObject([{ state: "unknown" }]);
});

test("what a repeat is refused says nothing of the first try, which stays unknown", async () => {
  const { api, client, kept, resume } = await setUp();
  api.faults.push(LOSE_ANSWER);
  await rejection(client.run(MODEL, INPUT, resume));
  api.refusals.push({ status: 402, body: { error_code: 400002, error_message: "no balance" } });
  expect((await rejection(client.run(MODEL, INPUT, resume))).code).toBe("insufficient_balance");
  expect((await kept.list()).entries).toMatchObject([{ state: "unknown" }]);
  expect((await client.run(MODEL, INPUT, resume)).requestId).toBe("r1");
});

test("a request that the server does not know any more is an error that says how to go on", async () => {
  const { api, client, kept, resume } = await setUp();
  await client.submit(MODEL, INPUT, resume);
  api.charged.splice(0);
  const error = await rejection(client.run(MODEL, INPUT, resume));
  const [entry] = (await kept.list()).entries;
  expect(error).toMatchObject({ code: "request_gone", entryId: entry?.id });
  expect(error.message).toContain(`journal.remove("${entry?.id}")`);
  expect(api.charged).toEqual([]);
});

test("an entry of the same work that cannot be read may stand for a charge: nothing is submitted", async () => {
  const { api, client, kept, resume } = await setUp();
  await client.submit(MODEL, INPUT, resume);
  const [name = ""] = readdirSync(kept.dir).filter((file) => file.endsWith(".json"));
  writeFileSync(join(kept.dir, name), "{");
  const error = await rejection(client.run(MODEL, INPUT, resume));
  expect(error).toMatchObject({ code: "damaged" });
  expect(error.message).toContain(join(kept.dir, name));
  expect(api.charged).toHaveLength(1);
});

test("resume without a journal, and a journal that is none, are mistakes", async () => {
  const { api, client, kept } = await setUp();
  await expect(client.run(MODEL, INPUT, { resume: true })).rejects.toThrow(/need a `journal`/);
  await expect(client.run(MODEL, INPUT, { journal: { ...kept } })).rejects.toThrow(/is none/);
  expect(api.seen).toEqual([]);
});
