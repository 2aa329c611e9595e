import { nearest } from "@model-api/models";
import { configFile, type ServerConfig, type Setting, settings } from "../generated/config.js";
import { parseSimulation, SimulationError } from "../simulate/parse-simulation.js";
import { ConfigError } from "./config-error.js";
import type { ReadFile } from "./config-file.js";
import { isLoopback } from "./loopback.js";
import { type Reading, readJson, readText } from "./read-value.js";

export interface ConfigSources {
  /** Values of flags by setting, as they were typed; switches are booleans. */
  readonly flags?: Readonly<Record<string, string | boolean | undefined>> | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly file?: ReadFile | undefined;
}

/** A configuration in which nothing is left to be decided. */
export interface ReadConfig extends ServerConfig {
  readonly metrics: NonNullable<ServerConfig["metrics"]>;
  readonly allowLoopbackMedia: boolean;
  readonly engines: readonly string[];
  /** What was said and looks like a mistake, for the log. */
  readonly warnings: readonly string[];
}

/**
 * Settings from flags, the environment, a file and the defaults; the first that says one counts. Throws a {@link ConfigError} that holds
 * every problem that there is.
 */
export function readConfig({ flags = {}, env = {}, file }: ConfigSources = {}): ReadConfig {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const setting of settings) {
    const given = givenOf(setting, { flags, env, file });
    if (!given) continue;
    const reading = given.read();
    if ("value" in reading) {
      values[setting.name] = reading.value;
      problems.push(...problemsOf(setting, given, reading.value));
    } else problems.push(describe(setting, given, reading));
  }
  problems.push(...unknownKeys(file));
  if (problems.length === 0) problems.push(...contradictions(values as unknown as ServerConfig));
  if (problems.length > 0) throw new ConfigError(problems);
  const config = values as unknown as ServerConfig;
  const isPrivate = isLoopback(config.host) && config.publicUrl === undefined;
  return {
    ...config,
    metrics: config.metrics ?? (isPrivate ? "open" : "key"),
    allowLoopbackMedia: config.allowLoopbackMedia ?? isPrivate,
    engines: enginesOf(config),
    ...upstreamTokenOf(config, env),
    warnings: unknownVariables(env),
  };
}

/** The token of `upstream`; by default the one that every other tool of this API reads. */
function upstreamTokenOf(
  { upstreamToken }: ServerConfig,
  env: NonNullable<ConfigSources["env"]>,
): Pick<ServerConfig, "upstreamToken"> {
  const token = upstreamToken ?? env.RUNCOMFY_TOKEN;
  return token ? { upstreamToken: token } : {};
}

/** What a schema cannot say of a value. */
function problemsOf({ name }: Setting, { source }: Given, value: unknown): string[] {
  if (name !== "simulate") return [];
  try {
    parseSimulation(String(value));
    return [];
  } catch (error) {
    if (error instanceof SimulationError) return [`${source}: ${error.message}`];
    throw error;
  }
}

interface Given {
  /** The flag, the variable, or the file and the key. */
  readonly source: string;
  readonly value: unknown;
  read(): Reading;
}

function givenOf(setting: Setting, { flags = {}, env = {}, file }: ConfigSources): Given | undefined {
  const { name, secret } = setting;
  const flag = flags[name];
  if (flag !== undefined) {
    const source = `--${setting.flag ?? kebab(name)}`;
    if (secret) {
      const allowed = `said by ${setting.env} or in the file, and never by a flag: a command line is seen by every process of this machine`;
      return { source, value: flag, read: () => ({ allowed }) };
    }
    return {
      source,
      value: flag,
      read: () => (typeof flag === "boolean" ? readJson(setting, flag) : readText(setting, flag)),
    };
  }
  const variable = env[setting.env];
  if (variable !== undefined && isMeant(setting, variable))
    return { source: setting.env, value: variable, read: () => readText(setting, variable) };
  if (file && Object.hasOwn(file.values, name)) {
    const value = file.values[name];
    return { source: `${file.path}: ${name}`, value, read: () => readJson(setting, value) };
  }
  if (setting.default === undefined) return undefined;
  return { source: name, value: setting.default, read: () => readJson(setting, setting.default) };
}

