import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { COFFEE, cleanUp, EDIT, runCli, temporaryFolder } from "../harness.js";
import { type Script, startService } from "./service.js";

afterEach(cleanUp);

const RUN = ["run", EDIT, "--prompt", "x", "--images", COFFEE, "--no-download"];
const error =
  (status: number, body: object, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    return true;
  };

/** Exit code, what the service does, the command, and the code of the error in JSON. */
const TABLE: [name: string, code: number, args: string[], script: Script, jsonCode: string | undefined][] = [
  ["a run that completes", 0, RUN, {}, undefined],
  ["a detached run", 0, [...RUN, "--detach"], {}, undefined],
  ["a dry run", 0, [...RUN, "--dry-run"], {}, undefined],
  ["a result", 0, ["result", "r1", "--no-download"], {}, undefined],
  [
    "a request that failed",
    1,
    RUN,
    { statuses: [{ status: "failed", error: { message: "no" } }] },
    "request_failed",
  ],
  ["a request that was cancelled", 1, RUN, { statuses: [{ status: "cancelled" }] }, "request_cancelled"],
  ["a submit whose answer is lost", 1, RUN, { submit: error(502, {}) }, "submission_unknown"],
  [
    "no balance",
    1,
    RUN,
    { submit: error(402, { error_code: 400002, error_message: "no balance" }) },
    "insufficient_balance",
  ],
  ["more than --max-cost", 1, [...RUN, "--max-cost", "0.01"], {}, "cost_limit"],
  ["a cancel that comes too late", 1, ["cancel", "r1"], {}, undefined],
  ["a flag that is none", 64, [...RUN, "--promt", "y"], {}, "usage"],
  ["a number that is none", 64, [...RUN, "--max-cost", "much"], {}, "usage"],
  ["a command that is none", 64, ["rnu", EDIT], {}, "usage"],
  ["a value that is not allowed", 65, [...RUN, "--quality", "best"], {}, "invalid_input"],
  [
    "what the server refuses",
    65,
    RUN,
    { submit: error(422, { error_code: 422, error_message: "no", detail: [] }) },
    "invalid_input",
  ],
  ["a request that there is not", 65, ["status", "r9"], {}, "not_found"],
  ["a server that is not there", 69, ["models", "--base-url", "http://127.0.0.1:1"], {}, "connection"],
  [
    "too many submits",
    75,
    RUN,
    { submit: error(429, { error_code: 429, error_message: "slow" }, { "retry-after": "3600" }) },
    "rate_limit",
  ],
  [
    "a wait that is over",
    75,
    [...RUN, "--timeout", "0.3"],
    { statuses: [{ status: "in_progress" }] },
    "timeout",
  ],
  ["a result that is not there yet", 75, ["result", "r1"], { statuses: [{ status: "in_queue" }] }, undefined],
  [
    "a token that is refused",
    77,
    RUN,
    { submit: error(401, { error_code: 400004, error_message: "unknown token" }) },
    "authentication",
  ],
];

test.each(TABLE)("%s ends with %i, in plain and in JSON", async (_, code, args, script, jsonCode) => {
  const service = await startService(script);
  // For commands on a request there is one.
  if (/r1/.test(args.join())) await runCli(["submit", ...RUN.slice(1, -1)], service.env);
  const cwd = temporaryFolder();
  const plain = await runCli(args, service.env, cwd);
  expect([plain.code, plain.stderr]).toEqual([code, expect.any(String)]);
  if (code !== 0) {
    expect(plain.stdout).toBe("");
    expect(plain.stderr).toMatch(/(^|\n)error: /);
  }
  expect(plain.stderr).not.toMatch(/at file:|at async|secret-token/);

  const json = await runCli([...args, "--json"], service.env, cwd);
  expect(json.code).toBe(code);
  // One object, and nothing besides.
  const printed = JSON.parse(json.stdout);
  if (jsonCode)
    expect(printed).toMatchObject({ error: { code: jsonCode, exitCode: code, message: expect.any(String) } });
  else expect(printed).not.toHaveProperty("error.exitCode");
});

