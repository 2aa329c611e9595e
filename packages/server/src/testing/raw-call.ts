import { connect } from "node:net";

/** An answer as it stood on a socket. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface RawCall {
  /** What is sent, a pause between each two; a character is a byte. */
  readonly pieces: readonly string[];
  /** Whether the sender closes its side after that. */
  readonly ends?: boolean;
  /** How many answers there may be; the call ends when they are there. */
  readonly answers: number;
  /** Milliseconds of silence after which nothing more is expected. */
  readonly silenceMs?: number;
}

/** Sends bytes to a server and reads what comes back, until the server closes, is silent, or has said enough. */
export async function rawCall(url: string, call: RawCall): Promise<RawAnswer[]> {
  const { pieces, ends, answers, silenceMs = 60 } = call;
  const { port, hostname } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  const received: Buffer[] = [];
  const closed = new Promise<void>((resolve) => socket.once("close", resolve));
  // A server may cut a connection before it has read everything.
  socket.on("error", () => {});
  socket.setTimeout(silenceMs, () => socket.destroy());
  socket.on("end", () => socket.destroy());
  socket.on("data", (chunk) => {
    received.push(chunk);
    if (readAnswers(Buffer.concat(received)).length >= answers) socket.destroy();
  });
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    socket.write(Buffer.from(piece, "latin1"));
  }
  if (ends) socket.end();
  await closed;
  return readAnswers(Buffer.concat(received));
}

/** The answers that are whole, one after the other. An interim answer is none. */
function readAnswers(bytes: Buffer): RawAnswer[] {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd < 0) return [];
  const [line = "", ...lines] = bytes.subarray(0, headEnd).toString("latin1").split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(line)?.[1]);
  if (!status) throw new Error(`This is no HTTP answer: ${line.slice(0, 200)}`);
  const rest = bytes.subarray(headEnd + 4);
  if (status < 200) return readAnswers(rest);
  const headers = new Headers(
    lines.map((text): [string, string] => {
      const colon = text.indexOf(":");
      return [text.slice(0, colon), text.slice(colon + 1).trim()];
    }),
  );
  const body = readBody(rest, headers);
  if (!body) return [];
  return [{ status, headers, text: body.content.toString() }, ...readAnswers(rest.subarray(body.length))];
}

function readBody(rest: Buffer, headers: Headers): { content: Buffer; length: number } | undefined {
  if (!/chunked/i.test(headers.get("transfer-encoding") ?? "")) {
    const length = Number(headers.get("content-length") ?? 0);
    return rest.length < length ? undefined : { content: rest.subarray(0, length), length };
  }
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = rest.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(rest.subarray(at, lineEnd).toString(), 16);
    const next = lineEnd + 2 + size + 2;
    if (rest.length < next) return undefined;
    if (size === 0) return { content: Buffer.concat(chunks), length: next };
    chunks.push(rest.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}
