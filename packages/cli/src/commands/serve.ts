import type { FlushableLogger, ModelApiServer, ReadConfig } from "@model-api/server";
import { CliError, EXIT } from "../exit-codes.js";
import { type ConfigFlags, loadConfig, orUsageError } from "../server-config.js";

export interface ServeFlags extends ConfigFlags {
  newToken: boolean;
  json: boolean;
}

/** `model-api serve`: the Model API on this machine, until it is stopped. */
export async function serve(flags: ServeFlags): Promise<void> {
  const config = await loadConfig(flags);
  const { createLogger } = await import("@model-api/server");
  const isText = config.logFormat === "text" || (config.logFormat === "auto" && process.stderr.isTTY);
  const log = createLogger({ level: config.logLevel, format: isText ? "text" : "json" });
  try {
    for (const warning of config.warnings) log.warn({}, warning);
    await serveUntilStopped(config, flags, log);
  } finally {
    log.flush();
  }
}

async function serveUntilStopped(config: ReadConfig, flags: ServeFlags, log: FlushableLogger): Promise<void> {
  const { builtConsole, createConsoleKey, createServer, isLoopback, openBackend, openEngines } = await import(
    "@model-api/server"
  );
  const consoleFolder = config.console ? builtConsole() : undefined;
  let token: string | undefined;
  const engines = await orUsageError(() => openEngines(config.engines, config));
  const backend = await openBackend(config, log);
  const server: ModelApiServer = await createServer({
    backend,
    engines,
    role: config.role,
    concurrency: config.concurrency,
    maxAttempts: config.maxAttempts,
    runTimeoutMs: config.runTimeout,
    leaseMs: config.lease,
    maxUploadBytes: config.maxUpload,
    retentionMs: config.retention,
    corsOrigins: config.corsOrigins,
    metrics: config.metrics,
    console: consoleFolder ?? false,
    // Where others may reach the server, people sign in.
    consoleKey:
      config.publicUrl === undefined && isLoopback(config.host) ? createConsoleKey(backend.store) : undefined,
    allowLoopbackMedia: config.allowLoopbackMedia,
    logPrompts: config.logPrompts,
    log,
    simulate: config.simulate,
    ...(config.publicUrl !== undefined && { publicUrl: config.publicUrl }),
  }).catch(async (error) => {
    await backend.close();
    throw error;
  });
  try {
    token = await firstToken(config, server, flags);
    const stopped = untilStopped();
    const url = await server.listen(config).catch((error) => {
      throw cannotListen(error, config);
    });
    const said = { url, token, hasConsole: consoleFolder !== undefined };
    console.log(flags.json ? JSON.stringify({ url, token: token ?? null }) : banner(said, config));
    log.info({ signal: await stopped }, "stopping");
  } finally {
    await server.close({ graceMs: config.shutdownGrace });
  }
}

/**
 * The key that a first start makes. Where others reach the server it makes none: its token would stand in the log of whatever started it,
 * and the server would listen before anyone has said who may use it.
 */
async function firstToken(
  config: ReadConfig,
  server: {
    countKeys(): Promise<number>;
    createKey(key: { name: string; scopes: ("submit" | "read" | "admin")[] }): Promise<string>;
  },
  { newToken }: ServeFlags,
): Promise<string | undefined> {
  const { isLoopback } = await import("@model-api/server");
  // A worker answers nobody but those who watch it.
  if (config.role === "worker") return undefined;
  const isFirst = (await server.countKeys()) === 0;
  if (!isFirst && !newToken) return undefined;
  if (isFirst && !newToken && !isLoopback(config.host)) {
    throw new CliError(
      EXIT.usage,
      `${config.host} can be reached from other machines, and there is no key yet. Make one first:\n  model-api keys create --name <name> --scopes submit,read,admin\nwith the same --data, --config or environment; or listen on 127.0.0.1, where the first start makes one.`,
    );
  }
  const name = isFirst ? "first" : "serve";
  return server.createKey({ name, scopes: ["submit", "read", "admin"] });
}

function cannotListen(error: { code?: string }, { port, host }: ReadConfig): unknown {
  if (error.code === "EADDRINUSE")
    return new CliError(
      EXIT.failure,
      `port ${port} of ${host} is in use; name another, or --port 0 for a free one`,
    );
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new CliError(EXIT.usage, `--host ${host} is no address of this machine`);
  return error;
}

/** Resolves with the first signal to stop; a second one ends the process at once. */
function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let isStopping = false;
    const hear = (signal: NodeJS.Signals) => {
      if (isStopping) process.exit(signal === "SIGINT" ? EXIT.interrupted : EXIT.terminated);
      isStopping = true;
      resolve(signal);
    };
    process.on("SIGINT", hear);
    process.on("SIGTERM", hear);
  });
}

const LOCAL = " — free and offline; it edits with ordinary image processing and is not the model.";

interface Started {
  readonly url: string;
  readonly token: string | undefined;
  readonly hasConsole: boolean;
}

function banner({ url, token, hasConsole }: Started, config: ReadConfig): string {
  if (config.role === "worker") return `Worker at ${url}: /healthz, /readyz and /metrics`;
  const lines = [
    `Model API at ${url}${hasConsole ? " — open it in a browser for the console" : ""}`,
    ...config.engines.map((spec) => `Engine: ${spec}${spec === "local" ? LOCAL : ""}`),
    "",
  ];
  if (token === undefined)
    return [
      ...lines,
      "Use the token that the first start printed, or make another with `model-api keys create`.",
    ].join("\n");
  return [
    ...lines,
    "Token, shown once:",
    `  ${token}`,
    "",
    "In another terminal:",
    `  export RUNCOMFY_MODEL_API_BASE=${url}`,
    `  export RUNCOMFY_TOKEN=${token}`,
    "  model-api models",
  ].join("\n");
}
