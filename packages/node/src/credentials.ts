import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

export interface Credentials {
  readonly token: string;
  /** Where it came from, for messages: `RUNCOMFY_TOKEN`, or the path of the token file. */
  readonly source: string;
  /** Set when the token file can be read by others. */
  readonly warning?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The token file of the vendor's own tools: `runcomfy/token.json` in the user's configuration folder. */
export function tokenFile(env: Environment = process.env): string {
  const given = env.XDG_CONFIG_HOME;
  // The specification says that a relative path is to be ignored.
  const folder = given && isAbsolute(given) ? given : join(homedir(), ".config");
  return join(folder, "runcomfy", "token.json");
}

/** The token from `RUNCOMFY_TOKEN`, else from the token file; undefined where there is neither. */
export function findCredentials(env: Environment = process.env): Credentials | undefined {
  const fromEnvironment = env.RUNCOMFY_TOKEN?.trim();
  if (fromEnvironment) return { token: fromEnvironment, source: "RUNCOMFY_TOKEN" };
  const file = tokenFile(env);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // ENOTDIR: what should be the folder is a file, so there is no token file in it either.
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Error(`The token file ${file} cannot be read (${code}).`);
  }
  const token = parseTokenFile(text, file);
  const isShared = process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
  const warning = isShared ? `${file} can be read by other users; run: chmod 600 ${file}` : undefined;
  return { token, source: file, ...(warning && { warning }) };
}

/** `{"token": "…"}`. The text itself never gets into an error. */
function parseTokenFile(text: string, file: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`The token file ${file} is not JSON. It holds {"token": "…"}.`);
  }
  const token = (value as { token?: unknown } | null)?.token;
  if (typeof token === "string" && token.trim()) return token.trim();
  throw new Error(`The token file ${file} has no "token". It holds {"token": "…"}.`);
}

/** Where the API is, from `RUNCOMFY_MODEL_API_BASE`, with or without `/v1`; undefined for the hosted service. */
export function findBaseUrl(env: Environment = process.env): string | undefined {
  return env.RUNCOMFY_MODEL_API_BASE?.trim() || undefined;
}

/** The token of this machine, looked up when the first call needs it, so that making a client reads no file. */
export function createTokenSource(onWarning: (message: string) => void): () => string {
  let token: string | undefined;
  return () => {
    if (token !== undefined) return token;
    const found = findCredentials();
    if (found?.warning) onWarning(found.warning);
    token = found?.token ?? "";
    return token;
  };
}
