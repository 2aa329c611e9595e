import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One answer of the fake: JSON, text as it is, or a function that does with the socket what it wants. */
export type FakeAnswer =
  | { status?: number; headers?: Record<string, string>; json: unknown }
  | { status?: number; headers?: Record<string, string>; text: string }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface FakeService {
  readonly baseUrl: string;
  /** What arrived, in order. */
  readonly calls: { method: string; path: string; headers: IncomingMessage["headers"]; body: string }[];
  close(): Promise<void>;
}

/**
 * The hosted service, played over real HTTP: each call takes the next answer of the script for its method and path's
 * last segment (`submit`, `status`, `result`, `cancel`, or the path itself); the last answer is repeated.
 */
export async function startFakeService(script: Record<string, FakeAnswer[]>): Promise<FakeService> {
  const calls: FakeService["calls"] = [];
  const queues = new Map(Object.entries(script).map(([name, answers]) => [name, [...answers]]));
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const path = request.url ?? "";
    const method = request.method ?? "";
    calls.push({ method, path, headers: request.headers, body });
    const isSubmit = method === "POST" && path.startsWith("/v1/models/");
    const name = isSubmit ? "submit" : (/\/(status|result|cancel)(\?|$)/.exec(path)?.[1] ?? path);
    const queue = queues.get(name) ?? [];
    const answer = queue.length > 1 ? queue.shift() : queue[0];
    if (typeof answer === "function") return answer(request, response);
    const text = answer && ("text" in answer ? answer.text : JSON.stringify(answer.json));
    response.writeHead(answer?.status ?? (answer ? 200 : 404), {
      "content-type": "application/json",
      ...answer?.headers,
    });
    response.end(text ?? `{"error_code": 404001, "error_message": "the script has no answer for ${name}"}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
