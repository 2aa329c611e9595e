import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";
import { Readable } from "node:stream";

/**
 * A connection for one call that costs money. It knows whether any of the call may have left: until then a failure is known to be free. It also
 * waits for as long as the caller does: the global `fetch` gives up after five minutes, which would lose a picture that is paid for. It
 * follows no redirect, which would take the key elsewhere.
 */
export interface Line {
  readonly fetch: typeof globalThis.fetch;
  /** Whether the call may have reached the other side. */
  readonly hasLeft: boolean;
  /** What the connection failed with; undefined where it has not. */
  readonly failure: Error | undefined;
}

/** Statuses whose answers have no body. */
const WITHOUT_BODY = [204, 205, 304];

export function openLine(): Line {
  let hasLeft = false;
  let failure: Error | undefined;

  async function send(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const body = Buffer.from(await request.arrayBuffer());
    return new Promise((resolve, reject) => {
      const outgoing = begin(request, body);
      outgoing.on("error", (error) => {
        failure = error;
        reject(error);
      });
      outgoing.on("response", (incoming) => {
        incoming.on("error", (error) => {
          failure = error;
        });
        resolve(readAnswer(incoming));
      });
      outgoing.end(body);
    });
  }

  function begin(request: Request, body: Buffer): ClientRequest {
    const { method, url, signal } = request;
    const headers = {
      ...Object.fromEntries(request.headers),
      "accept-encoding": "identity",
      "content-length": body.byteLength,
    };
    const isSecure = url.startsWith("https:");
    // A connection of its own: one that is kept alive may end just as the call leaves.
    const outgoing = (isSecure ? https : http).request(url, { method, headers, signal, agent: false });
    outgoing.on("socket", (socket) =>
      socket.on(isSecure ? "secureConnect" : "connect", () => {
        hasLeft = true;
      }),
    );
    return outgoing;
  }

  return {
    // The SDK looks at `Response` to see whether forms can be sent; without it, it tries a call.
    fetch: Object.assign(send, { Response }),
    get hasLeft() {
      return hasLeft;
    },
    get failure() {
      return failure;
    },
  };
}

function readAnswer(incoming: IncomingMessage): Response {
  const status = incoming.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct))
    for (const value of values ?? []) headers.append(name, value);
  if (WITHOUT_BODY.includes(status)) return new Response(null, { status, headers });
  return new Response(Readable.toWeb(incoming) as ReadableStream<Uint8Array>, { status, headers });
}
