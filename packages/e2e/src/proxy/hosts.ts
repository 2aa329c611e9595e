import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { freePort } from "../free-port.js";
import { recipes, removeApplication, writeApplication } from "./recipes.js";

/** An application that has the proxy, made from the page's recipes and started as its readers start it. */
export interface Host {
  readonly name: string;
  /** What the client is given as `baseUrl`. */
  readonly baseUrl: string;
}

/** One process, which may have the proxy in two places. */
export interface RunningHosts {
  readonly hosts: readonly Host[];
  stop(): Promise<void>;
}

export interface HostSettings {
  readonly token: string;
  readonly upstream: string;
  readonly secret: string;
}

const MOUNT = "/api/model-api";
const SHARED = "lib/model-api.ts";
const require = createRequire(import.meta.url);

/** `hono.ts`, `express.ts`, `node.ts`: a program of its own, run as TypeScript. */
export async function startProgram(name: string, settings: HostSettings): Promise<RunningHosts> {
  const folder = writeApplication(recipes(SHARED, `${name}.ts`));
  const flags = ["--import", "tsx", `${name}.ts`];
  return start(folder, (port) => [process.execPath, flags, environment(settings, port)], { [name]: MOUNT });
}

/** Next with both of its routers, built and started as for production. */
export async function startNext(settings: HostSettings): Promise<RunningHosts> {
  const route = "app/api/model-api/[...path]/route.ts";
  const page = "pages/api/model-api/[...path].ts";
  const { [page]: pageCode = "", ...files } = recipes(SHARED, route, page);
  const folder = writeApplication({
    ...files,
    // Two routers of one application cannot have one path.
    [page.replace("model-api", "model-api-pages")]: pageCode,
    "app/layout.js": "export default ({ children }) => <html><body>{children}</body></html>;\n",
    "next.config.js": "export default { typescript: { ignoreBuildErrors: true } };\n",
  });
  return buildAndStartNext(folder, settings, { "next app router": MOUNT, "next pages": `${MOUNT}-pages` });
}

/** An application with Next in a folder of its own, which is removed when it is stopped. */
export async function buildAndStartNext(
  folder: string,
  settings: HostSettings,
  mounts: Readonly<Record<string, string>>,
): Promise<RunningHosts> {
  const next = require.resolve("next/dist/bin/next");
  const built = spawn(process.execPath, [next, "build"], {
    cwd: folder,
    // A build has no secrets.
    env: { ...environment(undefined, 0), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [built.stdout, built.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = await once(built, "close");
  if (code !== 0) throw new Error(`next build ended with ${code}: ${said}`);
  return start(
    folder,
    (port) => [
      process.execPath,
      [next, "start", "--hostname", "127.0.0.1", "--port", `${port}`],
      { ...environment(settings, port), NODE_ENV: "production" },
    ],
    mounts,
  );
}

/** As of this date the runtime refuses the `cache` option of fetch. */
const COMPATIBILITY_DATE = "2024-09-01";

/** The recipe for Workers, in the runtime itself. */
export async function startWorkerd(settings: HostSettings): Promise<RunningHosts> {
  const folder = writeApplication(recipes("worker.ts"));
  await build({
    entryPoints: [join(folder, "worker.ts")],
    outfile: join(folder, "worker.js"),
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
  });
  const { default: binary } = require("workerd") as { default: string };
  const bindings = {
    RUNCOMFY_TOKEN: settings.token,
    RUNCOMFY_MODEL_API_BASE: settings.upstream,
    MODEL_API_PROXY_SECRET: settings.secret,
  };
  const binding = ([name, text]: [string, string]) => `(name = "${name}", text = "${text}")`;
  const configOf = (port: number) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .w), (name = "internet", network = (allow = ["public", "private", "local"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const w :Workerd.Worker = (
  modules = [(name = "w.js", esModule = embed "worker.js")],
  compatibilityDate = "${COMPATIBILITY_DATE}",
  bindings = [${Object.entries(bindings).map(binding).join(", ")}],
);
`;
  return start(
    folder,
    (port) => {
      writeFileSync(join(folder, "config.capnp"), configOf(port));
      return [binary, ["serve", "config.capnp"], {}];
    },
    { workerd: MOUNT },
  );
}

type Command = readonly [program: string, args: readonly string[], env: Record<string, string>];

async function start(
  folder: string,
  command: (port: number) => Command,
  mounts: Readonly<Record<string, string>>,
): Promise<RunningHosts> {
  const port = await freePort();
  const [program, args, env] = command(port);
  const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
  const gone = once(child, "exit");
  const origin = `http://127.0.0.1:${port}`;
  await answers(origin, child);
  return {
    hosts: Object.entries(mounts).map(([name, mount]) => ({ name, baseUrl: origin + mount })),
    async stop() {
      child.kill();
      await gone;
      removeApplication(folder);
    },
  };
}

/** Waits until something is answered, whatever it is. */
async function answers(origin: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    const response = await fetch(origin).catch(() => undefined);
    if (response) return void (await response.body?.cancel());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${child.spawnfile} does not listen`);
}

function environment(settings: HostSettings | undefined, port: number): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: "/nonexistent",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
    PORT: `${port}`,
    ...(settings && {
      RUNCOMFY_TOKEN: settings.token,
      RUNCOMFY_MODEL_API_BASE: settings.upstream,
      MODEL_API_PROXY_SECRET: settings.secret,
    }),
  };
}
