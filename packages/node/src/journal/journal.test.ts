import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FakeApi, fakeApi } from "../testing/fake-api.js";
import { INPUT, MODEL, nodeClient } from "../testing/node-client.js";
import { PNG, temporaryFolder, write } from "../testing/set-up.js";
import { skippingClock } from "../testing/skipping-clock.js";
import { journal } from "./create-journal.js";
import type { EntryRecord } from "./entry-file.js";
import type { Journal } from "./journal.js";
import { stateFolder } from "./state-folder.js";

const DAY = 86_400_000;

/** Runs one request through a journal of its own. */
async function ran(options: Parameters<typeof journal>[0] = {}): Promise<{ api: FakeApi; kept: Journal }> {
  const api = await fakeApi();
  const kept = journal({ dir: join(temporaryFolder(), "journal"), ...options });
  await nodeClient(api).run(MODEL, INPUT, { journal: kept });
  return { api, kept };
}

const texts = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"))
    .join("\n");

/** The one entry's file, changed. */
function rewrite(kept: Journal, change: (record: EntryRecord) => object | string) {
  const [name = ""] = readdirSync(kept.dir).filter((file) => file.endsWith(".json"));
  const path = join(kept.dir, name);
  const changed = change(JSON.parse(readFileSync(path, "utf8")));
  writeFileSync(path, typeof changed === "string" ? changed : JSON.stringify(changed));
  return path;
}

test("the intent is on disk when the submit arrives, the id after it, the end after that", async () => {
  const api = await fakeApi();
  const kept = journal({ dir: temporaryFolder() });
  const states: unknown[] = [];
  const look = async () => {
    const { entries } = await kept.list();
    states.push(entries.map(({ state, requestId, isCollected }) => [state, requestId, isCollected]));
  };
  const client = nodeClient(api, {
    fetch: async (url, init) => {
      await look();
      return fetch(url, init);
    },
  });
  await client.run(MODEL, INPUT, { journal: kept, collect: look });
  await look();
  const submitted = [["submitted", "r1", false]];
  expect(states).toEqual([
    [["submitting", undefined, false]],
    submitted,
    submitted,
    [["completed", "r1", false]],
    [["completed", "r1", true]],
  ]);
  expect((await kept.list()).entries[0]).toMatchObject({
    model: "openai/gpt-image-2/edit",
    baseUrl: api.url,
    idempotencyKey: api.charged[0]?.key,
    inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    input: undefined,
    owner: { pid: process.pid, isAlive: true },
  });
});

test("what is written is for its owner only, and says neither the prompt nor the token", async () => {
  const { kept } = await ran();
  if (process.platform !== "win32") {
    expect(statSync(kept.dir).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(kept.dir).filter((file) => file.endsWith(".json")))
      expect(statSync(join(kept.dir, name)).mode & 0o777).toBe(0o600);
  }
  expect(texts(kept.dir)).toContain('"r1"');
  expect(texts(kept.dir)).not.toMatch(/a prompt|secret-token/);
});

