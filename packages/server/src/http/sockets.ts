import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { InFlight } from "./in-flight.js";
import { refuseMalformedHttp, refuseRequest } from "./malformed-http.js";

/** The sockets that a server answers on. */
export interface Sockets {
  /** Listens; `port` 0 takes a free one. Resolves with the URL. */
  listen(options: { port: number; host: string }): Promise<string>;
  /** Takes no new connections, and drops those that are idle. */
  stop(): void;
  /** Cuts the connections that are left. */
  destroy(): void;
}

/** How long a caller may take, in milliseconds. */
export interface SocketLimits {
  /** To send the headers of a request. */
  readonly headersMs: number;
  /** To send a whole request, such as a large upload. */
  readonly requestMs: number;
  /** Without a byte in either direction. Longer than an answer is ever held. */
  readonly idleMs: number;
  /** Between two requests. Longer than load balancers keep a connection, so that it is they who end it. */
  readonly keepAliveMs: number;
}

const LIMITS: SocketLimits = {
  headersMs: 20_000,
  requestMs: 30 * 60_000,
  idleMs: 90_000,
  keepAliveMs: 72_000,
};

export function createSockets(
  handle: (request: Request) => Response | Promise<Response>,
  inFlight: InFlight,
  { headersMs, requestMs, idleMs, keepAliveMs }: SocketLimits = LIMITS,
): Sockets {
  const servers: Server[] = [];
  return {
    listen({ port, host }) {
      const listener = getRequestListener(handle, { errorHandler: refuseRequest });
      // A request without a host is refused by the listener, whose answer has a body.
      const options = {
        requireHostHeader: false,
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        keepAliveTimeout: keepAliveMs,
        connectionsCheckingInterval: Math.min(headersMs, 5000),
      };
      const server = createServer(options, listener);
      server.setTimeout(idleMs, (socket: Socket) => socket.destroy());
      servers.push(server);
      refuseMalformedHttp(server);
      // A call lasts until its last byte is out, or the caller is gone; that is later than its handler ends.
      server.on("request", (_, answer) => {
        inFlight.track(new Promise<void>((resolve) => answer.once("close", resolve)));
      });
      return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          const address = server.address();
          const bound = typeof address === "object" && address ? address.port : port;
          resolve(`http://${host.includes(":") ? `[${host}]` : host}:${bound}`);
        });
      });
    },
    stop() {
      for (const server of servers) {
        server.close();
        server.closeIdleConnections();
      }
    },
    destroy() {
      for (const server of servers) server.closeAllConnections();
    },
  };
}
