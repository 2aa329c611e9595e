import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

export const USAGE = `Brings schemas/models up to what a catalog says; the words that people wrote there stay.

  --base-url <url>   the server to ask; else RUNCOMFY_MODEL_API_BASE, else the hosted service
  --file <json>      read a saved catalog instead: an answer, a list of answers, or a list of entries
  --prune            delete the files of models that the catalog no longer has
  --skip-broken      write what can be written, and list the rest; else one broken entry stops everything
  --dry-run          say what would change, and write nothing
  --verbose          say what was said differently than it is published
  --root <folder>    work on another copy of the repository

The token is read from RUNCOMFY_TOKEN.`;

export const REPOSITORY: string = fileURLToPath(new URL("../..", import.meta.url));
const HOSTED = "https://model-api.runcomfy.net";

export interface Options {
  readonly root: string;
  /** Where the catalog comes from: a server, or a saved file. */
  readonly source:
    | { readonly baseUrl: string; readonly token: string | undefined }
    | { readonly file: string };
  readonly prune: boolean;
  readonly skipBroken: boolean;
  readonly dryRun: boolean;
  readonly verbose: boolean;
}

/** The command line, or the environment that stands in for it, is wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The options of a run; undefined where help is asked for. */
export function readFlags(args: readonly string[], environment: Environment): Options | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  if (values.file !== undefined && values["base-url"] !== undefined)
    throw new UsageError("--file and --base-url say two places to read from; give one");
  const source =
    values.file !== undefined ? { file: resolve(values.file) } : server(values["base-url"], environment);
  return {
    root: resolve(values.root),
    source,
    prune: values.prune,
    skipBroken: values["skip-broken"],
    dryRun: values["dry-run"],
    verbose: values.verbose,
  };
}

function parse(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        "base-url": { type: "string" },
        file: { type: "string" },
        root: { type: "string", default: REPOSITORY },
        prune: flag,
        "skip-broken": flag,
        "dry-run": flag,
        verbose: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function server(given: string | undefined, environment: Environment) {
  const text = given ?? (environment.RUNCOMFY_MODEL_API_BASE?.trim() || HOSTED);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password)
    throw new UsageError("the base URL must be an http(s) URL without credentials, query or fragment");
  const token = environment.RUNCOMFY_TOKEN?.trim() || undefined;
  if (token && !/^[\x21-\x7e]+$/.test(token))
    throw new UsageError("RUNCOMFY_TOKEN has characters that no header can carry");
  // On any other network, whoever stands between would read the token.
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (token && url.protocol === "http:" && !isLoopback)
    throw new UsageError("the token is sent over https, or over http to this machine only");
  return { baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "")}`, token };
}
