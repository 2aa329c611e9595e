import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { createProxy } from "@model-api/client/proxy";
import { createTestServer } from "@model-api/server/testing";
import { type GateEngine, gateEngine } from "./gate-engine.js";

const API = "/api/model-api";

/** One call of the page to the API. */
export interface SiteCall {
  readonly call: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Whether it is being answered. */
  isOpen: boolean;
  /** Whether it was answered; else the page has left it. */
  isAnswered: boolean;
}

/** A page's own server: its files, and a proxy to the Model API that adds the token. */
export interface Site {
  readonly url: string;
  readonly engine: GateEngine;
  readonly calls: SiteCall[];
  /** Calls whose method and path look so. */
  called(pattern: RegExp): SiteCall[];
  /** Holds back the answers to submits until the promise resolves; they are accepted meanwhile. */
  holdSubmits(until: Promise<void>): void;
  /** The same for uploads, and for looks: what they have seen may be over when the page hears of it. */
  holdUploads(until: Promise<void>): void;
  holdLooks(until: Promise<void>): void;
  /** The calls that are open now are never answered, as those of a machine that has slept. */
  loseOpenCalls(): void;
  /** What a server renders for a path, instead of an empty page. */
  render: ((path: string) => Promise<string>) | undefined;
  /** As a program on the site's server calls the API. */
  readonly direct: { readonly baseUrl: string; readonly token: string; readonly fetch: typeof fetch };
  close(): Promise<void>;
}

export interface SiteOptions {
  /** Whether the page's calls go through the client's own proxy; else through one that does as little as it can. */
  readonly isGuarded?: boolean;
}

export async function openSite(
  files: ReadonlyMap<string, string>,
  { isGuarded = false }: SiteOptions = {},
): Promise<Site> {
  const engine = gateEngine();
  const calls: SiteCall[] = [];
  let heldSubmits: Promise<void> | undefined;
  let heldUploads: Promise<void> | undefined;
  let heldLooks: Promise<void> | undefined;
  const lost = new WeakSet<SiteCall>();

  const http = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server = await createTestServer({ engines: [engine], publicUrl: url + API });

  const guard = createProxy({
    token: server.token,
    secret: "x".repeat(32),
    baseUrl: server.url,
    fetch: server.fetch as (url: string, init: RequestInit) => Promise<Response>,
    models: ["openai/*"],
    authorize: () => "ada",
    uploads: true,
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    if (path.startsWith(API)) return proxy(request, response, path.slice(API.length));
    const { pathname } = new URL(path, url);
    const file = files.get(pathname);
    if (file !== undefined) response.setHeader("content-type", "text/javascript");
    else response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(file ?? page((await site.render?.(path)) ?? ""));
  }

  async function proxy(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const call = `${request.method} ${path}`;
    const noted: SiteCall = { call, headers: request.headers, isOpen: true, isAnswered: false };
    calls.push(noted);
    const gone = new AbortController();
    response.on("close", () => {
      noted.isOpen = false;
      gone.abort();
    });
    const { host: _, connection: __, ...headers } = request.headers;
    const hasBody = request.method === "POST";
    const init = {
      method: request.method ?? "GET",
      headers: headers as Record<string, string>,
      signal: gone.signal,
      ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: "half" }),
    } as RequestInit;
    const authorization = `Bearer ${server.token}`;
    // Files are fetched where their URLs point to, which is nothing to the proxy.
    const answered =
      isGuarded && path.startsWith("/v1/")
        ? await guard(new Request(url + API + path, init))
        : await server.fetch(server.url + path, { ...init, headers: { ...init.headers, authorization } });
    if (/^POST \/v1\/models/.test(call)) await heldSubmits;
    if (/^POST \/v1\/files/.test(call)) await heldUploads;
    if (/\/status$/.test(call)) await heldLooks;
    if (lost.has(noted) || gone.signal.aborted) return;
    noted.isAnswered = true;
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  }

  const site: Site = {
    url,
    engine,
    calls,
    called: (pattern) => calls.filter(({ call }) => pattern.test(call)),
    holdSubmits: (until) => {
      heldSubmits = until;
    },
    holdUploads: (until) => {
      heldUploads = until;
    },
    holdLooks: (until) => {
      heldLooks = until;
    },
    loseOpenCalls() {
      for (const call of calls) if (call.isOpen) lost.add(call);
    },
    render: undefined,
    direct: { baseUrl: server.url, token: server.token, fetch: server.fetch },
    async close() {
      http.closeAllConnections();
      http.close();
      await server.close();
    },
  };
  return site;
}

const page = (content: string) => `<!doctype html><html lang="en"><head><title>Test</title></head>
<body><div id="root">${content}</div><script type="module" src="/main.js"></script></body></html>`;