test("a journal that keeps prompts keeps them, but no file and nothing that may be a signature", async () => {
  const api = await fakeApi();
  const kept = journal({ dir: temporaryFolder(), prompts: "keep" });
  const photo = write(temporaryFolder(), "photo.png", PNG);
  const images = [photo, "https://example.com/a.png?signature=secret", "data:image/png;base64,c2VjcmV0"];
  await nodeClient(api).run(MODEL, { prompt: "a prompt", images }, { journal: kept });
  const [entry] = (await kept.list()).entries;
  expect(entry?.input).toEqual({
    prompt: "a prompt",
    images: [{ file: photo }, "https://example.com/a.png?…", "data:image/png;base64,…"],
  });
  expect(entry?.files).toEqual([
    { path: ["images", 0], name: photo, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(texts(kept.dir)).not.toMatch(/secret|c2Vjcm/);
});

test("an entry is found by its own id and by its request's, and forgotten by either", async () => {
  const { api, kept } = await ran();
  await nodeClient(api).run(MODEL, INPUT, { journal: kept });
  const [newer, older] = (await kept.list()).entries;
  expect([newer?.requestId, older?.requestId]).toEqual(["r2", "r1"]);
  expect(await kept.get("r1")).toEqual(older);
  expect(await kept.get(`${newer?.id}`)).toEqual(newer);
  expect(await kept.get("r9")).toBeUndefined();
  expect([await kept.remove("r1"), await kept.remove("r1")]).toEqual([true, false]);
  expect((await kept.list({ states: ["completed"] })).entries).toEqual([newer]);
  expect((await kept.list({ states: ["unknown", "submitting"] })).entries).toEqual([]);
});

test("an end is never taken back, and a note on nothing is an error", async () => {
  const { kept } = await ran();
  expect(await kept.note("r1", { state: "submitted" })).toMatchObject({
    state: "completed",
    isCollected: true,
  });
  await expect(kept.note("r9", { state: "failed" })).rejects.toMatchObject({ code: "no_entry" });
});

test("a journal that was never used is empty, and makes no folder", async () => {
  const dir = join(temporaryFolder(), "none");
  expect(await journal({ dir }).list()).toEqual({ entries: [], damaged: [] });
  expect(await journal({ dir }).clean()).toEqual([]);
  expect(() => statSync(dir)).toThrow(/ENOENT/);
});

test.each<[string, (record: EntryRecord) => object | string, RegExp]>([
  ["that is cut short", (record) => JSON.stringify(record).slice(0, 50), /cut short/],
  ["that is empty", () => "", /cut short/],
  ["of zeros", () => "\0".repeat(100), /no JSON/],
  ["of another version", (record) => ({ ...record, version: 2 }), /version/],
  ["without its model", (record) => ({ ...record, model: undefined }), /form/],
  ["of another id", (record) => ({ ...record, id: "x" }), /form/],
  ["with a state that there is not", (record) => ({ ...record, state: "toString" }), /form/],
  ["whose owner is no process", (record) => ({ ...record, owner: { pid: -1 } }), /form/],
  ["that is no object", () => "null", /version/],
  ["that is too large", () => " ".repeat(5 * 2 ** 20), /bytes/],
])("an entry %s is reported and skipped, and stays", async (_, change, reason) => {
  const { api, kept } = await ran();
  const file = rewrite(kept, change);
  await nodeClient(api).run(MODEL, { ...INPUT, prompt: "other" }, { journal: kept });
  const { entries, damaged } = await kept.list();
  expect(entries).toMatchObject([{ requestId: "r2" }]);
  expect(damaged).toEqual([{ file, reason: expect.stringMatching(reason) }]);
  await kept.clean({ olderThan: -1 });
  expect(readFileSync(file)).toBeDefined();
});

test("files that are none of the journal's are left alone", async () => {
  const { kept } = await ran();
  write(kept.dir, "notes.json", "{}");
  mkdirSync(join(kept.dir, "folder.json"));
  expect((await kept.list()).entries).toHaveLength(1);
  expect((await kept.list()).damaged).toEqual([]);
});

test("ended entries are forgotten after the retention, by themselves; what has not ended stays", async () => {
  const clock = skippingClock();
  const api = await fakeApi();
  const kept = journal({ dir: temporaryFolder(), clock });
  const client = nodeClient(api);
  await client.run(MODEL, INPUT, { journal: kept });
  await client.submit(MODEL, INPUT, { journal: kept });
  const torn = write(kept.dir, ".torn.json.99999999-1.tmp", "{");
  clock.pass(29 * DAY);
  expect(await kept.clean()).toEqual([]);
  clock.pass(2 * DAY);
  await client.submit(MODEL, INPUT, { journal: kept });
  while ((await kept.list()).entries.length > 2) await new Promise((resolve) => setImmediate(resolve));
  expect((await kept.list()).entries.map(({ requestId }) => requestId)).toEqual(["r3", "r2"]);
  await kept.clean();
  expect(() => statSync(torn)).toThrow(/ENOENT/);
  await kept.note("r2", { state: "failed" });
  clock.pass(1000);
  expect(await kept.clean({ olderThan: 999 })).toMatchObject([{ requestId: "r2", state: "failed" }]);
});

test("the folder is where programs of the system keep their state", () => {
  const linux = stateFolder({ XDG_STATE_HOME: "/state" }, "linux");
  expect(linux).toBe(join("/state", "model-api", "requests"));
  expect(stateFolder({ XDG_STATE_HOME: "relative" }, "linux")).toMatch(/\.local.state.model-api.requests$/);
  expect(stateFolder({}, "darwin")).toMatch(/Library.Application Support.model-api.requests$/);
  expect(stateFolder({ LOCALAPPDATA: "/local" }, "win32")).toBe(join("/local", "model-api", "requests"));
});
