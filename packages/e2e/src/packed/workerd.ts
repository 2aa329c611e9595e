import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundleInstalled } from "./bundle-installed.js";
import type { InstalledServer } from "./installed-server.js";
import type { Project } from "./project.js";
import { attempt, type Outcome, type Row } from "./results.js";

const configOf = (port: number) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .w), (name = "internet", network = (allow = ["public", "private", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const w :Workerd.Worker = (modules = [(name = "w.js", esModule = embed "w.js")], compatibilityDate = "2025-09-01");
`;

/** Each check in a worker. The runtime is the one of the `workerd` package that the project has installed. */
export async function tryInWorkerd(project: Project, server: InstalledServer): Promise<Row> {
  const resolve = createRequire(join(project.folder, "package.json"));
  const { version } = JSON.parse(readFileSync(resolve.resolve("workerd/package.json"), "utf8"));
  await bundleInstalled(project, "worker.mjs", "w.js");
  const port = await freePort();
  writeFileSync(join(project.folder, "config.capnp"), configOf(port));
  const { default: binary } = resolve("workerd") as { default: string };
  const child = spawn(binary, ["serve", join(project.folder, "config.capnp"), "--control-fd=1"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  try {
    const died = gone.then(([code]) => Promise.reject(new Error(`workerd ended with ${code}`)));
    died.catch(() => {});
    await Promise.race([once(createInterface({ input: child.stdout }), "line"), died]);
    const checks: Record<string, Outcome> = {};
    for (const check of ["client", "ai-sdk"])
      checks[check] = await attempt(async () => {
        const body = JSON.stringify({ check, baseUrl: server.url, token: server.token });
        const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body });
        if (!response.ok) throw new Error(await response.text());
      });
    return { group: "runtimes", name: `workerd ${version}`, checks };
  } finally {
    child.kill();
    await gone.catch(() => {});
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
