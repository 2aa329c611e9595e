import { createServer } from "@model-api/server";
import { temporaryFolder } from "../harness.js";
import { openTap, type Tap } from "../proxy/tap.js";
import { type HeldEngine, heldEngine } from "./engine.js";

/** The real Model API, with a tap before it. */
export interface Api {
  readonly engine: HeldEngine;
  readonly tap: Tap;
  readonly token: string;
  /** What an MCP server needs to reach it. */
  readonly env: Readonly<Record<string, string>>;
  /** Submits that have arrived, as `POST /v1/models/…`. */
  submits(): readonly string[];
  /** Everything that has arrived, as `GET /v1/models`. */
  calls(): readonly string[];
  /** Ends the server, and starts it again with what it has kept. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openApi(): Promise<Api> {
  const engine = heldEngine();
  const dataFolder = temporaryFolder();
  const start = async () => {
    const server = await createServer({ dataFolder, engines: [engine], allowLoopbackMedia: true });
    tap.leadTo(await server.listen({ port: 0, host: "127.0.0.1" }));
    return server;
  };
  const tap = await openTap();
  let server = await start();
  const token = await server.createKey({ name: "agent", scopes: ["submit", "read"] });
  const calls = () => tap.calls.map(({ method, url }) => `${method} ${url}`);
  return {
    engine,
    tap,
    token,
    env: { RUNCOMFY_MODEL_API_BASE: tap.url, RUNCOMFY_TOKEN: token },
    calls,
    submits: () => calls().filter((call) => call.startsWith("POST /v1/models/")),
    async restart() {
      await server.close({ graceMs: 0 });
      server = await start();
    },
    async close() {
      await tap.close();
      await server.close({ graceMs: 0 });
    },
  };
}
