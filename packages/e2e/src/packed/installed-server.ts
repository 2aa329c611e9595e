import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** `model-api serve`, from the packages that a project has installed. */
export interface InstalledServer {
  readonly url: string;
  readonly token: string;
  /** Points programs at it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts it with the given Node, on a free port, with its data in the project. */
export async function startInstalledServer(
  folder: string,
  node: string,
  flags: readonly string[] = [],
): Promise<InstalledServer> {
  const cli = join(folder, "node_modules/@model-api/cli/bin/model-api.js");
  const data = `data-${Math.random().toString(36).slice(2)}`;
  const child = spawn(node, [cli, "serve", "--port", "0", "--data", data, "--json", ...flags], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  const exit = once(child, "exit");
  const died = exit.then(() => Promise.reject(new Error(`the server ended: ${log.slice(-1500)}`)));
  died.catch(() => {});
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), died]);
  const { url, token } = JSON.parse(line as string) as { url: string; token: string };
  return {
    url,
    token,
    env: { RUNCOMFY_MODEL_API_BASE: url, RUNCOMFY_TOKEN: token },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await exit;
    },
  };
}
