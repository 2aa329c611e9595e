import type { Fetch } from "@model-api/client";

/** What `fetch` of the adapter takes besides: the headers and the body as the client gives them. */
type Loaded = { readonly fetch: Fetch };

/**
 * Milliseconds for which an idle connection is kept where the server does not say for how long it does: longer than the longest
 * pause between two looks at a status, and shorter than common servers wait before they close, since a submit on a connection that
 * is just being closed is one whose fate is unknown.
 */
const KEEP_ALIVE = 10_000;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

let loaded: Promise<Loaded> | undefined;

/**
 * `fetch` on connections that are kept, through the proxies that `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` name (in small letters
 * as well; they are read at the first call). This machine is never asked for by a proxy. What it is made of is loaded at the first
 * call; runtimes that honour the variables by themselves keep their own.
 */
export const environmentFetch: Fetch = async (url, init) => (await loadFetch()).fetch(url, init);

/** Loads what {@link environmentFetch} is made of. Rejects where a proxy's URL is none, so call it before anything that costs. */
export function loadFetch(): Promise<Loaded> {
  loaded ??= load();
  // Tried again by the next call, whose environment may be mended.
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

async function load(): Promise<Loaded> {
  if ("Bun" in globalThis || "Deno" in globalThis) return { fetch: (url, init) => fetch(url, init) };
  checkProxies();
  const undici = await import("undici");
  const dispatcher = new undici.EnvHttpProxyAgent({
    noProxy: noProxy(process.env),
    keepAliveTimeout: KEEP_ALIVE,
    // The client has limits of its own, which a caller can set.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  return {
    async fetch(url, init) {
      try {
        const answer = await undici.fetch(url, { ...(init as object), dispatcher });
        return answer as unknown as Response;
      } catch (error) {
        throw refusedByProxy(error) ?? error;
      }
    },
  };
}

/** What is not asked for by a proxy. */
export function noProxy(env: Readonly<Record<string, string | undefined>>): string {
  const named = (env.no_proxy ?? env.NO_PROXY ?? "").split(/[\s,]+/).filter(Boolean);
  return named.includes("*") ? "*" : [...named, ...LOOPBACK].join(",");
}

/** @throws Error that names the variable, and not what is in it: a proxy's URL may hold a password */
function checkProxies(): void {
  for (const name of ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"]) {
    const value = process.env[name];
    if (value && !/^(https?|socks5?):$/.test(protocolOf(value)))
      throw new Error(`${name} is not a URL like http://host:port. Nothing was sent.`);
  }
}

function protocolOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return "";
  }
}

/** A proxy that opens no way to the server has let nothing through: the client may know that a submit did not arrive. */
function refusedByProxy(error: unknown): Error | undefined {
  let innermost = error;
  while (Object(innermost).cause) innermost = Object(innermost).cause;
  const [, status] = /^Proxy response \((\d+)\)/.exec(`${Object(innermost).message}`) ?? [];
  if (!status) return undefined;
  const refused = new Error(`the proxy refused with HTTP ${status}`, { cause: error });
  return Object.assign(refused, { code: `PROXY_REFUSED_${status}` });
}
