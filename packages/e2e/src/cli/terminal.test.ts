import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { COFFEE, cleanUp, EDIT, runCli, temporaryFolder, until } from "../harness.js";
import { startService } from "./service.js";
import { CTRL_C, ENTER, openTerminal, type Terminal } from "./terminal.js";

afterEach(cleanUp);

const RUN = ["run", EDIT, "--prompt", "x", "--images", COFFEE];
const TOKEN = "tok-0123456789-ABCDEF";

function places(env: Record<string, string> = {}) {
  const folder = temporaryFolder();
  return {
    folder,
    env: { XDG_CONFIG_HOME: join(folder, "config"), XDG_STATE_HOME: join(folder, "state"), ...env },
  };
}

/** Whether the cursor can be seen at the end, as the shell wants it. */
const leavesCursor = (terminal: Terminal) => {
  const raw = terminal.raw();
  return raw.lastIndexOf("\x1b[?25h") >= raw.lastIndexOf("\x1b[?25l");
};

test("login asks without echo, checks the token, and keeps it for its owner only", async () => {
  const service = await startService();
  const { folder, env } = places({ RUNCOMFY_MODEL_API_BASE: service.url });
  const terminal = openTerminal(["login"], { env });
  await terminal.shows(`Token for ${service.url}`);
  terminal.type(TOKEN);
  await new Promise((resolve) => setTimeout(resolve, 200));
  terminal.type(ENTER);
  expect((await terminal.exit).code).toBe(0);
  const file = join(folder, "config/runcomfy/token.json");
  expect(await terminal.screen()).toContain(`Token tok-…CDEF is kept in ${file.slice(0, 20)}`);
  expect(terminal.raw()).not.toContain(TOKEN);
  expect(terminal.raw()).not.toContain("0123456789");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ token: TOKEN });
  expect(service.calls).toEqual(["GET /v1/models?limit=1&offset=0"]);
  expect(leavesCursor(terminal)).toBe(true);

  const who = await runCli(["whoami", "--json"], env);
  expect(JSON.parse(who.stdout)).toEqual({
    token: "tok-…CDEF",
    source: file,
    baseUrl: service.url,
    isAccepted: true,
  });
  const out = await runCli(["logout"], env);
  expect([out.code, existsSync(file)]).toEqual([0, false]);
  expect((await runCli(["whoami"], env)).code).toBe(77);
});

test("Ctrl-C at the question changes nothing", async () => {
  const { folder, env } = places({ RUNCOMFY_MODEL_API_BASE: "http://127.0.0.1:9" });
  const terminal = openTerminal(["login"], { env });
  await terminal.shows("Token for");
  terminal.type(`half-a-token${CTRL_C}`);
  expect((await terminal.exit).code).toBe(130);
  expect(await terminal.screen()).toContain("error: interrupted; nothing was changed");
  expect(terminal.raw()).not.toContain("half-a-token");
  expect(existsSync(join(folder, "config"))).toBe(false);
  expect(leavesCursor(terminal)).toBe(true);
});

test("progress is one line that is drawn again, in a window of any width, and goes when it is done", async () => {
  let isOver = false;
  const service = await startService({
    statusesOf: () => [isOver ? { status: "completed" } : { status: "in_progress", progress: 0.42 }],
  });
  const { folder, env } = places(service.env);
  const terminal = openTerminal([...RUN, "--output-dir", folder], { env, columns: 72 });
  const isLine = (text: string) => text.split("\n").filter((line) => /in progr/.test(line)).length === 1;
  expect(await terminal.shows(/━╌.*in progress, 42 %/)).toSatisfy(isLine);
  terminal.resize(24);
  await terminal.shows(/in progress, 42/);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const narrow = (await terminal.screen()).split("\n").filter((line) => /in progr/.test(line));
  for (const line of narrow) expect(line.length).toBeLessThanOrEqual(24);
  terminal.resize(100);
  await terminal.shows(/in progress, 42 %.*openai\/gpt-image-2\/edit/);
  isOver = true;
  expect((await terminal.exit).code).toBe(0);
  const end = await terminal.screen();
  expect(end).toMatch(/edit-r1\.png$/);
  expect(end).not.toMatch(/42 %|submitting/);
  expect(leavesCursor(terminal)).toBe(true);
});

test("Ctrl-C once cancels and says what became of it; the line of the progress is gone", async () => {
  const service = await startService({
    statuses: [{ status: "in_queue", queue_position: 3 }],
    cancel: (response, id) =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ request_id: id, status: "cancelled", outcome: "cancelled" })),
  });
  const { env } = places(service.env);
  const terminal = openTerminal(RUN, { env, columns: 100 });
  await terminal.shows("in queue, 3 ahead");
  terminal.type(CTRL_C);
  expect((await terminal.exit).code).toBe(130);
  expect(await terminal.screen()).toBe("error: interrupted; request r1 was cancelled and costs nothing");
  expect(leavesCursor(terminal)).toBe(true);
  const list = await runCli(["requests", "--json"], env);
  expect(JSON.parse(list.stdout)).toEqual([expect.objectContaining({ requestId: "r1", state: "cancelled" })]);
});

