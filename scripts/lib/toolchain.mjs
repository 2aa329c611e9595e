// Plain JavaScript: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const STAMP = join(ROOT, "node_modules", ".installed.json");

/** What a command needs installed: `demo` is the CLI with what it stands on, `all` is the whole workspace. */
const SCOPES = { demo: ["--filter", "@model-api/cli..."], all: [] };

/** A pinned tool from the npm registry, by its name in package.json; npm and npx are all that has to be there. */
function npx(tools, args) {
  const packages = tools.flatMap((tool) => ["--package", tool]);
  return ["npx", ["--yes", ...packages, "--", ...args]];
}

const pnpm = manifest.packageManager;
const turbo = `turbo@${manifest.devDependencies.turbo}`;

/** Runs a command in the repository; throws with its output's tail when it fails. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 2 ** 26,
  });
  if (result.error) throw result.error;
  if (result.status === 0) return;
  const output = quiet ? `\n${result.stdout}${result.stderr}` : "";
  throw new Error(`${command} ${args.join(" ")} ended with ${result.status ?? result.signal}${output}`);
}

/** Installs what is missing, by the lockfile. Does nothing when it has been done for this lockfile. */
export function install(scope) {
  const lockfile = createHash("sha256")
    .update(readFileSync(join(ROOT, "pnpm-lock.yaml")))
    .digest("hex");
  const done = existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, "utf8")) : {};
  if (done.lockfile === lockfile && (done.scope === "all" || done.scope === scope)) return;
  console.log(
    `Installing what is missing (${scope === "all" ? "the whole workspace" : "the CLI and what it needs"}) …`,
  );
  run(...npx([pnpm], ["pnpm", "install", "--frozen-lockfile", ...SCOPES[scope]]), { quiet: true });
  writeFileSync(STAMP, JSON.stringify({ lockfile, scope }));
}

/** Runs tasks of turbo.json; what has not changed comes from the cache. turbo looks for pnpm on the PATH. */
export function turboRun(tasks, { filter, quiet = false } = {}) {
  const only = filter ? ["--filter", filter] : [];
  const command = ["turbo", "run", ...tasks, ...only, "--output-logs=errors-only"];
  run(...npx([pnpm, turbo], command), { quiet, env: { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" } });
}

/** Starts a program of the repository with Node. */
export function start(script, args, options = {}) {
  return spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, ...options });
}
