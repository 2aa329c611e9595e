import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type NodeIncomingMessageLike, toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, isLegacyRequest } from "@modelcontextprotocol/server";
import type { Context } from "../context.js";
import { createServer } from "../create-server.js";
import { createGatekeeper, type HttpOptions } from "./gatekeeper.js";
import { createSessions, refusal } from "./sessions.js";

export interface Listening {
  /** Where clients connect: it ends in `/mcp`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves over streamable HTTP: both the protocol of 2026, which has no sessions, and the one before it. */
export async function listen(context: Context, options: HttpOptions): Promise<Listening> {
  const { host = "127.0.0.1", port } = options;
  const refuse = createGatekeeper(options);
  context.redactor.add(options.token);
  const onerror = (error: Error) => context.tell(`http: ${error.message}`);
  const modern = createMcpHandler(() => createServer(context), { legacy: "reject", onerror });
  const sessions = createSessions(() => createServer(context), context.tell);

  async function answer(request: Request): Promise<Response> {
    const refused = refuse(request);
    if (refused) return refused;
    if (new URL(request.url).pathname !== "/mcp") return refusal(404, "There is nothing here but /mcp");
    return (await isLegacyRequest(request)) ? sessions.fetch(request) : modern.fetch(request);
  }

  const handle = toNodeHandler({ fetch: answer }, { onerror });
  const server = createHttpServer(
    (request, response) => void handle(request as NodeIncomingMessageLike, response),
  );
  server.listen(port, host);
  await once(server, "listening");
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/mcp`,
    async close() {
      context.isStopping = true;
      const closed = once(server, "close");
      server.close();
      await Promise.all([modern.close(), sessions.close()]);
      server.closeAllConnections();
      await closed;
    },
  };
}
