import { headerParameters } from "../generated/parameters.js";

type Handle = (request: Request) => Response | Promise<Response>;

const METHODS = "GET, HEAD, POST, DELETE";
/** One by one: a browser does not take `*` for Authorization. Those of the contract, and what tracing adds. */
const REQUEST_HEADERS = [
  ...new Set([
    "Authorization",
    "Content-Type",
    ...Object.values(headerParameters).flatMap((headers) => Object.keys(headers)),
    "traceparent",
    "tracestate",
  ]),
].join(", ");
/** What a browser hides from a page of another origin unless it is told otherwise. */
const EXPOSED =
  "Model-Api-Extensions, Idempotency-Key, Preference-Applied, Retry-After, Accept-Ranges, Content-Range, ETag";
/** Seconds that a browser may remember a preflight. */
const MAX_AGE = "7200";

/**
 * Lets pages of other origins call: exactly those that are named, or all of them by `*`. Without any, nothing is said and nothing is let
 * through. Credentials mode stays off: a token is sent by the page itself, and a browser adds nothing to it.
 */
export function withCors(handle: Handle, origins: readonly string[]): Handle {
  if (origins.length === 0) return handle;
  const all = origins.includes("*");
  const allowed = new Set(origins);

  const isAllowed = (origin: string | null) => origin !== null && (all || allowed.has(origin));

  /** Marks an answer, which a cache must keep apart by origin where not all of them are let through. */
  function mark(response: Response, origin: string | null): Response {
    if (!all) response.headers.append("vary", "Origin");
    if (isAllowed(origin)) {
      response.headers.set("access-control-allow-origin", all ? "*" : String(origin));
      response.headers.set("access-control-expose-headers", EXPOSED);
    }
    return response;
  }

  return async (request) => {
    const origin = request.headers.get("origin");
    const isPreflight = request.method === "OPTIONS" && request.headers.has("access-control-request-method");
    // One from elsewhere is answered like any call of a method that is not there, which lets nothing through.
    if (isPreflight && isAllowed(origin)) {
      const headers = {
        "access-control-allow-methods": METHODS,
        "access-control-allow-headers": REQUEST_HEADERS,
        "access-control-max-age": MAX_AGE,
      };
      return mark(new Response(null, { status: 204, headers }), origin);
    }
    return mark(await handle(request), origin);
  };
}
