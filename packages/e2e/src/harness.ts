import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export const REPOSITORY: string = fileURLToPath(new URL("../../..", import.meta.url));
export const COFFEE: string = fileURLToPath(new URL("../fixtures/coffee.png", import.meta.url));
export const EDIT = "openai/gpt-image-2/edit";
export const VIDEO = "wan-ai/wan-2.7/image-to-video";
/** The built CLI, as a user runs it. */
export const CLI: string = join(REPOSITORY, "packages/cli/bin/model-api.js");

/** Where the CLI keeps its journal, for all tests of a file: no test writes into the home of whoever runs it. */
const STATE: string = mkdtempSync(join(tmpdir(), "model-api-e2e-state-"));
process.on("exit", () => rmSync(STATE, { recursive: true, force: true }));

const cleanups: (() => unknown)[] = [];

/** Undoes what the harness has made; call it after each test. */
export async function cleanUp(): Promise<void> {
  for (const undo of cleanups.splice(0).reverse()) await undo();
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "model-api-e2e-"));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export interface Exit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Spawned {
  readonly child: ChildProcess;
  readonly exit: Promise<Exit>;
}

export function spawnProgram(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
  cwd?: string,
): Spawned {
  const child = spawn(file, args, {
    env: { PATH: process.env.PATH, HOME: "/nonexistent", XDG_STATE_HOME: STATE, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(cwd && { cwd }),
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  const exit = once(child, "close").then(([code]) => ({ code, ...output }));
  return { child, exit };
}

export interface Served {
  readonly url: string;
  readonly token: string | null;
  /** Environment that points the CLI at this server. */
  readonly env: Record<string, string>;
  readonly child: ChildProcess;
  /** How it ended, and all that it has said. */
  readonly exit: Promise<Exit>;
  /** Sends the signal and resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface ServeOptions {
  readonly cli?: string;
  /** What callers use where this start makes no token. */
  readonly token?: string;
  readonly flags?: readonly string[];
  readonly env?: Record<string, string>;
  readonly cwd?: string;
}

/** `model-api serve` on a free port. */
export async function serve(
  dataFolder: string,
  { cli = CLI, token = "", flags = [], env: settings, cwd }: ServeOptions = {},
): Promise<Served> {
  const args = [cli, "serve", "--port", "0", "--data", dataFolder, "--json", ...flags];
  const { child, exit } = spawnProgram(process.execPath, args, settings, cwd);
  if (!child.stdout) throw new Error("no stdout");
  const line = once(createInterface({ input: child.stdout }), "line").then(([text]) => JSON.parse(text));
  const died = exit.then(({ stderr }) => {
    throw new Error(`the server ended: ${stderr}`);
  });
  const started = await Promise.race([line, died]);
  died.catch(() => {});
  const kill = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    }
  };
  cleanups.push(() => kill("SIGKILL"));
  const env = { RUNCOMFY_MODEL_API_BASE: started.url, RUNCOMFY_TOKEN: started.token ?? token };
  return { ...started, env, child, exit, kill };
}

/** Runs the CLI to its end. */
export function runCli(args: readonly string[], env: Record<string, string>, cwd?: string): Promise<Exit> {
  return spawnProgram(process.execPath, [CLI, ...args], env, cwd).exit;
}

/** A bare HTTP server on loopback that remembers what was asked. */
export async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls };
}

/** The fields of answers that suites look at; each is there only where the contract says so. */
export interface AnswerBody {
  request_id: string;
  status: string;
  outcome: string;
  output: { image: string };
  detail: { path: unknown[]; allowed: unknown[] }[];
  input_schema: { properties: Record<string, unknown> };
}

/** Calls the API as a program would that has no client. */
export async function call(
  served: Pick<Served, "url" | "env">,
  method: string,
  path: string,
  body?: unknown,
) {
  const response = await fetch(served.url + path, {
    method,
    headers: { authorization: `Bearer ${served.env.RUNCOMFY_TOKEN}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as AnswerBody };
}

export async function until<T>(
  what: string,
  read: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  for (let waited = 0; waited < seconds * 1000; waited += 50) {
    const value = await read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not happen within ${seconds} s`);
}
