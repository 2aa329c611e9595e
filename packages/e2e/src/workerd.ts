import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "./free-port.js";

/** A worker that workerd serves. */
export interface ServedWorker {
  /** Posts a value as JSON, and gives the answer's. Throws with what the worker says when it fails. */
  post(value: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface WorkerdOptions {
  /** The date whose behaviour the runtime has. */
  readonly compatibilityDate: string;
  /** Where the package `workerd` is looked for: a file or folder beside `node_modules`. @default this repository's */
  readonly from?: string;
}

/** Serves `w.js` of the folder, a worker as one module. */
export async function serveInWorkerd(
  folder: string,
  { compatibilityDate, from = import.meta.url }: WorkerdOptions,
): Promise<ServedWorker> {
  // The runtime itself. Its command starts it as a child, which would outlive the one that is killed here.
  const { default: binary } = createRequire(from)("workerd") as { default: string };
  const port = await freePort();
  const config = join(folder, "config.capnp");
  writeFileSync(config, configOf(port, compatibilityDate));
  const child = spawn(binary, ["serve", config, "--control-fd=1"], { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(child, "exit");
  const died = gone.then(([code]) => Promise.reject(new Error(`workerd ended with ${code}`)));
  died.catch(() => {});
  // It says so when it listens.
  await Promise.race([once(createInterface({ input: child.stdout }), "line"), died]);
  return {
    async post(value) {
      const response = await fetch(`http://127.0.0.1:${port}`, {
        method: "POST",
        body: JSON.stringify(value),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`workerd: ${text}`);
      return JSON.parse(text);
    },
    async stop() {
      child.kill();
      await gone;
    },
  };
}

const configOf = (
  port: number,
  compatibilityDate: string,
) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .w), (name = "internet", network = (allow = ["public", "private", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const w :Workerd.Worker = (modules = [(name = "w.js", esModule = embed "w.js")], compatibilityDate = "${compatibilityDate}");
`;
