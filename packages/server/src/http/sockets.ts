import { createServer, type Server } from "node:http";
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

export function createSockets(
  handle: (request: Request) => Response | Promise<Response>,
  inFlight: InFlight,
): Sockets {
  const servers: Server[] = [];
  return {
    listen({ port, host }) {
      const listener = getRequestListener(handle, { errorHandler: refuseRequest });
      // A request without a host is refused by the listener, whose answer has a body.
      const server = createServer({ requireHostHeader: false }, listener);
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
