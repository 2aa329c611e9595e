import type { Clock } from "../clock.js";

/** Names a call to the fake service, so that both ends of it know whether time has to wait for it. */
export const CALL_HEADER = "x-test-call";

/** Turns of the event loop without news after which whoever has something to do has done it. */
const QUIET_TURNS = 8;

/**
 * Time that passes only while nobody has anything to do: then at once up to the next timer. Calls that are made with its
 * `fetch` go over real HTTP and take no time, but for those that the service holds.
 */
export interface VirtualClock extends Clock {
  /** Milliseconds that have passed. */
  readonly elapsed: number;
  /** Lengths of the timers that the client has neither seen firing nor taken back. */
  readonly pending: readonly number[];
  /** For the client: time waits for its answers. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** A timer of the test's own, which `pending` does not tell. */
  later(ms: number, callback: () => void): () => void;
  /** Time need not wait for this call while the service holds it. Returns what ends that. */
  hold(call: string): () => void;
}

interface Timer {
  readonly ms: number;
  readonly due: number;
  readonly isOfClient: boolean;
  readonly callback: () => void;
}

/** @param random what the client takes for chance; in the middle, jitter changes nothing */
export function createVirtualClock({
  start = 0,
  random = () => 0.5,
}: {
  readonly start?: number;
  readonly random?: () => number;
} = {}): VirtualClock {
  const timers = new Set<Timer>();
  /** Calls that are under way, and whether the service holds them. */
  const calls = new Map<string, "awaited" | "held">();
  let elapsed = 0;
  let quiet = 0;
  let isTurning = false;
  let count = 0;

  function news() {
    quiet = 0;
    if (isTurning) return;
    isTurning = true;
    setImmediate(turn);
  }

  function turn() {
    const isIdle = timers.size > 0 && [...calls.values()].every((state) => state === "held");
    if (!isIdle) {
      isTurning = false;
      return;
    }
    quiet++;
    if (quiet > QUIET_TURNS) fireNext();
    setImmediate(turn);
  }

  function fireNext() {
    quiet = 0;
    const [next] = [...timers].sort((a, b) => a.due - b.due);
    if (!next) return;
    timers.delete(next);
    elapsed = next.due;
    next.callback();
  }

  function add(ms: number, callback: () => void, isOfClient: boolean) {
    const timer: Timer = { ms, due: elapsed + ms, isOfClient, callback };
    timers.add(timer);
    news();
    return () => {
      timers.delete(timer);
    };
  }

  return {
    get elapsed() {
      return elapsed;
    },
    get pending() {
      return [...timers].filter(({ isOfClient }) => isOfClient).map(({ ms }) => ms);
    },
    now: () => start + elapsed,
    random,
    after: (ms, callback) => add(ms, callback, true),
    later: (ms, callback) => add(ms, callback, false),
    hold(call) {
      if (calls.has(call)) calls.set(call, "held");
      news();
      return () => {
        if (calls.has(call)) calls.set(call, "awaited");
      };
    },
    async fetch(url, init = {}) {
      const call = `${count++}`;
      calls.set(call, "awaited");
      try {
        const response = await fetch(url, {
          ...init,
          headers: { ...(init.headers as Record<string, string>), [CALL_HEADER]: call },
        });
        // To its end, good or bad, so that the body is no reason to wait any more.
        const body = await response.arrayBuffer().catch(brokenBody);
        return new Response(body, response);
      } finally {
        calls.delete(call);
        news();
      }
    },
  };
}

/** A body that is lost before its end. */
function brokenBody(error: unknown): ReadableStream {
  return new ReadableStream({ start: (controller) => controller.error(error) });
}
