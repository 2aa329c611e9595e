import type { CorsOptions } from "./options.js";

/** Who may call from a page, and what a page of another origin is told. */
export interface Origins {
  /** `own`: the proxy's origin, or no page at all. `listed`: another one that may. `foreign`: another one that may not. */
  of(request: Request): "own" | "listed" | "foreign";
  /** Lets the page read an answer, where it may. */
  mark(response: Response, request: Request): Response;
  /** The answer to a preflight of a page that may call. */
  preflight(): Response;
}

/** One by one: exactly what the client sends, and `Authorization`, by which an application may know its users. */
const REQUEST_HEADERS = "authorization, content-type, idempotency-key, prefer, traceparent, tracestate";
/** What a browser hides from a page of another origin unless it is told otherwise. */
const EXPOSED = "idempotency-key, model-api-extensions, preference-applied, retry-after";
/** Seconds that a browser may remember a preflight. */
const MAX_AGE = "7200";

export function createOrigins(cors: CorsOptions | undefined, own: string | undefined): Origins {
  const listed = new Set(cors?.origins);
  return {
    of({ headers, url }) {
      const origin = headers.get("origin");
      if (origin !== null && listed.has(origin)) return "listed";
      // The browser's own word, which no page can change, and which is right behind whatever stands before this server.
      const site = headers.get("sec-fetch-site");
      if (site !== null) return site === "same-origin" || site === "none" ? "own" : "foreign";
      // Older browsers, and http. Without the scheme: where TLS ends before this server, the request does not know it.
      return origin === null || hostOf(origin) === hostOf(own ?? url) ? "own" : "foreign";
    },
    mark(given, { headers }) {
      if (!listed.size) return given;
      // The headers of an answer that was fetched, or is a redirect, cannot be added to.
      const response = new Response(given.body, given);
      response.headers.append("vary", "origin");
      const origin = headers.get("origin");
      if (origin === null || !listed.has(origin)) return response;
      response.headers.set("access-control-allow-origin", origin);
      response.headers.set("access-control-expose-headers", EXPOSED);
      if (cors?.credentials) response.headers.set("access-control-allow-credentials", "true");
      return response;
    },
    preflight: () =>
      new Response(null, {
        status: 204,
        headers: {
          "access-control-allow-methods": "GET, POST, DELETE",
          "access-control-allow-headers": REQUEST_HEADERS,
          "access-control-max-age": MAX_AGE,
          "cache-control": "no-store",
        },
      }),
  };
}

/** Undefined for what is no URL, such as the origin `null`, which is nobody's. */
const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : undefined);
