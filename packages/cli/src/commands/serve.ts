import { once } from "node:events";
import { CliError, EXIT } from "../exit-codes.js";

export interface ServeFlags {
  port: string;
  host: string;
  data: string;
  newToken: boolean;
  json: boolean;
}

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** `model-api serve`: the Model API on this machine, until it is stopped. */
export async function serve(flags: ServeFlags): Promise<void> {
  const port = Number(flags.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new CliError(EXIT.usage, `--port must be a number from 0 to 65535; got "${flags.port}"`);
  }
  const { createServer, createLocalEngine } = await import("@model-api/server");
  const server = await createServer({
    dataFolder: flags.data,
    engines: [createLocalEngine()],
    allowLoopbackMedia: LOOPBACK.includes(flags.host),
    log: stderrLogger,
  });
  const isFirst = (await server.countKeys()) === 0;
  const name = isFirst ? "first" : "serve";
  const token =
    isFirst || flags.newToken
      ? await server.createKey({ name, scopes: ["submit", "read", "admin"] })
      : undefined;
  const url = await server.listen({ port, host: flags.host });
  console.log(flags.json ? JSON.stringify({ url, token: token ?? null }) : banner(url, token));
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
}

function banner(url: string, token: string | undefined): string {
  const lines = [
    `Model API at ${url}`,
    "Engine: local — free and offline; it edits with ordinary image processing and is not the model.",
    "",
  ];
  if (token === undefined)
    return [
      ...lines,
      "Use the token that the first start printed, or start with --new-token for another.",
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

/** One line an event. No tokens and no prompts get here: the server does not log them. */
const stderrLogger = { info: logLine, warn: logLine, error: logLine };

function logLine(fields: object, message: string): void {
  const { err, ...rest } = fields as { err?: unknown };
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${value}`);
  const cause = err instanceof Error ? `: ${err.message}` : "";
  console.error(`${new Date().toISOString()} ${message}${cause} ${facts.join(" ")}`.trimEnd());
}
