import type { Clock } from "../../clock.js";
import { withDeadline } from "../../guard/abort.js";
import { HostFailure } from "./host-failure.js";
import { isRecord, type Workflow } from "./workflow.js";

/** ComfyUI's HTTP API, as much of it as a run needs. Each call throws a {@link HostFailure} for whatever is not an answer. */
export interface Host {
  /** Host and port, for messages. */
  readonly name: string;
  /** Where the websocket of a client is. */
  socketUrl(clientId: string): string;
  /** Resolves with what a node calls the file. */
  upload(file: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly mediaType: string;
  }): Promise<string>;
  /** Queues a workflow; resolves with its id. ComfyUI of before 2025 chooses the id itself. */
  queue(workflow: Workflow, id: string): Promise<string>;
  /** What has become of a workflow; undefined while it waits or runs, and of one that is not known. */
  history(id: string): Promise<HistoryEntry | undefined>;
  /** What waits and what runs. */
  queued(): Promise<Queue>;
  /** The id under which this client's workflow is known, whether it waits, runs or has ended. */
  find(clientId: string): Promise<string | undefined>;
  /** Takes a workflow, by its id or its client's, out of the queue, or interrupts it where it runs. Others stay untouched. */
  cancel(id: string): Promise<void>;
  /** Opens an output. Its body is the caller's to read. */
  open(file: OutputName): Promise<Response>;
}

export interface Queue {
  readonly running: readonly QueueItem[];
  readonly pending: readonly QueueItem[];
}

export interface QueueItem {
  readonly id: string;
  readonly clientId: string | undefined;
}

/** A workflow that has ended. */
export interface HistoryEntry {
  /** What each node has made, by its id. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Missing in versions of before 2024. */
  readonly status?: {
    readonly status_str?: unknown;
    /** Pairs of a message's type and data, as on the websocket. */
    readonly messages?: unknown;
  };
}

/** What ComfyUI calls a file. */
export interface OutputName {
  readonly filename: string;
  readonly subfolder: string;
  /** `output`, or `temp` for what is shown and not kept. */
  readonly type: string;
}

