import { randomUUID } from "node:crypto";
import { type McpServer, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";

/** Sessions that are open at most; the one that was used longest ago is closed for a new one. */
const MOST_SESSIONS = 256;

/** Sessions of clients that speak a revision of the protocol before 2026; those after it need none. */
export interface Sessions {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export function createSessions(createServer: () => McpServer, tell: (line: string) => void): Sessions {
  // In the order of their last use.
  const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>();

  async function open(request: Request): Promise<Response> {
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    });
    const server = createServer();
    await server.connect(transport);
    server.server.onclose = () => {
      if (transport.sessionId !== undefined) sessions.delete(transport.sessionId);
    };
    const response = await transport.handleRequest(request);
    // It was no `initialize`, and has been refused.
    if (transport.sessionId === undefined) await server.close();
    await closeOldest();
    return response;
  }

  async function closeOldest(): Promise<void> {
    for (const [id, transport] of sessions) {
      if (sessions.size <= MOST_SESSIONS) return;
      sessions.delete(id);
      tell(`a session was closed: there are more than ${MOST_SESSIONS}`);
      await transport.close();
    }
  }

  return {
    async fetch(request) {
      const id = request.headers.get("mcp-session-id");
      if (id === null) return open(request);
      const transport = sessions.get(id);
      if (!transport) return refusal(404, "Session not found");
      sessions.delete(id);
      sessions.set(id, transport);
      return transport.handleRequest(request);
    },
    async close() {
      await Promise.all([...sessions.values()].map((transport) => transport.close()));
    },
  };
}

/** A refusal as the protocol has them. */
export function refusal(status: number, message: string, headers: Record<string, string> = {}): Response {
  const body = { jsonrpc: "2.0", error: { code: -32_000, message }, id: null };
  return Response.json(body, { status, headers });
}
