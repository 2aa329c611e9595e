import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { shell } from "./shell.js";

/** A registry on this machine that keeps our packages, and passes on what it does not have. */
export interface LocalRegistry {
  readonly url: string;
  /** For programs that publish: where to, and as whom. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts Verdaccio with an empty storage in the folder. Anybody may publish; it listens on loopback only. */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const upstream = shell("npm", ["config", "get", "registry"], { cwd: folder }).trim();
  writeFileSync(join(folder, "config.yaml"), JSON.stringify(configOf(folder, upstream)));
  writeFileSync(join(folder, ".npmrc"), `//127.0.0.1:${port}/:_authToken=anybody\n`);

  const verdaccio = createRequire(import.meta.url).resolve("verdaccio/bin/verdaccio");
  const args = [verdaccio, "--config", join(folder, "config.yaml"), "--listen", `127.0.0.1:${port}`];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      log += chunk;
    });
  const gone = once(child, "exit");
  await untilItAnswers(
    `${url}/-/ping`,
    () => child.exitCode !== null,
    () => log,
  );
  return {
    url,
    env: { npm_config_registry: `${url}/`, npm_config_userconfig: join(folder, ".npmrc") },
    async stop() {
      if (child.exitCode === null) child.kill("SIGTERM");
      await gone;
    },
  };
}

/** JSON is YAML as well. */
function configOf(folder: string, upstream: string): object {
  return {
    storage: join(folder, "storage"),
    web: { enable: false },
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    uplinks: { upstream: { url: upstream, cache: false } },
    packages: {
      "@model-api/*": { access: "$all", publish: "$all", unpublish: "$all" },
      "**": { access: "$all", proxy: "upstream" },
    },
    max_body_size: "100mb",
    log: { type: "stdout", format: "json", level: "warn" },
  };
}

async function untilItAnswers(url: string, isGone: () => boolean, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (isGone()) break;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The local registry does not answer at ${url}:\n${log()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
