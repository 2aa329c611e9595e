import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { CLI, COFFEE, cleanUp, EDIT, listen, runCli, spawnProgram, until } from "./harness.js";

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
    /Request r1 had not ended after 500 ms\. It goes on, and is charged[\s\S]*model-api result r1/,
  );
});
