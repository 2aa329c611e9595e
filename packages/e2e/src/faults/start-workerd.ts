import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Assignment } from "./worker.js";

/** A worker in workerd. */
export interface Workerd {
  /** Plays an assignment in there. */
  play<Outcome>(assignment: Assignment): Promise<Outcome>;
  stop(): Promise<void>;
}

/** The runtime itself. Its command starts it as a child, which would outlive the one that is killed here. */
const { default: BINARY } = createRequire(import.meta.url)("workerd") as { default: string };
/** As of this date the runtime refuses the `cache` option of fetch, which the client has to cope with. */
const COMPATIBILITY_DATE = "2024-09-01";

const configOf = (port: number) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .w), (name = "internet", network = (allow = ["public", "private", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const w :Workerd.Worker = (modules = [(name = "w.js", esModule = embed "w.js")], compatibilityDate = "${COMPATIBILITY_DATE}");
`;

/** Bundles `worker.ts` and serves it in workerd. */
export async function startWorkerd(): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), "model-api-workerd-"));
  await build({
    entryPoints: [fileURLToPath(new URL("worker.ts", import.meta.url))],
    outfile: join(folder, "w.js"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
  });
  const port = await freePort();
  const config = join(folder, "config.capnp");
  writeFileSync(config, configOf(port));
  const child = spawn(BINARY, ["serve", config, "--control-fd=1"], { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  const died = gone.then(([code]) => Promise.reject(new Error(`workerd ended with ${code}`)));
  died.catch(() => {});
  // It says so when it listens.
  await Promise.race([once(createInterface({ input: child.stdout }), "line"), died]);
  return {
    async play<Outcome>(assignment: Assignment) {
      const body = JSON.stringify(assignment);
      const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body });
      const text = await response.text();
      if (!response.ok) throw new Error(`workerd: ${text}`);
      return JSON.parse(text) as Outcome;
    },
    async stop() {
      child.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
