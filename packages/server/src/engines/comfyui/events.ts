import WebSocket, { type RawData } from "ws";
import { isRecord } from "./workflow.js";

/** A message about a workflow, such as `{ type: "progress", data: { node: "3", value: 4, max: 20 } }`. */
export interface HostEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What ComfyUI tells of its own accord. Where nothing can be heard, the history says the same later. */
export interface Events {
  /** Whether the websocket is open. */
  readonly alive: boolean;
  /** Resolves when the websocket is open, or will not be. It may take for ever. */
  readonly settled: Promise<void>;
  /** Calls back for each message, also for those that came before, and with undefined when the websocket is gone. */
  listen(listener: (event: HostEvent | undefined) => void): void;
  close(): void;
}

const MAX_MESSAGE_BYTES = 64 * 2 ** 20;

/** Listens as a client of its own: what others do is not told to it. Never throws. */
export function listenTo(url: string): Events {
  const socket = new WebSocket(url, {
    followRedirects: false,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const early: (HostEvent | undefined)[] = [];
  let listener = (event: HostEvent | undefined): void => void early.push(event);
  let alive = false;
  const settled = new Promise<void>((resolve) => {
    socket.once("open", () => {
      alive = true;
      resolve();
    });
    socket.once("close", () => resolve());
  });
  socket.on("message", (data: RawData, isBinary: boolean) => {
    // Binary messages are previews.
    const event = isBinary ? undefined : eventOf(String(data));
    if (event) listener(event);
  });
  // A close follows each error.
  socket.on("error", () => {});
  socket.once("close", () => {
    alive = false;
    listener(undefined);
  });
  return {
    get alive() {
      return alive;
    },
    settled,
    listen(next) {
      listener = next;
      for (const event of early.splice(0)) next(event);
    },
    close() {
      listener = () => {};
      socket.terminate();
    },
  };
}

function eventOf(text: string): HostEvent | undefined {
  try {
    const { type, data } = JSON.parse(text);
    return typeof type === "string" && isRecord(data) ? { type, data } : undefined;
  } catch {
    return undefined;
  }
}
