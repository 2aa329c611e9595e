import type { Fetch } from "@model-api/client";
import { OutputError, PassingFailure } from "./output-error.js";

const MAX_REDIRECTS = 5;

/** Asks for a URL, and follows redirects by hand: each is judged like the first. Sends no token and no cookie. */
export async function askTrusted(
  url: string,
  fetch: Fetch,
  isTrusted: (url: URL) => boolean,
  signal: AbortSignal,
): Promise<Response> {
  let current = parse(url, undefined);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    if (!isTrusted(current)) throw untrusted(current);
    const response = await ask(current.href, fetch, signal);
    // A page's own `fetch` neither tells where a redirect leads nor lets a script follow it.
    if (response.type === "opaqueredirect" || response.redirected)
      throw new OutputError("it redirects to where it cannot be seen", current.href);
    const location = response.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel().catch(() => {});
    const next = parse(location, current);
    if (current.protocol === "https:" && next.protocol !== "https:") throw untrusted(next);
    current = next;
  }
  throw new OutputError(`it redirects more than ${MAX_REDIRECTS} times`, url);
}

async function ask(url: string, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { accept: "image/*, video/*, audio/*, */*;q=0.1" },
      redirect: "manual",
      signal,
      // Cloudflare's workers refuse the option; nothing is sent by itself there.
      ...("location" in globalThis && { credentials: "omit" as const }),
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const { cause, message } = Object(error);
    throw new PassingFailure(`the connection failed: ${cause?.code ?? message ?? error}`, 0, error);
  }
}

function parse(url: string, base: URL | undefined): URL {
  try {
    return new URL(url, base);
  } catch {
    throw new OutputError("it is no URL, and was not fetched", url);
  }
}

const untrusted = (url: URL) =>
  new OutputError(
    "it is on no host that outputs are fetched from: those are the vendor's over https, the server in use, and what `hosts` names. Nothing was fetched from it",
    url.href,
  );
