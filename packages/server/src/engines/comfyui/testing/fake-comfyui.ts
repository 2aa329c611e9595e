import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import sharp from "sharp";
import { type WebSocket, WebSocketServer } from "ws";
import { type Flow, NODE_CLASSES, type NodeContext, type SavedFile } from "./node-classes.js";
import { type Prompt, type PromptNode, validate } from "./validate.js";

/** A stand-in for ComfyUI: its HTTP API and its websocket, a queue that runs one workflow after another, and its faults. */

/** What goes wrong, as long as it is set. */
export interface Faults {
  /** Answers these calls, e.g. `POST /prompt`, with this status. */
  status: Readonly<Record<string, number>>;
  /** Answers these calls with text that is no JSON. */
  garbage: readonly string[];
  /** Does what these calls ask for, and breaks the connection instead of answering. */
  lostAnswer: readonly string[];
  /** Sends these calls to another address. */
  redirect: Readonly<Record<string, string>>;
  refuseSocket: boolean;
  /** Takes websockets, and never opens them. */
  hangSocket: boolean;
  /** Breaks the websocket when a sampler has come to this step. */
  dropSocketAtStep: number | undefined;
  /** Runs workflows, and keeps nothing of what they make. */
  forgetOutputs: boolean;
  /** Has an empty history, as after somebody has cleared it. */
  forgetHistory: boolean;
  /** Breaks off so many outputs in the middle. */
  brokenViews: number;
  /** Is a version that chooses ids itself and does not know whom to interrupt. */
  old: boolean;
}

const HEALTHY: Faults = {
  status: {},
  garbage: [],
  lostAnswer: [],
  redirect: {},
  refuseSocket: false,
  hangSocket: false,
  dropSocketAtStep: undefined,
  forgetOutputs: false,
  forgetHistory: false,
  brokenViews: 0,
  old: false,
};

/** A workflow that stands still in the middle of a sampler. */
export interface Held {
  /** The id of the workflow, when it has come there. */
  readonly reached: Promise<string>;
  release(): void;
}

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

type Item = [number: number, id: string, prompt: Prompt, extra: { client_id?: string }, outputs: string[]];
type Message = readonly [type: string, data: Readonly<Record<string, unknown>>];

class Interrupted extends Error {}

