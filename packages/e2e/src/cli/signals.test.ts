import { existsSync, readdirSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { CLI, COFFEE, cleanUp, EDIT, runCli, spawnProgram, temporaryFolder, until } from "../harness.js";
import { startService } from "./service.js";

afterEach(cleanUp);

const RUN = ["run", EDIT, "--prompt", "x", "--images", COFFEE];
const RUNNING = { statuses: [{ status: "in_progress" }] };

/** The journal of a test, and what the CLI says of it. */
function ownJournal(env: Record<string, string>) {
  const own = { ...env, XDG_STATE_HOME: temporaryFolder() };
  const list = async (...flags: string[]) =>
    JSON.parse((await runCli(["requests", "--json", ...flags], own)).stdout);
  return { env: own, list };
}

const isWaiting = (service: { readonly calls: readonly string[] }) => async () =>
  service.calls.some((call) => call.includes("/status"));

test.each([
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)(
  "%s leaves the request as it is: nothing is cancelled, and it can be gone on with",
  async (signal, expected) => {
    const statuses = [{ status: "in_progress" }, { status: "in_progress" }];
    const service = await startService({ statuses });
    const { env, list } = ownJournal(service.env);
    const { child, exit } = spawnProgram(process.execPath, [CLI, ...RUN], env);
    await until("it waits", isWaiting(service));
    child.kill(signal);
    const { code, stderr, stdout } = await exit;
    expect([code, stdout]).toEqual([expected, ""]);
    expect(stderr).toMatch(
      /request r1 goes on, and is charged\n {2}Come back to it with: {2}model-api wait r1\n/,
    );
    expect(service.calls.join()).not.toContain("/cancel");
    expect(await list()).toEqual([
      expect.objectContaining({
        requestId: "r1",
        state: "submitted",
        model: EDIT,
        isCollected: false,
        knownBy: "journal",
      }),
    ]);
  },
);

test("SIGTERM while it submits waits for the answer, so that the journal has the request's id", async () => {
  let answer: (() => void) | undefined;
  const held = await startService({
    ...RUNNING,
    submit(response) {
      answer = () =>
        response
          .writeHead(200, { "content-type": "application/json" })
          .end('{"request_id":"late1","status_url":"x","result_url":"x","cancel_url":"x"}');
      return true;
    },
  });
  const { env, list } = ownJournal(held.env);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...RUN], env);
  await until("it submits", async () => answer !== undefined);
  child.kill("SIGTERM");
  setTimeout(() => answer?.(), 300);
  expect((await exit).code).toBe(143);
  expect(await list()).toEqual([expect.objectContaining({ requestId: "late1", state: "submitted" })]);
});

test("a submit whose answer never comes is listed as unknown, and said to be", async () => {
  let isHeld = false;
  const held = await startService({
    submit() {
      isHeld = true;
      return true;
    },
  });
  const { env, list } = ownJournal(held.env);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...RUN], env);
  await until("it submits", async () => isHeld);
  child.kill("SIGINT");
  const { code, stderr } = await exit;
  expect(code).toBe(130);
  expect(stderr).toMatch(/stopped while submitting\n.*may run and be charged\.\n.*model-api requests/);
  expect(await list()).toEqual([expect.objectContaining({ state: "unknown", model: EDIT })]);
});

test("a second signal leaves at once, even while it submits", async () => {
  let isHeld = false;
  const held = await startService({
    submit() {
      isHeld = true;
      return true;
    },
  });
  const { env, list } = ownJournal(held.env);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...RUN], env);
  await until("it submits", async () => isHeld);
  child.kill("SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill("SIGTERM");
  expect((await exit).code).toBe(143);
  expect(await list()).toEqual([expect.objectContaining({ state: "unknown" })]);
});

test("killed while it waits, the run is gone on with by --resume, and is submitted once", async () => {
  const service = await startService({
    statuses: [{ status: "in_progress" }, { status: "in_progress" }, { status: "completed" }],
  });
  const { env, list } = ownJournal(service.env);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...RUN], env);
  await until("it waits", isWaiting(service));
  child.kill("SIGKILL");
  await exit;
  const folder = temporaryFolder();
  const again = await runCli([...RUN, "--resume", "--output-dir", folder], env);
  expect([again.code, again.stderr]).toEqual([0, expect.stringContaining("completed")]);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(service.submitted).toHaveLength(1);
  expect(await list()).toEqual([
    expect.objectContaining({ requestId: "r1", state: "completed", isCollected: true }),
  ]);
  // What has been handed over is not handed over again: the same command is a new run.
  await runCli([...RUN, "--resume", "--no-download"], env);
  expect(service.submitted).toHaveLength(2);
});

test("wait and result go on with a request of before", async () => {
  const service = await startService({ statuses: [{ status: "in_queue" }, { status: "completed" }] });
  const { env } = ownJournal(service.env);
  const submitted = await runCli(["submit", ...RUN.slice(1)], env);
  expect([submitted.code, submitted.stdout]).toEqual([0, "r1\n"]);
  const folder = temporaryFolder();
  const early = await runCli(["result", "r1", "--output-dir", folder], env);
  expect([early.code, early.stdout]).toEqual([75, ""]);
  expect(early.stderr).toContain("model-api wait r1");
  const waited = await runCli(["wait", "r1", "--output-dir", folder], env);
  expect([waited.code, existsSync(waited.stdout.trim())]).toEqual([0, true]);
  const result = await runCli(["result", "r1", "--output-dir", folder, "--json"], env);
  expect(JSON.parse(result.stdout)).toMatchObject({
    requestId: "r1",
    status: "completed",
    files: [{ kind: "image" }],
  });
  expect(service.submitted).toHaveLength(1);
});

test("a reader that goes away ends nothing that is paid for, and is no error", async () => {
  const service = await startService({
    statuses: [{ status: "in_queue" }, { status: "in_progress" }, { status: "completed" }],
  });
  const folder = temporaryFolder();
  const command = [process.execPath, CLI, ...RUN, "--output-dir", folder, "--ndjson"]
    .map((word) => `'${word}'`)
    .join(" ");
  const piped = await spawnProgram("bash", ["-c", `set -o pipefail; ${command} | head -n 1`], service.env)
    .exit;
  expect([piped.code, piped.stderr]).toEqual([0, ""]);
  expect(JSON.parse(piped.stdout)).toEqual({ event: "submitted", requestId: "r1", model: EDIT });
  expect(readdirSync(folder)).toHaveLength(1);
});

test("| head of a list is quiet, with 0", async () => {
  const command = `set -o pipefail; '${process.execPath}' '${CLI}' serve --help | head -n 1`;
  const piped = await spawnProgram("bash", ["-c", command]).exit;
  expect(piped).toEqual({ code: 0, stdout: "Usage: model-api serve [flags]\n", stderr: "" });
});
