import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call as it arrived at the API. */
export interface TappedCall {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  /** Resolves when the caller has left before its answer was complete. */
  readonly left: Promise<void>;
}

type Play = (request: IncomingMessage, response: ServerResponse) => void;

/** Stands before the real server: sees what arrives there, and answers in its place where a test says so. */
export interface Tap {
  readonly url: string;
  /** What has arrived since it was last forgotten. */
  readonly calls: readonly TappedCall[];
  forget(): void;
  /** Resolves with the next call whose method and path fit. */
  next(pattern: RegExp): Promise<TappedCall>;
  /** The next call is answered so, and does not reach the server. */
  play(answer: Play): void;
  /** The next call reaches the server, and its answer is lost. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

export async function openTap(): Promise<Tap & { leadTo(url: string): void }> {
  let target = "";
  let calls: TappedCall[] = [];
  const plays: Play[] = [];
  const waiting = new Set<(call: TappedCall) => void>();

  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    const left = new Promise<void>((resolve) => {
      response.on("close", () => response.writableFinished || resolve());
    });
    const call = { method, url, headers, left };
    calls.push(call);
    for (const tell of waiting) tell(call);
    (plays.shift() ?? forward)(request, response);
  });

  /** Passes a call on, with the name that the caller knows the server by. */
  function forward(request: IncomingMessage, response: ServerResponse, isLost = false): void {
    const { method, url, headers } = request;
    const passing = httpRequest(target + url, { method, headers }, (answer) => {
      if (isLost) return answer.resume().on("end", () => response.destroy());
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      return answer.pipe(response);
    });
    passing.on("error", () => response.destroy());
    response.on("close", () => passing.destroy());
    request.on("error", () => passing.destroy());
    request.pipe(passing);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get calls() {
      return calls;
    },
    leadTo(url) {
      target = url;
    },
    forget() {
      calls = [];
    },
    next: (pattern) =>
      new Promise((resolve) => {
        const tell = (call: TappedCall) => {
          if (!pattern.test(`${call.method} ${call.url}`)) return;
          waiting.delete(tell);
          resolve(call);
        };
        waiting.add(tell);
      }),
    play: (answer) => plays.push(answer),
    loseNextAnswer: () => plays.push((request, response) => forward(request, response, true)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole answer. */
export const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Play =>
  (request, response) => {
    request.resume();
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  };
