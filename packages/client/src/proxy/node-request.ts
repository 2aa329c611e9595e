import type { NodeRequest } from "./node-types.js";

/** Hosts as they may stand in a URL; anything else could end it early. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;
/** Bytes of a body that nobody wants, which are taken off the wire so that the answer arrives; then the caller is left. */
const UNWANTED_BYTES = 64 * 2 ** 20;

/** Node's request as a web-standard one; undefined where it is none that a URL or `Request` can say. */
export function toRequest(incoming: NodeRequest, signal: AbortSignal): Request | undefined {
  const { method = "GET", headers: given } = incoming;
  const path = incoming.originalUrl ?? incoming.url ?? "";
  // Also what names another host, as to a forward proxy: `GET http://…`.
  if (!path.startsWith("/")) return undefined;
  const scheme = "encrypted" in incoming.socket && incoming.socket.encrypted ? "https" : "http";
  const host = given[":authority"] ?? given.host;
  const origin = `${scheme}://${typeof host === "string" && HOST.test(host) ? host : "localhost"}`;
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(given))
      if (!name.startsWith(":")) for (const one of [value ?? []].flat()) headers.append(name, one);
    if (method === "GET" || method === "HEAD") return new Request(origin + path, { method, headers, signal });
    const isRead = wasRead(incoming);
    const body = isRead ? "read" : bodyOf(incoming);
    const init = { method, headers, signal, body, duplex: "half" } as RequestInit;
    const request = new Request(origin + path, init);
    // So that whoever wants it hears that it was read before.
    if (isRead) void request.text();
    return request;
  } catch {
    return undefined;
  }
}

/** Whether something has read the body before, such as a parser of bodies. */
export function wasRead({ readableEnded, headers }: NodeRequest): boolean {
  return readableEnded && ("transfer-encoding" in headers || Number(headers["content-length"] ?? 0) > 0);
}

/**
 * A body as it arrives, no faster than it is read. Not by iterating: to stop an iteration is to destroy the request, and with it
 * the connection that the answer has to take.
 */
function bodyOf(incoming: NodeRequest): ReadableStream<Uint8Array> {
  let isOver = false;
  let unwanted = 0;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = (finish: () => void) => {
          if (!isOver) finish();
          isOver = true;
        };
        // Before somebody listens: a body that nobody reads stays where it is.
        incoming.pause();
        incoming.on("data", (chunk: Uint8Array) => {
          if (isOver) {
            unwanted += chunk.length;
            if (unwanted > UNWANTED_BYTES) incoming.destroy();
            return;
          }
          controller.enqueue(chunk);
          incoming.pause();
        });
        incoming.on("end", () => end(() => controller.close()));
        incoming.on("error", (error: unknown) => end(() => controller.error(error)));
        incoming.on("close", () => end(() => controller.error(new Error("the caller has left"))));
        if (incoming.readableEnded) end(() => controller.close());
      },
      pull() {
        incoming.resume();
      },
      cancel() {
        isOver = true;
        incoming.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
