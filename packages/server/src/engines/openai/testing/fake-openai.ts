import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { answerPicture, type Behaviour, refuse } from "./behaviours.js";
import type { FakeCall } from "./fake-call.js";
import { readForm } from "./multipart.js";
import { FAKE_KEY, problemOf } from "./problems.js";

/** OpenAI's Images API on loopback: it takes what OpenAI takes, and refuses what OpenAI refuses, in OpenAI's words. */
export interface FakeOpenAI {
  /** What an engine is given as `baseUrl`. */
  readonly url: string;
  /** The key that it takes. */
  readonly key: string;
  /** What has arrived in whole. */
  readonly calls: readonly FakeCall[];
  /** How many calls have begun to arrive. */
  readonly begun: number;
  /** How calls are answered that are in order. @default a picture */
  behave(behaviour: Behaviour): void;
  /** Ends connections as soon as a call begins to arrive, before its body has been read. */
  hangUp(): void;
  /** Answers well again, and forgets what has arrived. */
  reset(): void;
  /** Resolves when the next call has arrived in whole. */
  arrival(): Promise<void>;
  close(): Promise<void>;
}

export async function fakeOpenAI(): Promise<FakeOpenAI> {
  const sockets = new Set<Socket>();
  let calls: FakeCall[] = [];
  let begun = 0;
  let behaviour: Behaviour = answerPicture();
  let hangsUp = false;
  let arrived: (() => void)[] = [];

  const server = createServer(async (request, response) => {
    begun++;
    if (hangsUp) return void request.socket.destroy();
    const call = await readCall(request);
    calls.push(call);
    const waiting = arrived;
    arrived = [];
    for (const tell of waiting) tell();
    const problem = problemOf(call);
    await (problem ? refuse(...problem)(call, response) : behaviour(call, response));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    key: FAKE_KEY,
    get calls() {
      return calls;
    },
    get begun() {
      return begun;
    },
    behave(next) {
      behaviour = next;
    },
    hangUp() {
      hangsUp = true;
    },
    reset() {
      calls = [];
      begun = 0;
      behaviour = answerPicture();
      hangsUp = false;
    },
    arrival: () => new Promise((resolve) => arrived.push(resolve)),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readCall(request: IncomingMessage): Promise<FakeCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { url: path = "", headers } = request;
  if (Number(headers["content-length"]) !== body.byteLength) throw new Error("the length is not the body's");
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("application/json")) return { path, headers, ...readForm(body, type) };
  const fields = Object.entries(JSON.parse(body.toString("utf8")));
  return { path, headers, fields: fields.map(([name, value]) => [name, String(value)]), files: [] };
}
