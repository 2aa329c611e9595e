import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, shell } from "./shell.js";

/** A clone of what is committed, with its dependencies installed; the checkout itself is left alone. */
export interface Clone {
  readonly folder: string;
  /** Runs a program there with the repository's pnpm on the PATH; gives its stdout. */
  run(file: string, args: readonly string[], env?: Readonly<Record<string, string>>): string;
  /** Runs one of the repository's TypeScript programs there. */
  script(path: string, args: readonly string[]): string;
}

export function cloneAt(folder: string): Clone {
  shell("git", ["clone", "--quiet", ROOT, folder], { cwd: ROOT });
  const { packageManager } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const withPnpm = ["--yes", "--package", packageManager, "--"];
  // Asked for once: later calls may name a registry that does not have it.
  const path = shell("npx", [...withPnpm, "node", "-p", "process.env.PATH"], { cwd: folder }).trim();
  const run: Clone["run"] = (file, args, env = {}) =>
    shell(file, args, { cwd: folder, env: { PATH: path, ...QUIET, ...env } });
  run("git", ["config", "user.name", "release:dry"]);
  run("git", ["config", "user.email", "release-dry@example.com"]);
  run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"]);
  return {
    folder,
    run,
    script: (file, args) =>
      run(process.execPath, [
        "--import",
        "tsx",
        "--conditions=@model-api/source",
        join(folder, file),
        ...args,
      ]),
  };
}

const QUIET = { TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", CI: "true" };
