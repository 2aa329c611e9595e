import http, { type RequestListener } from "node:http";
import https from "node:https";
import { type AddressInfo, connect, isIP, type Server, type Socket } from "node:net";
import type { Address, Network } from "../network.js";
import { selfSigned } from "./certificate.js";

/** Names whose certificate is trusted, and one that is not on it. */
export const SITE = "files.public.example";
export const OTHER_SITE = "cdn.public.example";
export const SITE_WITHOUT_CERTIFICATE = "files.elsewhere.example";
/** Where {@link SITE} is, as far as its name says. */
export const ADDRESS = "93.184.215.14";

const TLS_PORTS = [443, 8443];

/**
 * An internet in this process: names resolve to what a test says, and whatever address is dialled, a real socket to a server on
 * loopback opens, with TLS on ports 443 and 8443. A guard that lets one through to where it may not go is thus found out.
 */
export interface FakeInternet {
  readonly network: Required<Network>;
  /** What names resolve to: one list of addresses an answer, the last one from then on. Every name without an entry is unknown. */
  readonly names: Record<string, readonly (readonly string[])[]>;
  /** What sites answer, by the URL's host. Without an entry, `fallback` does. */
  readonly sites: Record<string, RequestListener>;
  /** What was asked of the resolver, in turn. */
  readonly resolved: readonly string[];
  /** What was dialled: addresses and port, e.g. `93.184.215.14:443`. */
  readonly dialled: readonly string[];
  /** How many connections reached a server. */
  readonly connections: number;
  /** Forgets what was asked and dialled, and what names and sites answer. */
  reset(): void;
  close(): Promise<void>;
}

export async function fakeInternet(fallback: RequestListener): Promise<FakeInternet> {
  const names: FakeInternet["names"] = {};
  const sites: FakeInternet["sites"] = {};
  const resolved: string[] = [];
  const dialled: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const { key, cert } = selfSigned([SITE, OTHER_SITE, ADDRESS]);
  const answer: RequestListener = (request, response) =>
    (sites[request.headers.host ?? ""] ?? fallback)(request, response);
  const secure = await listen(https.createServer({ key, cert }, answer));
  const plain = await listen(http.createServer(answer));
  for (const server of [secure, plain])
    server.on("connection", (socket: Socket) => {
      connections++;
      sockets.add(socket.on("error", () => {}));
    });

  async function resolve(hostname: string): Promise<Address[]> {
    resolved.push(hostname);
    const answers = names[hostname] ?? [];
    const turn = resolved.filter((name) => name === hostname).length - 1;
    const addresses = answers[Math.min(turn, answers.length - 1)];
    if (!addresses) throw new Error(`getaddrinfo ENOTFOUND ${hostname}`);
    return addresses.map((address) => ({ address, family: isIP(address) }));
  }

  return {
    network: {
      resolve,
      connect(addresses, port) {
        dialled.push(`${addresses.map(({ address }) => address).join()}:${port}`);
        return connect({ host: "127.0.0.1", port: portOf(TLS_PORTS.includes(port) ? secure : plain) });
      },
      ca: cert,
    },
    names,
    sites,
    resolved,
    dialled,
    get connections() {
      return connections;
    },
    reset() {
      for (const record of [names, sites]) for (const key of Object.keys(record)) delete record[key];
      resolved.length = 0;
      dialled.length = 0;
      connections = 0;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      names[SITE] = [[ADDRESS]];
      names[OTHER_SITE] = [["2606:4700:4700::1111"]];
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([secure, plain].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

async function listen<T extends Server>(server: T): Promise<T> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