test("events are a JSON object a line, whatever happens", async () => {
  const statuses = [
    { status: "in_queue", queue_position: 1 },
    { status: "in_progress", progress: 0.5 },
    { status: "completed" },
  ];
  const good = await startService({ statuses });
  const events = async (env: Record<string, string>, ...flags: string[]) => {
    const { stdout, stderr } = await runCli([...RUN, "--ndjson", ...flags], env);
    return {
      stderr,
      events: stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    };
  };
  const ran = await events(good.env);
  expect(ran.stderr).toBe("");
  expect(ran.events).toEqual([
    { event: "submitted", requestId: "r1", model: EDIT },
    { event: "status", requestId: "r1", status: "in_queue", queuePosition: 1 },
    { event: "status", requestId: "r1", status: "in_progress", progress: 0.5 },
    { event: "status", requestId: "r1", status: "completed" },
    expect.objectContaining({
      event: "result",
      requestId: "r1",
      files: [{ kind: "image", url: `${good.url}/file.png` }],
    }),
  ]);
  const bad = await startService({ statuses: [{ status: "failed", error: { message: "no" } }] });
  expect((await events(bad.env)).events.at(-1)).toMatchObject({
    event: "error",
    code: "request_failed",
    requestId: "r1",
    exitCode: 1,
  });
});

const JSON_COMMANDS = [
  ["models"],
  ["models", "show", EDIT],
  ["schema", EDIT],
  ["requests"],
  ["requests", "clean"],
  ["whoami"],
  ["doctor"],
  ["status", "r1"],
  ["wait", "r1", "--no-download"],
  ["logout"],
];
test.each(JSON_COMMANDS)("%s %s --json prints one JSON document", async (...args) => {
  const service = await startService();
  const env = { ...service.env, XDG_CONFIG_HOME: temporaryFolder(), XDG_STATE_HOME: temporaryFolder() };
  await runCli(["submit", ...RUN.slice(1, -1)], env);
  const { code, stdout } = await runCli([...args.filter(Boolean), "--json"], env);
  expect([code, typeof JSON.parse(stdout)]).toEqual([0, "object"]);
  expect(stdout).not.toContain("secret-token-0");
});

test("doctor ends with the code of what it finds, and says what to do", async () => {
  const { code, stdout } = await runCli(["doctor"], {
    XDG_CONFIG_HOME: temporaryFolder(),
    RUNCOMFY_MODEL_API_BASE: "http://127.0.0.1:1",
  });
  expect(code).toBe(77);
  expect(stdout).toMatch(/✓ Node\.js/);
  expect(stdout).toMatch(/✗ Token +there is none\n +Keep one with `model-api login`/);
  expect(stdout).toMatch(/✗ Server +.*\n +Check the network/);
  const wrong = await runCli(["doctor", "--json", "--base-url", "nowhere"], {
    RUNCOMFY_TOKEN: "x",
    HTTPS_PROXY: "::",
  });
  expect(wrong.code).toBe(64);
  const states = Object.fromEntries(
    JSON.parse(wrong.stdout).findings.map((finding: { name: string; state: string }) => [
      finding.name,
      finding.state,
    ]),
  );
  expect(states).toMatchObject({ "Base URL": "bad", Proxy: "bad", "Node.js": "good" });
});

test("--open hands the file to the program of the desktop", async () => {
  const service = await startService();
  const folder = temporaryFolder();
  const { writeFileSync } = await import("node:fs");
  const opener = `${folder}/opener`;
  writeFileSync(opener, `#!/bin/sh\necho "$1" > '${folder}/opened'\n`, { mode: 0o755 });
  const args = [...RUN.filter((word) => word !== "--no-download"), "--output-dir", folder, "--open"];
  const { code, stdout } = await runCli(args, { ...service.env, BROWSER: opener, XDG_CURRENT_DESKTOP: "" });
  expect(code).toBe(0);
  if (process.platform !== "linux") return;
  const { until } = await import("../harness.js");
  await until("it is opened", async () => existsSync(`${folder}/opened`), 10);
  const { readFileSync } = await import("node:fs");
  expect(decodeURIComponent(readFileSync(`${folder}/opened`, "utf8").trim())).toContain(stdout.trim());
});
