import { once } from "node:events";
import { createInterface } from "node:readline";
import { start } from "./toolchain.mjs";

const CLI = "packages/cli/bin/model-api.js";

/** Starts `model-api serve` on a free loopback port; resolves when it listens. */
export async function startServer(dataFolder) {
  const child = start(CLI, ["serve", "--port", "0", "--data", dataFolder, "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk) => {
    log += chunk;
  });
  const firstLine = once(createInterface({ input: child.stdout }), "line").then(([line]) => JSON.parse(line));
  const died = once(child, "exit").then(([code]) => {
    throw new Error(`the server ended with ${code} before it listened:\n${log}`);
  });
  const { url, token } = await Promise.race([firstLine, died]);
  died.catch(() => {});
  return {
    url,
    token,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** Runs the CLI against a server, its words on this terminal; resolves with what it prints on stdout. */
export async function runCli(args, { url, token }) {
  const child = start(CLI, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, RUNCOMFY_MODEL_API_BASE: url, RUNCOMFY_TOKEN: token },
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`model-api ${args[0]} ended with ${code}`);
  return output.trim();
}
