import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { settings } from "../generated/config.js";
import { ConfigError } from "./config-error.js";
import { readConfigFile } from "./config-file.js";
import { type ConfigSources, readConfig } from "./read-config.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "config-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (values: Record<string, unknown>) => ({ path: "c.json", values });

function problemsOf(sources: ConfigSources): readonly string[] {
  try {
    readConfig(sources);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test("without anything said, a server on loopback with the documented defaults", () => {
  expect(readConfig()).toEqual({
    port: 8787,
    engines: ["local"],
    host: "127.0.0.1",
    dataFolder: ".model-api",
    dataFolderShared: false,
    role: "all",
    maxAttempts: 3,
    runTimeout: 600_000,
    lease: 30_000,
    maxUpload: 256 * 2 ** 20,
    retention: 7 * 86_400_000,
    corsOrigins: [],
    metrics: "open",
    logLevel: "info",
    logFormat: "auto",
    logPrompts: false,
    onMiss: "error",
    redactPrompts: false,
    replaySpeed: "instant",
    shutdownGrace: 10_000,
    allowLoopbackMedia: true,
    console: true,
    warnings: [],
  });
});

test.each<[string, ConfigSources, object]>([
  ["the engine of cassettes that are to be played", { flags: { replay: "c" } }, { engines: ["replay"] }],
  ["the engine that records", { flags: { record: "c" } }, { engines: ["upstream"] }],
  [
    "the engine that plays, and records what it cannot play",
    { flags: { replay: "c", record: "c", onMiss: "upstream" } },
    { engines: ["replay"] },
  ],
  ["the token of every other tool", { env: { RUNCOMFY_TOKEN: "a" } }, { upstreamToken: "a" }],
  [
    "the upstream's own token before it",
    { env: { RUNCOMFY_TOKEN: "a", MODEL_API_UPSTREAM_TOKEN: "b" } },
    { upstreamToken: "b" },
  ],
  ["a speed", { flags: { replaySpeed: "2.5" } }, { replaySpeed: "2.5" }],
  ["a flag", { flags: { port: "1" } }, { port: 1 }],
  ["a switch", { flags: { logPrompts: true } }, { logPrompts: true }],
  ["a variable", { env: { MODEL_API_PORT: "2" } }, { port: 2 }],
  ["the file", { file: file({ port: 3 }) }, { port: 3 }],
  [
    "a flag before a variable before the file",
    {
      flags: { port: "1" },
      env: { MODEL_API_PORT: "2", MODEL_API_CONCURRENCY: "2" },
      file: file({ port: 3, concurrency: 3, maxAttempts: 3 }),
    },
    { port: 1, concurrency: 2, maxAttempts: 3 },
  ],
  ["a duration", { flags: { retention: "36h" } }, { retention: 36 * 3_600_000 }],
  ["for ever", { file: file({ retention: 0 }) }, { retention: 0 }],
  ["a size", { env: { MODEL_API_MAX_UPLOAD: "1.5GiB" } }, { maxUpload: 1.5 * 2 ** 30 }],
  [
    "a list as text",
    { flags: { corsOrigins: "https://a.example, https://b.example:8443" } },
    { corsOrigins: ["https://a.example", "https://b.example:8443"] },
  ],
  ["a list in the file", { file: file({ corsOrigins: ["*"] }) }, { corsOrigins: ["*"] }],
  ["an empty variable, as not said", { env: { MODEL_API_HOST: "" } }, { host: "127.0.0.1" }],
  ["an empty simulation, as said", { env: { MODEL_API_SIMULATE: "" } }, { simulate: "" }],
  ["what Kubernetes says of a service", { env: { MODEL_API_PORT: "tcp://10.0.0.1:80" } }, { port: 8787 }],
  ["the key for editors", { file: file({ $schema: "./x.json", port: 4 }) }, { port: 4 }],
  [
    "an address that others reach",
    { flags: { host: "0.0.0.0" } },
    { metrics: "key", allowLoopbackMedia: false },
  ],
  [
    "loopback behind a proxy",
    { flags: { publicUrl: "https://models.example" } },
    { metrics: "key", allowLoopbackMedia: false },
  ],
  [
    "a role with all that it needs",
    { flags: { role: "worker", s3Bucket: "b" }, env: { MODEL_API_POSTGRES_URL: "postgres://u:p@h/d" } },
    { role: "worker", postgresUrl: "postgres://u:p@h/d" },
  ],
])("%s is read", (_, sources, expected) => {
  expect(readConfig(sources)).toMatchObject(expected);
});

test.each<[string, ConfigSources, string]>([
  [
    "a port that is none",
    { flags: { port: "http" } },
    '--port must be a whole number, at least 0, at most 65535; got "http"',
  ],
  [
    "a variable out of range",
    { env: { MODEL_API_PORT: "70000" } },
    'MODEL_API_PORT must be a whole number, at least 0, at most 65535; got "70000"',
  ],
  [
    "a number as a string in the file",
    { file: file({ port: "80" }) },
    'c.json: port must be a whole number, at least 0, at most 65535; got "80"',
  ],
  [
    "a duration without a unit",
    { flags: { runTimeout: "30" } },
    '--run-timeout must be a duration with a unit (ms, s, m, h, d), such as 30s, 10m or 7d, at least 1s; got "30". It has no unit.',
  ],
  [
    "a duration that is too short",
    { file: file({ lease: "1s" }) },
    'c.json: lease must be a duration with a unit (ms, s, m, h, d), such as 30s, 10m or 7d, at least 3s; got "1s"',
  ],
  [
    "a size of nowhere",
    { flags: { maxUpload: "64mb" } },
    '--max-upload must be a size with a unit (B, KiB, MiB, GiB, kB, MB, GB), such as 64MiB, at least 1B; got "64mb"',
  ],
  [
    "a word that is not one of them",
    { flags: { role: "wroker" } },
    '--role must be one of all, api, worker; got "wroker". Did you mean worker?',
  ],
  [
    "a switch that is neither",
    { env: { MODEL_API_LOG_PROMPTS: "yes" } },
    'MODEL_API_LOG_PROMPTS must be true or false; got "yes"',
  ],
  [
    "an origin with a path",
    { flags: { corsOrigins: "https://a.example/app" } },
    "--cors-origins must be `*`, or origins such as https://app.example without a path",
  ],
  [
    "an unknown key",
    { file: file({ retenton: "1d" }) },
    "c.json: retenton is not a setting. Did you mean retention?",
  ],
  [
    "a role without Postgres",
    { flags: { role: "api" } },
    "role api needs a Postgres that the processes share: set MODEL_API_POSTGRES_URL, or leave the role at all",
  ],
  [
    "a role without a place for files",
    { flags: { role: "api" }, env: { MODEL_API_POSTGRES_URL: "postgres://h/d" } },
    "role api needs a place where all processes find the same files",
  ],
  [
    "cassettes that no engine plays",
    { flags: { replay: "c", engines: "local" } },
    "replay is set, and no engine plays it: add replay to engines",
  ],
  [
    "a recording of what no engine forwards",
    { flags: { record: "c", replay: "c" } },
    "record is set, and no engine forwards what could be recorded: add upstream to engines, or set onMiss to upstream",
  ],
  [
    "a speed that is none",
    { flags: { replaySpeed: "0" } },
    '--replay-speed must be `instant`, or a number greater than 0 such as 1 or 2.5; got "0"',
  ],
  [
    "half of a pair of keys",
    { env: { MODEL_API_S3_BUCKET: "b", MODEL_API_S3_ACCESS_KEY_ID: "AKIA" } },
    "s3AccessKeyId and s3SecretAccessKey belong together",
  ],
  [
    "a simulation of what there is not",
    { flags: { simulate: "latncy=1s" } },
    '--simulate: there is nothing to simulate called "latncy"; did you mean latency',
  ],
  [
    "a bucket's region without a bucket",
    { flags: { s3Region: "eu-1" } },
    "s3Region is set and s3Bucket is not",
  ],
])("%s: the message says where, what was given, and what is allowed", (_, sources, message) => {
  const problems = problemsOf(sources);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(message);
});

test("all problems are told at once", () => {
  expect(problemsOf({ flags: { port: "x", role: "x" }, file: file({ x: 1 }) })).toHaveLength(3);
});

test.each([
  [
    { flags: { postgresUrl: "hunter2" } },
    "--postgres-url must be said by MODEL_API_POSTGRES_URL or in the file",
  ],
  [
    { env: { MODEL_API_POSTGRES_URL: "mysql://u:hunter2@h" } },
    "MODEL_API_POSTGRES_URL must be a URL such as",
  ],
  [{ file: file({ postgresUrl: ["hunter2"] }) }, "c.json: postgresUrl must be a string: a URL such as"],
])("a secret is in no message, and no flag", (sources, message) => {
  const [problem] = problemsOf(sources);
  expect(problem).toContain(message);
  expect(problem).not.toContain("hunter2");
});

test("a variable that looks like a setting is worth a warning; others of the prefix are somebody's", () => {
  const env = { MODEL_API_PROT: "1", MODEL_API_SERVICE_HOST: "10.0.0.1", MODEL_API_PORT_80_TCP: "x" };
  expect(readConfig({ env }).warnings).toEqual([
    "MODEL_API_PROT is not a setting. Did you mean MODEL_API_PORT?",
  ]);
});

test("the file is the default one where it is there, or the one that is named", () => {
  expect(readConfigFile(undefined, {}, folder)).toBeUndefined();
  writeFileSync(join(folder, "model-api.config.json"), '{"port": 1}');
  writeFileSync(join(folder, "other.json"), '{"port": 2}');
  expect(readConfigFile(undefined, {}, folder)?.values).toEqual({ port: 1 });
  expect(readConfigFile(undefined, { MODEL_API_CONFIG: "other.json" }, folder)?.values).toEqual({ port: 2 });
  expect(readConfigFile("other.json", {}, folder)).toEqual({ path: "other.json", values: { port: 2 } });
});

test("a file that is not there, is no JSON or no object is named, and what stands in it is not repeated", () => {
  writeFileSync(join(folder, "a.json"), '{"postgresUrl": hunter2}');
  writeFileSync(join(folder, "b.json"), "[]");
  expect(() => readConfigFile("none.json", {}, folder)).toThrow(/^--config: there is no file .*none\.json$/);
  expect(() => readConfigFile(undefined, { MODEL_API_CONFIG: "n.json" }, folder)).toThrow(
    /^MODEL_API_CONFIG: /,
  );
  expect(() => readConfigFile("a.json", {}, folder)).toThrow(/^a\.json: is not JSON/);
  expect(() => readConfigFile("a.json", {}, folder)).not.toThrow(/hunter2/);
  expect(() => readConfigFile("b.json", {}, folder)).toThrow(/^b\.json: must be a JSON object/);
});

test("each setting that has one can be read from its own default", () => {
  const values = Object.fromEntries(
    settings
      .filter((setting) => setting.default !== undefined)
      .map(({ name, default: value }) => [name, value]),
  );
  expect(readConfig({ file: file(values) })).toEqual(readConfig());
});
