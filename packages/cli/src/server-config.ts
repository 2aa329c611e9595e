import type { ReadConfig } from "@model-api/server";
import { Option } from "commander";
import { CliError, EXIT } from "./exit-codes.js";
import { type ServeFlag, serveFlags, serveSecrets } from "./generated/serve-flags.js";

/** Flags of the command line, by commander's names. */
export interface ConfigFlags {
  config?: string;
  [flag: string]: unknown;
}

/** The configuration that the flags, the environment and the file say. */
export async function loadConfig(flags: ConfigFlags): Promise<ReadConfig> {
  const { readConfig, readConfigFile } = await import("@model-api/server");
  return orUsageError(() => {
    const file = readConfigFile(flags.config, process.env);
    return readConfig({ flags: bySetting(flags), env: process.env, file });
  });
}

/** Does what a configuration says. Where it cannot be done, whoever typed it is told every problem of it. */
export async function orUsageError<Done>(act: () => Done | Promise<Done>): Promise<Done> {
  const { ConfigError } = await import("@model-api/server");
  try {
    return await act();
  } catch (error) {
    if (error instanceof ConfigError) throw new CliError(EXIT.usage, error.problems.join("\nerror: "));
    throw error;
  }
}

function bySetting(flags: ConfigFlags): Record<string, string | boolean | undefined> {
  const given: [name: string, flag: string][] = [
    ...serveFlags.map(({ name, flag }: ServeFlag): [string, string] => [name, flag]),
    ...Object.keys(serveSecrets).map((name): [string, string] => [name, flagOf(name)]),
  ];
  return Object.fromEntries(
    given.map(([name, flag]) => [
      name,
      flags[new Option(flag).attributeName()] as string | boolean | undefined,
    ]),
  );
}

function flagOf(name: string): string {
  return `--${name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()}`;
}
