import type { Socket } from "node:net";
import type { ForgedAnswer } from "./plan.js";

/** One HTTP/1.1 message, taken apart as far as a proxy has to. */
export interface Message {
  /** With the empty line that ends it. */
  readonly head: string;
  readonly body: Buffer;
}

/** Reads one request; undefined where the peer leaves before it is complete. */
export async function readRequest(socket: Socket): Promise<Message | undefined> {
  let bytes = Buffer.alloc(0);
  return new Promise((resolve) => {
    socket.on("close", () => resolve(undefined));
    socket.on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const message = split(bytes);
      if (message && isComplete(message)) resolve(message);
    });
  });
}

export function split(bytes: Buffer): Message | undefined {
  const end = bytes.indexOf("\r\n\r\n") + 4;
  return end < 4 ? undefined : { head: bytes.toString("latin1", 0, end), body: bytes.subarray(end) };
}

function isComplete({ head, body }: Message): boolean {
  if (/^transfer-encoding: *chunked\r$/im.test(head)) return body.toString("latin1").endsWith("0\r\n\r\n");
  return body.length >= Number(header(head, "content-length") ?? 0);
}

export function header(head: string, name: string): string | undefined {
  return new RegExp(`^${name}: *(.*?) *\\r$`, "im").exec(head)?.[1];
}

/** The request as it is forwarded: the connection is for this one call, so that no later call can depend on it. */
export function withoutKeepAlive({ head, body }: Message): Buffer {
  const lines = head.split("\r\n").filter((line) => !/^(connection|keep-alive):/i.test(line));
  lines.splice(1, 0, "connection: close");
  return Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), body]);
}

export function forge({ status, body, retryAfter }: ForgedAnswer): string {
  const lines = [
    `HTTP/1.1 ${status} Forged`,
    `content-type: ${body.startsWith("<") ? "text/html" : "application/json"}`,
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  if (retryAfter) {
    const { seconds, as } = retryAfter;
    const date = new Date(Date.now() + seconds * 1000).toUTCString();
    lines.push(`retry-after: ${as === "date" ? date : seconds}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