/** Empty means not set, as compose files have it; and Kubernetes gives every pod MODEL_API_PORT=tcp://… for a service called model-api. */
function isMeant({ name }: Setting, value: string): boolean {
  if (value === "") return name === "simulate";
  return !(name === "port" && value.startsWith("tcp://"));
}

function describe(
  { secret }: Setting,
  { source, value }: Given,
  { allowed, hint }: Exclude<Reading, { value: unknown }>,
): string {
  const given = secret ? "" : `; got ${JSON.stringify(value)?.slice(0, 200)}`;
  return `${source} must be ${allowed}${given}${hint ? `. ${hint}` : ""}`;
}

function unknownKeys(file: ReadFile | undefined): string[] {
  const names: string[] = settings.map(({ name }) => name);
  return Object.keys(file?.values ?? {})
    .filter((key) => key !== "$schema" && !names.includes(key))
    .map((key) => {
      const near = nearest(key, names);
      return `${file?.path}: ${key} is not a setting.${near ? ` Did you mean ${near}?` : ` There are: ${names.join(", ")}.`}`;
    });
}

/** Variables of this prefix may be anybody's, so that one which looks like a setting is worth a word and no more. */
function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const names = [configFile.env, ...settings.map((setting) => setting.env)];
  return Object.keys(env)
    .filter((name) => name.startsWith("MODEL_API_") && !names.includes(name))
    .filter((name) => !/_SERVICE_(HOST|PORT)|_PORT_\d+_/.test(name))
    .flatMap((name) => {
      const near = nearest(name, names);
      return near ? [`${name} is not a setting. Did you mean ${near}?`] : [];
    });
}

/** What each setting by itself allows, and all of them together do not. */
function contradictions(config: ServerConfig): string[] {
  const { role, postgresUrl, s3Bucket, dataFolderShared } = config;
  const problems: string[] = [];
  if (role !== "all" && postgresUrl === undefined) {
    problems.push(
      `role ${role} needs a Postgres that the processes share: set ${envOf("postgresUrl")}, or leave the role at all`,
    );
  } else if (role !== "all" && s3Bucket === undefined && !dataFolderShared) {
    problems.push(
      `role ${role} needs a place where all processes find the same files: set s3Bucket, or dataFolderShared where the data folder is one that all of them see`,
    );
  }
  if ((config.s3AccessKeyId === undefined) !== (config.s3SecretAccessKey === undefined))
    problems.push("s3AccessKeyId and s3SecretAccessKey belong together: set both, or neither");
  const needless = settings.filter(
    ({ name }) => name.startsWith("s3") && name !== "s3Bucket" && config[name] !== undefined,
  );
  const [first] = needless;
  if (s3Bucket === undefined && first)
    problems.push(`${first.name} is set and s3Bucket is not: set s3Bucket as well, or neither`);
  return [...problems, ...unusedCassettes(config)];
}

function enginesOf({ engines, record, replay }: ServerConfig): readonly string[] {
  if (engines) return engines;
  if (replay !== undefined) return ["replay"];
  return record === undefined ? ["local"] : ["upstream"];
}

/** Cassettes that nobody would write or play. */
function unusedCassettes(config: ServerConfig): string[] {
  const { record, replay, onMiss } = config;
  const names = enginesOf(config).map((spec) => spec.slice(spec.indexOf("=") + 1));
  const plays = names.includes("replay");
  const forwards = names.includes("upstream") || (plays && onMiss === "upstream");
  return [
    ...(replay !== undefined && !plays
      ? ["replay is set, and no engine plays it: add replay to engines"]
      : []),
    ...(record !== undefined && !forwards
      ? [
          "record is set, and no engine forwards what could be recorded: add upstream to engines, or set onMiss to upstream",
        ]
      : []),
  ];
}

function envOf(name: keyof ServerConfig): string {
  return settings.find((setting) => setting.name === name)?.env ?? name;
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