export async function startFakeComfyUI(): Promise<FakeComfyUI> {
  const faults: Faults = { ...HEALTHY };
  const calls: { call: string; body: Buffer }[] = [];
  const uploads = new Map<string, Buffer>();
  const prompts: { id: string; prompt: Prompt }[] = [];
  const cancelled: string[] = [];
  const clients = new Map<string, WebSocket>();
  const files = new Map<string, Uint8Array>();
  const connections = new Set<Socket>();
  let pending: Item[] = [];
  let running: Item | undefined;
  let history: Record<string, object> = {};
  let interrupt = false;
  let count = 0;
  /** What belongs to an earlier life ends when this changes. */
  let life = 0;
  let held:
    | { step: number; reach: (id: string) => void; gate: Promise<void>; release: () => void }
    | undefined;
  let server: Server;
  let port = 0;

  function send(clientId: string | undefined, [type, data]: Message): void {
    const sockets = clientId === undefined ? [...clients.values()] : [clients.get(clientId)];
    for (const socket of sockets) socket?.send(JSON.stringify({ type, data }));
  }

  function put(id: string, prompt: Prompt, clientId: string | undefined, outputs: string[]): void {
    pending.push([++count, id, prompt, clientId === undefined ? {} : { client_id: clientId }, outputs]);
    prompts.push({ id, prompt });
    send(undefined, ["status", { status: { exec_info: { queue_remaining: pending.length } } }]);
    void work();
  }

  async function work(): Promise<void> {
    if (running) return;
    running = pending.shift();
    if (!running) return;
    const mine = life;
    const [, id, prompt, { client_id: clientId }] = running;
    const item = running;
    interrupt = false;
    const messages: Message[] = [];
    const outputs: Record<string, object> = {};
    const tell = (type: string, data: object) => {
      const message: Message = [type, { ...data, prompt_id: id }];
      if (type.startsWith("execution_")) messages.push(message);
      if (clientId !== undefined) send(clientId, message);
    };
    let success = true;
    try {
      await execute(item, outputs, tell);
      tell("execution_success", {});
    } catch (error) {
      success = false;
      const { node, cause } = error as { node?: string; cause?: Error };
      const about = { node_id: node, node_type: prompt[node ?? ""]?.class_type, executed: [] };
      if (cause instanceof Interrupted) {
        cancelled.push(id);
        const message: Message = ["execution_interrupted", { ...about, prompt_id: id }];
        messages.push(message);
        send(undefined, message);
      } else
        tell("execution_error", {
          ...about,
          exception_message: `${cause?.message}\n`,
          exception_type: "torch.OutOfMemoryError",
          traceback: ['  File "/opt/comfyui/execution.py", line 500, in execute\n'],
          current_inputs: {},
          current_outputs: [],
        });
    }
    await turn();
    if (mine !== life) return;
    running = undefined;
    if (!faults.forgetHistory)
      history[id] = {
        prompt: item,
        outputs: faults.forgetOutputs ? {} : outputs,
        status: { status_str: success ? "success" : "error", completed: success, messages },
      };
    send(undefined, ["status", { status: { exec_info: { queue_remaining: pending.length } } }]);
    if (clientId !== undefined) send(clientId, ["executing", { node: null, prompt_id: id }]);
    void work();
  }

  async function standStill(id: string, step: number): Promise<void> {
    if (step !== held?.step) return;
    held.reach(id);
    await held.gate;
  }

  async function execute(
    [, id, prompt, { client_id: clientId }, wanted]: Item,
    outputs: Record<string, object>,
    tell: (type: string, data: object) => void,
  ): Promise<void> {
    const mine = life;
    const done = new Map<string, Flow | undefined>();
    const check = () => {
      if (mine !== life) throw new Interrupted();
      if (interrupt) throw new Interrupted();
    };

    async function run(node: string): Promise<Flow | undefined> {
      if (done.has(node)) return done.get(node);
      const { class_type: type, inputs } = prompt[node] as PromptNode;
      const given: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(inputs))
        given[name] = Array.isArray(value) ? await run(String(value[0])) : value;
      try {
        await turn();
        check();
        tell("executing", { node, display_node: node });
        const { flow, ui } = await (NODE_CLASSES[type] as (typeof NODE_CLASSES)[string]).run(
          given,
          contextOf(node),
        );
        done.set(node, flow);
        if (ui) {
          outputs[node] = ui;
          tell("executed", { node, display_node: node, output: ui });
        }
        return flow;
      } catch (cause) {
        if (Object(cause).node) throw cause;
        throw Object.assign(new Error("a node failed", { cause }), { node });
      }
    }

    const contextOf = (node: string): NodeContext => ({
      async step(value, max) {
        await standStill(id, value);
        await turn();
        check();
        if (value === faults.dropSocketAtStep && clientId !== undefined) clients.get(clientId)?.terminate();
        tell("progress", { value, max, node });
        if (clientId !== undefined) {
          // A preview, and what a workflow of somebody else may send to everybody.
          clients.get(clientId)?.send(Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 0xff, 0xd8]));
          send(clientId, ["progress", { value: 99, max: 100, node, prompt_id: "of-somebody-else" }]);
          send(clientId, ["execution_success", { prompt_id: "of-somebody-else" }]);
          send(clientId, ["executing", { node: null, prompt_id: "of-somebody-else" }]);
        }
      },
      save(type, extension, bytes) {
        const file = {
          filename: `made_${String(files.size + 1).padStart(5, "0")}_.${extension}`,
          subfolder: "",
          type,
        };
        files.set(keyOf(file), bytes);
        return file;
      },
      async sizeOf(image) {
        const { width, height } = await sharp(uploads.get(image)).metadata();
        return { width, height };
      },
    });

    await standStill(id, 0);
    tell("execution_start", {});
    tell("execution_cached", { nodes: [] });
    for (const node of wanted) await run(node);
  }

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
        return queue(JSON.parse(body.toString()));
      case "GET /queue":
        return { json: { queue_running: running ? [running] : [], queue_pending: pending } };
      case "POST /queue":
        for (const id of JSON.parse(body.toString()).delete ?? []) {
          if (pending.some((item) => item[1] === id)) cancelled.push(id);
          pending = pending.filter((item) => item[1] !== id);
        }
        return {};
      case "POST /interrupt": {
        const { prompt_id: id } = JSON.parse(body.toString() || "{}");
        if (faults.old || id === undefined || running?.[1] === id) {
          interrupt = true;
          held?.release();
        }
        return {};
      }
      case "GET /history":
        return { json: history };
      case "GET /history/…": {
        const id = decodeURIComponent(url.pathname.slice("/history/".length));
        return { json: Object.hasOwn(history, id) ? { [id]: history[id] } : {} };
      }
      case "GET /view": {
        const { filename = "", subfolder = "", type = "output" } = Object.fromEntries(url.searchParams);
        const bytes = files.get(keyOf({ filename, subfolder, type }));
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

  function queue(body: { prompt: Prompt; client_id?: string; prompt_id?: string }): Answer {
    const result = validate(body.prompt, (image) => uploads.has(image));
    if (!("outputs" in result)) return { status: 400, json: result };
    const id = faults.old ? randomUUID() : (body.prompt_id ?? randomUUID());
    put(id, body.prompt, body.client_id, result.outputs);
    return { json: { prompt_id: id, number: count, node_errors: {} } };
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
        send(clientId, ["status", { status: { exec_info: { queue_remaining: 0 } }, sid: clientId }]);
      });
    });
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  }

  async function die(): Promise<void> {
    life++;
    pending = [];
    running = undefined;
    history = {};
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
    prompts,
    cancelled,
    clients,
    hold(step = 2) {
      let release = () => {};
      let reach = (_: string) => {};
      const reached = new Promise<string>((resolve) => {
        reach = resolve;
      });
      const gate = new Promise<void>((resolve) => {
        release = () => {
          held = undefined;
          resolve();
        };
      });
      held = { step, reach, gate, release };
      return { reached, release };
    },
    queueForeign(prompt) {
      const result = validate(prompt, () => true);
      if (!("outputs" in result)) throw new Error(JSON.stringify(result));
      const id = randomUUID();
      put(id, prompt, undefined, result.outputs);
      return id;
    },
    hasEnded: (id) => Object.hasOwn(history, id),
    die,
    comeBack: listen,
    close: die,
  };
}

const keyOf = ({ filename, subfolder, type }: SavedFile): string => `${type}/${subfolder}/${filename}`;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
