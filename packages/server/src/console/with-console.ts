import type { Logger } from "../logger.js";
import type { ConsoleFile, ConsoleFiles } from "./console-files.js";
import { HAND_OVER_PATH, isOwnPage } from "./hand-over.js";
import { pageHeaders } from "./page-headers.js";

type Handle = (request: Request) => Promise<Response>;

export interface ConsoleOptions {
  readonly files: ConsoleFiles;
  readonly publicUrl: string | undefined;
  /** Gives the key for pages on this machine; where there is none, or none any more, people sign in. */
  readonly key: (() => Promise<string | undefined>) | undefined;
  readonly log: Logger;
}

/** What belongs to the API, or to those who watch the server, and is never a page. */
const API = /^\/(v1|files|outputs)(\/|$)|^\/(openapi\.json|healthz|readyz|metrics)$/;
/** Most calls, told from the URL's text: to parse it would cost each of them more than all else here. */
const CALL = /^https?:\/\/[^/?#]*\/(v1|files|outputs)\//;

/**
 * Puts the console in front of the API: its files by their paths, and its page for whatever else a person opens in a browser. Everything
 * that the API has is the API's, and what neither has is refused by the API as ever. Answers here are told to no page of another origin.
 */
export function withConsole(handle: Handle, { files, publicUrl, key, log }: ConsoleOptions): Handle {
  const page = files.get("/index.html") as ConsoleFile;
  const headersOfPage = pageHeaders(publicUrl);

  async function handOver(request: Request): Promise<Response> {
    const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
    const token = key && isOwnPage(request) ? await key() : undefined;
    if (token === undefined) return Response.json({}, { status: 404, headers });
    log.info({}, "the console on this machine was handed a key");
    return Response.json({ token }, { headers });
  }

  return async (request) => {
    if (CALL.test(request.url)) return handle(request);
    const path = new URL(request.url).pathname;
    if (path === HAND_OVER_PATH) return handOver(request);
    if (API.test(path) || (request.method !== "GET" && request.method !== "HEAD")) return handle(request);
    const file = path === "/" || path === "/index.html" ? page : files.get(path);
    if (file) return serve(request, file, file === page ? headersOfPage : {});
    return isNavigation(request) ? serve(request, page, headersOfPage) : handle(request);
  };
}

/** Whether somebody opens a page: a browser says so, and an older one at least wants HTML. */
function isNavigation({ headers }: Request): boolean {
  const mode = headers.get("sec-fetch-mode");
  return mode ? mode === "navigate" : (headers.get("accept") ?? "").includes("text/html");
}

function serve({ method, headers }: Request, file: ConsoleFile, more: Record<string, string>): Response {
  const zipped = /\bgzip\b/.test(headers.get("accept-encoding") ?? "") ? file.gzipped() : undefined;
  const bytes = zipped ?? file.bytes;
  const all = {
    ...more,
    "content-type": file.type,
    "cache-control": file.isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    etag: file.etag,
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  };
  const isKnown = (headers.get("if-none-match") ?? "")
    .split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === file.etag);
  if (isKnown) return new Response(null, { status: 304, headers: all });
  return new Response(method === "HEAD" ? null : bytes, {
    headers: {
      ...all,
      "content-length": String(bytes.length),
      ...(zipped && { "content-encoding": "gzip" }),
    },
  });
}
