import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { isIP, type Socket } from "node:net";
import tls from "node:tls";
import { checkedAddresses } from "./checked-addresses.js";
import type { GuardedUrl, GuardRules } from "./guarded-url.js";
import type { Address, Network } from "./network.js";
import { GuardRefusal } from "./refusal.js";

export interface ExchangeRequest {
  readonly method: "GET" | "POST";
  /** Without `host`, which is the URL's. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface ExchangeOptions {
  readonly rules: GuardRules;
  readonly network: Network;
  readonly signal: AbortSignal;
}

const MAX_HEADER_BYTES = 16 * 2 ** 10;

/**
 * One request to where a checked URL leads, on a socket of its own, which is closed when `read` is done with the answer.
 * Follows no redirect, uses no proxy, undoes no encoding.
 */
export async function exchange<T>(
  target: GuardedUrl,
  request: ExchangeRequest,
  options: ExchangeOptions,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  const { rules, network, signal } = options;
  const addresses = await checkedAddresses(target, rules, network, signal);
  const opened: Socket[] = [];
  try {
    const socket = await openSocket(target, addresses, options, opened);
    return await read(await send(target, request, socket, signal));
  } finally {
    for (const socket of opened) socket.destroy();
  }
}

async function openSocket(
  { url, hostname, port }: GuardedUrl,
  addresses: readonly Address[],
  { network, signal }: ExchangeOptions,
  opened: Socket[],
): Promise<Socket> {
  const plain = keep(network.connect(addresses, port), opened);
  await arrives(plain, "connect", signal, `no connection to ${url.host} could be made`);
  if (url.protocol === "http:") return plain;
  const secure = tls.connect({
    socket: plain,
    // The certificate is held against the URL's host, whatever the socket is connected to.
    host: hostname,
    servername: isIP(hostname) ? "" : hostname,
    ALPNProtocols: ["http/1.1"],
    // Said aloud, so that no environment variable says otherwise.
    rejectUnauthorized: true,
    ...(network.ca !== undefined && { ca: network.ca }),
  });
  keep(secure, opened);
  await arrives(
    secure,
    "secureConnect",
    signal,
    `no secure connection to ${url.host} could be made: its TLS or its certificate is at fault`,
  );
  return secure;
}

function keep(socket: Socket, opened: Socket[]): Socket {
  opened.push(socket);
  // Whoever waits for the socket hears of its errors; an error while nobody does must not end the process.
  return socket.on("error", () => {});
}

async function arrives(socket: Socket, event: string, signal: AbortSignal, failure: string): Promise<void> {
  try {
    await once(socket, event, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new GuardRefusal(failure, { cause: (error as Error).message });
  }
}

function send(
  { url, hostname }: GuardedUrl,
  { method, headers, body }: ExchangeRequest,
  socket: Socket,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    http
      .request({
        createConnection: () => socket,
        method,
        host: hostname,
        path: `${url.pathname}${url.search}`,
        headers: { "user-agent": "model-api-server", ...headers, host: url.host, connection: "close" },
        maxHeaderSize: MAX_HEADER_BYTES,
        insecureHTTPParser: false,
        signal,
      })
      .on("response", (answer) => resolve(answer.on("error", () => {})))
      .on("error", ({ code, message }: NodeJS.ErrnoException) =>
        // The message alone: the error itself carries what came, which is not for logs.
        reject(
          signal.aborted ? signal.reason : new GuardRefusal(noAnswer(url.host, code), { cause: message }),
        ),
      )
      // Nobody asked for another protocol. Without a listener, Node would say nothing at all, not even of an abort.
      .on("upgrade", () => reject(new GuardRefusal(`${url.host} wants to change the protocol`)))
      .end(body);
  });
}

function noAnswer(host: string, code = ""): string {
  if (code === "HPE_HEADER_OVERFLOW")
    return `the headers of the answer of ${host} are larger than ${MAX_HEADER_BYTES / 2 ** 10} KiB`;
  if (code.startsWith("HPE_")) return `${host} does not answer in proper HTTP`;
  return `${host} closed the connection without an answer`;
}
