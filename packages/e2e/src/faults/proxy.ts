import { EventEmitter, once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { forge, header, type Message, readRequest, split, withoutKeepAlive } from "./http-bytes.js";
import { type Plan, routeOf, type WireFault } from "./plan.js";

/** A TCP proxy in front of a server, which does to the calls of one route what a plan says. */
export interface FaultProxy {
  readonly port: number;
  /** From now on. A plan that refuses connections closes the listener. */
  follow(plan: Plan | undefined): Promise<void>;
  /** Listens again. */
  open(): Promise<void>;
  /** Calls of the plan's route that have been seen. */
  tries(): number;
  /** Resolves when so many calls have been left without an answer, or without the rest of it. */
  stalled(count: number): Promise<void>;
  close(): Promise<void>;
}

/** Below the ports that systems give to outgoing connections: while a listener is closed, nothing else may take its port. */
const FIRST_PORT = 20_000;
const LAST_PORT = 30_000;
/** Somewhere else for each process, so that two that run at the same time seldom meet. */
let nextPort = FIRST_PORT + ((process.pid * 101) % (LAST_PORT - FIRST_PORT));

export async function startProxy(serverPort: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  let plan: Plan | undefined;
  let tries = 0;
  let stalls = 0;
  const stalling = new EventEmitter();
  let listener: Server | undefined = await listenSomewhere(accept);
  const port = portOf(listener);

  function accept(socket: Socket): void {
    track(socket);
    serve(socket).catch((error: unknown) => {
      console.error("the proxy failed", error);
      socket.destroy();
    });
  }

  function track(socket: Socket): void {
    sockets.add(socket);
    // Peers that vanish are what all this is about.
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  }

  async function serve(socket: Socket): Promise<void> {
    const request = await readRequest(socket);
    if (!request) return;
    const [method = "", path = ""] = request.head.split(" ");
    const fault = plan && routeOf(method, path) === plan.route ? nextFault(plan) : undefined;
    if (fault) await suffer(fault, request, socket);
    else socket.end(await forward(request, socket));
  }

  function nextFault({ fault, times, afterwards }: Plan): WireFault | undefined {
    tries++;
    return times === "always" || tries <= times ? fault : afterwards;
  }

  async function suffer(fault: WireFault, request: Message, socket: Socket): Promise<void> {
    switch (fault.kind) {
      case "reset":
        if (fault.forwarded) await forward(request, socket);
        socket.resetAndDestroy();
        return;
      case "stall": {
        const answer = await forward(request, socket);
        if (fault.within === "body") socket.write(half(answer));
        // And then nothing: the socket stays until somebody loses patience.
        stalls++;
        stalling.emit("stall");
        return;
      }
      case "truncate":
        socket.end(half(await forward(request, socket)));
        return;
      case "forge":
        if (fault.forwarded) await forward(request, socket);
        socket.end(forge(fault.answer));
        return;
      case "refuse":
        throw new Error("a call has come through a closed listener");
    }
  }

  /** The server's whole answer. A caller that leaves is felt by the server. */
  async function forward(request: Message, caller: Socket): Promise<Buffer> {
    const upstream = connect(serverPort, "127.0.0.1");
    track(upstream);
    caller.on("close", () => upstream.destroy());
    upstream.write(withoutKeepAlive(request));
    return buffer(upstream).catch(() => Buffer.alloc(0));
  }

  async function shut(): Promise<void> {
    const closing = listener;
    listener = undefined;
    for (const socket of sockets) socket.destroy();
    if (closing) await new Promise((resolve) => closing.close(resolve));
  }

  return {
    port,
    tries: () => tries,
    async stalled(count) {
      while (stalls < count) await once(stalling, "stall");
    },
    async follow(next) {
      plan = next;
      tries = 0;
      if (next?.fault.kind === "refuse") await shut();
    },
    async open() {
      listener ??= await listen(port, accept);
      // What has been refused counts as done; the listener that is open is the rest of the plan.
      if (plan?.fault.kind === "refuse") plan = undefined;
    },
    close: shut,
  };
}

/** The head and half of the body, which the head says is longer. */
function half(answer: Buffer): Buffer {
  const message = split(answer);
  const length = message && header(message.head, "content-length");
  if (!message || !length) throw new Error("an answer without a length cannot be cut short");
  return answer.subarray(0, answer.length - Math.ceil(message.body.length / 2));
}

function listen(port: number, accept: (socket: Socket) => void): Promise<Server> {
  const server = createServer(accept);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

async function listenSomewhere(accept: (socket: Socket) => void): Promise<Server> {
  for (let attempts = FIRST_PORT; attempts < LAST_PORT; attempts++) {
    const port = nextPort++;
    if (nextPort === LAST_PORT) nextPort = FIRST_PORT;
    const server = await listen(port, accept).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") throw error;
    });
    if (server) return server;
  }
  throw new Error("no port is free");
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the proxy does not listen");
  return address.port;
}
