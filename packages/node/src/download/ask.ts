import type { Fetch } from "@model-api/client";
import { DownloadError } from "./options.js";
import { type Trust, withoutQuery } from "./trusted-hosts.js";

const MAX_REDIRECTS = 5;

/** A failure that may pass. */
export class PassingFailure extends Error {
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
  readonly status: number | undefined;

  constructor(message: string, details: { cause?: unknown; status?: number; retryAfter?: number } = {}) {
    super(message, { cause: details.cause });
    this.retryAfter = details.retryAfter;
    this.status = details.status;
  }
}

export interface Asking {
  readonly fetch: Fetch;
  readonly isTrusted: Trust;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Asks for a URL, and follows redirects by hand: each is judged like the first. Sends no token. */
export async function ask(url: string, { fetch, isTrusted, headers, signal }: Asking): Promise<Response> {
  let current = parse(url, undefined);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (!isTrusted(current)) throw untrusted(current);
    let response: Response;
    try {
      response = await fetch(current.href, { headers: { ...headers }, redirect: "manual", signal });
    } catch (error) {
      throw signal.aborted ? signal.reason : new PassingFailure(codeOf(error), { cause: error });
    }
    if (response.redirected) throw untrusted(new URL(response.url));
    const location = response.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await drop(response);
    const next = parse(location, current);
    if (current.protocol === "https:" && next.protocol !== "https:") throw untrusted(next);
    current = next;
  }
  throw new DownloadError(
    "refused",
    `${url.replace(/\?.*$/s, "?…")} redirects more than ${MAX_REDIRECTS} times.`,
  );
}

/** Lets go of a body that is not wanted, with its connection. */
export async function drop(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => {});
}

function parse(url: string, base: URL | undefined): URL {
  try {
    return new URL(url, base);
  } catch {
    throw new DownloadError("untrusted_host", "A link of the output is no URL, and was not fetched.");
  }
}

function untrusted(url: URL): DownloadError {
  return new DownloadError(
    "untrusted_host",
    `${withoutQuery(url)} is not a host that outputs are downloaded from: those are the vendor's over https, the server in use, and what \`hosts\` names. Nothing was fetched from it.`,
  );
}

/** The system's word for what happened, which `fetch` hides one level down. */
export function codeOf(error: unknown): string {
  const { cause, code, message } = Object(error);
  return String(cause?.code ?? code ?? cause?.message ?? message ?? error);
}
