import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client, type ClientOptions, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { REPOSITORY, temporaryFolder } from "../harness.js";

/** The built server for agents, as a client starts it. */
export const MCP: string = join(REPOSITORY, "packages/mcp/bin/model-api-mcp.js");

/** How a client and the server speak: over what, and by which revision of the protocol. */
export interface Wire {
  readonly transport: "stdio" | "http";
  readonly era: "legacy" | "modern";
}

export const WIRES: readonly (readonly [string, Wire])[] = [
  ["standard input, 2025", { transport: "stdio", era: "legacy" }],
  ["standard input, 2026", { transport: "stdio", era: "modern" }],
  ["HTTP, 2025", { transport: "http", era: "legacy" }],
  ["HTTP, 2026", { transport: "http", era: "modern" }],
];

/** Both transports and both revisions, in two: for what does not depend on how they go together. */
export const BOTH: readonly (readonly [string, Wire])[] = WIRES.filter(
  ([, { transport, era }]) => (transport === "stdio") === (era === "legacy"),
);

export interface ConnectOptions {
  readonly env: Readonly<Record<string, string>>;
  /** @default ["--free-server"] */
  readonly flags?: readonly string[];
  readonly capabilities?: NonNullable<ClientOptions["capabilities"]>;
  /** Called before it connects: here a test registers what the client answers. */
  readonly prepare?: (client: Client) => void;
  /** Where the journal is kept. @default a folder of its own */
  readonly state?: string;
  readonly cwd?: string;
}

export interface Connection {
  readonly client: Client;
  /** What the server has told whoever runs it. */
  stderr(): string;
  /** Ends the server as a crash does, without a word. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a server for agents, and connects the SDK's own client to it. */
export async function connect(wire: Wire, options: ConnectOptions): Promise<Connection> {
  const client = new Client(
    { name: "suite", version: "1.0.0" },
    {
      capabilities: options.capabilities ?? {},
      versionNegotiation: { mode: wire.era === "modern" ? { pin: "2026-07-28" } : "legacy" },
    },
  );
  options.prepare?.(client);
  return wire.transport === "stdio" ? overStdio(client, options) : overHttp(client, options);
}

/** The environment of a server: nothing of whoever runs the suite but where programs are. */
export function environment({ env, state = temporaryFolder() }: Pick<ConnectOptions, "env" | "state">) {
  return { PATH: process.env.PATH ?? "", HOME: "/nonexistent", XDG_STATE_HOME: state, ...env };
}

async function overStdio(client: Client, options: ConnectOptions): Promise<Connection> {
  const { flags = ["--free-server"], cwd } = options;
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MCP, ...flags],
    env: environment(options),
    stderr: "pipe",
    ...(cwd !== undefined && { cwd }),
  });
  let told = "";
  transport.stderr?.on("data", (chunk) => {
    told += chunk;
  });
  await client.connect(transport);
  return {
    client,
    stderr: () => told,
    async kill() {
      const { pid } = transport;
      const closed = new Promise<void>((resolve) => {
        client.onclose = resolve;
      });
      if (pid !== null) process.kill(pid, "SIGKILL");
      await closed;
    },
    close: () => client.close(),
  };
}

export interface HttpServer {
  readonly url: string;
  readonly child: ChildProcess;
  stderr(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** A server for agents that listens, as an operator starts it. */
export async function serveHttp(options: ConnectOptions): Promise<HttpServer> {
  const { flags = ["--free-server"] } = options;
  const child = spawn(process.execPath, [MCP, "--http", "0", ...flags], {
    env: environment(options),
    stdio: ["ignore", "pipe", "pipe"],
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  let told = "";
  child.stderr.on("data", (chunk) => {
    told += chunk;
  });
  const exited = once(child, "exit").then(() => {
    throw new Error(`the server ended: ${told}`);
  });
  const [line] = await Promise.race([once(createInterface({ input: child.stderr }), "line"), exited]);
  exited.catch(() => {});
  return {
    url: /http:\S+/.exec(String(line))?.[0] ?? `no URL in ${line}`,
    child,
    stderr: () => told,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}

async function overHttp(client: Client, options: ConnectOptions): Promise<Connection> {
  const server = await serveHttp(options);
  await client.connect(new StreamableHTTPClientTransport(new URL(server.url)));
  return {
    client,
    stderr: server.stderr,
    kill: () => server.kill("SIGKILL"),
    async close() {
      await client.close();
      await server.kill("SIGTERM");
    },
  };
}
