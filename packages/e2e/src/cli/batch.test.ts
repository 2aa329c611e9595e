import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  CLI,
  COFFEE,
  cleanUp,
  EDIT,
  runCli,
  serve,
  spawnProgram,
  temporaryFolder,
  until,
} from "../harness.js";
import { type Service, startService } from "./service.js";

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, "shots.csv");
  writeFileSync(join(folder, "photo.png"), readFileSync(COFFEE));
});
afterEach(cleanUp);

const write = (...prompts: string[]) =>
  writeFileSync(file, `prompt,images\n${prompts.map((prompt) => `${prompt},photo.png`).join("\n")}\n`);
const environment = (service: Service) => ({ ...service.env, XDG_STATE_HOME: join(folder, "state") });
const batch = (...flags: string[]) => [
  "run",
  EDIT,
  "--batch",
  file,
  "--output-dir",
  join(folder, "out"),
  ...flags,
];
const prompts = (service: Service) => service.submitted.map(({ prompt }) => prompt);
const outputs = () => readdirSync(join(folder, "out")).sort();

test("every row is run, in a file named after it; what was done is not run again", async () => {
  const service = await startService();
  write("a", "b", "a");
  const first = await runCli(batch("--quality", "low"), environment(service));
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining("3 of 3 completed")]);
  expect(first.stdout.trim().split("\n").sort()).toEqual(outputs().map((name) => join(folder, "out", name)));
  expect(outputs()).toEqual(["shots-0001.png", "shots-0002.png", "shots-0003.png"]);
  expect(prompts(service).sort()).toEqual(["a", "a", "b"]);
  expect(service.submitted[0]).toMatchObject({
    quality: "low",
    images: [expect.stringMatching(/^data:image\/png/)],
  });

  const second = await runCli(batch("--quality", "low", "--json"), environment(service));
  expect(JSON.parse(second.stdout)).toMatchObject({ total: 3, completed: 3, failed: 0, notRun: 0 });
  expect(service.submitted).toHaveLength(3);

  // Rows are known by what they ask for: new ones may stand anywhere.
  write("new", "a", "b", "a");
  expect((await runCli(batch("--quality", "low"), environment(service))).code).toBe(0);
  expect(prompts(service).slice(3)).toEqual(["new"]);
});