export interface HostOptions {
  readonly url: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** ComfyUI answers from the process that computes, so it may take its time. */
const ANSWER_MS = 60_000;
const CANCEL_MS = 4000;
const MAX_ANSWER_BYTES = 64 * 2 ** 20;
/** Inputs are kept apart from the files of whoever works with the same ComfyUI. */
const SUBFOLDER = "model-api";
/** How many ended workflows are looked through for one whose id is not known. */
const RECENT = 200;

/** The calls of one run, which its signal ends. */
export function connect({ url, fetch, clock, signal }: HostOptions): Host {
  const base = url.href.replace(/\/$/, "");

  async function call(path: string, init: RequestInit, own: AbortSignal): Promise<Response> {
    const label = `${init.method ?? "GET"} ${path.replace(/\?.*/, "")}`;
    let response: Response;
    try {
      // The host is the operator's own; where it sends us on to is not.
      response = await fetch(`${base}${path}`, { ...init, redirect: "manual", signal: own });
    } catch (error) {
      signal.throwIfAborted();
      throw HostFailure.lost(label, error);
    }
    if (response.ok) return response;
    const text = await readText(response, label).catch(() => "");
    throw HostFailure.refused(label, response, text);
  }

  /** Reads the body of an answer within the deadline of its call. */
  async function answerOf<T>(
    path: string,
    init: RequestInit,
    read: (response: Response, label: string) => Promise<T>,
    { timeoutMs = ANSWER_MS, stop = signal } = {},
  ): Promise<T> {
    return withDeadline({ clock, timeoutMs, signal: stop }, async (own) =>
      read(await call(path, init, own), `${init.method ?? "GET"} ${path.replace(/\?.*/, "")}`),
    );
  }

  const getJson = (path: string, options?: CallOptions) => answerOf(path, {}, readJson, options);
  const postJson = <T>(
    path: string,
    body: object,
    read: (response: Response, label: string) => Promise<T>,
    options?: CallOptions,
  ) =>
    answerOf(
      path,
      { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
      read,
      options,
    );

  async function queued(options?: CallOptions): Promise<Queue> {
    const answer = await getJson("/queue", options);
    const { queue_running: running, queue_pending: pending } = Object(answer);
    if (!Array.isArray(running) || !Array.isArray(pending)) throw HostFailure.garbled("GET /queue");
    return { running: running.map(itemOf), pending: pending.map(itemOf) };
  }

  return {
    name: url.host,
    socketUrl: (clientId) => `${base.replace(/^http/, "ws")}/ws?clientId=${clientId}`,
    async upload({ name, bytes, mediaType }) {
      const form = new FormData();
      form.append("image", new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }), name);
      form.append("type", "input");
      form.append("subfolder", SUBFOLDER);
      const answer = await answerOf("/upload/image", { method: "POST", body: form }, readJson);
      const { name: given, subfolder } = Object(answer);
      if (typeof given !== "string") throw HostFailure.garbled("POST /upload/image");
      return typeof subfolder === "string" && subfolder !== "" ? `${subfolder}/${given}` : given;
    },
    async queue(workflow, id) {
      const body = { prompt: workflow, client_id: id, prompt_id: id };
      const { prompt_id: given } = Object(await postJson("/prompt", body, readJson));
      if (typeof given !== "string" || given === "") throw HostFailure.garbled("POST /prompt");
      return given;
    },
    async history(id) {
      const answer = await getJson(`/history/${encodeURIComponent(id)}`);
      if (!isRecord(answer)) throw HostFailure.garbled("GET /history");
      const entry = Object.hasOwn(answer, id) ? answer[id] : undefined;
      if (entry === undefined) return undefined;
      if (!isRecord(entry) || !isRecord(entry.outputs)) throw HostFailure.garbled("GET /history");
      return { outputs: entry.outputs, ...(isRecord(entry.status) && { status: entry.status }) };
    },
    queued: () => queued(),
    async find(clientId) {
      const { running, pending } = await queued();
      const ended = await getJson(`/history?max_items=${RECENT}`);
      if (!isRecord(ended)) throw HostFailure.garbled("GET /history");
      const items = [
        ...running,
        ...pending,
        ...Object.values(ended).map((entry) => itemOf(Object(entry).prompt)),
      ];
      return items.find((item) => item.id === clientId || item.clientId === clientId)?.id;
    },
    async cancel(id) {
      const options = { timeoutMs: CANCEL_MS, stop: new AbortController().signal };
      const isMeant = (item: QueueItem) => item.id === id || item.clientId === id;
      const waiting = (await queued(options)).pending.filter(isMeant).map((item) => item.id);
      if (waiting.length > 0) await postJson("/queue", { delete: waiting }, readText, options);
      // Versions of before 2025 interrupt whatever runs, so they are told only while that is ours.
      const [running] = (await queued(options)).running.filter(isMeant);
      if (running) await postJson("/interrupt", { prompt_id: running.id }, readText, options);
    },
    open({ filename, subfolder, type }) {
      return call(`/view?${new URLSearchParams({ filename, subfolder, type })}`, {}, signal);
    },
  };
}

interface CallOptions {
  readonly timeoutMs?: number;
  readonly stop?: AbortSignal;
}

/** In the queue and in the history a workflow is `[number, id, workflow, extra data, …]`. */
function itemOf(value: unknown): QueueItem {
  const [, id, , extra] = Array.isArray(value) ? value : [];
  const { client_id: clientId } = Object(extra);
  return { id: String(id), clientId: typeof clientId === "string" ? clientId : undefined };
}

async function readText(response: Response, label: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > MAX_ANSWER_BYTES) break;
    }
  } catch (error) {
    throw HostFailure.lost(label, error);
  }
  if (size > MAX_ANSWER_BYTES) throw HostFailure.garbled(label);
  return Buffer.concat(chunks).toString();
}

async function readJson(response: Response, label: string): Promise<unknown> {
  const text = await readText(response, label);
  try {
    return JSON.parse(text);
  } catch {
    throw HostFailure.garbled(label);
  }
}
