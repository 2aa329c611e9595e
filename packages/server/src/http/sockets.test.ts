import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { InFlight } from "./in-flight.js";
import { createSockets, type SocketLimits, type Sockets } from "./sockets.js";

const LONG = 600_000;
const PATIENT: SocketLimits = { headersMs: LONG, requestMs: LONG, idleMs: LONG, keepAliveMs: LONG };

let sockets: Sockets | undefined;
afterEach(() => {
  sockets?.stop();
  sockets?.destroy();
});

async function dial(
  limits: Partial<SocketLimits>,
  handle: (request: Request) => Promise<Response>,
): Promise<Socket> {
  sockets = createSockets(handle, new InFlight(), { ...PATIENT, ...limits });
  const { port, hostname } = new URL(await sockets.listen({ port: 0, host: "127.0.0.1" }));
  return connect(Number(port), hostname).setEncoding("latin1");
}

/** All that comes until the other side has closed. */
async function untilClosed(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk;
  });
  await once(socket, "close");
  return text;
}

const read = async (request: Request) => new Response(await request.text());

test("headers that come drop by drop are waited for so long and no longer", async () => {
  const socket = await dial({ headersMs: 100 }, read);
  socket.write("GET / HTTP/1.1\r\nhost: x\r\nx-slow: ");
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test("a body that stops is waited for so long and no longer", async () => {
  // Node looks as often as the headers' limit says.
  const socket = await dial({ headersMs: 100, requestMs: 150 }, read);
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf");
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
});

test("a connection on which nothing moves is cut", async () => {
  const socket = await dial({ idleMs: 100 }, () => new Promise(() => {}));
  socket.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  expect(await untilClosed(socket)).toBe("");
});

test("headers that are too large are refused", async () => {
  const socket = await dial({}, read);
  socket.write(`GET / HTTP/1.1\r\nhost: x\r\nx-large: ${"x".repeat(64 * 1024)}\r\n\r\n`);
  expect(await untilClosed(socket)).toMatch(/^HTTP\/1\.1 431 /);
});
