import { afterEach, expect, test } from "vitest";
import { COFFEE, call, cleanUp, EDIT, runCli, serve, temporaryFolder, until } from "../harness.js";
import { startService } from "./service.js";

afterEach(cleanUp);

const RUN = ["--prompt", "x", "--images", COFFEE, "--no-download"];
const json = async (args: string[], env: Record<string, string>) =>
  JSON.parse((await runCli([...args, "--json"], env)).stdout);

test("the list is the journal's and the server's in one, the newest first", async () => {
  const served = await serve(temporaryFolder());
  const env = { ...served.env, XDG_STATE_HOME: temporaryFolder() };
  await runCli(["run", EDIT, ...RUN], env);
  const image =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
  const { body } = await call(served, "POST", `/v1/models/${EDIT}`, { prompt: "y", images: [image] });
  await until(
    "it has ended",
    async () =>
      (await call(served, "GET", `/v1/requests/${body.request_id}/status`)).body.status === "completed",
  );
  const list = await json(["requests"], env);
  expect(list).toEqual([
    expect.objectContaining({
      requestId: body.request_id,
      knownBy: "server",
      state: "completed",
      model: EDIT,
    }),
    expect.objectContaining({ knownBy: "both", state: "completed", model: EDIT, isCollected: true }),
  ]);
  expect(await json(["requests", "--no-server"], env)).toHaveLength(1);
  expect(await json(["requests", "--limit", "1"], env)).toEqual([list[0]]);
  const shown = await runCli(["requests"], env);
  expect(shown.stdout).toMatch(/^REQUEST +STATE +SUBMITTED +KNOWN +MODEL\n/);
  expect(shown.stdout).toMatch(new RegExp(`\n${list[1].requestId} +completed +\\d+ s ago +both +${EDIT}\n`));
});

test("clean forgets what has ended, and what is under way only with --all", async () => {
  const service = await startService({
    statusesOf: ({ prompt }) => [{ status: prompt === "x" ? "completed" : "in_progress" }],
  });
  const env = { ...service.env, XDG_STATE_HOME: temporaryFolder() };
  await runCli(["run", EDIT, ...RUN], env);
  await runCli(["submit", EDIT, "--prompt", "open", "--images", COFFEE], env);
  expect(await json(["requests", "clean", "--older-than", "1h"], env)).toMatchObject({
    forgotten: 0,
    left: 2,
  });
  expect(await json(["requests", "clean"], env)).toMatchObject({ forgotten: 1, left: 1 });
  expect(await json(["requests"], env)).toEqual([
    expect.objectContaining({ requestId: "r2", state: "submitted" }),
  ]);
  expect(await json(["requests", "clean", "--all"], env)).toMatchObject({ forgotten: 1, left: 0 });
  expect(service.calls.join()).not.toContain("/cancel");
  const wrong = await runCli(["requests", "clean", "--older-than", "soon"], env);
  expect([wrong.code, wrong.stderr]).toEqual([
    64,
    expect.stringContaining("--older-than must be a time such as"),
  ]);
});

test("forget takes one entry, and says so where there is none", async () => {
  const service = await startService({ statuses: [{ status: "in_progress" }] });
  const env = { ...service.env, XDG_STATE_HOME: temporaryFolder() };
  await runCli(["submit", EDIT, ...RUN.slice(0, -1)], env);
  expect((await runCli(["requests", "forget", "r1"], env)).code).toBe(0);
  const again = await runCli(["requests", "forget", "r1"], env);
  expect([again.code, again.stderr]).toEqual([65, expect.stringContaining("no entry and no request r1")]);
});

test("delete removes what has ended from the server and from the journal, and leaves what has not", async () => {
  const served = await serve(temporaryFolder());
  const env = { ...served.env, XDG_STATE_HOME: temporaryFolder() };
  await runCli(["run", EDIT, ...RUN], env);
  await runCli(["run", EDIT, ...RUN, "--prompt", "y"], env);
  const [kept, gone] = (await json(["requests"], env)).map(
    ({ requestId }: { requestId: string }) => requestId,
  );
  const { code, stdout } = await runCli(["requests", "delete", gone, gone], env);
  expect([code, stdout]).toEqual([0, `request ${gone} is deleted, with what it made\n`]);
  expect((await call(served, "GET", `/v1/requests/${gone}/result`)).status).toBe(404);
  expect(await json(["requests"], env)).toEqual([
    expect.objectContaining({ requestId: kept, knownBy: "both" }),
  ]);
  expect(await json(["requests", "--no-server"], env)).toHaveLength(1);

  const mixed = await runCli(["requests", "delete", gone, kept, "--json"], env);
  expect(mixed.code).toBe(1);
  expect(JSON.parse(mixed.stdout)).toEqual([
    { requestId: gone, outcome: "not_found" },
    { requestId: kept, outcome: "deleted" },
  ]);
  expect(await json(["requests"], env)).toEqual([]);
});

test("delete says of a request that has not ended what to do, and ends as for something to be tried again", async () => {
  const served = await serve(temporaryFolder(), { flags: ["--simulate", "latency=1m"] });
  const env = { ...served.env, XDG_STATE_HOME: temporaryFolder() };
  const { stdout } = await runCli(["submit", EDIT, "--prompt", "x", "--images", COFFEE], env);
  const id = stdout.trim();
  const { code, stderr } = await runCli(["requests", "delete", id], env);
  expect([code, stderr]).toEqual([75, expect.stringContaining(`request ${id} has not ended`)]);
  expect((await call(served, "GET", `/v1/requests/${id}/status`)).body.status).toMatch(/^in_/);
});

test("a server that cannot be asked leaves the journal's own list, with a warning", async () => {
  const service = await startService();
  const env = { ...service.env, XDG_STATE_HOME: temporaryFolder() };
  await runCli(["run", EDIT, ...RUN], env);
  const { code, stdout, stderr } = await runCli(["requests", "--base-url", "http://127.0.0.1:1"], env);
  expect([code, stdout]).toEqual([0, expect.stringContaining("r1 ")]);
  expect(stderr).toContain("warning: the server's list is missing");
});

test("no prompt is in the journal", async () => {
  const service = await startService();
  const env = { ...service.env, XDG_STATE_HOME: temporaryFolder() };
  await runCli(["run", EDIT, "--prompt", "a very secret plan", "--images", COFFEE, "--no-download"], env);
  const { readdirSync, readFileSync } = await import("node:fs");
  const files = readdirSync(env.XDG_STATE_HOME, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const { parentPath, name } of files) {
    expect(readFileSync(`${parentPath}/${name}`, "utf8")).not.toMatch(/secret plan|secret-token/);
  }
});
