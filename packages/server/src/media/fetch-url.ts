import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { guardedLookup, isAllowedAddress } from "./guarded-lookup.js";

export interface FetchLimits {
  /** Whether `http:` and loopback addresses are allowed, for development. */
  readonly allowLoopback: boolean;
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

/** A URL that the server does not fetch, or that did not answer with a file. */
export class FetchRefused extends Error {
  override readonly name = "FetchRefused";
}

/** Fetches a public URL without ever touching a private network, whatever its names and redirects say. */
export async function fetchUrl(uri: string, limits: FetchLimits, signal: AbortSignal): Promise<Uint8Array> {
  let url = parseUrl(uri);
  for (let hop = 0; hop <= limits.maxRedirects; hop++) {
    checkUrl(url, limits.allowLoopback);
    const response = await get(url, limits.allowLoopback, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = parseUrl(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new FetchRefused(`${url.host} answered HTTP ${statusCode}`);
    }
    return readAll(response, limits.maxBytes, signal);
  }
  throw new FetchRefused(`it redirects more than ${limits.maxRedirects} times`);
}

function parseUrl(text: string, base?: URL): URL {
  try {
    return new URL(text, base);
  } catch {
    throw new FetchRefused("it is not a URL");
  }
}

function checkUrl(url: URL, allowLoopback: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !isAllowedAddress(host, allowLoopback))
    throw new FetchRefused(`${host} is not a public address`);
  const isLoopback = host === "localhost" || (isIP(host) !== 0 && !isAllowedAddress(host, false));
  if (url.protocol === "https:" || (url.protocol === "http:" && allowLoopback && isLoopback)) return;
  throw new FetchRefused(`${url.protocol} URLs are not fetched; use https`);
}

function get(url: URL, allowLoopback: boolean, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const headers = { accept: "image/*, video/*, audio/*", "accept-encoding": "identity" };
    request(url, { lookup: guardedLookup(allowLoopback), headers, signal, agent: false })
      .on("response", resolve)
      .on("error", (error) =>
        reject(signal.aborted ? signal.reason : new FetchRefused(error.message, { cause: error })),
      )
      .end();
  });
}

async function readAll(
  response: http.IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new FetchRefused(`it is larger than ${Math.floor(maxBytes / 2 ** 20)} MiB`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof FetchRefused) throw error;
    throw new FetchRefused("the connection ended before the file did", { cause: error });
  }
  return Buffer.concat(chunks);
}
