import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { type Faults, HEALTHY } from "./faults.js";
import type { SavedFile } from "./node-classes.js";
import { createQueue, type Held, keyOf } from "./queue.js";
import { type Prompt, validate } from "./validate.js";

/** A stand-in for ComfyUI: its HTTP API and its websocket, a queue that runs one workflow after another, and its faults. */

export interface FakeComfyUI {
  readonly url: string;
  readonly faults: Faults;
  /** Every call that has arrived, e.g. `POST /prompt`. */
  readonly calls: readonly { readonly call: string; readonly body: Buffer }[];
  /** Uploaded files by their names, and what they hold. */
  readonly uploads: ReadonlyMap<string, Buffer>;
  /** Workflows that have been queued, the oldest first. */
  readonly prompts: readonly { readonly id: string; readonly prompt: Prompt }[];
  /** Ids of workflows that were interrupted, or taken out of the queue. */
  readonly cancelled: readonly string[];
  /** The websockets that are open. */
  readonly clients: ReadonlyMap<string, WebSocket>;
  /** The next sampler stands still at this step, or the next workflow at its begin (0), until it is released or interrupted. */
  hold(step?: number): Held;
  /** Queues a workflow of somebody else. */
  queueForeign(prompt: Prompt): string;
  /** Whether a workflow has ended, and the history has it. */
  hasEnded(id: string): boolean;
  /** Closes everything and forgets everything, as a process does that is killed. */
  die(): Promise<void>;
  /** Answers again, at the same address, with an empty history. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeComfyUI(): Promise<FakeComfyUI> {
  const faults: Faults = { ...HEALTHY };
  const calls: { call: string; body: Buffer }[] = [];
  const uploads = new Map<string, Buffer>();
  const clients = new Map<string, WebSocket>();
  const connections = new Set<Socket>();
  let server: Server;
  let port = 0;
  const queue = createQueue({
    faults,
    uploads,
    send(clientId, message) {
      const data = Buffer.isBuffer(message)
        ? message
        : JSON.stringify({ type: message[0], data: message[1] });
      for (const [id, socket] of clients) if (clientId === undefined || id === clientId) socket.send(data);
    },
    drop: (clientId) => clients.get(clientId)?.terminate(),
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? "/", "http://comfyui");
    const path = url.pathname.startsWith("/history/") ? "/history/…" : url.pathname;
    const call = `${request.method} ${path}`;
    calls.push({ call, body });
    const status = faults.status[call];
    if (status)
      return void response.writeHead(status, { "retry-after": "7" }).end("500 Internal Server Error");
    if (faults.silent.includes(call)) return;
    const elsewhere = faults.redirect[call];
    if (elsewhere) return void response.writeHead(302, { location: elsewhere }).end();
    const answer = await answerTo(call, url, body, request.headers["content-type"] ?? "");
    if (faults.lostAnswer.includes(call)) return void request.socket.destroy();
    if (faults.garbage.includes(call)) return void response.end("<html>Welcome to nginx</html>");
    response.writeHead(answer.status ?? 200, { "content-type": answer.type ?? "application/json" });
    const bytes = answer.bytes ?? Buffer.from(answer.json === undefined ? "" : JSON.stringify(answer.json));
    if (call !== "GET /view" || faults.brokenViews === 0) return void response.end(bytes);
    faults.brokenViews--;
    response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
  }

  interface Answer {
    status?: number;
    type?: string;
    json?: unknown;
    bytes?: Uint8Array;
  }

  async function answerTo(call: string, url: URL, body: Buffer, type: string): Promise<Answer> {
    switch (call) {
      case "POST /upload/image":
        return { json: await upload(body, type) };
      case "POST /prompt":
        return submit(JSON.parse(body.toString()));
      case "GET /queue":
        return { json: { queue_running: queue.running(), queue_pending: queue.pending() } };
      case "POST /queue":
        for (const id of JSON.parse(body.toString()).delete ?? []) queue.remove(id);
        return {};
      case "POST /interrupt":
        queue.interrupt(faults.old ? undefined : JSON.parse(body.toString() || "{}").prompt_id);
        return {};
      case "GET /history":
        return { json: queue.history() };
      case "GET /history/…": {
        const id = decodeURIComponent(url.pathname.slice("/history/".length));
        return { json: hasEnded(id) ? { [id]: queue.history()[id] } : {} };
      }
      case "GET /view": {
        const { filename = "", subfolder = "", type = "output" } = Object.fromEntries(url.searchParams);
        const bytes = queue.files.get(keyOf({ filename, subfolder, type }));
        return bytes ? { bytes, type: "application/octet-stream" } : { status: 404 };
      }
      default:
        return { status: 404 };
    }
  }

  async function upload(body: Buffer, type: string): Promise<SavedFile> {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    const image = form.get("image") as File;
    const subfolder = String(form.get("subfolder") ?? "");
    uploads.set(
      subfolder ? `${subfolder}/${image.name}` : image.name,
      Buffer.from(await image.arrayBuffer()),
    );
    return { filename: image.name, name: image.name, subfolder, type: "input" } as SavedFile;
  }

  const hasEnded = (id: string) => Object.hasOwn(queue.history(), id);

  function submit(body: { prompt: Prompt; client_id?: string; prompt_id?: string }): Answer {
    const result = validate(body.prompt, (image) => uploads.has(image));
    if (!("outputs" in result)) return { status: 400, json: result };
    const id = faults.old ? randomUUID() : (body.prompt_id ?? randomUUID());
    queue.put(id, body.prompt, body.client_id, result.outputs);
    return { json: { prompt_id: id, number: queue.prompts.length, node_errors: {} } };
  }

  async function listen(): Promise<void> {
    server = createServer((request, response) => void handle(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    server.on("connection", (connection) => {
      connections.add(connection);
      connection.on("close", () => connections.delete(connection));
    });
    server.on("upgrade", (request, socket, head) => {
      if (faults.hangSocket) return;
      if (faults.refuseSocket) return void socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      sockets.handleUpgrade(request, socket, head, (client) => {
        const clientId =
          new URL(request.url ?? "/", "http://comfyui").searchParams.get("clientId") ?? randomUUID();
        clients.set(clientId, client);
        client.on("close", () => clients.get(clientId) === client && clients.delete(clientId));
        client.send(JSON.stringify({ type: "status", data: { status: {}, sid: clientId } }));
      });
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  }

  async function die(): Promise<void> {
    queue.reset();
    for (const connection of connections) connection.destroy();
    await new Promise((resolve) => server.close(resolve));
  }

  await listen();
  return {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    faults,
    calls,
    uploads,
    prompts: queue.prompts,
    cancelled: queue.cancelled,
    clients,
    hold: (step = 2) => queue.hold(step),
    queueForeign(prompt) {
      const result = validate(prompt, () => true);
      if (!("outputs" in result)) throw new Error(JSON.stringify(result));
      const id = randomUUID();
      queue.put(id, prompt, undefined, result.outputs);
      return id;
    },
    hasEnded,
    die,
    comeBack: listen,
    close: die,
  };
}
