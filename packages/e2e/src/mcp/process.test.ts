import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { CLI, EDIT, temporaryFolder } from "../harness.js";
import { environment, MCP, WIRES, type Wire } from "./connect.js";
import { callTool, closeAfterEach, join, openScene, until } from "./scene.js";
import { openPaidService, SECRET } from "./service.js";

closeAfterEach();

const MODEL = "openai/gpt-image-2/text-to-image";
const STDIO: Wire = { transport: "stdio", era: "legacy" };

/** A server as a host starts it, spoken to in bare lines. */
function start(env: Readonly<Record<string, string>>, words: readonly string[] = [MCP, "--free-server"]) {
  const child = spawn(process.execPath, words, { env: environment({ env }), stdio: "pipe" });
  const told = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    told.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    told.stderr += chunk;
  });
  const exit = once(child, "close").then(([code, signal]) => ({ code, signal }));
  const messages = () =>
    told.stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return {
    child,
    told,
    exit,
    messages,
    send: (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`),
    answer: async (id: number) => {
      await until(() => messages().some((message) => message.id === id));
      return messages().find((message) => message.id === id);
    },
  };
}

const INITIALIZE = {
  id: 1,
  method: "initialize",
  params: {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "suite", version: "1" },
  },
};

const callOf = (id: number, name: string, input: object) => ({
  id,
  method: "tools/call",
  params: { name, arguments: input, _meta: { progressToken: id } },
});

test.each([
  ["its own command", [MCP, "--free-server"]],
  ["model-api mcp", [CLI, "mcp", "--free-server"]],
])(
  "by %s, standard output has the protocol and nothing else, and the process ends with its input",
  async (_, words) => {
    const { api } = await openScene(STDIO);
    const server = start(api.env, words);
    server.send(INITIALIZE);
    expect((await server.answer(1)).result.serverInfo.name).toBe("model-api");
    server.send({ method: "notifications/initialized" });
    server.child.stdin.write("this is not JSON\n");
    server.send(callOf(2, "run_model", { model_id: MODEL, input: { prompt: "x" } }));
    server.send(callOf(3, "run_model", { model_id: "no/such/model", input: {} }));
    server.send(callOf(4, "get_request_status", { request_id: "../../etc" }));
    expect((await server.answer(2)).result.structuredContent.status).toBe("completed");
    expect((await server.answer(3)).result.isError).toBe(true);
    expect((await server.answer(4)).result.isError).toBe(true);
    server.child.stdin.end();
    expect(await server.exit).toEqual({ code: 0, signal: null });
    for (const message of server.messages()) expect(message.jsonrpc).toBe("2.0");
  },
);

test.each(["SIGTERM", "SIGINT"] as const)(
  "told to stop by %s, it ends, and a run goes on to be found later",
  async (signal) => {
    const { api } = await openScene(STDIO);
    const state = temporaryFolder();
    const server = start({ ...api.env, XDG_STATE_HOME: state });
    server.send(INITIALIZE);
    await server.answer(1);
    server.send(callOf(2, "run_model", { model_id: MODEL, input: { prompt: "hold" } }));
    await until(() => api.engine.begun.length === 1);
    server.child.kill(signal);
    expect(await server.exit).toEqual({ code: 0, signal: null });
    api.engine.release();
    const next = await join(STDIO, { env: api.env, state });
    const found = await callTool(next, "list_requests", { only_open: true });
    expect(found.structured.requests).toMatchObject([{ state: "submitted", collected: false }]);
    expect(api.calls().filter((call) => call.endsWith("/cancel"))).toEqual([]);
  },
);

test("a host that leaves while a submit is under way leaves a journal that knows the request", async () => {
  const { api } = await openScene(STDIO);
  const state = temporaryFolder();
  const server = start({ ...api.env, XDG_STATE_HOME: state });
  server.send(INITIALIZE);
  await server.answer(1);
  const submitted = api.tap.next(/^POST \/v1\/models/);
  server.send(callOf(2, "run_model", { model_id: MODEL, input: { prompt: "x" } }));
  await submitted;
  server.child.stdin.end();
  expect((await server.exit).code).toBe(0);
  const next = await join(STDIO, { env: api.env, state });
  const found = await callTool(next, "list_requests");
  expect(found.structured.requests).toMatchObject([{ request_id: expect.any(String) }]);
});

test.each(WIRES)(
  "killed in the middle of a run, over %s, the next server gives the same request its result",
  async (_, wire) => {
    const state = temporaryFolder();
    const scene = await openScene(wire, { state });
    const { api } = scene;
    const run = { model_id: MODEL, input: { prompt: "hold" } };
    const lost = scene.call("run_model", run).catch((error: unknown) => error);
    // It asks for the status when it has written down what the submit was answered.
    await until(() => api.engine.begun.length === 1 && api.calls().some((call) => call.endsWith("/status")));
    await scene.kill();
    if (wire.transport === "stdio") expect(await lost).toBeInstanceOf(Error);
    api.engine.release();

    const next = await join(wire, { env: api.env, state });
    const open = await callTool(next, "list_requests", { only_open: true });
    expect(open.structured.total).toBe(1);
    const result = await callTool(next, "run_model", run);
    expect(result.structured).toMatchObject({
      request_id: open.structured.requests[0].request_id,
      status: "completed",
      resumed: true,
    });
    expect(api.submits()).toHaveLength(1);
    // It was had: asked for once more, it is new work.
    const anew = await callTool(next, "run_model", run);
    expect(anew.structured.request_id).not.toBe(result.structured.request_id);
  },
);

test("killed before it had the answer to its submit, the next server finds the request all the same", async () => {
  const state = temporaryFolder();
  const scene = await openScene(STDIO, { state });
  const run = { model_id: MODEL, input: { prompt: "hold" } };
  const lost = scene.call("run_model", run).catch((error: unknown) => error);
  await scene.api.tap.next(/^POST \/v1\/models/);
  await scene.kill();
  expect(await lost).toBeInstanceOf(Error);
  scene.api.engine.release();
  const next = await join(STDIO, { env: scene.api.env, state });
  const result = await callTool(next, "run_model", run);
  expect(result.structured.status).toBe("completed");
  // The server honours keys, so that the submit could be sent again with the key of then.
  expect(scene.api.engine.begun).toHaveLength(1);
});

test("when the Model API is started again in the middle of a run, the run comes to its end", async () => {
  const scene = await openScene(STDIO);
  const running = scene.call("run_model", { model_id: MODEL, input: { prompt: "hold" } });
  await until(() => scene.api.engine.begun.length === 1);
  await scene.api.restart();
  scene.api.engine.release();
  expect((await running).structured).toMatchObject({ status: "completed" });
  expect(scene.api.submits()).toHaveLength(1);
});

test("the token is in no answer, no error and no log, though the service says it back", async () => {
  const service = await openPaidService();
  const connection = await join(STDIO, { env: service.env, flags: ["--allow-paid"] });
  const told: unknown[] = [];
  const call = async (name: string, input: object) => {
    told.push(await connection.client.callTool({ name, arguments: { ...input } }));
  };
  const say = (status: number, text: string) => {
    service.answer = (response) =>
      void response.writeHead(status).end(JSON.stringify({ error_code: status, error_message: text }));
  };
  for (const status of [401, 402, 403, 422, 500]) {
    say(status, `the token ${SECRET} is not welcome`);
    await call("submit_request", { model_id: MODEL, input: { prompt: `${status}` } });
  }
  service.price = { base_price_usd: 0.04, price_unit: "output", pricing_note: SECRET };
  await call("get_model", { model_id: MODEL });
  await call("list_requests", {});
  await connection.close();
  await service.close();
  const all = JSON.stringify(told) + connection.stderr();
  expect(told).toHaveLength(7);
  expect(all).toContain("[token]");
  expect(all).not.toContain(SECRET);
});

test.each([
  [["--max-cost-usd", "cheap"], /--max-cost-usd takes an amount of US dollars/],
  [["--root", "/no/such/folder"], /--root takes a folder/],
  [["--host", "0.0.0.0"], /are for --http/],
  [["--http", "99999"], /--http takes a port/],
  [["--allow-unknown-price"], /needs --allow-paid/],
  [["--allow-piad"], /--allow-piad/],
  [["--http", "0", "--host", "0.0.0.0"], /set MODEL_API_MCP_TOKEN/],
  [["--free-server"], /--free-server is for a server of your own/],
])("%j is refused in words, before anything is served", async (flags, words) => {
  const server = start({}, [MCP, ...flags]);
  expect((await server.exit).code).toBe(64);
  expect(server.told.stderr).toMatch(words);
  expect(server.told.stdout).toBe("");
});

test("without a token or a server it starts, and a call says what to set", async () => {
  const connection = await join(STDIO, { env: { RUNCOMFY_MODEL_API_BASE: "http://127.0.0.1:9" }, flags: [] });
  const { api } = await openScene(STDIO);
  const without = await join(STDIO, { env: { RUNCOMFY_MODEL_API_BASE: api.tap.url }, flags: [] });
  const refused = await callTool(without, "get_model", { model_id: EDIT });
  expect(refused.error.code).toBe("authentication");
  expect(refused.text).toContain("RUNCOMFY_TOKEN");
  expect((await connection.client.listTools()).tools).toHaveLength(8);
});