test("Ctrl-C twice leaves at once, with the cursor as it was", async () => {
  const service = await startService({ statuses: [{ status: "in_progress" }], cancel() {} });
  const { env } = places(service.env);
  const terminal = openTerminal(RUN, { env });
  await terminal.shows("in progress");
  terminal.type(CTRL_C);
  await until("it cancels", async () => service.calls.some((call) => call.includes("/cancel")));
  terminal.type(CTRL_C);
  expect((await terminal.exit).code).toBe(130);
  expect(leavesCursor(terminal)).toBe(true);
});

test("a window that is closed loses nothing: no cancel, and the run is gone on with elsewhere", async () => {
  let isOver = false;
  const service = await startService({
    statusesOf: () => [{ status: isOver ? "completed" : "in_progress" }],
  });
  const { env, folder } = places(service.env);
  const terminal = openTerminal(RUN, { env });
  await terminal.shows("in progress");
  terminal.close();
  await until("it is gone", async () => !isAlive(terminal.pid), 10);
  isOver = true;
  expect(service.calls.join()).not.toContain("/cancel");
  const list = await runCli(["requests", "--json"], env);
  expect(JSON.parse(list.stdout)).toEqual([expect.objectContaining({ requestId: "r1", state: "submitted" })]);
  const waited = await runCli(["wait", "r1", "--output-dir", folder], env);
  expect([waited.code, existsSync(waited.stdout.trim())]).toEqual([0, true]);
  expect(service.submitted).toHaveLength(1);
});

test("colours are for terminals, unless somebody says otherwise", async () => {
  const service = await startService();
  const { env } = places(service.env);
  const coloured = "\x1b[1mREQUEST";
  await runCli(["submit", ...RUN.slice(1)], env);
  const onTerminal = async (more: Record<string, string>, ...flags: string[]) => {
    const terminal = openTerminal(["requests", ...flags], { env: { ...env, ...more } });
    await terminal.exit;
    return terminal.raw();
  };
  expect(await onTerminal({})).toContain(coloured);
  for (const plain of [
    await onTerminal({ NO_COLOR: "1" }),
    await onTerminal({ TERM: "dumb" }),
    await onTerminal({}, "--no-color"),
  ]) {
    expect(plain).toContain("REQUEST");
    expect(plain).not.toContain("\x1b[");
  }
  expect((await runCli(["requests"], env)).stdout).not.toContain("\x1b[");
  expect((await runCli(["requests"], { ...env, FORCE_COLOR: "1" })).stdout).toContain(coloured);
});

test("a table is cut to the window, and whole in a pipe", async () => {
  const service = await startService();
  const { env } = places(service.env);
  await runCli(["submit", ...RUN.slice(1)], env);
  const terminal = openTerminal(["requests"], { env, columns: 44 });
  await terminal.exit;
  const row = (await terminal.screen()).split("\n").find((line) => line.startsWith("r1"));
  expect(row).toMatch(/^r1 {2,}submitted .*…$/);
  expect(row?.length).toBeLessThanOrEqual(44);
  expect((await runCli(["requests"], env)).stdout).toContain(EDIT);
});

test("a batch is one bar over all", async () => {
  const { folder, env } = places();
  const { writeFileSync } = await import("node:fs");
  writeFileSync(
    join(folder, "four.csv"),
    `prompt,images\n${["a", "b", "c", "fail"].map((word) => `${word},${COFFEE}`).join("\n")}\n`,
  );
  let isOver = false;
  const service = await startService({
    statusesOf: ({ prompt }) => {
      if (prompt === "a") return [{ status: "completed" }];
      if (prompt === "fail") return [{ status: "failed", error: { message: "no such style" } }];
      return [{ status: isOver ? "completed" : "in_progress" }];
    },
  });
  const terminal = openTerminal(["run", EDIT, "--batch", join(folder, "four.csv"), "--output-dir", folder], {
    env: { ...env, ...service.env },
    columns: 90,
  });
  const shown = await terminal.shows(/━+╌+ 2\/4 {2}2 running {2}1 failed/);
  expect(shown.match(/running/g)).toHaveLength(1);
  expect(shown).toMatch(/line 5: failed: Request r\d failed: no such style\n\S/);
  isOver = true;
  expect((await terminal.exit).code).toBe(1);
  const end = await terminal.screen();
  expect(end).toContain("3 of 4 completed, 1 failed\n");
  expect(end).not.toContain("running");
  expect(leavesCursor(terminal)).toBe(true);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
