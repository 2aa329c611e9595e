import { readdirSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import {
  CLI,
  COFFEE,
  cleanUp,
  EDIT,
  listen,
  runCli,
  spawnProgram,
  temporaryFolder,
  until,
} from "./harness.js";

afterEach(cleanUp);

const ARGS = ["run", EDIT, "--prompt", "x", "--images", COFFEE];
const json = (response: ServerResponse, body: object) =>
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ request_id: "r1", ...body }));

/** A service whose request stays as it is, and that answers a cancel as it is told. */
async function stuckService(status: string, cancel: (response: ServerResponse) => void) {
  const service = await listen((request, response) => {
    const urls = { status_url: "x", result_url: "x", cancel_url: "x" };
    if (request.url?.endsWith("/cancel")) return cancel(response);
    json(response, request.method === "POST" ? urls : { status });
  });
  return { ...service, env: { RUNCOMFY_MODEL_API_BASE: service.url, RUNCOMFY_TOKEN: "t" } };
}

test.each<[string, string, (response: ServerResponse) => void, RegExp]>([
  [
    "queued",
    "in_queue",
    (response) => json(response, { status: "cancelled", outcome: "cancelled" }),
    /r1 was cancelled and costs nothing/,
  ],
  [
    "running",
    "in_progress",
    (response) => json(response, { status: "in_progress", outcome: "not_cancellable" }),
    /already in progress, runs to its end and is charged[\s\S]*model-api result r1/,
  ],
  [
    "of unknown fate",
    "in_progress",
    (response) => response.writeHead(404).end("?"),
    /is not known, so it may run and be charged[\s\S]*model-api result r1/,
  ],
])("Ctrl-C cancels the request, and says what became of one that is %s", async (_, status, cancel, says) => {
  const service = await stuckService(status, cancel);
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...ARGS], service.env);
  await until("the CLI waits", async () => service.calls.some((call) => call.includes("/status")));
  child.kill("SIGINT");
  const { code, stderr } = await exit;
  expect(stderr).toMatch(says);
  expect(code).toBe(130);
  expect(service.calls.filter((call) => call.startsWith("POST /v1/models"))).toHaveLength(1);
});

test("a second Ctrl-C leaves at once", async () => {
  const service = await stuckService("in_progress", () => {});
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...ARGS], service.env);
  await until("the CLI waits", async () => service.calls.some((call) => call.includes("/status")));
  child.kill("SIGINT");
  await until("it cancels", async () => service.calls.some((call) => call.includes("/cancel")));
  child.kill("SIGINT");
  expect((await exit).code).toBe(130);
});

test("a timeout says how to come back, and is 'try again'", async () => {
  const service = await stuckService("in_progress", () => {});
  const { code, stderr } = await runCli([...ARGS, "--timeout", "0.5"], service.env);
  expect(code).toBe(75);
  expect(stderr).toMatch(
    /Request r1 has not ended in 500 ms\. It goes on, and is charged[\s\S]*model-api result r1/,
  );
});

/** A request that is done at once, whose file is sent as the test says. */
async function doneService(sendFile: (response: ServerResponse) => void) {
  const service = await listen((request, response) => {
    const output = { image: `${service.url}/file.png` };
    if (request.url === "/file.png") return sendFile(response);
    json(response, { status_url: "x", result_url: "x", cancel_url: "x", status: "completed", output });
  });
  return { ...service, env: { RUNCOMFY_MODEL_API_BASE: service.url, RUNCOMFY_TOKEN: "t" } };
}

test("Ctrl-C during the download loses nothing: no cancel, no part of a file, and the way back", async () => {
  const folder = temporaryFolder();
  const service = await doneService((response) =>
    response.writeHead(200, { "content-length": "1000" }).write("half"),
  );
  const { child, exit } = spawnProgram(process.execPath, [CLI, ...ARGS, "--output-dir", folder], service.env);
  await until(
    "it downloads",
    async () => service.calls.includes("GET /file.png") && readdirSync(folder).length > 0,
  );
  child.kill("SIGINT");
  const { code, stderr } = await exit;
  expect(code).toBe(130);
  expect(stderr).toMatch(/interrupted while downloading[\s\S]*model-api result r1/);
  expect(service.calls.join()).not.toContain("/cancel");
  expect(readdirSync(folder)).toEqual([]);
});

test("a download that fails says that the request is done, and how to fetch it again", async () => {
  const service = await doneService((response) => response.writeHead(404).end());
  const { code, stderr } = await runCli([...ARGS, "--output-dir", temporaryFolder()], service.env);
  expect(code).toBe(1);
  expect(stderr).toMatch(/HTTP 404[\s\S]*The request is done[\s\S]*model-api result r1/);
});
