import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { HttpOptions } from "./http/gatekeeper.js";
import type { McpOptions } from "./options.js";

/** What a command line asks for. */
export type Command =
  | { readonly kind: "help" | "version" }
  | { readonly kind: "serve"; readonly options: McpOptions; readonly http: HttpOptions | undefined };

/** A command line that is none. */
export class UsageError extends Error {}

export const HELP = `Usage: model-api-mcp [flags]

Serve the models of the RunComfy Model API as tools to an agent, over standard input and output, or HTTP.

Money (nothing that costs anything is submitted without --allow-paid):
  --allow-paid                  submit what costs something, where its price is known
  --max-cost-usd <usd>          refuse a request that is estimated to cost more
  --max-session-cost-usd <usd>  refuse what would take all requests since the start beyond this
  --allow-unknown-price         with --allow-paid, also submit what has no known price
  --free-server                 the server is your own, and neither it nor its engines charge anything

What may be used:
  --model <pattern>             only models whose id fits, such as 'openai/*'; may be given several times
  --root <folder>               local files of this folder may be inputs; may be given several times

HTTP, instead of standard input and output:
  --http <port>                 serve on this port, 0 for a free one, at /mcp
  --host <address>              where to listen (default: 127.0.0.1); beyond loopback a token is needed
  --allow-host <name>           another name by which it may be called; may be given several times

  --help                        show this
  --version                     print the version

Environment:
  RUNCOMFY_TOKEN                the token; else the one that \`model-api login\` has kept
  RUNCOMFY_MODEL_API_BASE       URL of a server of your own
  MODEL_API_MCP_TOKEN           what callers have to send over HTTP, as Authorization: Bearer

Unofficial: not affiliated with RunComfy, whose trademark RunComfy is.
`;

/** @throws UsageError that names the flag and what it takes */
export function readCommandLine(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  const flags = parse(words);
  if (flags.help) return { kind: "help" };
  if (flags.version) return { kind: "version" };
  const port = flags.http === undefined ? undefined : readPort(flags.http);
  if (port === undefined && (flags.host !== undefined || flags["allow-host"] !== undefined))
    throw new UsageError("--host and --allow-host are for --http <port>");
  if (!flags["allow-paid"] && flags["allow-unknown-price"])
    throw new UsageError("--allow-unknown-price needs --allow-paid");
  return {
    kind: "serve",
    options: {
      allowPaid: flags["allow-paid"],
      allowUnknownPrice: flags["allow-unknown-price"],
      freeServer: flags["free-server"],
      maxCostUsd: readDollars("--max-cost-usd", flags["max-cost-usd"]),
      maxSessionCostUsd: readDollars("--max-session-cost-usd", flags["max-session-cost-usd"]),
      roots: flags.root?.map(readFolder),
      models: flags.model,
    },
    http:
      port === undefined
        ? undefined
        : {
            port,
            host: flags.host,
            allowedHosts: flags["allow-host"],
            token: env.MODEL_API_MCP_TOKEN?.trim() || undefined,
          },
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        "allow-paid": { type: "boolean" },
        "max-cost-usd": { type: "string" },
        "max-session-cost-usd": { type: "string" },
        "allow-unknown-price": { type: "boolean" },
        "free-server": { type: "boolean" },
        model: { type: "string", multiple: true },
        root: { type: "string", multiple: true },
        http: { type: "string" },
        host: { type: "string" },
        "allow-host": { type: "string", multiple: true },
        help: { type: "boolean" },
        version: { type: "boolean" },
        // Taken for the sake of `model-api mcp`, where all commands have it.
        "no-color": { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new UsageError(`--http takes a port from 0 to 65535, not "${text}"`);
}

function readDollars(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const usd = Number(text);
  if (text.trim() !== "" && usd >= 0 && Number.isFinite(usd)) return usd;
  throw new UsageError(`${flag} takes an amount of US dollars such as 0.50, not "${text}"`);
}

function readFolder(path: string): string {
  const folder = resolve(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new UsageError(`--root takes a folder, and ${path} is none`);
}
