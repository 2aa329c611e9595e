import { isObject, shown } from "./json.js";
import { CatalogError } from "./problem.js";
import { PassingError, parseRetryAfter, type Timing, withRetries } from "./retry.js";

/** Reads a path of the API, with retries. Throws {@link CatalogError} where there is no answer to use. */
export type GetJson = (path: string) => Promise<unknown>;

const TIMEOUT = 60_000;
const EXCERPT = 160;

export function createGetJson(baseUrl: string, token: string | undefined, timing: Timing): GetJson {
  const headers = { accept: "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  /** A server may repeat what it was sent. */
  const clean = (text: string) => shown(token ? text.replaceAll(token, "[token]") : text).slice(0, EXCERPT);

  async function getOnce(path: string): Promise<unknown> {
    const call = `GET ${baseUrl}${path}`;
    let response: Response;
    let text: string;
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      // A redirect is not followed: the token is meant for this server.
      response = await fetch(`${baseUrl}${path}`, { headers, signal, redirect: "manual" });
      text = await response.text();
    } catch (error) {
      throw new PassingError(`${call}: ${reasonOf(error)}`);
    }
    const body = parse(text);
    const code = isObject(body) && body.error_code ? Number(body.error_code) : undefined;
    if (response.ok && code === undefined) {
      if (body !== undefined) return body;
      throw new CatalogError(`${call}: the answer is no JSON, but: ${clean(text) || "(nothing)"}`);
    }
    const message = isObject(body) && body.error_message ? String(body.error_message) : text;
    // Some errors arrive under HTTP 200, with their code in the body.
    const status = response.ok ? code : response.status;
    const said = `${call}: ${status}${message ? `, ${clean(message)}` : ""}`;
    if (status === 408 || status === 429 || (status && status >= 500 && status <= 599))
      throw new PassingError(said, parseRetryAfter(response.headers.get("retry-after"), timing.now()));
    const isTokenMissing = status === 401 || code === 400004;
    throw new CatalogError(`${said}${isTokenMissing ? ". Set RUNCOMFY_TOKEN to a token that is valid" : ""}`);
  }

  return (path) => withRetries(() => getOnce(path), timing);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message ?? String(error);
}
