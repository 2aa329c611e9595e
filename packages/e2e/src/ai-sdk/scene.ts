import { createModelApi, type ModelApiProvider, type ModelApiSettings } from "@model-api/ai-sdk";
import { createServer } from "@model-api/server";
import { afterEach } from "vitest";
import { cleanUp, temporaryFolder } from "../harness.js";
import { openTap, type Tap } from "../proxy/tap.js";
import { type ScriptedEngine, scriptedEngine } from "./engine.js";

const closing: (() => Promise<unknown>)[] = [];

/** To be called once in a file: everything that a test has opened is closed after it. */
export function closeAfterEach(): void {
  // The SDK prints warnings; tests read them.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await cleanUp();
  });
}

export function closeLater(close: () => Promise<unknown>): void {
  closing.push(close);
}

/** The real Model API, with a tap before it, and a provider. */
export interface Scene {
  readonly engine: ScriptedEngine;
  readonly tap: Tap;
  readonly token: string;
  readonly modelApi: ModelApiProvider;
  /** Another provider for the same server, as another process would make it. */
  provider(settings?: ModelApiSettings): ModelApiProvider;
  /** Submits that have arrived, as `POST /v1/models/…`. */
  submits(): string[];
  /** Ends the server, and starts it again with what it has kept. */
  restart(): Promise<void>;
}

export async function openScene(settings: ModelApiSettings = {}): Promise<Scene> {
  const engine = scriptedEngine();
  const dataFolder = temporaryFolder();
  const tap = await openTap();
  const start = async () => {
    const server = await createServer({ dataFolder, engines: [engine], allowLoopbackMedia: true });
    tap.leadTo(await server.listen({ port: 0, host: "127.0.0.1" }));
    return server;
  };
  let server = await start();
  closeLater(async () => {
    await tap.close();
    await server.close({ graceMs: 0 });
  });
  const token = await server.createKey({ name: "ai-sdk", scopes: ["submit", "read"] });
  const provider = (more: ModelApiSettings = {}) => createModelApi({ token, baseUrl: tap.url, ...more });
  return {
    engine,
    tap,
    token,
    modelApi: provider(settings),
    provider,
    submits: () =>
      tap.calls
        .map(({ method, url }) => `${method} ${url}`)
        .filter((call) => call.startsWith("POST /v1/models/")),
    async restart() {
      await server.close({ graceMs: 0 });
      server = await start();
    },
  };
}

/** What a promise rejects with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("it did not reject");
}