test.each([
  ["before its first submit", 0],
  ["soon after its first submit", 1],
  ["while it waits", 3],
  ["when some rows have ended", 6],
] as const)("killed %s, a second start submits nothing twice", async (_, submits) => {
  // Against a server that honours idempotency keys, so that a submit whose answer was lost can be repeated.
  const served = await serve(join(folder, "data"), {
    flags: ["--simulate", "latency=50ms..600ms", "--engine", "placeholder"],
  });
  const env = { ...served.env, XDG_STATE_HOME: join(folder, "state") };
  const rows = Array.from({ length: 8 }, (_, index) => `prompt ${index}`);
  write(...rows);
  const count = async () => {
    const response = await fetch(`${served.url}/v1/requests?limit=100`, {
      headers: { authorization: `Bearer ${served.token}` },
    });
    const { requests } = (await response.json()) as { requests: { status: string }[] };
    return requests;
  };
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...batch("--concurrency", "3")], env);
  await until(
    "it has begun",
    async () => (await count()).length >= submits && existsSync(`${file}.state.jsonl.lock`),
  );
  child.kill("SIGKILL");
  await exit;
  const again = await runCli(batch("--concurrency", "3", "--json"), env);
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining("8 of 8 completed")]);
  expect(JSON.parse(again.stdout)).toMatchObject({ total: 8, completed: 8 });
  const requests = await count();
  expect(requests.map(({ status }) => status)).toEqual(Array(8).fill("completed"));
  const done = readFileSync(`${file}.state.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(new Set(done.map(({ requestId }) => requestId)).size).toBe(8);
});

test("on a service without keys, a submit whose answer was lost is not repeated, and fails the batch", async () => {
  let isHeld = false;
  const service = await startService({
    submit(_response, { prompt }) {
      if (prompt === "lost") isHeld = true;
      return prompt === "lost";
    },
  });
  write("a", "lost");
  const env = environment(service);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...batch("--concurrency", "1")], env);
  await until("it submits", async () => isHeld);
  child.kill("SIGKILL");
  await exit;
  const submits = () => service.calls.filter((call) => call.startsWith("POST /v1/models")).length;
  expect(submits()).toBe(2);
  const again = await runCli(batch(), env);
  expect(again.code).toBe(1);
  expect(again.stderr).toMatch(/line 3: unknown: .*its answer never came/);
  expect(again.stderr).toContain("1 of 2 completed, 1 unknown: look at `model-api requests`");
  expect(submits()).toBe(2);

  // What it turned out to be is said, and it goes on from there.
  const { entryId } = JSON.parse((await runCli(["requests", "--json", "--no-server"], env)).stdout).find(
    (request: { state: string }) => request.state === "unknown",
  );
  expect((await runCli(["requests", "link", entryId, "r1"], env)).code).toBe(0);
  expect((await runCli(batch(), env)).stderr).toContain("2 of 2 completed");
  expect(submits()).toBe(2);
});

test("Ctrl-C stops it, and a second start goes on", async () => {
  let isOver = false;
  const service = await startService({
    statusesOf: ({ prompt }) => [{ status: prompt === "a" || isOver ? "completed" : "in_progress" }],
  });
  write("a", "b", "c", "d");
  const env = environment(service);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...batch("--concurrency", "2")], env);
  await until(
    "two wait",
    async () => service.submitted.length === 3 && existsSync(join(folder, "out/shots-0001.png")),
  );
  child.kill("SIGINT");
  const stopped = await exit;
  expect([stopped.code, stopped.stderr]).toEqual([
    130,
    expect.stringContaining("1 of 4 completed, 3 not run to the end"),
  ]);
  expect(stopped.stderr).toContain("already in progress, runs to its end and is charged");
  isOver = true;
  const again = await runCli(batch(), env);
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining("4 of 4 completed")]);
  expect(prompts(service).sort()).toEqual(["a", "b", "c", "d"]);
});

test("rows that failed fail the batch, are not paid again by themselves, and are run again when asked", async () => {
  let isBad = true;
  const service = await startService({
    statusesOf: ({ prompt }) =>
      prompt === "bad" && isBad
        ? [{ status: "failed", error: { message: "no such style" } }]
        : [{ status: "completed" }],
  });
  write("a", "bad");
  const env = environment(service);
  const first = await runCli(batch(), env);
  expect([first.code, first.stderr]).toEqual([1, expect.stringContaining("1 of 2 completed, 1 failed")]);
  expect(first.stderr).toMatch(/line 3: failed: Request r\d failed: no such style/);
  const second = await runCli(batch("--json"), env);
  expect([second.code, service.submitted.length]).toEqual([1, 2]);
  expect(JSON.parse(second.stdout)).toMatchObject({
    failed: 1,
    rows: [{ line: 2 }, { line: 3, state: "failed", isFromBefore: true }],
  });
  isBad = false;
  expect((await runCli(batch("--retry-failed"), env)).code).toBe(0);
  expect(prompts(service)).toHaveLength(3);
});

test("all rows are checked before the first is sent", async () => {
  const service = await startService();
  writeFileSync(file, "prompt,images,quality\na,photo.png,low\nb,photo.png,best\nc,none.png,\n,photo.png,\n");
  const { code, stderr } = await runCli(batch(), environment(service));
  expect(code).toBe(65);
  expect(stderr).toContain("3 rows of the batch cannot be run; nothing was sent");
  expect(stderr).toMatch(/shots\.csv:3: quality must be one of low, medium, high; got "best"/);
  expect(stderr).toMatch(/shots\.csv:4: images\[0\] .*none\.png: no such file/);
  expect(stderr).toMatch(/shots\.csv:5: prompt is required/);
  expect(service.submitted).toEqual([]);
});

test.each<[string, string, string, RegExp]>([
  [
    "a column that is no field",
    "x.csv",
    "promt,images\na,photo.png\n",
    /x\.csv:2: "promt" is not a field.*\n.*Did you mean prompt\?/,
  ],
  ["a line that is no JSON", "x.jsonl", '{"prompt":"a"}\n{\n', /x\.jsonl:2 is not JSON/],
  ["a line that is no object", "x.jsonl", "[]\n", /x\.jsonl:1 must hold a JSON object/],
  ["no rows", "x.csv", "prompt,images\n", /has no rows/],
  ["a quote that does not end", "x.csv", 'prompt,images\n"a,photo.png\n', /is not CSV: /],
])("%s is refused", async (_, name, text, says) => {
  const service = await startService();
  file = join(folder, name);
  writeFileSync(file, text);
  const { code, stderr } = await runCli(batch(), environment(service));
  expect([code, stderr]).toEqual([65, expect.stringMatching(says)]);
  expect(service.submitted).toEqual([]);
});

test("lists are columns of the same name or JSON, cells may have line breaks, and JSON lines are inputs", async () => {
  const service = await startService();
  writeFileSync(
    file,
    '\uFEFFprompt,images,images\n"two\nlines, quoted",photo.png,p*.png\nx,"[""photo.png"",""photo.png"",""photo.png""]",\n',
  );
  expect((await runCli(batch("--concurrency", "1"), environment(service))).stderr).toContain(
    "2 of 2 completed",
  );
  file = join(folder, "shots.jsonl");
  writeFileSync(file, '{"prompt":"y","images":["photo.png"]}\n\n');
  expect((await runCli(batch(), environment(service))).code).toBe(0);
  const seen = service.submitted.map(({ prompt, images }) => [prompt, (images as unknown[]).length]);
  expect(seen).toEqual([
    ["two\nlines, quoted", 2],
    ["x", 3],
    ["y", 1],
  ]);
});

test("what concerns all rows stops the batch with its own code, and costs nothing", async () => {
  const service = await startService({
    submit(response) {
      response
        .writeHead(401, { "content-type": "application/json" })
        .end('{"error_code":400004,"error_message":"unknown token"}');
      return true;
    },
  });
  write("a", "b", "c", "d", "e", "f");
  const { code, stderr, stdout } = await runCli(batch("--concurrency", "2", "--json"), environment(service));
  expect(code).toBe(77);
  expect(stderr).toContain("unknown token");
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: "authentication" } });
  expect(service.calls.filter((call) => call.startsWith("POST")).length).toBeLessThanOrEqual(2);
});

test("--max-cost is for the whole batch", async () => {
  const service = await startService();
  write("a", "b", "c");
  const refused = await runCli(batch("--max-cost", "0.1"), environment(service));
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining("it is estimated at $0.12, and --max-cost is 0.1"),
  ]);
  expect(service.submitted).toEqual([]);
  expect((await runCli(batch("--max-cost", "0.12"), environment(service))).code).toBe(0);
});

test("a dry run checks all rows and tells what the rest would cost, and leaves nothing behind", async () => {
  const service = await startService();
  write("a", "b");
  expect((await runCli(batch(), environment(service))).code).toBe(0);
  write("a", "b", "c", "d");
  const before = readdirSync(folder);
  const dry = await runCli(batch("--dry-run", "--json"), environment(service));
  expect([dry.code, JSON.parse(dry.stdout)]).toEqual([
    0,
    { dryRun: true, model: EDIT, total: 4, toRun: 2, estimateUsd: 0.08, estimatedBy: "server" },
  ]);
  expect([service.submitted.length, readdirSync(folder)]).toEqual([2, before]);
  write("a", "");
  expect((await runCli(batch("--dry-run"), environment(service))).code).toBe(65);
});

test("the lock of a process that is gone is taken over", async () => {
  const service = await startService();
  write("a");
  const gone = spawnProgram(process.execPath, ["-e", "0"]);
  await gone.exit;
  writeFileSync(`${file}.state.jsonl.lock`, String(gone.child.pid));
  expect((await runCli(batch(), environment(service))).code).toBe(0);
  expect(existsSync(`${file}.state.jsonl.lock`)).toBe(false);
});

test("a batch is run by one process at a time", async () => {
  const service = await startService({ statuses: [{ status: "in_progress" }] });
  write("a");
  const env = environment(service);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...batch()], env);
  await until("it waits", async () => service.calls.some((call) => call.includes("/status")));
  const second = await runCli(batch(), env);
  expect([second.code, second.stderr]).toEqual([
    75,
    expect.stringContaining(`another process (${child.pid}) is running this batch`),
  ]);
  child.kill("SIGTERM");
  expect((await exit).code).toBe(143);
  expect(service.submitted).toHaveLength(1);
});
