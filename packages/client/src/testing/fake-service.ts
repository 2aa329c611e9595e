import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CALL_HEADER, type VirtualClock } from "./virtual-clock.js";

/** What arrived. */
export interface FakeCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** The body, byte for byte. */
  readonly bytes: Buffer;
  /** When it arrived, on the clock of the test. */
  readonly at: number;
}

interface Common {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds on the clock of the test for which the answer is held; without an end where it never comes. */
  readonly after?: number;
}

type Told = Common & ({ readonly json: unknown } | { readonly text: string });

/** One answer of the fake: JSON, text as it is, what depends on the call, or what happens to the connection. */
export type FakeAnswer = Told | ((call: FakeCall) => Told) | { readonly socket: SocketFault };

type SocketFault = (request: IncomingMessage, response: ServerResponse) => void;

/** The connection is lost once the call has arrived. */
export const RESET: FakeAnswer = { socket: (request) => request.socket.destroy() };

/** The answer begins, with these headers, and is lost in its middle. */
export const cutShort = (headers: Readonly<Record<string, string>> = {}): FakeAnswer => ({
  socket: (_request, response) => {
    response.writeHead(200, { "content-length": "100", ...headers });
    response.write('{"request_id"', () => response.socket?.destroy());
  },
});

export interface FakeOptions {
  /** Headers of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly clock?: VirtualClock | undefined;
}

export interface FakeService {
  readonly baseUrl: string;
  /** What arrived, in order. */
  readonly calls: readonly FakeCall[];
  /** The calls of a name, as in the script. */
  of(name: string): readonly FakeCall[];
  close(): Promise<void>;
}

/** `submit`, `status`, `result`, `cancel`, or the path itself without its query. */
export function nameOf({ method, path }: Pick<FakeCall, "method" | "path">): string {
  const [plain = ""] = path.split("?");
  if (method === "POST" && plain.startsWith("/v1/models/")) return "submit";
  return /\/(status|result|cancel)$/.exec(plain)?.[1] ?? plain;
}

/**
 * The hosted service, played over real HTTP: each call takes the next answer of the script for its name; the last one is
 * repeated.
 */
export async function startFakeService(
  script: Readonly<Record<string, readonly FakeAnswer[]>>,
  { headers: common = {}, clock }: FakeOptions = {},
): Promise<FakeService> {
  const calls: FakeCall[] = [];
  const queues = new Map(Object.entries(script).map(([name, answers]) => [name, [...answers]]));

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const { [CALL_HEADER]: id, ...headers } = request.headers;
    const { method = "", url: path = "" } = request;
    const at = clock?.elapsed ?? 0;
    const call: FakeCall = { method, path, headers, bytes, body: bytes.toString(), at };
    calls.push(call);
    const name = nameOf(call);
    const queue = queues.get(name) ?? [];
    const next = (queue.length > 1 ? queue.shift() : queue[0]) ?? {
      status: 404,
      json: { error_code: 404001, error_message: `the script has no answer for ${name}` },
    };
    if ("socket" in next) return next.socket(request, response);
    const told = typeof next === "function" ? next(call) : next;
    const tell = () => {
      response.writeHead(told.status ?? 200, {
        "content-type": "application/json",
        ...common,
        ...told.headers,
      });
      response.end("text" in told ? told.text : JSON.stringify(told.json));
    };
    if (!told.after) return tell();
    if (!clock) throw new Error("only a service with a clock can hold an answer");
    const letGo = clock.hold(`${id}`);
    if (told.after === Number.POSITIVE_INFINITY) return;
    const stop = clock.later(told.after, () => {
      letGo();
      tell();
    });
    response.on("close", stop);
  }

  const server = createServer((request, response) => {
    // Whoever aborts a call leaves half a request behind.
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    of: (name) => calls.filter((call) => nameOf(call) === name),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
