import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What a load came to. */
export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  /** Milliseconds, in ascending order. */
  readonly latencies: readonly number[];
}

export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly requests: number;
  /** The bytes of the n-th request. */
  readonly request: (index: number) => string;
  /** Requests a second in all, evenly spread; as fast as they are answered where it is left out. */
  readonly rate?: number;
}

/**
 * Sends requests over so many connections, one at a time on each. It speaks just as much HTTP as it takes, so that it costs less than the
 * server that it measures. Where a rate is set, a request's latency counts from when it was due, not from when it could be sent.
 */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { url, connections, requests, request, rate } = options;
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname).setNoDelay(true);
      await once(socket, "connect");
      return socket;
    }),
  );
  const latencies: number[] = [];
  let next = 0;
  const started = performance.now();

  async function drive(socket: Socket): Promise<void> {
    const answers = new Answers(socket);
    while (next < requests) {
      const index = next++;
      let due = performance.now();
      if (rate !== undefined) {
        due = started + (index * 1000) / rate;
        const wait = due - performance.now();
        if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
      }
      socket.write(request(index));
      const status = await answers.next();
      if (status !== 200) throw new Error(`request ${index} was answered with HTTP ${status}`);
      latencies.push(performance.now() - due);
    }
  }

  try {
    await Promise.all(sockets.map(drive));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const elapsed = performance.now() - started;
  return {
    requests,
    perSecond: (requests * 1000) / elapsed,
    latencies: latencies.sort((a, b) => a - b),
  };
}

/** The status of each answer, once all of it has arrived. */
class Answers {
  #buffer = "";
  #resolve: ((status: number) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  constructor(socket: Socket) {
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      this.#buffer += chunk;
      const status = this.#take();
      if (status !== undefined) this.#resolve?.(status);
    });
    socket.on("close", () => this.#reject?.(new Error("the server closed the connection")));
    socket.on("error", (error) => this.#reject?.(error));
  }

  next(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  #take(): number | undefined {
    const head = this.#buffer.indexOf("\r\n\r\n");
    if (head < 0) return undefined;
    const headers = this.#buffer.slice(0, head).toLowerCase();
    const length = /\r\ncontent-length: (\d+)/.exec(headers)?.[1];
    const end =
      length === undefined ? this.#buffer.indexOf("\r\n0\r\n\r\n", head) + 7 : head + 4 + Number(length);
    if (this.#buffer.length < end || end < head) return undefined;
    const status = Number(this.#buffer.slice(9, 12));
    this.#buffer = this.#buffer.slice(end);
    return status;
  }
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN;
}
