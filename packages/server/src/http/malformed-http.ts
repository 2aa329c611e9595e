import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { RequestError } from "@hono/node-server";
import type { components } from "../generated/openapi.js";

type ErrorBody = components["schemas"]["Error"];

/** What Node's parser refuses, by its code. */
const REFUSALS: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "The headers are too large. Send less of them."],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "The chunk extensions are too large. Send none."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request took too long to arrive. Send it again."],
};
const MALFORMED = [400, "This is not a well-formed HTTP request."] as const;

/** Answers what is no HTTP request, and never reaches a route, in the shape of every other error. */
export function refuseMalformedHttp(server: Server): void {
  const answers = new WeakMap<object, ServerResponse>();
  server.on("request", (request: IncomingMessage, answer: ServerResponse) =>
    answers.set(request.socket, answer),
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const answer = answers.get(socket);
    // An answer that is under way is cut: anything more would be taken for a part of it.
    const isMidway = answer?.headersSent && !answer.writableFinished;
    if (error.code === "ECONNRESET" || !socket.writable || isMidway) return socket.destroy();
    const [status, message] = REFUSALS[error.code ?? ""] ?? MALFORMED;
    const body = JSON.stringify(errorBody(status, message));
    socket.write(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    socket.destroySoon();
  });
  server.on("checkExpectation", (_: IncomingMessage, answer: ServerResponse) => {
    answer.writeHead(417, { "content-type": "application/json" });
    answer.end(JSON.stringify(errorBody(417, "The Expect header must be 100-continue, or be left out.")));
  });
}

/** The answer to a request of which no URL can be made, such as one without a host. */
export function refuseRequest(error: unknown): Response {
  const isCallers = error instanceof RequestError;
  const status = isCallers ? 400 : 500;
  const message = isCallers ? `${MALFORMED[1]} ${error.message}.` : "The server failed. Its log says more.";
  return Response.json(errorBody(status, message), { status });
}

function errorBody(status: number, message: string): ErrorBody {
  return { error_code: status === 413 ? 422 : status, error_message: message };
}
