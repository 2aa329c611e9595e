import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Backend } from "../backend/backend.js";
import { createServer, type ModelApiServer, type ServerSettings } from "../create-server.js";
import type { Engine } from "../engines/engine.js";
import { assertContract, type CheckOptions } from "./contract.js";

/** Where callers of {@link Call} say that they reached the server. Nothing listens there. */
export const ORIGIN = "http://127.0.0.1:9";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed, where it is a JSON object; tests look into it as they like. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects of a body, it says by an assertion.
  readonly body: any;
}

/** One call of the server under test, with the token of the suite. A body that is no string is sent as JSON. */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  signal?: AbortSignal,
) => Promise<Answer>;

export interface StartedServer {
  readonly server: ModelApiServer;
  readonly token: string;
  readonly call: Call;
}

export interface ServerSuite {
  /** The data folder of the test that runs. */
  readonly folder: string;
  /** Starts a server on the test's folder, or on a backend, with a new token unless one is given. Its answers are held against the contract. */
  start(
    engine: Engine,
    options?: Partial<ServerSettings> & CheckOptions & { token?: string | undefined; backend?: Backend },
  ): Promise<StartedServer>;
  /** Stops a server before its test ends. */
  stop(server: ModelApiServer): Promise<void>;
}

/** Gives each test of a file a data folder of its own; what a test starts on it is stopped when it ends. */
export function serverSuite(): ServerSuite {
  let folder = "";
  const running = new Set<ModelApiServer>();

  async function stop(server: ModelApiServer): Promise<void> {
    running.delete(server);
    await server.close({ graceMs: 0 });
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "model-api-"));
  });
  afterEach(async () => {
    for (const server of running) await stop(server);
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get folder() {
      return folder;
    },
    async start(engine, { token: given, mayFail = false, backend, ...options } = {}) {
      const place = backend ? { backend } : { dataFolder: folder };
      const created = await createServer({ ...place, engines: [engine], ...options });
      const server = { ...created, fetch: checkedFetch(created.fetch, { mayFail }) };
      running.add(server);
      const token = given ?? (await server.createKey("test"));
      return { server, token, call: callerOf(server, token) };
    },
    stop,
  };
}

type Fetch = ModelApiServer["fetch"];

const checkedFetches = new WeakSet<Fetch>();

/** The same, but an answer that is not what schemas/openapi.yaml says is thrown. */
export function checkedFetch(fetch: Fetch, options?: CheckOptions): Fetch {
  if (checkedFetches.has(fetch)) return fetch;
  const result: Fetch = async (request) => {
    const { method, url, signal } = request;
    const response = await fetch(request);
    // Who has hung up reads no answer, and gets one that is not in the contract.
    if (signal.aborted) return response;
    const { status, headers } = response;
    const isJson = headers.get("content-type")?.startsWith("application/json");
    const text = isJson ? await response.clone().text() : "";
    assertContract({ method, url, status, headers, text }, options);
    return response;
  };
  checkedFetches.add(result);
  return result;
}

/** Calls a server with a token. Every answer is held against the contract. */
export function callerOf(
  server: Pick<ModelApiServer, "fetch">,
  token: string,
  origin: string = ORIGIN,
  options?: CheckOptions,
): Call {
  const fetch = checkedFetch(server.fetch, options);
  return async (method, path, body, headers, signal) => {
    const request = new Request(`${origin}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const response = await fetch(request);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text.startsWith("{") ? JSON.parse(text) : text,
    };
  };
}

/** What `read` answers, once it is something; for what happens by itself and soon. */
export async function until<T>(
  read: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let i = 0; i < 2000; i++) {
    const value = await read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error("it never happened");
}
