import { request } from "node:http";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterEach, expect, test } from "vitest";
import { type ConnectOptions, type HttpServer, serveHttp } from "./connect.js";
import { closeAfterEach } from "./scene.js";

closeAfterEach();

const started: HttpServer[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.kill("SIGKILL");
});

async function serve(options: Partial<ConnectOptions> = {}): Promise<HttpServer> {
  const server = await serveHttp({ env: {}, flags: [], ...options });
  started.push(server);
  return server;
}

const INITIALIZE = JSON.stringify({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "suite", version: "1" },
  },
});

/** One bare call, with headers that `fetch` would not send. */
function post(url: string, headers: Record<string, string> = {}, body = INITIALIZE) {
  return new Promise<{ status: number; session: string | undefined; text: string }>((resolve, reject) => {
    const call = request(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        ...headers,
      },
    });
    call.on("response", (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        const session = response.headers["mcp-session-id"];
        resolve({ status: response.statusCode ?? 0, session: session?.toString(), text });
      });
    });
    call.on("error", reject);
    call.end(body);
  });
}

test("a page that has led its name to this machine is refused, by its name and by its origin; this machine's own are not", async () => {
  const { url } = await serve();
  const { port } = new URL(url);
  expect((await post(url)).status).toBe(200);
  expect((await post(url, { host: `localhost:${port}` })).status).toBe(200);
  expect((await post(url, { host: `evil.example:${port}` })).status).toBe(403);
  expect((await post(url, { host: `127.0.0.1.evil.example:${port}` })).status).toBe(403);
  expect((await post(url, { origin: "https://evil.example" })).status).toBe(403);
  expect((await post(url, { origin: "null" })).status).toBe(403);
  expect((await post(url, { origin: `http://127.0.0.1:${port}` })).status).toBe(200);
  expect((await post(url.replace(/mcp$/, "other"))).status).toBe(404);
});

test("with a token, nobody is answered without it, and it is not told", async () => {
  const token = "agents-only-0123456789";
  const server = await serve({ env: { MODEL_API_MCP_TOKEN: token }, flags: ["--host", "0.0.0.0"] });
  const url = server.url.replace("0.0.0.0", "127.0.0.1");
  const refusals = await Promise.all([
    post(url),
    post(url, { authorization: `Bearer ${token}x` }),
    post(url, { authorization: token }),
  ]);
  expect(refusals.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect((await post(url, { authorization: `Bearer ${token}` })).status).toBe(200);
  // From elsewhere it may be called by any name: the token alone decides.
  const named = { host: "agents.example", authorization: `Bearer ${token}` };
  expect((await post(url, named)).status).toBe(200);
  expect((await post(url, { ...named, origin: "https://evil.example" })).status).toBe(403);
  expect(server.stderr() + JSON.stringify(refusals)).not.toContain(token);

  for (const mode of ["legacy", "auto"] as const) {
    const client = new Client({ name: "suite", version: "1" }, { versionNegotiation: { mode } });
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
    expect((await client.listTools()).tools).toHaveLength(8);
    await client.close();
  }
});

test("with names that are allowed, only those are answered", async () => {
  const flags = ["--host", "0.0.0.0", "--allow-host", "agents.example"];
  const server = await serve({ env: { MODEL_API_MCP_TOKEN: "agents-only-0123456789" }, flags });
  const url = server.url.replace("0.0.0.0", "127.0.0.1");
  const authorization = "Bearer agents-only-0123456789";
  const origin = "https://agents.example";
  expect((await post(url, { host: "agents.example", origin, authorization })).status).toBe(200);
  expect((await post(url, { host: "evil.example", authorization })).status).toBe(403);
});

test("each client has a session of its own; one that has ended or never was is not found", async () => {
  const { url } = await serve();
  const [one, two] = [await post(url), await post(url)];
  expect(one.session).toMatch(/^[\w-]{36}$/);
  expect(two.session).not.toBe(one.session);
  const list = JSON.stringify({ jsonrpc: "2.0", id: 2, method: "tools/list" });
  const inSession = (session: string) => post(url, { "mcp-session-id": session }, list);
  expect((await inSession(one.session ?? "")).text).toContain("run_model");
  const headers = { "mcp-session-id": one.session ?? "" };
  expect((await fetch(url, { method: "DELETE", headers })).status).toBe(200);
  expect((await inSession(one.session ?? "")).status).toBe(404);
  expect((await inSession("00000000-0000-0000-0000-000000000000")).status).toBe(404);
  expect((await inSession(two.session ?? "")).status).toBe(200);
  expect((await post(url, {}, list)).status).toBe(400);
});

test("more sessions than there may be close the one that was used longest ago", async () => {
  const server = await serve();
  const list = JSON.stringify({ jsonrpc: "2.0", id: 2, method: "tools/list" });
  const use = async (session = "") => (await post(server.url, { "mcp-session-id": session }, list)).status;
  const sessions: (string | undefined)[] = [];
  for (let count = 0; count < 256; count++) sessions.push((await post(server.url)).session);
  expect(await use(sessions[0])).toBe(200);
  await post(server.url);
  expect([await use(sessions[0]), await use(sessions[1]), await use(sessions[2])]).toEqual([200, 404, 200]);
});

test("a message that is too large is refused before it is read, and the server goes on", async () => {
  const { url } = await serve();
  const big = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { pad: "x".repeat(2 ** 23) },
  });
  const refused = await post(url, {}, big).catch((error: NodeJS.ErrnoException) => error);
  if (refused instanceof Error)
    expect(refused).toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
  else expect(refused.status).toBe(413);
  expect((await post(url)).status).toBe(200);
});

test("told to stop, it closes what is open and ends", async () => {
  const server = await serve();
  const client = new Client({ name: "suite", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(server.url)));
  await server.kill("SIGTERM");
  expect([server.child.exitCode, server.child.signalCode]).toEqual([0, null]);
  await client.close();
});
