import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { configFile } from "../generated/config.js";
import { ConfigError } from "./config-error.js";

/** A configuration file that has been read. */
export interface ReadFile {
  /** As messages name it. */
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * The configuration file: the one that the flag or the environment names, or the default one of the working directory, where there is
 * one. Throws {@link ConfigError}.
 */
export function readConfigFile(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  folder: string = process.cwd(),
): ReadFile | undefined {
  const byEnv = env[configFile.env] || undefined;
  const path = named ?? byEnv ?? configFile.default;
  const file = resolve(folder, path);
  if (!existsSync(file)) {
    if (named === undefined && byEnv === undefined) return undefined;
    const source = named === undefined ? configFile.env : `--${configFile.flag}`;
    throw new ConfigError([`${source}: there is no file ${file}`]);
  }
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new ConfigError([`${path}: ${whyUnreadable(error)}`]);
  }
  if (typeof values !== "object" || values === null || Array.isArray(values))
    throw new ConfigError([`${path}: must be a JSON object whose keys are settings`]);
  return { path, values: values as Record<string, unknown> };
}

/** Messages of the JSON parser quote the file, which may hold secrets: only where in it is repeated. */
function whyUnreadable(error: unknown): string {
  if (!(error instanceof SyntaxError))
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  const place = /position \d+(?: \(line \d+ column \d+\))?/.exec(error.message)?.[0];
  return `is not JSON${place ? `: something is wrong at ${place}` : ""}`;
}
